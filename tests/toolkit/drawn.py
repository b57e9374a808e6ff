"""What a scene draws, as data: every word and every shape with its place and colour.

It is painted into an SVG file in memory, which is then read. So a test can ask what a visitor sees
where, whichever item draws it and by whichever call.
"""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from kiosk.content.language import Language

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")
_DPI = 96
"""What Qt takes a screen for; pyqtgraph records its axes for one."""


@dataclass(frozen=True)
class Words:
    """One piece of text in one script; `box` is the room that its letters take up."""

    text: str
    box: QRectF
    baseline: float
    colour: str
    opacity: float


@dataclass(frozen=True)
class Shape:
    """One filled or outlined shape; `points` are the corners of its outline."""

    tag: str
    points: tuple[QPointF, ...]
    fill: str
    stroke: str
    stroke_px: float
    dashed: bool
    opacity: float

    @property
    def box(self) -> QRectF:
        xs, ys = [p.x() for p in self.points], [p.y() for p in self.points]
        return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))


@dataclass(frozen=True)
class Drawing:
    """Everything that can be seen, in the order of drawing."""

    words: tuple[Words, ...]
    shapes: tuple[Shape, ...]

    def texts(self) -> list[str]:
        return [words.text for words in self.words]

    def find(self, text: str) -> Words:
        """The one place where `text` stands."""
        found = [words for words in self.words if words.text == text]
        assert len(found) == 1, f"{text!r} is one of {self.texts()}"
        return found[0]

    def filled(self, colour: QColor) -> list[QRectF]:
        """What is filled with just `colour`, from left to right."""
        found = [s.box for s in self.shapes if s.fill == colour.name() and s.opacity == 1]
        return sorted(found, key=QRectF.left)

    def lines(self, colour: QColor, least_px: float) -> list[Shape]:
        """What is drawn in `colour` with a pen of `least_px` or more."""
        wanted = (s for s in self.shapes if s.tag == "polyline" and s.stroke == colour.name())
        return [shape for shape in wanted if shape.stroke_px >= least_px]


def drawing(graphics: QGraphicsScene, area: QRectF, language: Language = "zh-Hant") -> Drawing:
    """What is drawn within `area`, by places on the scene.

    The file tells the family and the size of letters; how wide quotation marks are set, only the
    `language` tells.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(area.size().toSize())
    generator.setViewBox(area)
    with QPainter(generator) as painter:
        graphics.render(painter, area, area)
    return _read(buffer.data().data().decode(), narrow=language == "en")


def picture(graphics: QGraphicsScene, area: QRectF, ground: QColor) -> QImage:
    """The same in pixels over `ground`, one for each design pixel."""
    image = QImage(area.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(ground)
    with QPainter(image) as painter:
        graphics.render(painter, QRectF(image.rect()), area)
    return image


def alike(one: QImage, other: QImage) -> bool:
    """Whether nobody could tell two pictures apart: cached glyphs differ by a shade."""
    shades = [np.frombuffer(image.constBits(), np.uint8).astype(np.int16) for image in (one, other)]
    return one.size() == other.size() and int(np.abs(shades[0] - shades[1]).max()) <= 48


def inside(item: QGraphicsItem) -> list[QGraphicsItem]:
    """`item` and everything on it that is visible, at any depth."""
    found = [item]
    for child in item.childItems():
        if child.isVisible():
            found += inside(child)
    return found


def _read(svg: str, narrow: bool) -> Drawing:
    words: list[Words] = []
    shapes: list[Shape] = []
    for group in ElementTree.fromstring(svg).iter(f"{_SVG}g"):
        transform = _transform(group.get("transform"))
        for element in group:
            tag = element.tag.removeprefix(_SVG)
            if tag == "text":
                words.append(_words(element, group, transform, narrow))
            elif tag != "g" and (shape := _shape(tag, element, group, transform)):
                shapes.append(shape)
    return Drawing(
        tuple(w for w in words if w.opacity > 0 and w.text.strip()),
        tuple(s for s in shapes if s.opacity > 0),
    )


def _transform(text: str | None) -> QTransform:
    return QTransform(*map(float, _NUMBER.findall(text))) if text else QTransform()


def _words(
    element: ElementTree.Element,
    group: ElementTree.Element,
    transform: QTransform,
    narrow: bool,
) -> Words:
    font = QFont(element.get("font-family", "").split(","))
    font.setPixelSize(round(float(element.get("font-size", "1"))))
    font.setBold(int(element.get("font-weight", "400")) > 400)
    font.setFeature(QFont.Tag("pwid"), narrow)
    text = element.text or ""
    start = QPointF(float(element.get("x", "0")), float(element.get("y", "0")))
    ink = QFontMetricsF(font).tightBoundingRect(text).translated(start)
    return Words(
        text,
        transform.mapRect(ink),
        transform.map(start).y(),
        element.get("fill", ""),
        float(element.get("fill-opacity", "1")) * float(group.get("opacity", "1")),
    )


def _shape(
    tag: str, element: ElementTree.Element, group: ElementTree.Element, transform: QTransform
) -> Shape | None:
    points = tuple(transform.map(point) for point in _corners(tag, element))
    if not points:
        return None
    fill = group.get("fill", "none") if element.get("fill", "") != "none" else "none"
    painted = "stroke" if fill == "none" else "fill"
    if group.get(painted, "none") == "none":
        return None
    return Shape(
        tag,
        points,
        fill,
        group.get("stroke", "none"),
        float(group.get("stroke-width", "0")),
        group.get("stroke-dasharray") is not None,
        float(group.get(f"{painted}-opacity", "1")) * float(group.get("opacity", "1")),
    )


def _corners(tag: str, element: ElementTree.Element) -> list[QPointF]:
    def number(name: str) -> float:
        return float(element.get(name, "0"))

    match tag:
        case "path" | "polyline" | "polygon":
            text = element.get("d") or element.get("points") or ""
            found = [float(n) for n in _NUMBER.findall(text)]
            return [QPointF(x, y) for x, y in zip(found[::2], found[1::2], strict=True)]
        case "rect":
            box = QRectF(number("x"), number("y"), number("width"), number("height"))
        case "circle":
            box = _round(number("cx"), number("cy"), number("r"), number("r"))
        case "ellipse":
            box = _round(number("cx"), number("cy"), number("rx"), number("ry"))
        case "image":
            return []
        case _:
            raise AssertionError(f"an SVG shape that this reader does not know: {tag}")
    return [box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()]


def _round(x: float, y: float, wide: float, high: float) -> QRectF:
    return QRectF(x - wide, y - high, 2 * wide, 2 * high)
