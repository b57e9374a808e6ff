"""What all kinds of cards share: the ground, the line at the foot, and opening at a touch."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.cards.detail import Detail
from kiosk.content.language import Localised
from kiosk.content.model import Accent, CardSpec, Person, Source, Term
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.sources import source_line
from kiosk.toolkit.text import NAME, TextBlock, TextStyle, text_width
from kiosk.toolkit.touchable import Touchable

RADIUS_PX = 20.0
EDGE_PX = 4.0
PADDING_PX = 30.0
TOP_PX = 20.0
BOTTOM_PX = 17.0
FOOT_PX = 38.0
ICON_PX = 28.0
"""The side of the icon at the foot of a card with something to take along."""

OFFICE = TextStyle("sans", (24,), 1.5)
HEADING = TextStyle("sans-bold", (38, 36, 34, 32, 30, 28), 1.2)
HEADING_GAP_PX = 10.0
SENTENCE = TextStyle("sans", (32, 30, 28, 26, 24), 1.3)
SENTENCE_PX = SENTENCE.sizes[0] * SENTENCE.line_height


@dataclass(frozen=True)
class CardFrame:
    """Where a card stands and what it is handed, whatever its kind.

    Attributes:
        size: of the closed card, in design pixels.
        sources: the scene's sources by id.
        people: the exhibition's people by id.
        glossary: the exhibition's terms by id.
    """

    look: Look
    accent: Accent
    size: QSizeF
    sources: Mapping[str, Source]
    people: Mapping[str, Person]
    glossary: Mapping[str, Term]


class CardItem(Touchable):
    """A closed card; activated, it asks to be opened. Kinds override `build` and `detail`."""

    opened = Signal(Touchable)

    def __init__(self, parent: QGraphicsItem, spec: CardSpec, frame: CardFrame) -> None:
        super().__init__(parent, "")
        self.look = frame.look
        self.frame = frame
        self.spec = spec
        self._bounds = QRectF(0, 0, frame.size.width(), frame.size.height())
        self._code_icon = QRectF()
        self._outline = QPainterPath()
        self._outline.addRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        foot = QRectF(
            PADDING_PX,
            self._bounds.height() - BOTTOM_PX - FOOT_PX,
            self._bounds.width() - 2 * PADDING_PX,
            FOOT_PX,
        )
        self._build_foot(foot)
        self.build(
            QRectF(
                PADDING_PX,
                TOP_PX,
                foot.width(),
                foot.top() - TOP_PX - 6,
            )
        )

    def add_heading(self, rect: QRectF, heading: Localised, text: Localised | None) -> None:
        """Sets a heading, and a sentence under it where there is one."""
        colour = self.look.palette.text
        title = TextBlock(self, self.look, self.look.text(heading), HEADING, colour, rect)
        if text:
            # On a low card the sentence moves up: words before air.
            gap = min(HEADING_GAP_PX, max(0.0, rect.height() - title.height - SENTENCE_PX))
            zone = rect.adjusted(0, title.height + gap, 0, 0)
            TextBlock(self, self.look, self.look.text(text), SENTENCE, colour, zone)

    def build(self, rect: QRectF) -> None:
        """Sets the card's own words inside `rect`, over the foot."""
        raise NotImplementedError

    def detail(self) -> Detail:
        """What the card says when it is opened."""
        raise NotImplementedError

    def whole(self) -> Detail:
        """What is on the opened card: what it says, and what there is to take along."""
        words = self.spec.take_away
        return replace(self.detail(), take_away=self.look.text(words) if words else "")

    def person(self) -> Person | None:
        """Whoever the card names first."""
        return next((self.frame.people[key] for key in self.spec.people()), None)

    def hint(self) -> str:
        """What stands at the right of the foot."""
        return self.look.text(self.look.strings.read_more)

    def source_note(self) -> tuple[str, ...]:
        """The sources as one line of small print, where the card has any."""
        if not self.spec.sources:
            return ()
        named = [self.frame.sources[key] for key in self.spec.sources]
        return (source_line(self.look, named),)

    def activate(self) -> None:
        """Asks to be opened."""
        self.opened.emit(self)
        super().activate()

    def describe(self) -> str:
        """The opened card in one string."""
        return self.detail().spoken()

    def _build_foot(self, zone: QRectF) -> None:
        palette = self.look.palette
        person = self.person()
        hints = (f"{self.hint()} ›", "›", "")
        more = next(
            hint for hint in hints if not hint or self._have_room(person, hint, zone.width())
        )
        hint = TextBlock(
            self, self.look, more, OFFICE, palette.muted, zone, Qt.AlignmentFlag.AlignRight
        )
        taken = hint.width
        if self.spec.take_away:
            taken += ICON_PX + 12
            y = zone.top() + (hint.height - ICON_PX) / 2
            self._code_icon = QRectF(zone.right() - taken, y, ICON_PX, ICON_PX)
        if person is None:
            return
        beside_hint = zone.adjusted(0, 0, -taken - 20 if more else 0, 0)
        words = self.look.text(person.name)
        name = TextBlock(self, self.look, words, NAME, palette.text, beside_hint)
        free = beside_hint.width() - name.width - 16
        office = _first_office(self.look.text(person.office))
        # The whole office stands on the opened card; here only what fits beside the name.
        if text_width(self.look.font("sans", OFFICE.sizes[0]), office) <= free:
            place = QRectF(zone.left() + name.width + 16, zone.top(), free, zone.height())
            TextBlock(self, self.look, office, OFFICE, palette.muted, place)

    def _have_room(self, person: Person | None, hint: str, width: float) -> bool:
        """Whether somebody's name, in its smallest size, and a hint have room side by side."""
        if person is None:
            return True
        name = text_width(self.look.font(NAME.face, NAME.sizes[-1]), self.look.text(person.name))
        return name + 20 + text_width(self.look.font("sans", OFFICE.sizes[0]), hint) <= width

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self.look.palette
        accent = palette.accent(self.frame.accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._outline, palette.card)
        painter.strokePath(self._outline, QPen(faded(palette.rule, 0.6), 2))
        if self.pressed:
            painter.fillPath(self._outline, faded(accent, 0.22))
        if not self._code_icon.isEmpty():
            self.look.icons.draw(painter, "code", self._code_icon, palette.muted)
        painter.setClipRect(QRectF(0, 0, self._bounds.width(), EDGE_PX))
        painter.fillPath(self._outline, accent)


def _first_office(office: str) -> str:
    """The first of several offices, however they are separated."""
    return re.split(r"[，、；,;]", office, maxsplit=1)[0].strip()
