"""The page «Machine»: whether it is well, what went wrong, tests of its screen, and daily tasks."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.language import Localised
from kiosk.show.animator import Animator
from kiosk.staff.action import Action
from kiosk.staff.choice import Choice
from kiosk.staff.colour_test import ColourTest
from kiosk.staff.commands import TrustClock
from kiosk.staff.field import Field
from kiosk.staff.headline import MOST_ROWS, Headline
from kiosk.staff.machine_actions import Ending, Tasks, build_question
from kiosk.staff.machine_figures import Figures
from kiosk.staff.machine_problems import build_problems
from kiosk.staff.machine_words import MachineWords, said_concern
from kiosk.staff.page import Page
from kiosk.staff.status import Status
from kiosk.staff.touch_test import TouchTest, TouchWords
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable

TABS_PX = 96.0
GAP_PX = 16.0
BUTTON_PX = 96.0
BUTTON_WIDE_PX = 280.0
TEST_PX = 160.0
HEADLINE_PX = 240.0
Test = TouchTest | ColourTest


class MachinePage(Page):
    """Four parts, of which one is seen; a test covers the whole panel until it is over."""

    name = "machine"
    words_kind = MachineWords
    words: MachineWords

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
        self._panel_bounds = parent.boundingRect()
        self._part = "state"
        self._first_trouble = 0
        self._figures: Figures | None = None
        self._asked: Ending | None = None
        self._test: Test | None = None

    def show_status(self, status: Status) -> None:
        before, self.status = self.status, status
        if self._test:
            return
        if before is None or _outline(before) != _outline(status):
            self.rebuild()
        elif self._figures:
            self._figures.show(status.machine)

    def build(self, status: Status) -> None:
        words, text = self.words, self.text
        self._figures = None
        parts: dict[str, tuple[Localised, Callable[[Status, QRectF], None]]] = {
            "state": (words.tabs.state, self._build_state),
            "problems": (words.tabs.problems, self._build_problems),
            "tests": (words.tabs.tests, self._build_tests),
            "actions": (words.tabs.actions, self._build_actions),
        }
        row = QRectF(self.body.left(), self.body.top(), self.body.width(), TABS_PX)
        options = [(part, text(name)) for part, (name, _) in parts.items()]
        tabs = Choice(self, self.look, row, options, self._part)
        tabs.chosen.connect(self._open)
        for tab in tabs.touchables():
            self.control(tab)
        _, build = parts[self._part]
        build(status, self.body.adjusted(0, TABS_PX + GAP_PX, 0, 0))

    def touchables(self) -> list[Touchable]:
        return [self._test] if self._test else super().touchables()

    def covering(self) -> QGraphicsItem | None:
        return self._test

    def cover(self, bounds: QRectF) -> None:
        self._panel_bounds = QRectF(bounds)
        if self._test:
            self._test.cover(bounds)

    def leave(self) -> None:
        if self._test:
            discard(self._test)
            self._test = None

    def _open(self, part: str) -> None:
        self._part = part
        self._first_trouble = 0
        self._asked = None
        self.rebuild()

    # How it is

    def _build_state(self, status: Status, room: QRectF) -> None:
        head = QRectF(room.left(), room.top(), room.width(), HEADLINE_PX)
        self._build_headline(status, head)
        rest = room.adjusted(0, HEADLINE_PX + GAP_PX, 0, 0)
        columns = 2 if self.upright else 4
        self._figures = Figures(self, self.look, rest, columns, self.words, status.machine)

    def _build_headline(self, status: Status, rect: QRectF) -> None:
        words, machine = self.words, status.machine
        concerns = machine.concerns
        free_px = 0.0 if machine.clock_trusted else BUTTON_WIDE_PX + GAP_PX
        title = self.text(words.concerns).format(count=len(concerns))
        lines = [said_concern(self.look, words, one, machine.now) for one in concerns]
        if len(lines) > MOST_ROWS:
            more = self.text(words.more_concerns).format(count=len(lines) - MOST_ROWS + 1)
            lines = [*lines[: MOST_ROWS - 1], more]
        if not concerns:
            title, lines = self.text(words.all_well), [self.text(words.all_well_note)]
        Headline(self, self.look, rect, not concerns, title, lines, free_px)
        if not machine.clock_trusted:
            place = QRectF(0, 0, BUTTON_WIDE_PX, BUTTON_PX)
            place.moveCenter(rect.center())
            place.moveRight(rect.right() - 32)
            button = Action(self, self.look, place, self.text(words.clock_is_right))
            button.activated.connect(lambda: self.command(TrustClock()))
            self.control(button)

    # What went wrong

    def _build_problems(self, status: Status, room: QRectF) -> None:
        build_problems(self, self.words, room, status.machine, self._first_trouble, self._turn)

    def _turn(self, first: int) -> None:
        self._first_trouble = first
        self.rebuild()

    # Tests

    def _build_tests(self, _status: Status, room: QRectF) -> None:
        words = self.words
        tests: tuple[tuple[Localised, Localised, Callable[[], Test]], ...] = (
            (words.touch_test, words.touch_test_note, self._touch_test),
            (words.colour_test, words.colour_test_note, self._colour_test),
        )
        for index, (name, note, test) in enumerate(tests):
            top = room.top() + index * (TEST_PX + GAP_PX)
            rect = QRectF(room.left(), top, room.width(), TEST_PX)
            field = Field(self, self.look, rect, self.text(name), self.text(note), BUTTON_WIDE_PX)
            place = QRectF(field.place)
            place.setHeight(BUTTON_PX)
            place.moveCenter(field.place.center())
            button = Action(field, self.look, place, self.text(words.begin))
            button.name = self.text(name)
            button.activated.connect(lambda test=test: self._begin(test()))
            self.control(button)

    def _touch_test(self) -> Test:
        words, text = self.words, self.text
        said = TouchWords(
            name=text(words.touch_test),
            hint=text(words.touch_hint),
            count=text(words.touch_count),
            done=text(words.touch_done),
            back=text(words.back),
        )
        return TouchTest(self, self.look, self._panel_bounds, said)

    def _colour_test(self) -> Test:
        name, hint = self.text(self.words.colour_test), self.text(self.words.colour_hint)
        return ColourTest(self, self.look, self._panel_bounds, name, hint)

    def _begin(self, test: Test) -> None:
        self._test = test
        test.activated.connect(self._end)
        self.rebuilt.emit()

    def _end(self) -> None:
        self._test = None
        self.rebuild()

    # Tasks

    def _build_actions(self, status: Status, room: QRectF) -> None:
        if self._asked:
            build_question(self, self.words, room, self._asked, self._answer)
        else:
            Tasks(self, self.words, room, status, self._ask)

    def _ask(self, ending: Ending) -> None:
        self._asked = ending
        self.rebuild()

    def _answer(self, means_it: bool) -> None:
        asked, self._asked = self._asked, None
        self.rebuild()
        if means_it and asked:
            self.command(asked)


def _outline(status: Status) -> tuple[object, ...]:
    """What the page is built anew for; all else changes while it is looked at."""
    machine = status.machine
    concerns = [(one.kind, one.detail, one.count) for one in machine.concerns]
    return (
        concerns,
        machine.troubles,
        machine.clock_trusted,
        machine.now.date(),
        status.guided,
        status.suspended,
    )
