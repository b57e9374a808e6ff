"""Which kinds of exhibits there are. A new kind is one file beside this one and one line here."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.model import ExhibitSpec
from kiosk.exhibits.bar import BarItem, BarSpec
from kiosk.exhibits.exhibit import ExhibitFrame, ExhibitItem
from kiosk.exhibits.figures import FiguresItem, FiguresSpec
from kiosk.exhibits.image import ImageItem, ImageSpec
from kiosk.exhibits.line import LineItem, LineSpec
from kiosk.exhibits.network import NetworkItem, NetworkSpec
from kiosk.exhibits.pictogram import PictogramItem, PictogramSpec
from kiosk.exhibits.plain import PlainItem, PlainSpec
from kiosk.exhibits.prototype import PrototypeItem, PrototypeSpec
from kiosk.exhibits.timeline import TimelineItem, TimelineSpec


class Kind(NamedTuple):
    """What a kind says in a file, and what draws it."""

    spec: type[ExhibitSpec]
    item: type[ExhibitItem]


KINDS: Mapping[str, Kind] = {
    "bar": Kind(BarSpec, BarItem),
    "figures": Kind(FiguresSpec, FiguresItem),
    "image": Kind(ImageSpec, ImageItem),
    "line": Kind(LineSpec, LineItem),
    "network": Kind(NetworkSpec, NetworkItem),
    "pictogram": Kind(PictogramSpec, PictogramItem),
    "prototype": Kind(PrototypeSpec, PrototypeItem),
    "timeline": Kind(TimelineSpec, TimelineItem),
}

PLAIN = Kind(PlainSpec, PlainItem)
"""What stands in the place of all of them in the safe show."""


def build(parent: QGraphicsItem, spec: ExhibitSpec, frame: ExhibitFrame) -> ExhibitItem:
    """The item that draws `spec`."""
    return _kind(spec).item(parent, spec, frame)


def icon(spec: ExhibitSpec) -> str:
    """The name of the icon that stands for what `spec` is drawn as."""
    return _kind(spec).item.icon


def _kind(spec: ExhibitSpec) -> Kind:
    return PLAIN if isinstance(spec, PlainSpec) else KINDS[spec.kind]
