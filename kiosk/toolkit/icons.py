"""The icons of `resources/icons`: SVG files drawn in one colour, `currentColor` in the file."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer


class Icons:
    """Draws icons by name; a file is read once for each colour it is drawn in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}

    def draw(self, painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
        """Draws the icon `name` into `rect`.

        Raises:
            FileNotFoundError: there is no such icon.
        """
        key = (name, colour.name())
        if key not in self._renderers:
            svg = (self._folder / f"{name}.svg").read_text("utf-8")
            data = QByteArray(svg.replace("currentColor", colour.name()).encode())
            self._renderers[key] = QSvgRenderer(data)
        self._renderers[key].render(painter, rect)
