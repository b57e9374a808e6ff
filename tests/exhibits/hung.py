"""An exhibit on a stage of its own, by a clock that the test winds."""

from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.model import Source
from kiosk.exhibits.exhibit import ExhibitFrame, ExhibitItem
from kiosk.exhibits.registry import KINDS, build
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.toolkit.callout import CallOut
from kiosk.toolkit.look import Look
from tests.toolkit.drawn import Drawing, drawing, inside, picture

AREA = QRectF(0, 0, 1084, 626)
SOURCES = {"caam": {"name": "中國汽車工業協會", "year": 2023}, "idc": {"name": "IDC", "year": 2024}}


class Hung:
    """An exhibit made from what a file would say, settled."""

    def __init__(
        self, canvas: QGraphicsScene, look: Look, clock: ManualClock, said: dict[str, Any]
    ) -> None:
        self.look = look
        self.clock = clock
        self.animator = Animator(clock)
        self.accent = look.palette.accent("new-energy")
        frame = ExhibitFrame(
            look=look,
            accent="new-energy",
            size=QSizeF(AREA.size()),
            corner=QSizeF(0, 0),
            sources={key: Source.model_validate(value) for key, value in SOURCES.items()},
            animator=self.animator,
        )
        spec = KINDS[said["kind"]].spec.model_validate(said)
        self._nail = canvas.addRect(QRectF())
        self.item: ExhibitItem = build(self._nail, spec, frame)
        self.item.settle()

    def take_down(self) -> None:
        """Free the wall for another one."""
        if self._nail.scene():
            self.item.close()
            self._nail.scene().removeItem(self._nail)

    def wind(self, ms: float) -> None:
        """Let `ms` go by in steps of a frame."""
        while ms > 0:
            self.clock.advance(min(16.0, ms))
            self.animator.tick()
            ms -= 16

    def drawing(self) -> Drawing:
        return drawing(self.item.scene(), AREA, self.look.language)

    def picture(self) -> QImage:
        return picture(self.item.scene(), AREA, self.look.palette.background)

    def texts(self) -> list[str]:
        return self.drawing().texts()

    def call_outs(self) -> list[QRectF]:
        """Where the remarks stand."""
        found = (item for item in inside(self.item) if isinstance(item, CallOut))
        return [item.mapRectToScene(item.rect) for item in found]


def crosses(line: QLineF, box: QRectF) -> bool:
    """Whether a line touches a box."""
    if box.contains(line.p1()) or box.contains(line.p2()):
        return True
    corners = [box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()]
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    meet = QLineF.IntersectionType.BoundedIntersection
    return any(line.intersects(QLineF(a, b))[0] == meet for a, b in sides)


def overlap(one: QRectF, other: QRectF, at_least: float = 0.5) -> bool:
    """Whether two boxes share more than a hair."""
    shared = one.intersected(other)
    return shared.width() > at_least and shared.height() > at_least


def axis_value(seen: Drawing, y: float, low: str, high: str) -> float:
    """The value that the axis gives for a height, read between two of its labels."""

    def at(label: str) -> QPointF:
        words = next(w for w in seen.words if w.text == label)
        return QPointF(float(label.replace(",", "")), words.baseline)

    one, other = at(low), at(high)
    offset = 10  # from the baseline of a label to the middle of its digits
    return one.x() + (one.y() - offset - y) * (other.x() - one.x()) / (one.y() - other.y())
