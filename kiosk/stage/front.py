"""What stands in front of everything else: a cover, the invitation, or the question.

A cover is built elsewhere, such as the staff panel. Behind it the invitation and the question are
not shown, though it may be their time.
"""

from typing import Protocol

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from kiosk.show.animator import Animator
from kiosk.stage.attract import Attract
from kiosk.stage.frame import Frame
from kiosk.stage.still_there import StillThere
from kiosk.toolkit.touchable import Touchable

IN_FRONT = 10.0
IN_FRONT_OF_ALL = 15.0
BEYOND_PX = 4.0
"""How far a cover reaches beyond the window, so that nothing shines through at the edges."""


class Screen(Protocol):
    """Something that keeps fingers and keys off all that is behind it."""

    def touchables(self) -> list[Touchable]:
        """What the keys can reach, in reading order."""
        ...

    def targets(self) -> list[Touchable]:
        """What a finger can act on."""
        ...


class Cover(Screen, Protocol):
    """A `QGraphicsObject` that is laid over everything.

    It is drawn for a screen with 1080 design units along its short side, in whatever layout what is
    behind it stands, so that large text makes nothing of it larger.
    """

    def cover(self, bounds: QRectF) -> None:
        """Covers the area `bounds`, in its own coordinates, which is the window and a hair more."""
        ...


class Front(QObject):
    """Shows a cover, the attract screen or the question.

    Attributes:
        covering: the cover, if there is one.

    Signals:
        stirred: somebody has woken it, or is still there.
        language_wanted: and wants it in this language.
        left: somebody says that they are done.
    """

    stirred = Signal()
    language_wanted = Signal(str)
    left = Signal()

    def __init__(self, graphics: QGraphicsScene, frame: Frame, animator: Animator) -> None:
        super().__init__()
        self._graphics = graphics
        self._frame = frame
        self._animator = animator
        self._leaving: Attract | None = None
        self._uncovered: list[Cover] = []  # kept while a touch on them may be under way
        self.covering: Cover | None = None
        self.attract: Attract | None = None
        self.question: StillThere | None = None

    @property
    def screen(self) -> Screen | None:
        """What is in front now."""
        return self.covering or self.attract or self.question

    def lay(self, cover: Cover | None) -> None:
        """Lays a cover over everything, in place of the one that is there, or none."""
        if self.covering:
            self._graphics.removeItem(_item(self.covering))
            self._uncovered.append(self.covering)
        self.covering = cover
        if cover:
            self._remove_leaving()
            self._remove_question()
            self._remove_attract()
            _item(cover).setZValue(IN_FRONT_OF_ALL)
            self._graphics.addItem(_item(cover))
            self._fit_cover()

    def tick(self) -> None:
        """Forgets covers that were taken away: the touch that led to it is over."""
        self._uncovered.clear()

    def show_attract(self, on: bool) -> None:
        """Lets the attract screen appear, or go."""
        if on and self.attract is None:
            self._remove_leaving()
            self._place_attract()
            assert self.attract
            self.attract.appear()
        elif not on and self.attract is not None:
            self._leaving, self.attract = self.attract, None
            self._leaving.leave(self._remove_leaving)

    def ask(self, left_ms: float | None, whole_ms: float) -> None:
        """Asks with `left_ms` to go of `whole_ms`, or asks no more."""
        if left_ms is None:
            self._remove_question()
            return
        if self.question is None:
            frame = self._frame
            self.question = StillThere(frame.look, frame.layout, frame.bounds)
            self.question.setZValue(IN_FRONT)
            self.question.stayed.connect(self.stirred)
            self.question.left.connect(self.left)
            self._graphics.addItem(self.question)
        self.question.set_seconds(left_ms / 1000, whole_ms / 1000)

    def rebuild(self) -> None:
        """Shows what is in front in another frame; a question is asked anew."""
        self._remove_leaving()
        self._remove_question()
        if self.attract:
            self._remove_attract()
            self._place_attract()
        self._fit_cover()

    def tell_silent(self) -> None:
        """Says whether anything can be read aloud here."""
        if self.attract:
            self.attract.set_silent(self._frame.silent)

    def cover(self) -> None:
        """Covers all that is seen."""
        for item in (self.attract, self.question):
            if item:
                item.cover(self._frame.bounds)
        self._fit_cover()

    def clear(self) -> None:
        """Shows nothing any more."""
        if self.covering:
            self._graphics.removeItem(_item(self.covering))
            self.covering = None
        self._remove_leaving()
        self._remove_question()
        self._remove_attract()
        self._uncovered.clear()

    def _fit_cover(self) -> None:
        if self.covering:
            scale, bounds = self._frame.layout.unit_px, self._frame.bounds
            _item(self.covering).setScale(scale)
            place = QRectF(bounds.topLeft() / scale, bounds.size() / scale)
            self.covering.cover(place.adjusted(-BEYOND_PX, -BEYOND_PX, BEYOND_PX, BEYOND_PX))

    def _place_attract(self) -> None:
        frame = self._frame
        self.attract = Attract(
            frame.exhibition, frame.look, frame.layout, self._animator, frame.silent
        )
        self.attract.setZValue(IN_FRONT)
        self.attract.cover(frame.bounds)
        self.attract.woken.connect(self.stirred)
        self.attract.language_wanted.connect(self.language_wanted)
        self._graphics.addItem(self.attract)
        self.attract.invite()

    def _remove_attract(self) -> None:
        self._leaving, self.attract = self.attract, None
        self._remove_leaving()

    def _remove_question(self) -> None:
        if self.question:
            self._graphics.removeItem(self.question)
            self.question = None

    def _remove_leaving(self) -> None:
        if self._leaving:
            self._leaving.stop()
            self._graphics.removeItem(self._leaving)
            self._leaving = None


def _item(cover: Cover) -> QGraphicsItem:
    assert isinstance(cover, QGraphicsItem)
    return cover
