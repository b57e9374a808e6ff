from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGraphicsScene

from kiosk.cards.card import CardFrame, CardItem
from kiosk.cards.detail import Detail
from kiosk.cards.registry import KINDS, PLACED, build
from kiosk.content.language import Language
from kiosk.content.model import Person, Source, Term
from kiosk.toolkit.look import Look
from tests.conftest import LookFactory
from tests.toolkit.drawn import Drawing, drawing, picture

WIDE, LOW = QSizeF(536, 228), QSizeF(840, 174)
"""The slots of a card on a landscape and on a portrait screen."""

PEOPLE = {
    "nancy-ip": {
        "name": {"zh-Hant": "朱葉玉如", "zh-Hans": "朱叶玉如", "en": "Nancy Ip Yuk-yu"},
        "office": {
            "zh-Hant": "港區全國人大代表、香港科技大學校長",
            "zh-Hans": "港区全国人大代表、香港科技大学校长",
            "en": "Hong Kong deputy to the NPC; President of HKUST",
        },
    },
    "fang-zhou": {"name": "方舟", "office": "研究總監"},
}
GLOSSARY = {
    "fusion": {
        "term": {"zh-Hant": "可控核聚變", "en": "fusion"},
        "meaning": "把輕原子核合成較重的",
    },
    "cloud": {"term": "雲"},
}
SOURCES = {
    "caam": {"name": "中國汽車工業協會", "year": 2023},
    "tkp": {"name": "大公報", "year": 2024},
}


class Laid:
    """A closed card on a scene of its own."""

    def __init__(
        self, canvas: QGraphicsScene, look: Look, said: dict[str, Any], size: QSizeF
    ) -> None:
        self.look = look
        self.area = QRectF(QPointF(0, 0), size)
        frame = CardFrame(
            look=look,
            accent="new-energy",
            size=size,
            sources={key: Source.model_validate(value) for key, value in SOURCES.items()},
            people={key: Person.model_validate(value) for key, value in PEOPLE.items()},
            glossary={key: Term.model_validate(value) for key, value in GLOSSARY.items()},
        )
        self._table = canvas.addRect(QRectF())
        self.card: CardItem = build(
            self._table, {**KINDS, **PLACED}[said["kind"]].spec.model_validate(said), frame
        )

    def drawing(self) -> Drawing:
        return drawing(self.card.scene(), self.area, self.look.language)

    def picture(self) -> QImage:
        return picture(self.card.scene(), self.area, self.look.palette.background)

    def text(self) -> str:
        """Everything that is to be read on the closed card."""
        return "".join(self.drawing().texts())

    def detail(self) -> Detail:
        return self.card.detail()

    def take_up(self) -> None:
        """Free the table for another one."""
        self._table.scene().removeItem(self._table)


Lay = Callable[..., Laid]


@pytest.fixture
def lay(canvas: QGraphicsScene, make_look: LookFactory) -> Iterator[Lay]:
    """Lays down a card made from what a file would say, in place of the one before."""
    lying: list[Laid] = []

    def build_card(
        said: dict[str, Any], language: Language = "zh-Hant", size: QSizeF = WIDE
    ) -> Laid:
        while lying:
            lying.pop().take_up()
        lying.append(Laid(canvas, make_look(language, "ink-atlas"), said, size))
        return lying[0]

    yield build_card
    while lying:
        lying.pop().take_up()
