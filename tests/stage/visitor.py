"""What visitors do to the exhibits of the real kiosk, and what they see of them."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.model import Exhibition, Scene
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.stage.switch import Segment
from tests.conftest import Rig
from tests.toolkit.drawn import inside


class Finger:
    """One finger on the screen, which moves in steps of one event."""

    def __init__(self, rig: Rig, contact: int = 0) -> None:
        self._rig = rig
        self._contact = contact
        self.at = QPointF()

    def down(self, point: QPointF) -> "Finger":
        self.at = QPointF(point)
        self._rig.stage.arbiter.begin(self._contact, self.at)
        return self

    def draw(self, way: QPointF, px_per_s: float = 900, spacing_ms: float = 16) -> "Finger":
        """Goes `way` at a steady speed, with an event every `spacing_ms`."""
        steps = max(1, round(_length(way) / px_per_s * 1000 / spacing_ms))
        for _ in range(steps):
            self._rig.wind(spacing_ms, step=spacing_ms)
            self.at += way / steps
            self._rig.stage.arbiter.move(self._contact, self.at)
        return self

    def rest(self, ms: float) -> "Finger":
        self._rig.wind(ms)
        return self

    def up(self) -> None:
        self._rig.stage.arbiter.end(self._contact, self.at)


def swipe(rig: Rig, start: QPointF, way: float, px_per_s: float = 1500, ms: float = 16) -> None:
    """A finger that is under way before it has landed."""
    Finger(rig).down(start).draw(QPointF(way, 0), px_per_s, ms).up()


def exhibits(rig: Rig) -> list[ExhibitItem]:
    """The exhibits that are seen, the one on top last."""
    return [item for item in inside(rig.scene) if isinstance(item, ExhibitItem)]


def exhibit(rig: Rig) -> ExhibitItem:
    """The only exhibit that is seen."""
    (shown,) = exhibits(rig)
    return shown


def presence(item: ExhibitItem) -> float:
    """How much of an exhibit is seen while it fades in or out."""
    return item.opacity()


def read(rig: Rig) -> str:
    """What is read out on the exhibit; empty where nothing is."""
    return exhibit(rig).read_out.words


def segments(rig: Rig) -> list[Segment]:
    """The segments of the switch."""
    return [item for item in rig.stage.touchables() if isinstance(item, Segment)]


def picture_area(rig: Rig) -> QRectF:
    """Where the picture of the exhibit stands, in design pixels."""
    shown = exhibit(rig)
    return shown.mapRectToScene(shown.picture_rect)


def spots(rig: Rig) -> Iterator[QPointF]:
    """Places all over the picture of the exhibit."""
    area = picture_area(rig).adjusted(30, 30, -30, -30)
    for x in (0.0, 0.35, 0.65, 1.0):
        for y in (0.0, 0.5, 1.0):
            yield QPointF(area.left() + x * area.width(), area.top() + y * area.height())


def box(item: QGraphicsItem) -> QRectF:
    """Where an item stands, in design pixels."""
    return item.mapRectToScene(item.boundingRect())


def with_scene(exhibition: Exhibition, index: int, **fields: object) -> Exhibition:
    """The exhibition with other `fields` in one of its scenes."""
    scenes: list[Scene] = list(exhibition.scenes)
    scenes[index] = scenes[index].model_copy(update=fields)
    return exhibition.model_copy(update={"scenes": tuple(scenes)})


def _length(way: QPointF) -> float:
    return float((way.x() ** 2 + way.y() ** 2) ** 0.5)
