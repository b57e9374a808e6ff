"""The panel on its wall, drawn to scale beside people, with the band that everybody reaches."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.show.panel import HIGHEST_REACH_MM, Panel
from kiosk.staff.field import paint_card
from kiosk.staff.people import seated, standing
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle

LOWEST_REACH_MM = 380.0
"""How low somebody in a wheelchair reaches (2010 ADA Standards, 308.2.1: 15 inches)."""

LABEL = TextStyle("sans", (24,), 1.2)
LEAST_HIGH_MM = 1900.0
HEAD_MM = 100.0
"""What is seen of the wall above whatever is highest."""

STANDING_AT_MM, SEATED_AT_MM, PEOPLE_MM = 330.0, 1150.0, 1800.0
"""Where the people stand on the floor, and where the panel may begin."""

LABEL_PX = 32.0
FOOT_PX = 2 * LABEL_PX + 16.0
HEAD_PX = LABEL_PX + 28.0
SCALE_PX = 84.0
EDGE_PX = 24.0
KEY_PX = 44.0
RADIUS_PX = 20.0


@dataclass(frozen=True)
class DrawingWords:
    """What is written into the drawing."""

    highest: str
    reach: str
    adult: str
    seated: str


class WallDrawing(QGraphicsItem):
    """Fills `zone` as far as the scale lets it.

    Args:
        panel: its size and height; None while they are unknown, and it is left out.
        highest_px: how far below the panel's upper edge its highest control is, in design units.

    Attributes:
        screen: where the panel is drawn, in the drawing's own coordinates.
        px_per_mm: the scale.
        highest_y: where the highest control is; None without a panel.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        panel: Panel | None,
        highest_px: float,
        words: DrawingWords,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._bounds = QRectF(0, 0, zone.width(), zone.height())
        self.setPos(zone.topLeft())
        wide_mm = panel.wide_px / panel.px_per_mm if panel else 0.0
        high_mm = panel.high_px / panel.px_per_mm if panel else 0.0
        floor_mm = panel.floor_mm if panel else 0.0
        wall_mm = max(LEAST_HIGH_MM, floor_mm + high_mm + HEAD_MM)
        inner = self._bounds.adjusted(SCALE_PX, HEAD_PX, -EDGE_PX, -FOOT_PX)
        across_mm = PEOPLE_MM + wide_mm
        self.px_per_mm = min(inner.height() / wall_mm, inner.width() / across_mm)
        self._floor_y = inner.bottom()
        self._left = inner.left() + (inner.width() - across_mm * self.px_per_mm) / 2
        self.screen = QRectF(
            self._left + PEOPLE_MM * self.px_per_mm,
            self._y(floor_mm + high_mm),
            wide_mm * self.px_per_mm,
            high_mm * self.px_per_mm,
        )
        self.highest_y = self._y(panel.above_floor_mm(highest_px)) if panel else None
        self._people = self._place(standing(), STANDING_AT_MM)
        self._people |= self._place(seated(), SEATED_AT_MM)
        self._keys = self._set_keys(words)
        self._set_words(words)

    def _y(self, above_floor_mm: float) -> float:
        """Where a height is, in the drawing's own coordinates."""
        return self._floor_y - above_floor_mm * self.px_per_mm

    def _place(self, person: QPainterPath, at_mm: float) -> QPainterPath:
        scale = self.px_per_mm
        x = self._left + at_mm * scale
        return QTransform(scale, 0, 0, -scale, x, self._floor_y).map(person)

    def _set_keys(self, words: DrawingWords) -> list[QRectF]:
        """Says at the top what the band and the dashed line are; returns where each is shown."""
        keys, x = [], EDGE_PX
        for said in (words.reach, words.highest) if self.highest_y is not None else (words.reach,):
            keys.append(QRectF(x, EDGE_PX, KEY_PX, LABEL_PX))
            place = QRectF(x + KEY_PX + 12, EDGE_PX, self._bounds.width() / 2, LABEL_PX)
            block = TextBlock(self, self._look, said, LABEL, self._look.palette.text, place)
            x = place.left() + block.width + 2 * EDGE_PX
        return keys

    def _set_words(self, words: DrawingWords) -> None:
        palette = self._look.palette
        right, centre = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
        for height in (LOWEST_REACH_MM, HIGHEST_REACH_MM):
            place = QRectF(0, self._y(height) - LABEL_PX / 2, SCALE_PX - 10, LABEL_PX)
            TextBlock(self, self._look, f"{height:g}", LABEL, palette.text, place, right)
        half = (SEATED_AT_MM - STANDING_AT_MM) / 2 * self.px_per_mm - 4
        for said, at_mm in ((words.adult, STANDING_AT_MM), (words.seated, SEATED_AT_MM)):
            middle = self._left + at_mm * self.px_per_mm
            place = QRectF(middle - half, self._floor_y + 8, 2 * half, 2 * LABEL_PX)
            TextBlock(self, self._look, said, LABEL, palette.muted, place, centre)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        paint_card(painter, self._look, self._bounds)
        self._paint_band(painter, self._keys[0])
        left, right = SCALE_PX, self._bounds.right() - EDGE_PX
        top, bottom = self._y(HIGHEST_REACH_MM), self._y(LOWEST_REACH_MM)
        self._paint_band(painter, QRectF(left, top, right - left, bottom - top))
        painter.setPen(QPen(palette.rule, 3))
        painter.drawLine(QLineF(left, self._floor_y, right, self._floor_y))
        painter.fillPath(self._people, palette.muted)
        if self.highest_y is not None:
            self._paint_screen(painter, self.highest_y, self._keys[1])

    def _paint_screen(self, painter: QPainter, highest_y: float, key: QRectF) -> None:
        palette, screen = self._look.palette, self.screen
        painter.setPen(QPen(palette.text, 4))
        painter.setBrush(palette.background)
        painter.drawRoundedRect(screen, 4, 4)
        painter.setPen(QPen(palette.text, 4, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(key.left(), key.center().y(), key.right(), key.center().y()))
        painter.drawLine(QLineF(screen.left() - EDGE_PX, highest_y, screen.right(), highest_y))

    def _paint_band(self, painter: QPainter, rect: QRectF) -> None:
        accent = self._look.palette.scene_accents()[2]
        painter.fillRect(rect, faded(accent, 0.16))
        painter.setPen(QPen(accent, 2))
        painter.drawLine(QLineF(rect.topLeft(), rect.topRight()))
        painter.drawLine(QLineF(rect.bottomLeft(), rect.bottomRight()))
