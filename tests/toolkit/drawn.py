"""What an item draws, as data: every word and every shape with its place and colour.

The item paints into an SVG file in memory, which is then read. So a test can ask what a visitor
would read where, whichever way the item draws it.
"""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPolygonF, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from kiosk.toolkit.counter import Counter
from kiosk.toolkit.text import TextBlock

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]\d+)?")


@dataclass(frozen=True)
class Words:
    """One piece of text; `box` reaches from its baseline to the top of a capital."""

    text: str
    box: QRectF
    colour: str
    opacity: float


@dataclass(frozen=True)
class Shape:
    """One filled or outlined shape; `points` are the corners of its outline."""

    points: QPolygonF
    fill: str
    stroke: str
    dashed: bool
    opacity: float

    @property
    def box(self) -> QRectF:
        return self.points.boundingRect()


@dataclass(frozen=True)
class Drawing:
    """Everything that was drawn, in the order of drawing."""

    words: tuple[Words, ...]
    shapes: tuple[Shape, ...]

    def texts(self) -> list[str]:
        """All words that can be seen."""
        return [words.text for words in self.words if words.opacity > 0]

    def find(self, text: str) -> Words:
        """The one place where `text` stands."""
        (found,) = (words for words in self.words if words.text == text)
        return found

    def filled(self, colour: QColor) -> list[QRectF]:
        """Where something is filled with just `colour`, opaquely."""
        return [s.box for s in self.shapes if s.fill == colour.name() and s.opacity == 1]


def drawing(item: QGraphicsItem, size: QSizeF) -> Drawing:
    """What `item`, which is on a scene, draws into `size` from its own origin on."""
    scene = item.scene()
    area = QRectF(item.scenePos(), size)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size.toSize())
    generator.setViewBox(QRect(0, 0, round(size.width()), round(size.height())))
    with QPainter(generator) as painter:
        scene.render(painter, QRectF(0, 0, size.width(), size.height()), area)
    return _read(buffer.data().data().decode())


def _read(svg: str) -> Drawing:
    words: list[Words] = []
    shapes: list[Shape] = []
    for group in ElementTree.fromstring(svg).iter(f"{_SVG}g"):
        transform = _transform(group.get("transform", ""))
        for element in group:
            if element.tag == f"{_SVG}text":
                words.append(_words(element, transform))
            elif element.tag != f"{_SVG}g":
                shapes.append(_shape(element, group, transform))
    return Drawing(tuple(words), tuple(shape for shape in shapes if shape.points))


def _transform(text: str) -> QTransform:
    a, b, c, d, x, y = map(float, _NUMBER.findall(text)) if text else (1, 0, 0, 1, 0, 0)
    return QTransform(a, b, c, d, x, y)


def _words(element: ElementTree.Element, transform: QTransform) -> Words:
    font = QFont(element.get("font-family", "").split(","))
    font.setPixelSize(round(float(element.get("font-size", "0"))))
    font.setBold(int(element.get("font-weight", "400")) > 400)
    metrics = QFontMetricsF(font)
    text = element.text or ""
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    high = metrics.capHeight()
    box = transform.mapRect(QRectF(x, y - high, metrics.horizontalAdvance(text), high))
    return Words(text, box, element.get("fill", ""), float(element.get("fill-opacity", "1")))


def _shape(
    element: ElementTree.Element, group: ElementTree.Element, transform: QTransform
) -> Shape:
    fill = element.get("fill") or group.get("fill", "none")
    stroke = group.get("stroke", "none")
    opaque = "fill-opacity" if fill != "none" else "stroke-opacity"
    return Shape(
        transform.map(QPolygonF(_corners(element))),
        fill,
        stroke,
        group.get("stroke-dasharray") is not None,
        float(group.get(opaque, "1")),
    )


def _corners(element: ElementTree.Element) -> list[QPointF]:
    def number(name: str) -> float:
        return float(element.get(name, "0"))

    tag = element.tag.removeprefix(_SVG)
    if tag in ("path", "polyline", "polygon"):
        found = [float(n) for n in _NUMBER.findall(element.get("d") or element.get("points", ""))]
        return [QPointF(x, y) for x, y in zip(found[::2], found[1::2], strict=True)]
    if tag == "rect":
        box = QRectF(number("x"), number("y"), number("width"), number("height"))
    elif tag in ("circle", "ellipse"):
        wide, high = (number("rx"), number("ry")) if tag == "ellipse" else (number("r"),) * 2
        box = QRectF(number("cx") - wide, number("cy") - high, 2 * wide, 2 * high)
    else:
        raise AssertionError(f"an SVG shape that this reader does not know: {tag}")
    return [box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()]


# --- pixels ------------------------------------------------------------------------------------


def picture(item: QGraphicsItem, size: QSizeF, ground: QColor) -> QImage:
    """`item`, which is on a scene, painted over `ground`, a pixel for each design pixel."""
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(ground)
    with QPainter(image) as painter:
        area = QRectF(item.scenePos(), size)
        item.scene().render(painter, QRectF(QPointF(0, 0), size), area)
    return image


def on_scene(item_of: type[QGraphicsItem] | None = None) -> tuple[QGraphicsScene, QGraphicsItem]:
    """An empty scene, and an item on it for others to stand on."""
    raise NotImplementedError


# --- texts -------------------------------------------------------------------------------------


def inside(item: QGraphicsItem) -> list[QGraphicsItem]:
    """`item` and everything visible on it, at any depth."""
    found = [item]
    for child in item.childItems():
        if child.isVisible():
            found += inside(child)
    return found


def blocks(item: QGraphicsItem) -> list[TextBlock]:
    """Every text block that can be seen on `item`."""
    return [found for found in inside(item) if isinstance(found, TextBlock)]


def line_boxes(block: TextBlock) -> list[QRectF]:
    """Where each line of a block stands on the stage, from its lowest to its highest ink."""
    metrics = QFontMetricsF(block.font)
    boxes = []
    for index, (x, line) in enumerate(lines_of(block)):
        ink = metrics.tightBoundingRect(line)
        baseline = block.first_baseline() + index * block.line_px
        boxes.append(block.mapRectToScene(ink.translated(x, baseline)))
    return boxes
