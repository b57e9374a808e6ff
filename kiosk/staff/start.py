"""The page «Access and language»: how it is when a visitor comes, and how the panel hangs."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.show.animator import Animator
from kiosk.staff.choice import Choice
from kiosk.staff.commands import Choose
from kiosk.staff.origin import Origins
from kiosk.staff.page import Page
from kiosk.staff.section import BUTTON_PX, GAP_PX, Section
from kiosk.staff.start_choices import StartChoices
from kiosk.staff.start_words import StartWords
from kiosk.staff.status import Status
from kiosk.staff.wall import Wall
from kiosk.staff.words import PageWords, Phrasebook
from kiosk.toolkit.look import Look

TABS_PX = 700.0
SECTIONS = {"start": StartChoices, "wall": Wall}


class StartPage(Page):
    """Two tabs."""

    name = "start"
    words_kind: ClassVar[type[PageWords]] = StartWords
    drafts = True
    reads = ("drafted", "themes", "swatches", "highest_px")
    owns = (
        "start.language",
        "start.theme",
        "sound.on",
        "sound.volume",
        "panel.diagonal_mm",
        "panel.floor_mm",
        "poll.place",
        "staff.corner",
    )

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        upright: bool,
        words: Phrasebook,
        animator: Animator,
    ) -> None:
        super().__init__(parent, look, zone, upright, words, animator)
        self._origins = Origins(look, words)
        self._tab = "start"

    def build(self, status: Status) -> None:
        words = self.words
        assert isinstance(words, StartWords)
        wide = min(TABS_PX, self.body.width())
        tabs = QRectF(self.body.left(), self.body.top(), wide, BUTTON_PX)
        options = [("start", self.text(words.start)), ("wall", self.text(words.wall))]
        choice = Choice(self, self.look, tabs, options, self._tab)
        choice.chosen.connect(self._turn)
        zone = self.body.adjusted(0, BUTTON_PX + GAP_PX, 0, 0)
        kind = SECTIONS[self._tab]
        section: Section = kind(self, self.look, zone, words, self._origins, status, self.upright)
        section.drafted.connect(self._draft)
        self.add(choice)
        self.add(section)

    def _turn(self, tab: str) -> None:
        self._tab = tab
        self.rebuild()

    def _draft(self, chosen: Mapping[str, Any]) -> None:
        self.command(Choose(chosen))
