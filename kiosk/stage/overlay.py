"""The opened card: a panel over the dimmed scene, closed by a touch beside it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.cards.detail import Detail
from kiosk.content.model import Accent
from kiosk.show.animator import Animation, Animator
from kiosk.stage.entries import Entries
from kiosk.stage.layout import PAGER_PX, Layout
from kiosk.stage.pager import Pager
from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import SOURCE, TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

OPEN_MS = 320.0
RISE_PX = 40.0
LOWEST_PX = 360.0
PADDING_PX = 64.0
EDGE_PX = 6.0
RADIUS_PX = 24.0
SHADE_RATIO = 0.8
CLOSE_PX = 96.0
FOOT_GAP_PX = 32.0
FOOT_ROOM_PX = 240.0

HEADING = TextStyle("serif-bold", (60, 54, 48, 42, 36), 1.3)
QUOTATION = TextStyle("serif-bold", (52, 48, 44, 40, 36, 34), 1.6)
BODY = TextStyle("sans", (38, 36, 34, 32, 30), 1.65)
NAME = TextStyle("sans-bold", (36,), 1.4)
OFFICE = TextStyle("sans", (30, 28, 26), 1.45)


class Panel(Touchable):
    """The ground of an opened card; a touch on it does nothing."""

    def __init__(self, parent: QGraphicsItem, look: Look, accent: Accent) -> None:
        super().__init__(parent, "")
        self._look = look
        self._accent = accent
        self.rect = QRectF()

    def boundingRect(self) -> QRectF:
        return self.rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.palette.rule)
        painter.setBrush(self._look.palette.card)
        painter.drawRoundedRect(self.rect, RADIUS_PX, RADIUS_PX)
        accent = self._look.palette.accent(self._accent)
        painter.fillRect(
            QRectF(self.rect.left() + RADIUS_PX, self.rect.top(), 160, EDGE_PX), accent
        )


class Overlay(Touchable):
    """An opened card over everything else; activated, it asks to be closed.

    Args:
        bounds: the whole visible area, in design units.

    Attributes:
        needed_px: how high the panel has to be for all its words, in design units.
        panel_px: how high it is.

    Signals:
        moved: the panel with everything on it has risen or sunk.
    """

    close_requested = Signal()
    moved = Signal()

    def __init__(
        self, look: Look, layout: Layout, accent: Accent, detail: Detail, bounds: QRectF
    ) -> None:
        super().__init__(None, look.text(look.strings.close))
        self._look = look
        self._bounds = bounds
        self._detail = detail
        self._accent = accent
        self._animation: Animation | None = None
        self._panel = Panel(self, look, accent)
        self._pager: Pager | None = None
        self._zone = layout.panel
        self._y = PADDING_PX
        self._build()

    def open(self, animator: Animator) -> None:
        """Lets the panel rise and appear."""
        self._animation = animator.run(OPEN_MS, self._set_ratio)

    def dismiss(self, animator: Animator, on_done: Callable[[], None]) -> None:
        """Lets the panel sink from where it is, then calls `on_done`."""
        self.stop()
        seen = self.opacity()
        self._animation = animator.run(
            OPEN_MS * 0.7, lambda ratio: self._set_ratio(seen * (1 - ratio)), on_done=on_done
        )

    def activate(self) -> None:
        self.close_requested.emit()
        super().activate()

    def stop(self) -> None:
        """Leaves the panel where it is."""
        if self._animation:
            self._animation.cancel()
            self._animation = None

    def cover(self, bounds: QRectF) -> None:
        """Dims the area `bounds`, in design units."""
        self.prepareGeometryChange()
        self._bounds = bounds

    def targets(self) -> list[Touchable]:
        """What a finger can act on: a touch on the panel does nothing, one beside it closes."""
        return [*self.touchables(), self._panel, self]

    def touchables(self) -> list[Touchable]:
        """What the keys can reach."""
        return [self._pager, self._close] if self._pager else [self._close]

    def _set_ratio(self, ratio: float) -> None:
        self.setOpacity(ratio)
        self._panel.setY(self._panel_y + RISE_PX * (1 - ratio))
        self.moved.emit()

    # How it is built: from the top down, each part under the one before

    def _build(self) -> None:
        detail, palette = self._detail, self._look.palette
        self._close = self._build_close()
        self._add(detail.heading, HEADING, palette.text, 160, keep=CLOSE_PX, gap=28)
        foot = self._foot()
        foot_px = sum(block.height for block in foot) + FOOT_GAP_PX
        self._add(detail.quotation, QUOTATION, palette.text, self._room(foot_px), keep=CLOSE_PX)
        self._add_body(detail.body, foot_px)
        self._add_entries(detail.entries)
        self._y += FOOT_GAP_PX if foot else 0
        for block in foot:
            block.setPos(PADDING_PX, self._y)
            self._y += block.height
        self.needed_px = self._y + PADDING_PX / 2
        self.panel_px = height = min(max(self._y + PADDING_PX - 8, LOWEST_PX), self._zone.height())
        self._panel.rect = QRectF(0, 0, self._zone.width(), height)
        self._panel_y = self._zone.top() + (self._zone.height() - height) / 2
        self._panel.setPos(self._zone.left(), self._panel_y)

    def _foot(self) -> list[TextBlock]:
        """Who said it and where it stands: set before the words above, which get what is left."""
        detail, palette = self._detail, self._look.palette
        zone = QRectF(0, 0, self._zone.width() - 2 * PADDING_PX, FOOT_ROOM_PX)
        wanted = [(detail.name, NAME, palette.text), (detail.office, OFFICE, palette.muted)]
        wanted += [(note, SOURCE, palette.muted) for note in detail.notes]
        return [
            TextBlock(self._panel, self._look, words, style, colour, zone)
            for words, style, colour in wanted
            if words
        ]

    def _room(self, reserved: float) -> float:
        """How much height is left over what `reserved` will need."""
        return self._zone.height() - self._y - PADDING_PX - reserved

    def _add(
        self,
        words: str,
        style: TextStyle,
        colour: QColor,
        height: float,
        keep: float = 0.0,
        gap: float = 0.0,
    ) -> None:
        if not words:
            return
        width = self._zone.width() - 2 * PADDING_PX - keep
        zone = QRectF(PADDING_PX, self._y, width, height)
        self._y += TextBlock(self._panel, self._look, words, style, colour, zone).height + gap

    def _add_body(self, body: str, foot_px: float) -> None:
        paragraphs = [part.strip() for part in body.split("\n") if part.strip()]
        words = "\n\n".join(paragraphs)
        keep = 0.0 if self._detail.heading else CLOSE_PX
        self._add(words, BODY, self._look.palette.text, self._room(foot_px), keep=keep)

    def _add_entries(self, entries: tuple[tuple[str, str], ...]) -> None:
        """The list fills the panel; where it takes pages, a button turns them."""
        if not entries:
            return
        width = self._zone.width() - 2 * PADDING_PX - PAGER_PX
        zone = QRectF(PADDING_PX, self._y, width, self._room(0))
        self._list = Entries(self._panel, self._look, entries, zone)
        if self._list.pages > 1:
            self._pager = self._build_pager(zone)
        self._y += zone.height()

    def _build_pager(self, zone: QRectF) -> Pager:
        place = QRectF(zone.right() + 32, zone.bottom() - 192, PAGER_PX, 192)
        words = self._look.text(self._look.strings.more_entries)
        pager = Pager(self._panel, self._look, place, words, self._list.pages)
        pager.turned.connect(self._turn)
        return pager

    def _turn(self, page: int) -> None:
        self._list.show_page(page)
        if self._pager:
            self._pager.set_page(page)

    def _build_close(self) -> Button:
        place = QRectF(self._zone.width() - CLOSE_PX - 32, 32, CLOSE_PX, CLOSE_PX)
        words = self._look.text(self._look.strings.close)
        button = Button(self._panel, self._look, place, words, "close")
        button.activated.connect(self.close_requested)
        return button

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.fillRect(self._bounds, faded(self._look.palette.background, SHADE_RATIO))
