"""Paper that notes every word that is painted on it, whoever paints it and by whichever call.

So whether words fit is asked of what is really painted, and no item has to tell it of itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

UNSEEN = 0.01
"""What is less opaque than this is not seen."""

NEXT_PX = 1.0
"""How near to the end of the words before it a run has to begin to go on with them."""

DPI = 96
LARGEST_PX = 8192


@dataclass(frozen=True)
class Words:
    """What stands on one line.

    Attributes:
        item: what painted it.
        box: the room that its letters take up, in the coordinates of the scene.
        clip: what is outside of this is cut off; None where nothing is.
    """

    item: QGraphicsItem
    text: str
    box: QRectF
    clip: QRectF | None


class _Run(NamedTuple):
    """Letters of one script, and where they begin and end on their baseline."""

    text: str
    box: QRectF
    clip: QRectF | None
    start: QPointF
    end: QPointF


class _Engine(QPaintEngine):
    """Takes every shape and keeps none; of the words it keeps runs, one for each script."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.runs: list[_Run] = []
        self._transform = QTransform()
        self._opacity = 1.0
        self._clip: QRectF | None = None

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        self._transform, self._opacity = state.transform(), state.opacity()
        painter = state.painter()
        clip = painter.clipBoundingRect() if painter.hasClipping() else None
        self._clip = clip and self._transform.mapRect(clip)

    def drawTextItem(self, at: Any, run: QTextItem) -> None:
        if self._opacity > UNSEEN and run.text().strip():
            ink = QFontMetricsF(run.font()).tightBoundingRect(run.text()).translated(at)
            ends = (at, at + QPointF(run.width(), 0))
            start, end = (self._transform.map(point) for point in ends)
            box = self._transform.mapRect(ink)
            self.runs.append(_Run(run.text(), box, self._clip, start, end))

    def drawPath(self, path: object) -> None:
        """Shapes are not noted."""

    def drawPolygon(self, *shape: object) -> None:
        """Shapes are not noted."""

    def drawPixmap(self, *picture: object) -> None:
        """Pictures are not noted."""

    def drawTiledPixmap(self, *picture: object) -> None:
        """Pictures are not noted."""

    def drawImage(self, *picture: object) -> None:
        """Pictures are not noted."""


class _Paper(QPaintDevice):
    """As large as anything can be."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = _Engine()

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        what = QPaintDevice.PaintDeviceMetric
        match metric:
            case what.PdmDpiX | what.PdmDpiY | what.PdmPhysicalDpiX | what.PdmPhysicalDpiY:
                return DPI
            case what.PdmDevicePixelRatio:
                return 1
            case what.PdmDevicePixelRatioScaled:
                return round(QPaintDevice.devicePixelRatioFScale())
            case _:
                return LARGEST_PX


def proof(roots: Iterable[QGraphicsItem]) -> list[Words]:
    """Every word that `roots` and what stands on them paint, as they are now."""
    paper = _Paper()
    found: list[Words] = []
    with QPainter(paper) as painter:
        for root in roots:
            for item in visible(root):
                paper.engine.runs.clear()
                _paint(item, painter)
                found += _joined(item, paper.engine.runs)
    return found


def visible(item: QGraphicsItem) -> Iterator[QGraphicsItem]:
    """`item` and everything on it, at any depth, that is not hidden."""
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from visible(child)


def _paint(item: QGraphicsItem, painter: QPainter) -> None:
    opacity = item.effectiveOpacity()
    if opacity > UNSEEN:
        painter.save()
        painter.setTransform(item.sceneTransform())
        painter.setOpacity(opacity)
        item.paint(painter, QStyleOptionGraphicsItem(), None)
        painter.restore()


def _joined(item: QGraphicsItem, runs: Iterable[_Run]) -> Iterator[Words]:
    """Runs that follow one another on a line are the same words."""
    whole: _Run | None = None
    for run in runs:
        if whole and (run.start - whole.end).manhattanLength() < NEXT_PX:
            box = whole.box.united(run.box)
            whole = _Run(whole.text + run.text, box, run.clip, whole.start, run.end)
            continue
        if whole:
            yield Words(item, whole.text, whole.box, whole.clip)
        whole = run
    if whole:
        yield Words(item, whole.text, whole.box, whole.clip)
