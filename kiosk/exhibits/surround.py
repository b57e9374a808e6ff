"""The words around a picture: its title and subtitle over it, its sources and notes under it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec, Source
from kiosk.toolkit.look import Look
from kiosk.toolkit.sources import source_line
from kiosk.toolkit.text import H2, SOURCE, SUBTITLE, TextBlock, text_width
from kiosk.toolkit.typesetting import spaced

GAP_PX = 14.0
TITLE_PX = 52.0
SUBTITLE_PX = 40.0
SEPARATOR = "　|　"


class Head(NamedTuple):
    """The words over a picture.

    Attributes:
        subtitle: it may be empty.
        bottom: where the picture may begin, in design pixels.
        width: how much of the subtitle's line is free for it and what stands behind it.
    """

    subtitle: TextBlock
    bottom: float
    width: float


def build_head(
    parent: QGraphicsItem, look: Look, spec: ExhibitSpec, unit: str, width: float, corner: QSizeF
) -> Head:
    """Sets title and subtitle, with the `unit` behind it.

    Args:
        parent: the exhibit.
        look: gives the words and their faces.
        spec: says them.
        unit: what is counted; may be empty.
        width: of the whole exhibit, in design pixels.
        corner: what is taken in the upper right corner: under it the width is free again.
    """
    beside = width - corner.width()
    title = look.text(spec.title)
    # One line in a smaller size before two in a larger one.
    one_line = text_width(look.font(H2.face, H2.sizes[-1]), spaced(title)) <= beside
    zone = QRectF(0, 0, beside, TITLE_PX if one_line or beside == width else corner.height())
    y = TextBlock(parent, look, title, H2, look.palette.text, zone).height
    words = look.text(spec.subtitle) if spec.subtitle else ""
    if unit:
        words = f"{words} ({unit})".strip() if look.language == "en" else f"{words}（{unit}）"
    narrowest = look.font(SUBTITLE.face, SUBTITLE.sizes[-1])
    place = QRectF(0, y + 4, beside, SUBTITLE_PX)
    if beside < width and (y > TITLE_PX or text_width(narrowest, words) > beside):
        place = QRectF(0, max(y + 4, corner.height() + 4), width, SUBTITLE_PX)
    subtitle = TextBlock(parent, look, words, SUBTITLE, look.palette.muted, place)
    bottom = place.top() + subtitle.height if words else y
    if beside < width:
        bottom = max(bottom, corner.height())
    return Head(subtitle, bottom + GAP_PX, place.width())


def build_foot(
    parent: QGraphicsItem, look: Look, bounds: QRectF, sources: str, notes: Iterable[Localised]
) -> float:
    """Sets sources and notes at the foot of `bounds`; returns where the picture has to end."""
    lines = _joined(look, [*filter(None, [sources]), *map(look.text, notes)], bounds.width())
    if not lines:
        return bounds.bottom()
    zone = QRectF(0, 0, bounds.width(), 140)
    foot = TextBlock(parent, look, "\n".join(lines), SOURCE, look.palette.muted, zone)
    foot.setPos(0, bounds.bottom() - foot.height)
    return bounds.bottom() - foot.height - GAP_PX


def source_words(look: Look, spec: ExhibitSpec, sources: Mapping[str, Source]) -> str:
    """Where the figures come from; what only illustrates says so."""
    words = []
    if spec.sources:
        words.append(source_line(look, [sources[source] for source in spec.sources]))
    if spec.illustration:
        words.append(look.text(look.strings.illustration))
    return SEPARATOR.join(words)


def _joined(look: Look, parts: list[str], width: float) -> list[str]:
    """`parts` side by side as far as they go, so that a line ends with a part."""
    font = look.font("sans", SOURCE.sizes[0])
    lines: list[str] = []
    for part in parts:
        if lines:
            longer = f"{lines[-1]}{SEPARATOR}{part}"
            if text_width(font, longer) <= width:
                lines[-1] = longer
                continue
        lines.append(part)
    return lines
