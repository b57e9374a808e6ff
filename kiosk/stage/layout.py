"""Where everything stands, in design units, on a landscape and on a portrait screen."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSizeF

LARGER = 1.4
"""How much larger everything is in large text."""

PAGER_PX = 96.0
"""The side of a button that turns the cards of a scene, or the pages of a list."""


@dataclass(frozen=True)
class Layout:
    """The zones of one orientation, in design units.

    Attributes:
        cards_across: whether the cards stand side by side; otherwise one under the other.
        rail_rows: the rows of the rail, the scenes' chips first.
        cards_in_turn: whether exhibits and cards have one place, and one switch between them.
        switch_px: how high the switch between several exhibits is.
        visible_cards: how many cards stand open to the eye; the others wait behind a pager.
        operable_ratio: how much of the height, from the top, has nothing in it to be touched.
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
    hero_right: bool
    panel: QRectF
    visible_cards: int = 3
    rail_gap: float = 16
    switch_px: float = 96
    cards_in_turn: bool = False
    operable_ratio: float = 0.0

    @property
    def upright(self) -> bool:
        """Whether it is for a standing screen."""
        return self.size.height() > self.size.width()

    @property
    def rect(self) -> QRectF:
        """The whole design area."""
        return QRectF(0, 0, self.size.width(), self.size.height())

    @property
    def unit_px(self) -> float:
        """How many design units one pixel is on a screen with 1080 along its short side."""
        return min(self.size.width(), self.size.height()) / 1080

    @property
    def operable(self) -> QRectF:
        """Where everything stands that can be touched."""
        return self.rect.adjusted(0, self.operable_ratio * self.size.height(), 0, 0)

    @property
    def highest_px(self) -> float:
        """How far from the upper edge the highest thing may stand that can be touched."""
        highest = min(self.lead.top(), self.exhibit.top(), self.cards.top(), self.panel.top())
        return max(highest, self.operable.top())

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
    hero_right=True,
    panel=QRectF(64, 240, 952, 1340),
)

LANDSCAPE_REACH = Layout(
    size=LANDSCAPE.size,
    kicker=QRectF(72, 44, 640, 40),
    title=QRectF(72, 82, 1000, 140),
    lead=QRectF(72, 236, 1000, 130),
    hero=QRectF(1188, 60, 660, 300),
    exhibit=QRectF(72, 396, 1168, 546),
    cards=QRectF(1284, 396, 564, 546),
    card_gap=24,
    cards_across=False,
    rail_rows=LANDSCAPE.rail_rows,
    hero_right=False,
    panel=QRectF(300, 396, 1320, 660),
    visible_cards=2,
    operable_ratio=0.36,
)

PORTRAIT_REACH = Layout(
    size=PORTRAIT.size,
    kicker=PORTRAIT.kicker,
    title=QRectF(64, 110, 952, 150),
    lead=QRectF(64, 290, 952, 170),
    hero=QRectF(64, 480, 952, 290),
    exhibit=QRectF(64, 820, 952, 570),
    cards=QRectF(64, 1412, 952, 204),
    card_gap=16,
    cards_across=False,
    rail_rows=PORTRAIT.rail_rows,
    hero_right=False,
    panel=QRectF(64, 820, 952, 1028),
    visible_cards=1,
    operable_ratio=0.42,
)

# In what follows a design unit is 1.4 times as large on the screen, and so is everything.

LANDSCAPE_LARGE = Layout(
    size=LANDSCAPE.size / LARGER,
    kicker=QRectF(48, 40, 440, 38),
    title=QRectF(48, 78, 470, 124),
    lead=QRectF(48, 220, 470, 180),
    hero=QRectF(48, 410, 470, 240),
    exhibit=QRectF(560, 36, 763, 622),
    cards=QRectF(560, 132, 763, 526),
    card_gap=16,
    cards_across=False,
    rail_rows=(QRectF(48, 674, 1275, 80),),
    hero_right=False,
    panel=QRectF(100, 24, 1171, 634),
    visible_cards=2,
    cards_in_turn=True,
    switch_px=80,
)

PORTRAIT_LARGE = Layout(
    size=PORTRAIT.size / LARGER,
    kicker=QRectF(40, 40, 400, 38),
    title=QRectF(40, 78, 691, 116),
    lead=QRectF(40, 206, 691, 116),
    hero=QRectF(40, 336, 691, 184),
    exhibit=QRectF(40, 544, 691, 582),
    cards=QRectF(40, 640, 691, 486),
    card_gap=16,
    cards_across=False,
    rail_rows=(QRectF(40, 1142, 691, 80), QRectF(40, 1238, 691, 80)),
    hero_right=False,
    panel=QRectF(40, 120, 691, 1006),
    visible_cards=2,
    cards_in_turn=True,
    switch_px=80,
)

LANDSCAPE_LARGE_REACH = Layout(
    size=LANDSCAPE_LARGE.size,
    kicker=QRectF(48, 16, 440, 38),
    title=QRectF(48, 50, 700, 92),
    lead=QRectF(48, 142, 740, 90),
    hero=QRectF(840, 20, 483, 204),
    exhibit=QRectF(48, 240, 1275, 420),
    cards=QRectF(48, 336, 1275, 324),
    card_gap=16,
    cards_across=True,
    rail_rows=LANDSCAPE_LARGE.rail_rows,
    hero_right=False,
    panel=QRectF(48, 240, 1275, 514),
    visible_cards=2,
    cards_in_turn=True,
    switch_px=80,
    operable_ratio=0.31,
)

PORTRAIT_LARGE_REACH = replace(PORTRAIT_LARGE, panel=QRectF(40, 544, 691, 774), operable_ratio=0.39)

_LAYOUTS = {
    (False, False, False): LANDSCAPE,
    (False, False, True): LANDSCAPE_REACH,
    (False, True, False): LANDSCAPE_LARGE,
    (False, True, True): LANDSCAPE_LARGE_REACH,
    (True, False, False): PORTRAIT,
    (True, False, True): PORTRAIT_REACH,
    (True, True, False): PORTRAIT_LARGE,
    (True, True, True): PORTRAIT_LARGE_REACH,
}


Manner = tuple[bool, bool, bool]
"""Whether a screen stands upright, its text is large, and it stands low."""

MANNERS: tuple[Manner, ...] = tuple(_LAYOUTS)


def layout_for(upright: bool, large: bool, reach: bool) -> Layout:
    """The layout for a lying or a standing screen, in large text or not, standing low or not."""
    return _LAYOUTS[upright, large, reach]
