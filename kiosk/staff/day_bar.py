"""One day of the week as a bar of 24 hours, which is also the button that chooses it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.hours import DAYS, Day
from kiosk.settings.spans import DAY_MIN, Spans
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.telling import with_choice
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

NAME = TextStyle("sans-bold", (30, 28, 26, 24), 1.3)
TIMES = TextStyle("sans", (26, 24), 1.25)
LINE_PX = 33.0
NAME_PX = 46.0
RADIUS_PX = 16.0
TRACK_RADIUS_PX = 8.0
INSET_PX = 12.0
NOON = 0.5
QUARTERS = (0.25, NOON, 0.75)


def open_minutes(week: Mapping[Day, Spans], day: Day) -> list[tuple[int, int]]:
    """When it is open on a day, in minutes of that day, with what runs over from the day before."""
    before = DAYS[DAYS.index(day) - 1]
    over = [(0, span.end_min - DAY_MIN) for span in week.get(before, ()) if span.end_min > DAY_MIN]
    own = [(span.start_min, min(span.end_min, DAY_MIN)) for span in week.get(day, ())]
    return over + own


@dataclass(frozen=True)
class BarLabel:
    """What is written at a bar.

    Attributes:
        name: of the day.
        hours: when it is open, below the bar.
        lines: how many lines of hours there are below the highest, so that all bars are as high.
    """

    name: str
    hours: str
    lines: int


class DayBar(Touchable):
    """Midnight is at the top and at the bottom; the open hours are filled.

    Args:
        day: which one it is.
        label: what is written above and below the bar.
        filled: when it is open, in minutes of the day.
        is_chosen: whether it is the day that is edited.

    Signals:
        chosen: the day.
    """

    outline_px = 2.0
    chosen = Signal(str)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        day: Day,
        label: BarLabel,
        filled: Sequence[tuple[int, int]],
        is_chosen: bool,
    ) -> None:
        super().__init__(parent, label.name)
        self._look = look
        self._day = day
        self._hours = label.hours.replace("\n–", "–").replace("\n", " ")
        self._is_chosen = is_chosen
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self.setPos(rect.topLeft())
        centre = Qt.AlignmentFlag.AlignHCenter
        head = QRectF(4, 4, rect.width() - 8, NAME_PX)
        TextBlock(self, look, label.name, NAME, look.palette.text, head, centre)
        below = QRectF(4, 0, rect.width() - 8, label.lines * LINE_PX)
        below.moveBottom(rect.height() - 8)
        TextBlock(self, look, label.hours, TIMES, look.palette.text, below, centre)
        self.track = QRectF(INSET_PX, NAME_PX + 6, rect.width() - 2 * INSET_PX, 0)
        self.track.setBottom(below.top() - 8)
        self._open = self._fill(filled)

    def activate(self) -> None:
        self.chosen.emit(self._day)
        super().activate()

    def describe(self) -> str:
        between = ": " if self._look.language == "en" else "："
        return with_choice(self._look, f"{self.name}{between}{self._hours}", self._is_chosen)

    def _fill(self, filled: Sequence[tuple[int, int]]) -> QPainterPath:
        """What is painted as open, kept within the track's rounded corners."""
        bars, track = QPainterPath(), QPainterPath()
        track.addRoundedRect(self.track, TRACK_RADIUS_PX, TRACK_RADIUS_PX)
        bars.setFillRule(Qt.FillRule.WindingFill)
        for start, end in filled:
            top = self.track.top() + self.track.height() * start / DAY_MIN
            bottom = self.track.top() + self.track.height() * end / DAY_MIN
            bars.addRect(QRectF(self.track.left(), top, self.track.width(), bottom - top))
        return track.intersected(bars)

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text, 4) if self._is_chosen else QPen(palette.rule, 2))
        ground = faded(palette.text, 0.2 if self.pressed else 0.1 if self._is_chosen else 0.0)
        painter.setBrush(ground)
        painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        painter.setPen(QPen(palette.rule, 1.5))
        painter.setBrush(palette.background)
        painter.drawRoundedRect(self.track, TRACK_RADIUS_PX, TRACK_RADIUS_PX)
        painter.fillPath(self._open, palette.accent("internet-of-everything"))
        painter.setPen(QPen(faded(palette.rule, 0.6), 1.5))
        for share in QUARTERS:
            y = self.track.top() + share * self.track.height()
            painter.drawLine(QLineF(self.track.left(), y, self.track.right(), y))
