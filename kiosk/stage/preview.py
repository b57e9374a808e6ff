"""One scene in small: as it plays, for whoever arranges the round, or as a picture that stands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QGraphicsObject,
    QGraphicsScene,
    QStyleOptionGraphicsItem,
    QWidget,
)

from kiosk.backdrops.registry import render
from kiosk.content.model import Exhibition, Scene
from kiosk.exhibits.entrance import ENTRANCE_MS
from kiosk.show.animator import Animator, Drift
from kiosk.show.clock import ManualClock
from kiosk.show.dwell import dwell_s
from kiosk.show.programme import different
from kiosk.stage.backdrop import Backdrop, inks
from kiosk.stage.layout import LANDSCAPE, Layout
from kiosk.stage.scene_item import SceneFrame, SceneItem
from kiosk.stage.view import View
from kiosk.toolkit.look import Look

STILL_RATIO = 1 / 3
"""How large the backdrop is painted, as a share of the design."""

BAR_PX = 24.0
SHARPNESS = 4
"""How many times as large a thumbnail is painted, for its hair lines to be seen at all."""


class Preview(QGraphicsObject):
    """A scene that comes, stays on for its time and comes again; nothing on it can be touched.

    It is as large as the design until it is fitted into a place.

    Args:
        exhibition: what the scene is one of.
        scene: the scene's id.
        layout: where everything stands on it.
        animator: what moves it.

    Raises:
        KeyError: there is no such scene.
    """

    def __init__(
        self, exhibition: Exhibition, scene: str, look: Look, layout: Layout, animator: Animator
    ) -> None:
        super().__init__()
        number, content = _numbered(exhibition, scene)
        self._look = look
        self._layout = layout
        self._animator = animator
        self._accent = look.palette.accent(content.accent)
        self._dwell_ms = dwell_s(content, look.language, ENTRANCE_MS / 1000) * 1000
        self._round = 0  # how often it has come before
        self._progress = 0.0
        self._drift: Drift | None = None
        self._still = _still(content, look, layout)
        total = len(different(exhibition.scenes))
        self._item = SceneItem(
            content, SceneFrame(exhibition, look, layout, animator, number, total)
        )
        self._item.setParentItem(self)
        self.setFlag(self.GraphicsItemFlag.ItemClipsChildrenToShape)

    def fit(self, place: QRectF) -> None:
        """Stands in the middle of `place`, in the parent's coordinates, as large as it can be."""
        size = self._layout.size
        scale = min(place.width() / size.width(), place.height() / size.height())
        self.setScale(scale)
        self.setPos(place.center() - self.boundingRect().center() * scale)

    def start(self) -> None:
        """Plays from the beginning, over and over; call it once it stands on a scene."""
        self.stop()
        self._come()
        self._drift = self._animator.drift(self._pass)

    def settle(self) -> None:
        """Shows it as it is at the end of its entrance, and plays no more."""
        self.stop()
        self._item.settle()

    def stop(self) -> None:
        """Leaves everything as it is."""
        if self._drift:
            self._drift.cancel()
            self._drift = None
        self._item.stop()

    def close(self) -> None:
        """Lets go of whatever would outlive it, and leaves the scene that it stands on."""
        self.stop()
        self._item.close()
        if graphics := self.scene():
            graphics.removeItem(self)

    def _come(self) -> None:
        self._round, self._progress = 0, 0.0
        self._item.rewind()
        self._item.enter()

    def _pass(self, elapsed_ms: float) -> None:
        rounds, passed_ms = divmod(elapsed_ms, self._dwell_ms)
        if rounds != self._round:
            self._come()
            self._round = int(rounds)
        self._progress = passed_ms / self._dwell_ms
        self._item.follow(self._progress, playing=True)
        self.update(self._bar())

    def _bar(self) -> QRectF:
        """Where its time is shown: in the middle of where the rail stands."""
        row = self._layout.rail_rows[0]
        bar = QRectF(row.left(), 0, row.width(), BAR_PX)
        bar.moveCenter(row.center())
        return bar

    def boundingRect(self) -> QRectF:
        return self._layout.rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._layout.rect, self._still)
        if self._drift:
            self._paint_bar(painter, self._bar())

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.palette.rule)
        painter.drawRoundedRect(bar, BAR_PX / 2, BAR_PX / 2)
        painter.setBrush(self._accent)
        passed = QRectF(bar.topLeft(), bar.size())
        passed.setWidth(max(BAR_PX, bar.width() * self._progress))
        painter.drawRoundedRect(passed, BAR_PX / 2, BAR_PX / 2)


def thumbnail(
    exhibition: Exhibition, scene: str, look: Look, size: QSize, layout: Layout = LANDSCAPE
) -> QPixmap:
    """A small picture of a scene as it is when it has come, `size` in pixels.

    It is painted on no screen, and nothing that runs knows of it. That takes as long as several
    frames, so whoever wants many asks for one at a time, while nothing moves.

    Raises:
        KeyError: there is no such scene.
    """
    animator = Animator(ManualClock())
    graphics = QGraphicsScene()
    # The axes of a chart are drawn for a view alone.
    view = View(graphics, Backdrop(look.palette, animator, lambda: None))
    view.set_layout(layout)
    preview = Preview(exhibition, scene, look, layout, animator)
    graphics.addItem(preview)
    preview.settle()
    image = QImage(size * SHARPNESS, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    whole = Qt.AspectRatioMode.IgnoreAspectRatio
    graphics.render(painter, QRectF(image.rect()), layout.rect, whole)
    painter.end()
    preview.close()
    view.close()
    smooth = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(image.scaled(size, mode=smooth))


def _numbered(exhibition: Exhibition, name: str) -> tuple[int, Scene]:
    """A scene by its id, with its number, from 1; 0 stands for the prologue."""
    for number, scene in enumerate(different(exhibition.scenes), start=1):
        if scene.id == name:
            return number, scene
    if exhibition.prologue and exhibition.prologue.id == name:
        return 0, exhibition.prologue
    raise KeyError(name)


def _still(scene: Scene, look: Look, layout: Layout) -> QImage:
    size = (layout.size * STILL_RATIO).toSize()
    return render(scene.accent, size.width(), size.height(), inks(look.palette, scene.accent))
