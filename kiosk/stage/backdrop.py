"""The picture behind the scenes, as large as the window, cross-faded as one scene gives way."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from kiosk.backdrops.registry import Inks, render
from kiosk.content.model import Accent
from kiosk.toolkit.palette import Palette


class Backdrop:
    """Renders each accent's backdrop once for the window's size and blends two of them."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._size = QSize(1, 1)
        self._ratio = 1.0
        self._images: dict[Accent, QImage] = {}
        self._accent: Accent | None = None
        self._other: Accent | None = None
        self._other_share = 0.0

    def wear(self, palette: Palette) -> None:
        """Renders in the colours of `palette` from now on."""
        before = [self._inks(accent) for accent in self._images]
        self._palette = palette
        if before != [self._inks(accent) for accent in self._images]:
            self._render_anew()

    def resize(self, size: QSize, ratio: float) -> None:
        """Renders for another window from now on, `ratio` device pixels for each of its `size`."""
        if (size, ratio) == (self._size, self._ratio):
            return
        self._size, self._ratio = size, ratio
        self._render_anew()

    def show(self, accent: Accent, other: Accent | None = None, other_share: float = 0.0) -> None:
        """Shows `accent`, with `other` over it to the share of `other_share`, from 0 to 1."""
        self._accent, self._other, self._other_share = accent, other, other_share
        self.prepare(accent)
        if other:
            self.prepare(other)

    def has(self, accent: Accent) -> bool:
        """Whether a backdrop is rendered."""
        return accent in self._images

    def prepare(self, accent: Accent) -> None:
        """Renders a backdrop that will soon be wanted, where that has not been done."""
        if accent in self._images:
            return
        inks, size = self._inks(accent), self._size * self._ratio
        self._images[accent] = render(accent, size.width(), size.height(), inks)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paints the part `exposed` of the window, in its own pixels."""
        ratio = self._ratio
        part = QRectF(exposed.topLeft() * ratio, exposed.size() * ratio)
        if self._accent:
            painter.drawImage(exposed, self._images[self._accent], part)
        if self._other and self._other != self._accent and self._other_share > 0:
            painter.setOpacity(self._other_share)
            painter.drawImage(exposed, self._images[self._other], part)
            painter.setOpacity(1.0)

    def _render_anew(self) -> None:
        """Forgets all that is rendered but for what is shown, and renders that."""
        self._images.clear()
        for accent in (self._accent, self._other):
            if accent:
                self.prepare(accent)

    def _inks(self, accent: Accent) -> Inks:
        return Inks(
            background=self._palette.background,
            star=self._palette.muted,
            accent=self._palette.accent(accent),
            others=self._palette.scene_accents(),
        )
