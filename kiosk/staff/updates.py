"""The page «Content update»: what runs, what is on the stick, and the way back."""

from collections.abc import Callable
from typing import ClassVar, Literal

from PySide6.QtCore import QRectF

from kiosk.staff.action import Action
from kiosk.staff.commands import Command, InstallUpdate, LookForUpdate, RollBack
from kiosk.staff.field import Field
from kiosk.staff.headline import Headline
from kiosk.staff.page import Page
from kiosk.staff.progress_bar import ProgressBar
from kiosk.staff.section import columns
from kiosk.staff.status import Status
from kiosk.staff.tile import Said, Tile
from kiosk.staff.update_words import UpdatesWords
from kiosk.staff.words import PageWords
from kiosk.venue.update_status import UpdateStatus

GAP_PX = 24.0
TILE_PX = 150.0
CARD_PX = 240.0
UPRIGHT_CARD_PX = 288.0
ROW_PX = 150.0
BUTTON_PX = 96.0
BUTTON_WIDE_PX = 280.0
BAR_PX = 12.0
FULL = 100

Asked = Literal["install", "back"]
Button = tuple[str, Callable[[], None], bool]
"""Its words, what it does, and whether it is what most will want."""


class UpdatesPage(Page):
    """Says one thing at a time about the stick, with what can be done about it below."""

    name = "updates"
    words: UpdatesWords
    words_kind: ClassVar[type[PageWords]] = UpdatesWords
    reads = ("update",)

    _asked: Asked | None = None

    def build(self, status: Status) -> None:
        update, top = status.update, self.body.top() + 8
        tiles = QRectF(self.body.left(), top, self.body.width(), TILE_PX)
        self._build_tiles(update, tiles)
        high = UPRIGHT_CARD_PX if self.upright else CARD_PX
        card = QRectF(self.body.left(), tiles.bottom() + GAP_PX, self.body.width(), high)
        self._build_card(update, card)
        self._build_way_back(update, card.bottom() + 2 * GAP_PX + BUTTON_PX)

    # What runs

    def _build_tiles(self, update: UpdateStatus, zone: QRectF) -> None:
        words, unknown = self.words, self.text(self.words.unknown)
        since = self.text(words.since).format(date=words.day(self.look.language, update.since))
        told = (
            (words.application, update.app_version or unknown),
            (words.content, update.content_version or unknown),
        )
        for (name, figure), rect in zip(told, columns(zone, len(told)), strict=True):
            said = Said(figure, since if update.since else "")
            Tile(self, self.look, rect, self.text(name), said)

    # The stick, and what becomes of what is on it

    def _build_card(self, update: UpdateStatus, zone: QRectF) -> None:
        words, text = self.words, self.text
        if not update.possible:
            self._say(zone, False, text(words.not_possible), [text(words.not_possible_note)])
        elif self._asked == "back" and update.before:
            title = text(words.sure_back).format(version=update.before)
            self._ask(zone, title, text(words.sure_back_note), text(words.go_back), RollBack())
        elif self._asked == "install" and update.step == "found":
            title, note = text(words.sure_install), text(words.sure_install_note)
            self._ask(zone, title, note, text(words.install), InstallUpdate())
        elif update.step == "idle" and update.trial.state != "none":
            self._build_trial(update, zone)
        elif update.step == "idle":
            Field(self, self.look, zone, text(words.insert), text(words.insert_note))
            self._build_buttons(zone, [(text(words.look), self._look_for, True)])
        elif update.step == "found":
            self._build_offer(update, zone)
        elif update.step == "refused":
            self._build_refusal(update, zone)
        elif update.step in ("staged", "back"):
            title = text(words.staged if update.step == "staged" else words.back)
            self._say(zone, True, title, [text(words.staged_note), *self._noted(update)])
        else:
            self._build_progress(update, zone)

    def _build_progress(self, update: UpdateStatus, zone: QRectF) -> None:
        words = self.words
        told = {"looking": words.looking, "copying": words.copying, "checking": words.checking}
        name = self.text(told.get(update.step, words.installing))
        name = name.format(percent=round(update.progress * FULL))
        Field(self, self.look, zone, name)
        if update.step == "copying":
            bar = QRectF(zone.left() + 28, zone.bottom() - 60, zone.width() - 56, BAR_PX)
            ProgressBar(self, self.look, bar, update.progress)

    def _build_offer(self, update: UpdateStatus, zone: QRectF) -> None:
        words, text, offer = self.words, self.text, update.offer
        assert offer is not None
        title = text(words.found).format(kind=text(words.kinds[offer.kind]))
        self._say(zone, True, title, words.offered(self.look.language, offer))
        self._build_buttons(
            zone,
            [
                (text(words.again), self._look_for, False),
                (text(words.install), lambda: self._turn("install"), True),
            ],
        )

    def _build_refusal(self, update: UpdateStatus, zone: QRectF) -> None:
        words, text = self.words, self.text
        assert update.reason is not None
        lines = [text(words.reasons[update.reason]), *self._noted(update)]
        if update.detail and update.reason == "exhibition-wrong":
            lines.insert(1, update.detail)
        self._say(zone, False, text(words.refused), lines)
        self._build_buttons(zone, [(text(words.again), self._look_for, True)])

    def _build_trial(self, update: UpdateStatus, zone: QRectF) -> None:
        words, text, trial = self.words, self.text, update.trial
        if trial.state == "failed":
            note = words.trial_reasons[trial.reason or "trouble"]
            title = words.trial_failed
        elif trial.state == "passed":
            title, note = words.trial_passed, words.trial_passed_note
        else:
            title, note = words.trial_running, words.trial_running_note
        lines = [text(note).format(version=trial.version)]
        self._say(zone, trial.state != "failed", text(title), lines)
        self._build_buttons(zone, [(text(words.look), self._look_for, False)])

    def _noted(self, update: UpdateStatus) -> list[str]:
        return [self.text(self.words.noted)] if update.noted else []

    # The way back

    def _build_way_back(self, update: UpdateStatus, top: float) -> None:
        if not update.before or self._asked or update.step not in ("idle", "found", "refused"):
            return
        words, text = self.words, self.text
        rect = QRectF(self.body.left(), top, self.body.width(), ROW_PX)
        name = text(words.before)
        field = Field(self, self.look, rect, name, update.before, BUTTON_WIDE_PX)
        place = QRectF(0, 0, BUTTON_WIDE_PX, BUTTON_PX)
        place.moveCenter(field.place.center())
        button = Action(field, self.look, place, text(words.go_back))
        button.activated.connect(lambda: self._turn("back"))
        self.control(button)

    # How it is said, and asked

    def _say(self, zone: QRectF, is_well: bool, title: str, lines: list[str]) -> None:
        Headline(self, self.look, zone, is_well, title, lines)

    def _ask(self, zone: QRectF, title: str, note: str, does: str, command: Command) -> None:
        """Asks whether staff mean it; what changes nothing comes first."""
        self._say(zone, False, title, [note])
        cancel = self.text(self.words.cancel)
        self._build_buttons(
            zone,
            [(cancel, lambda: self._turn(None), False), (does, lambda: self._mean(command), True)],
        )

    def _build_buttons(self, zone: QRectF, buttons: list[Button]) -> None:
        row = QRectF(zone.left(), zone.bottom() + GAP_PX, zone.width(), BUTTON_PX)
        for (name, does, is_primary), rect in zip(buttons, columns(row, len(buttons)), strict=True):
            button = Action(self, self.look, rect, name, is_primary=is_primary)
            button.activated.connect(does)
            self.control(button)

    def _look_for(self) -> None:
        self.command(LookForUpdate())

    def _turn(self, asked: Asked | None) -> None:
        self._asked = asked
        self.rebuild()

    def _mean(self, command: Command) -> None:
        self._turn(None)
        self.command(command)
