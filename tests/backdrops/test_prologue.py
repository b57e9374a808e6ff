from statistics import fmean

import pytest
from PySide6.QtCore import QSizeF

from kiosk.backdrops.drawing import SPARKS, Inks
from kiosk.backdrops.prologue import _orbits, sparks
from kiosk.content.model import Accent


@pytest.fixture
def inks(ink_atlas: dict[Accent, Inks]) -> Inks:
    return ink_atlas["prologue"]


def test_every_colour_has_its_swarm(size: QSizeF, inks: Inks) -> None:
    found = [dot.colour.rgb() & 0xFFFFFF for dot in sparks(size, inks)]
    for accent in inks.others:
        assert found.count(accent.rgb() & 0xFFFFFF) == SPARKS / 4


def test_swarms_follow_one_another_clockwise_from_the_top(size: QSizeF, inks: Inks) -> None:
    swarms = [sparks(size, inks)[start::4] for start in range(4)]
    gold, blue, mint, coral = (
        (fmean(d.place.x() for d in swarm), fmean(d.place.y() for d in swarm)) for swarm in swarms
    )
    assert gold[1] < blue[1] < mint[1]
    assert coral[0] < gold[0] < blue[0]


def test_orbits_are_of_every_colour() -> None:
    assert {orbit.hue for orbit in _orbits(4)} == {0, 1, 2, 3}
