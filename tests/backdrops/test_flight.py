"""Sparks drift within a motif and fly from one to the next, the same way every time."""

from itertools import pairwise
from math import dist
from types import ModuleType

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.backdrops import ai_production, new_energy
from kiosk.backdrops.drawing import SPARKS, Inks
from kiosk.backdrops.flight import Shine, Swarm, paint_flight, paint_swarm
from kiosk.content.model import Accent

pytestmark = pytest.mark.usefixtures("qapp")

Theme = dict[Accent, Inks]
SIZE = QSizeF(960, 540)
FASTEST = 40.0


@pytest.fixture
def energy(ink_atlas: Theme) -> Swarm:
    return Swarm(new_energy.sparks(SIZE, ink_atlas["new-energy"]), SIZE, ink_atlas["new-energy"])


@pytest.fixture
def production(ink_atlas: Theme) -> Swarm:
    inks = ink_atlas["ai-production"]
    return Swarm(ai_production.sparks(SIZE, inks), SIZE, inks)


def seen(*, one: Swarm, other: Swarm | None = None, share: float = 0, second: float = 0) -> QImage:
    image = QImage(SIZE.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("#0B1020"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if other:
            paint_flight(painter, one, other, share, second, Shine())
        else:
            paint_swarm(painter, one, second, Shine())
    return image


def light(image: QImage) -> float:
    """How much light there is, in all."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return float(sum(bytes(grey.constBits())))


def test_every_motif_has_as_many_sparks_for_each_to_fly(
    motif: ModuleType, accent: Accent, ink_atlas: Theme
) -> None:
    assert (
        len(Swarm(motif.sparks(SIZE, ink_atlas[accent]), SIZE, ink_atlas[accent]).sparks) == SPARKS
    )


def test_a_flight_begins_and_ends_in_the_motifs(energy: Swarm, production: Swarm) -> None:
    assert seen(one=energy, other=production, share=0) == seen(one=energy)
    assert seen(one=energy, other=production, share=1) == seen(one=production)


def test_turned_back_it_flies_the_same_way(energy: Swarm, production: Swarm) -> None:
    def at(share: float) -> QImage:
        return seen(one=energy, other=production, share=share)

    out = [at(share / 4) for share in range(5)]
    back = [at(share / 4) for share in range(4, -1, -1)]
    assert out == back[::-1]
    assert all(one != other for one, other in pairwise(out))


def test_the_sparks_do_not_all_set_out_at_once(energy: Swarm, production: Swarm) -> None:
    assert max(energy.leaves_at) - min(energy.leaves_at) > 0.3
    assert max(energy.leaves_at) < 0.5


def test_nothing_drifts_faster_than_the_eye_likes(
    motif: ModuleType, accent: Accent, ink_atlas: Theme, size: QSizeF
) -> None:
    swarm = Swarm(motif.sparks(size, ink_atlas[accent]), size, ink_atlas[accent])
    moving = 0
    for spark in swarm.sparks:
        for second in range(0, 40, 5):
            x, y, alpha = spark.at(second)
            later_x, later_y, later_alpha = spark.at(second + 0.02)
            if alpha > 0.02 and later_alpha > 0.02:  # else it begins its way anew, unseen
                distance = dist((x, y), (later_x, later_y))
                assert distance <= FASTEST * 0.02
                moving += distance > 0
    assert moving > SPARKS, "and yet it moves"


def test_no_spark_pops_up_or_goes_out_at_once(
    motif: ModuleType, accent: Accent, ink_atlas: Theme
) -> None:
    for spark in Swarm(motif.sparks(SIZE, ink_atlas[accent]), SIZE, ink_atlas[accent]).sparks:
        brightness = [spark.at(frame / 60)[2] for frame in range(600)]
        assert all(abs(b - a) < 0.06 for a, b in pairwise(brightness))


def test_the_whole_neither_swells_nor_flashes(energy: Swarm, ink_atlas: Theme) -> None:
    levels = [light(seen(one=energy, second=second / 2)) for second in range(20)]
    ground = light(seen(one=Swarm([], SIZE, ink_atlas["new-energy"])))
    lit = [level - ground for level in levels]
    assert max(lit) < 1.3 * min(lit)


def test_it_is_the_same_every_time(ink_atlas: Theme, energy: Swarm) -> None:
    again = Swarm(new_energy.sparks(SIZE, ink_atlas["new-energy"]), SIZE, ink_atlas["new-energy"])
    assert seen(one=energy, second=12.3) == seen(one=again, second=12.3)


def test_free_sparks_shine_but_where_words_stand(energy: Swarm) -> None:
    spark = max(energy.sparks, key=lambda one: one.alpha - one.quiet)
    assert spark.alpha > spark.quiet, "or there would be nothing to dim"
    x, y = 400.0, 300.0
    beside, among = ((0.0, 0.0, 100.0, 100.0),), ((300.0, 200.0, 500.0, 400.0),)
    free = Shine(free=1.0, words=beside).alpha(spark.alpha, spark.quiet, x, y)
    assert free == pytest.approx(spark.alpha)
    dimmed = Shine(free=1.0, words=among).alpha(spark.alpha, spark.quiet, x, y)
    assert dimmed == pytest.approx(spark.quiet)
    at_the_edge = Shine(free=1.0, words=among).alpha(spark.alpha, spark.quiet, 520.0, y)
    assert spark.quiet < at_the_edge < spark.alpha, "there is no seam"
    assert Shine().alpha(spark.alpha, spark.quiet, x, y) == pytest.approx(spark.quiet)
