"""Pictures from files: whether a file can be shown, and loaded no larger than it is shown."""

from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QRectF, QSize, QSizeF, Qt, QXmlStreamReader
from PySide6.QtGui import (
    QBrush,
    QImage,
    QImageIOHandler,
    QImageReader,
    QPainter,
    QPixmap,
    QTransform,
)

from kiosk.content.files import SceneFiles
from kiosk.content.problem import ContentError, quoted
from kiosk.content.tree import Leaf, Node, data

LONGEST_PX = 8000
FORMATS = ("png", "jpeg", "webp", "svg")
UNREADABLE = "is no picture that can be shown: save it as PNG, JPEG, WebP or SVG"


def checked_picture(name: Node, files: SceneFiles) -> Leaf:
    """The place of the picture that a scene names, in the place of its name.

    It needs no application, and so does not lay out the words in an SVG file.

    Raises:
        ContentError: if it is not there, or cannot be shown.
    """
    path = files.path(name)
    if objection := _objection(path):
        raise ContentError.at(name.mark, f"{quoted(str(data(name)))} {objection}")
    return Leaf(name.mark, path.absolute())


def _objection(path: Path) -> str | None:
    """What keeps a file from being shown, to stand behind its name."""
    reader = _reader(path)
    if reader.format() not in FORMATS:
        return UNREADABLE
    if reader.format() == "svg":
        return _objection_to_drawing(path)
    size = reader.size()
    if not size.isValid():
        return UNREADABLE
    if max(size.width(), size.height()) > LONGEST_PX:
        return (
            f"is {size.width()} by {size.height()} pixels: "
            f"make it smaller, at most {LONGEST_PX} a side"
        )
    return None


def _objection_to_drawing(path: Path) -> str | None:
    file = QFile(path)
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QXmlStreamReader(file)
    while not reader.atEnd():
        if reader.readNext() != QXmlStreamReader.TokenType.StartElement:
            continue
        link = reader.attributes().value("href") or reader.attributes().value("xlink:href")
        if reader.name() == "image" and not link.startswith("data:"):
            return "points to another picture: put that one into the file"
    return UNREADABLE if reader.hasError() else None


def load_picture(path: Path, room: QSizeF, scale: float, radius: float) -> QPixmap | None:
    """The picture as large as fits into `room`, upright and with round corners.

    Args:
        path: the file.
        room: in design pixels.
        scale: how many pixels of the screen a design pixel is.
        radius: of the corners, in design pixels.

    Returns:
        None where the file is gone, or no longer a picture.
    """
    reader = _reader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isEmpty():
        return None
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    place = (room * scale).toSize()
    if turned:
        place.transpose()
    fitting = size.scaled(place, Qt.AspectRatioMode.KeepAspectRatio)
    reader.setScaledSize(fitting.expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else _rounded(image, scale, radius)


def draw_picture(painter: QPainter, pixmap: QPixmap, room: QRectF) -> None:
    """Draws a loaded picture in the middle of `room`: pixel by pixel where it has the scale."""
    rect = QRectF(room.topLeft(), pixmap.deviceIndependentSize())
    rect.moveCenter(room.center())
    to_device = painter.deviceTransform()
    painter.save()
    if abs(to_device.m11() - pixmap.devicePixelRatio()) < 0.01 and not to_device.isRotating():
        corner = to_device.map(rect.topLeft())
        painter.resetTransform()
        ratio = painter.deviceTransform().m11()
        painter.setTransform(
            QTransform.fromTranslate(round(corner.x()) / ratio, round(corner.y()) / ratio)
        )
        rect = QRectF(0, 0, pixmap.width() / ratio, pixmap.height() / ratio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()))
    painter.restore()


def _reader(path: Path) -> QImageReader:
    """A reader that goes by what is in the file, whatever it is called."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    return reader


def _rounded(image: QImage, scale: float, radius: float) -> QPixmap:
    pixmap = QPixmap(image.size())
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawRoundedRect(QRectF(image.rect()), radius * scale, radius * scale)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
