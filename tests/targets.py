"""How large everything is that can be touched, and how far apart, on a screen 1080 pixels high.

An exhibit and what stands on it are one control, in which the smaller thing is on top: a finger
beside a chip of the legend means the chart. So are the segments of a switch, which share a plate,
and the exhibit in whose upper corner the switch stands.

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.targets

prints the smallest of each kind of screen, in every language and layout.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations as pairs

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from kiosk.app import load_exhibition, open_wardrobe
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.resources import SCENES
from kiosk.stage.layout import Layout, layout_for
from kiosk.stage.proofreading import combinations
from kiosk.stage.rounds import Rounds, Screen
from kiosk.stage.switch import Segment
from kiosk.toolkit.touchable import Touchable

LEAST_PX = 96.0
LEAST_GAP_PX = 16.0
HAIR_PX = 0.1
"""What floating point may lose."""


@dataclass(frozen=True)
class Measured:
    """A side of a target, or the gap between two, in pixels."""

    px: float
    what: str


def sides(screen: Screen, layout: Layout) -> Iterator[Measured]:
    for target in screen.targets:
        box = target.target()
        yield Measured(min(box.width(), box.height()) / layout.unit_px, named(target))


def gaps(screen: Screen, layout: Layout) -> Iterator[Measured]:
    for one, other in pairs(screen.targets, 2):
        if not are_one_control(one, other) and not are_one_control(other, one):
            px = apart(on_scene(one), on_scene(other)) / layout.unit_px
            yield Measured(px, f"{named(one)} and {named(other)}")


def outside(screen: Screen, layout: Layout) -> list[str]:
    return [named(one) for one in screen.targets if not layout.rect.contains(on_scene(one))]


def are_one_control(one: Touchable, other: Touchable) -> bool:
    if isinstance(one, ExhibitItem):
        return one.isAncestorOf(other) or isinstance(other, Segment)
    return isinstance(one, Segment) and isinstance(other, Segment)


def on_scene(target: Touchable) -> QRectF:
    return target.mapRectToScene(target.target())


def named(target: Touchable) -> str:
    return f"{type(target).__name__} {target.describe()[:24]!r}"


def apart(one: QRectF, other: QRectF) -> float:
    """How far two boxes are apart, on the axis on which they are further."""
    x = max(other.left() - one.right(), one.left() - other.right())
    y = max(other.top() - one.bottom(), one.top() - other.bottom())
    return max(x, y)


def main() -> None:
    application = QApplication(["targets"])
    exhibition, wardrobe = load_exhibition(SCENES), open_wardrobe()
    for combination in combinations(exhibition):
        layout = layout_for(*combination.manner)
        look = wardrobe.look(combination.language, exhibition.defaults.theme)
        smallest: dict[str, list[float]] = {}
        for screen in Rounds(exhibition, look, layout).screens():
            found = smallest.setdefault(screen.kind, [float("inf"), float("inf")])
            found[0] = min([found[0], *(one.px for one in sides(screen, layout))])
            found[1] = min([found[1], *(one.px for one in gaps(screen, layout))])
        told = (f"{kind} {side:.0f}/{gap:.0f}" for kind, (side, gap) in smallest.items())
        print(f"{combination!s:40} {'  '.join(told)}")
    application.quit()


if __name__ == "__main__":
    main()
