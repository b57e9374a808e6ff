"""What stands in an exhibit's place in the safe show: its words, and that its picture is missing.

It is no kind that a scene can ask for.
"""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.content.model import Exhibition, ExhibitSpec, Scene
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.toolkit.text import SUBTITLE, TextBlock

RADIUS_PX = 24.0
EDGE_PX = 3.0


class PlainSpec(ExhibitSpec):
    """`plain`: the words of another exhibit."""

    kind: Literal["plain"]


class PlainItem(ExhibitItem):
    """An empty frame that says why it is empty."""

    def build(self, rect: QRectF) -> None:
        self._frame_rect = rect.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        muted = self.look.palette.muted
        words = self.look.text(self.look.strings.no_picture)
        zone = rect.adjusted(RADIUS_PX, 0, -RADIUS_PX, 0)
        align = Qt.AlignmentFlag.AlignHCenter
        said = TextBlock(self, self.look, words, SUBTITLE, muted, zone, align)
        said.setY(rect.center().y() - said.height / 2)

    def paint_picture(self, painter: QPainter) -> None:
        painter.setPen(QPen(self.look.palette.rule, EDGE_PX))
        painter.drawRoundedRect(self._frame_rect, RADIUS_PX, RADIUS_PX)


def plain(exhibition: Exhibition) -> Exhibition:
    """The same without any exhibit but for their words."""
    prologue = exhibition.prologue and _plain_scene(exhibition.prologue)
    scenes = tuple(map(_plain_scene, exhibition.scenes))
    return exhibition.model_copy(update={"scenes": scenes, "prologue": prologue})


def _plain_scene(scene: Scene) -> Scene:
    exhibits = tuple(map(_plain_exhibit, scene.exhibits))
    return scene.model_copy(update={"exhibits": exhibits})


def _plain_exhibit(spec: ExhibitSpec) -> PlainSpec:
    words = {name: getattr(spec, name) for name in ExhibitSpec.model_fields}
    return PlainSpec.model_construct(**words | {"kind": "plain"})
