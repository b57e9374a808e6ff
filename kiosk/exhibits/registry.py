"""Which kinds of exhibits there are. A new kind is one file beside this one and one line here."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.model import ExhibitSpec
from kiosk.exhibits.bar import BarItem, BarSpec
from kiosk.exhibits.exhibit import ExhibitFrame, ExhibitItem
from kiosk.exhibits.figures import FiguresItem, FiguresSpec
from kiosk.exhibits.line import LineItem, LineSpec
from kiosk.exhibits.timeline import TimelineItem, TimelineSpec


class Kind(NamedTuple):
    """What a kind says in a file, and what draws it."""

    spec: type[ExhibitSpec]
    item: Callable[[QGraphicsItem, Any, ExhibitFrame], ExhibitItem]


KINDS: Mapping[str, Kind] = {
    "bar": Kind(BarSpec, BarItem),
    "figures": Kind(FiguresSpec, FiguresItem),
    "line": Kind(LineSpec, LineItem),
    "timeline": Kind(TimelineSpec, TimelineItem),
}


def build(parent: QGraphicsItem, spec: ExhibitSpec, frame: ExhibitFrame) -> ExhibitItem:
    """The item that draws `spec`."""
    return KINDS[spec.kind].item(parent, spec, frame)
