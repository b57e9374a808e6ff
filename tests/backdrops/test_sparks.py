"""What lets the sparks of one scene fly to their places in the next."""

from types import ModuleType

import pytest
from PySide6.QtCore import QSizeF

from kiosk.backdrops.drawing import SPARKS, Inks
from kiosk.content.model import Accent

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def inks(ink_atlas: dict[Accent, Inks]) -> Inks:
    return ink_atlas["prologue"]


def test_every_motif_has_as_many(motif: ModuleType, size: QSizeF, inks: Inks) -> None:
    assert len(motif.sparks(size, inks)) == SPARKS


def test_they_are_the_same_every_time(motif: ModuleType, size: QSizeF, inks: Inks) -> None:
    assert motif.sparks(size, inks) == motif.sparks(size, inks)


def test_a_theme_changes_their_colours_alone(
    motif: ModuleType, size: QSizeF, inks: Inks, paper: dict[Accent, Inks]
) -> None:
    night, day = motif.sparks(size, inks), motif.sparks(size, paper["prologue"])
    assert [(s.place, s.radius) for s in night] == [(s.place, s.radius) for s in day]


def test_most_gather_in_the_right_half(motif: ModuleType, size: QSizeF, inks: Inks) -> None:
    right = sum(s.place.x() > size.width() / 2 for s in motif.sparks(size, inks))
    assert right > 0.55 * SPARKS
