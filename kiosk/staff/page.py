"""What all pages of the panel have: a heading, a zone, and being built anew when something changes.

A page is built from a `Status` and asked for again whenever one of the values that it `reads` is
another. It keeps nothing but what is of no concern outside, such as which tab is open.
"""

from typing import ClassVar

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.language import Localised
from kiosk.show.animator import Animator
from kiosk.staff.commands import Command
from kiosk.staff.section import Part
from kiosk.staff.status import Status
from kiosk.staff.words import PageWords, Phrasebook
from kiosk.toolkit.discard import destroy, discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

TITLE = TextStyle("serif-bold", (56, 50, 44), 1.25)
BLURB = TextStyle("sans", (28, 26, 24), 1.4)
BLURB_PX = 84.0
HEAD_PX = 168.0
"""How high title and blurb are together."""


class Page(QGraphicsObject):
    """One page, in the zone that the panel gives it.

    Args:
        zone: where the page is, in design units; the body is what the heading leaves.
        upright: whether it is a standing screen.
        animator: moves what moves; whatever is started is ended in `leave`.

    Attributes:
        body: where what the page is about stands.
        drafts: whether the page changes the draft, so that applying it belongs below.

    Signals:
        commanded: staff want something: a `Command`.
        rebuilt: other things can be touched than before.
    """

    commanded = Signal(object)
    rebuilt = Signal()

    name: ClassVar[str]
    words_kind: ClassVar[type[PageWords]] = PageWords
    drafts: ClassVar[bool] = False
    reads: ClassVar[tuple[str, ...]] = ()
    """The fields of the status whose change has the page built anew."""

    owns: tuple[str, ...] = ()
    """The keys of the settings that are set here, and forgotten when the page is restored."""

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        upright: bool,
        words: Phrasebook,
        animator: Animator,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.animator = animator
        self.zone = zone
        self.upright = upright
        self.words = words.words(self.words_kind, self.name)
        self.body = zone.adjusted(0, HEAD_PX, 0, 0)
        self.status: Status | None = None
        self._controls: list[Touchable] = []
        self._parts: list[Part] = []
        self._former: tuple[QGraphicsItem, ...] = ()
        self._said: TextBlock | None = None

    def show_status(self, status: Status) -> None:
        """Shows how everything is now."""
        before, self.status = self.status, status
        if before is None or any(
            getattr(before, name) != getattr(status, name) for name in self.reads
        ):
            self.rebuild()

    def rebuild(self) -> None:
        """Builds everything anew from the status."""
        assert self.status is not None
        # What was touched to bring this about is still acting: it goes the next time.
        for item in self._former:
            destroy(item)
        self._former = tuple(self.childItems())
        for item in self._former:
            discard(item)
        self._controls, self._parts = [], []
        self._build_head()
        self._said = None
        self.say(self.blurb(self.status))
        self.build(self.status)
        self.rebuilt.emit()

    def blurb(self, status: Status) -> str:
        """The sentence under the title."""
        return self.text(self.words.blurb)

    def build(self, status: Status) -> None:
        """Builds what stands in `body`."""
        raise NotImplementedError

    def control(self, item: Touchable) -> Touchable:
        """Notes that `item` can be touched, after those before it in reading order."""
        self._controls.append(item)
        return item

    def add(self, part: Part) -> None:
        """Has a part with controls of its own, which are the next ones in reading order.

        Qt for Python lets go of a graphics object that nothing but its parent holds.
        """
        self._parts.append(part)
        self._controls += part.touchables()

    def command(self, command: Command) -> None:
        """Says what staff want."""
        self.commanded.emit(command)

    def text(self, localised: Localised) -> str:
        """`localised` in the panel's language."""
        return self.look.text(localised)

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return list(self._controls)

    def covering(self) -> QGraphicsItem | None:
        """What the page shows in front of the whole panel at the moment, such as a test picture.

        It has to be one of the `touchables` then, and the only one.
        """
        return None

    def cover(self, bounds: QRectF) -> None:
        """The panel fills `bounds`, in its own coordinates, and so has what is `covering` it."""

    def leave(self) -> None:
        """Staff have gone to another page, or have gone."""

    def clear(self) -> None:
        """Lets go of everything on it, once nobody touches it any more.

        What its controls do knows the page, and so they would keep each other for ever.
        """
        for item in (*self._former, *self.childItems()):
            destroy(item)
        self._controls, self._parts, self._former, self._said = [], [], (), None

    def say(self, blurb: str) -> None:
        """Shows another sentence under the title."""
        if self._said and self._said.text == blurb:
            return
        if self._said:
            discard(self._said)
        below = QRectF(self.zone.left(), self.zone.top() + 78, self.zone.width(), BLURB_PX)
        self._said = TextBlock(self, self.look, blurb, BLURB, self.look.palette.muted, below)

    def _build_head(self) -> None:
        top = QRectF(self.zone.left(), self.zone.top(), self.zone.width(), 76)
        TextBlock(self, self.look, self.text(self.words.title), TITLE, self.look.palette.text, top)

    def boundingRect(self) -> QRectF:
        return self.childrenBoundingRect()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
