"""Where everything stands, in design units, on a landscape and on a portrait screen."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

PAGER_PX = 96.0
"""The side of a button that turns the cards of a scene, or the pages of a list."""


@dataclass(frozen=True)
class Layout:
    """The zones of one orientation, in design units.

    Attributes:
        cards_across: whether the cards stand side by side; otherwise one under the other.
        rail_rows: the rows of the rail, the scenes' chips first.
        hero_right: whether the hero number is set flush right.
    """

    size: QSizeF
    kicker: QRectF
    title: QRectF
    lead: QRectF
    hero: QRectF
    exhibit: QRectF
    cards: QRectF
    card_gap: float
    cards_across: bool
    rail_rows: tuple[QRectF, ...]
    rail_gap: float
    hero_right: bool
    panel: QRectF

    @property
    def upright(self) -> bool:
        """Whether it is for a standing screen."""
        return self.size.height() > self.size.width()

    @property
    def rect(self) -> QRectF:
        """The whole design area."""
        return QRectF(0, 0, self.size.width(), self.size.height())

    def card_slots(self, count: int, paged: bool) -> list[QRectF]:
        """Where `count` cards stand side by side, leaving room for a pager where there is one."""
        zone = QRectF(self.cards)
        if paged:
            zone.setWidth(zone.width() - PAGER_PX - self.card_gap)
        if self.cards_across:
            pitch = (zone.width() + self.card_gap) / count
            size = QSizeF(pitch - self.card_gap, zone.height())
            return [
                QRectF(QRectF(zone.x() + i * pitch, zone.y(), 0, 0).topLeft(), size)
                for i in range(count)
            ]
        pitch = (zone.height() + self.card_gap) / count
        return [
            QRectF(zone.x(), zone.y() + i * pitch, zone.width(), pitch - self.card_gap)
            for i in range(count)
        ]

    def card_pager(self) -> QRectF:
        """Where the button stands that turns to the other cards."""
        return QRectF(
            self.cards.right() - PAGER_PX, self.cards.top(), PAGER_PX, self.cards.height()
        )


LANDSCAPE = Layout(
    size=QSizeF(1920, 1080),
    kicker=QRectF(72, 52, 640, 40),
    title=QRectF(72, 92, 660, 150),
    lead=QRectF(72, 262, 620, 196),
    hero=QRectF(72, 470, 660, 212),
    exhibit=QRectF(764, 60, 1084, 626),
    cards=QRectF(72, 706, 1776, 228),
    card_gap=24,
    cards_across=True,
    rail_rows=(QRectF(72, 958, 1776, 96),),
    rail_gap=16,
    hero_right=False,
    panel=QRectF(300, 50, 1320, 892),
)

PORTRAIT = Layout(
    size=QSizeF(1080, 1920),
    kicker=QRectF(64, 64, 500, 40),
    title=QRectF(64, 106, 500, 150),
    lead=QRectF(64, 284, 952, 150),
    hero=QRectF(572, 64, 444, 206),
    exhibit=QRectF(64, 448, 952, 590),
    cards=QRectF(64, 1060, 952, 556),
    card_gap=16,
    cards_across=False,
    rail_rows=(QRectF(64, 1640, 952, 96), QRectF(64, 1752, 952, 96)),
    rail_gap=16,
    hero_right=True,
    panel=QRectF(64, 240, 952, 1340),
)


def layout_for(upright: bool, large: bool, reach: bool) -> Layout:
    """The layout for a lying or a standing screen."""
    return PORTRAIT if upright else LANDSCAPE
