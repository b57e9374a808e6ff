"""A picture with its caption and credit, or several of them one after the other."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kiosk.content.files import SceneFiles
from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.content.problem import Report
from kiosk.content.tree import ListNode, MapNode, Node, under
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.show.animator import Animation
from kiosk.toolkit.album import Album
from kiosk.toolkit.captions import Captions
from kiosk.toolkit.pictures import checked_picture, draw_picture
from kiosk.toolkit.stamp import Stamp

RADIUS_PX = 20.0
SYMBOL_PX = 96.0

FADE_MS = 400.0
EACH_MS = 6000.0
TURN_PX = 160.0
"""How far a finger is drawn for each picture that it turns."""


class Picture(Frozen):
    """One picture: a file in the scene's folder, what it shows and whose it is."""

    file: Path
    caption: Localised
    credit: Localised
    alt: Localised | None = Field(
        default=None, description="what is to be seen, for those who do not see it"
    )


class ImageSpec(ExhibitSpec):
    """`image`: one to twelve pictures."""

    kind: Literal["image"]
    images: tuple[Picture, ...] = Field(min_length=1, max_length=12)

    @classmethod
    def prepare(cls, node: MapNode, files: SceneFiles) -> MapNode:
        """`node` with the place of each file, once it has been looked at."""
        images = under(node, "images")
        if not isinstance(images, ListNode):
            return node
        report = Report()
        found: list[Node] = []
        for image in images.items:
            with report.collecting():
                if isinstance(image, MapNode) and "file" in image.values:
                    image = image.having({"file": checked_picture(image.values["file"], files)})
                found.append(image)
        report.raise_problems()
        return node.having({"images": ListNode(images.mark, tuple(found))})

    def texts(self) -> Iterator[Localised]:
        """The common texts, then each picture's caption and credit."""
        yield from super().texts()
        for image in self.images:
            yield image.caption
            yield image.credit


class ImageItem(ExhibitItem):
    """A frame appears, the picture in it, then its words; several turn by themselves.

    What is selected is the picture that a visitor has turned to; then none turns by itself.
    """

    spec: ImageSpec
    icon: ClassVar[str] = "image"
    lives: ClassVar[bool] = True

    def build(self, rect: QRectF) -> None:
        self._count = len(self.spec.images)
        self._present = self._former = 0
        self._fade = 1.0
        self._fading: Animation | None = None
        self._turned_ms = 0.0
        self._first_touch = (0.0, 0)
        text, images = self.look.text, self.spec.images
        words = [(text(image.caption), text(image.credit)) for image in images]
        self._captions = Captions(self, self.look, rect, words)
        self._room = QRectF(rect.topLeft(), QPointF(rect.right(), self._captions.top))
        files = [image.file for image in images]
        self.album = Album(self, files, self._room.size(), RADIUS_PX)
        self._symbol = Stamp(self.look.icons, self.icon, SYMBOL_PX, self.look.palette.rule)

    def entered(self) -> None:
        self._load()
        self._show_words()

    def close(self) -> None:
        super().close()
        self.album.keep()

    def stop(self) -> None:
        super().stop()
        self._cut()

    def reset(self) -> None:
        super().reset()
        self._cut(to=0)
        self._load()

    def take_over(self, other: ExhibitItem) -> None:
        assert isinstance(other, ImageItem)
        self._present = other._present
        super().take_over(other)

    def live(self, elapsed_ms: float) -> None:
        # An entrance is no time to look, and what a visitor has turned to stays.
        waits = self._passage.running or self._touched or self.selected is not None
        if waits or elapsed_ms < self._turned_ms:
            self._turned_ms = elapsed_ms
        elif elapsed_ms - self._turned_ms >= EACH_MS:
            self._turned_ms = elapsed_ms
            self._turn(self._next())

    def facts(self) -> str:
        image = self.spec.images[self._present]
        words = self.look.text(image.alt or image.caption)
        if self._count == 1:
            return words
        told = self.look.text(self.look.strings.nth_picture)
        return told.format(count=self._count, number=self._present + 1, words=words)

    # What fingers and keys do with it

    def mark_count(self) -> int:
        return self._count if self._count > 1 else 0

    def touch(self, point: QPointF) -> None:
        if not self._touched:
            self._touched, self._selected_before = True, self.selected
            self._first_touch = (point.x(), self._present)
            return
        x, first = self._first_touch
        self.select(self._within(first + int((x - point.x()) / TURN_PX)))

    def lose(self) -> None:
        if self._touched:
            self._touched = False
            self.select(self._selected_before)
            self._turn(self._first_touch[1])

    def tap(self, point: QPointF) -> None:
        self._touched = False
        self.activate()

    def activate(self) -> None:
        if self._count > 1:
            self.select(self._next())
        self.activated.emit()

    def step(self, step: int) -> bool:
        if self._count > 1:
            self.select(self._within(self._present + step))
        return self._count > 1

    def selection_changed(self) -> None:
        if self.selected is not None:
            self._turn(self.selected)

    # Turning

    def _next(self) -> int:
        return (self._present + 1) % self._count

    def _within(self, index: int) -> int:
        return min(max(index, 0), self._count - 1)

    def _turn(self, index: int) -> None:
        """Fades to another picture."""
        if index == self._present:
            return
        former = self._present
        self._cut(to=index)
        self._former = former
        self._load()
        self._fading = self.frame.animator.run(FADE_MS, self._set_fade, on_done=self._arrive_there)

    def _cut(self, to: int | None = None) -> None:
        """Breaks a fade off: the present picture, or the one it goes `to`, is there at once."""
        if self._fading:
            self._fading.cancel()
            self._fading = None
        self._present = self._present if to is None else to
        self._former = self._present
        self._set_fade(1.0)

    def _set_fade(self, fade: float) -> None:
        self._fade = fade
        self._show_words()
        self.update()

    def _arrive_there(self) -> None:
        self._cut()
        self._load()

    def _begin_to_live(self) -> None:
        if self._count > 1:
            super()._begin_to_live()

    def _load(self) -> None:
        """Has the pictures at hand that are seen; while nothing fades, the next one too."""
        still = self._former == self._present
        self.album.keep(self._present, self._next() if still else self._former)

    # Drawing

    def paint_picture(self, painter: QPainter) -> None:
        strength = painter.opacity()
        painter.setOpacity(strength * self.entrance.axes)
        painter.setBrush(self.look.palette.card)
        painter.drawRoundedRect(self._room, RADIUS_PX, RADIUS_PX)
        accent = self.look.palette.accent(self.frame.accent)
        self._captions.draw_dots(painter, self._present, accent, self.look.palette.rule)
        for index in {self._former, self._present}:
            painter.setOpacity(strength * self.entrance.marks * self._presence(index))
            if picture := self.album[index]:
                draw_picture(painter, picture, self._room)
            else:
                corner = self._room.center() - QPointF(SYMBOL_PX, SYMBOL_PX) / 2
                self._symbol.draw(painter, [corner])
        painter.setOpacity(strength)

    def _show_words(self) -> None:
        # Two pictures may be seen through each other, but not two sentences.
        def opacity(index: int) -> float:
            return self.entrance.remarks * max(0.0, 2 * self._presence(index) - 1)

        self._captions.show(opacity)

    def _presence(self, index: int) -> float:
        """How much of a picture is there, from 0 to 1."""
        if index == self._present:
            return self._fade
        return 1.0 - self._fade if index == self._former else 0.0
