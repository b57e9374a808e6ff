"""Staff who are none: in the morning and at noon they come in, look round, and change something."""

from itertools import count
from random import Random

from kiosk.app import House, Kiosk
from kiosk.content.language import LANGUAGES, Localised
from kiosk.rehearsal.finger import Finger, Waits
from kiosk.staff.gate import GateWords
from kiosk.staff.machine_words import MachineWords
from kiosk.staff.pages import PAGES
from kiosk.staff.panel import Panel
from kiosk.staff.programme_words import ProgrammeWords
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.touchable import Touchable

PIN = "2580"
BETWEEN_MS = 3 * 3_600_000.0
KNOCKS = 5
TOUCH_MS = 700.0
LOOK_MS = 2_500.0
_MACHINE = [page.name for page in PAGES].index("machine")


class Staff:
    """One of them at a time.

    Attributes:
        sessions: how often somebody has got as far as the panel.
        applied: how often something was changed there.
    """

    def __init__(
        self, kiosk: Kiosk, house: House, finger: Finger, words: Phrasebook, random: Random
    ) -> None:
        self._kiosk = kiosk
        self._house = house
        self._finger = finger
        self._programme = words.words(ProgrammeWords, "programme")
        self._machine = words.words(MachineWords, "machine")
        self._gate = words.words(GateWords, "gate")
        self._random = random
        self.sessions = 0
        self.applied = 0

    def come(self) -> Waits:
        """Without an end: some times a day, day and night."""
        for number in count():
            yield BETWEEN_MS if number else BETWEEN_MS / 6
            while self._kiosk.visit.somebody:
                yield 10_000.0
            yield from self._come_in()
            if isinstance(self._house.desk.cover, Panel):
                self.sessions += 1
                yield from self._look_round()
                yield from self._change_dwells(longer=number % 2 == 0)
                yield from self._clean()

    def _come_in(self) -> Waits:
        place = self._kiosk.stage.door_place().center()
        for _ in range(KNOCKS):
            yield from self._finger.tap_at(place)
            yield 250.0
        # A PIN that is chosen anew has to be entered twice.
        for _ in range(1 if self._house.lock.has_pin else 2):
            for digit in PIN:
                yield from self._touch(digit)
            for confirm in self._named(self._gate.confirm)[:1]:
                yield from self._finger.tap(confirm)
            yield LOOK_MS

    def _look_round(self) -> Waits:
        """Opens every page, the first one last."""
        for index in reversed(range(len(PAGES))):
            if isinstance(panel := self._house.desk.cover, Panel):
                yield from self._finger.tap(panel.touchables()[index])
                yield LOOK_MS

    def _change_dwells(self, longer: bool) -> Waits:
        """Has some scenes stay longer, or again as long as before, and applies it."""
        for scene in self._kiosk.stage.exhibition.scenes:
            dwell = self._programme.dwell
            names = {dwell.text(one).format(title=scene.title.text(one)) for one in LANGUAGES}
            found = [one for one in self._targets() if any(name in one.name for name in names)]
            for _ in range(self._random.randint(1, 3) if len(found) > 1 else 0):
                yield from self._finger.tap(found[1 if longer else 0])
                yield TOUCH_MS
        if isinstance(panel := self._house.desk.cover, Panel):
            yield from self._finger.tap(panel.touchables()[-1])
            yield LOOK_MS
            self.applied += 1

    def _clean(self) -> Waits:
        """Goes by way of the cleaning, or closes the panel."""
        panel = self._house.desk.cover
        if not isinstance(panel, Panel):
            return
        yield from self._finger.tap(panel.touchables()[_MACHINE])
        for words in (self._machine.tabs.actions, self._machine.clean):
            yield LOOK_MS
            for item in self._named(words)[:1]:
                yield from self._finger.tap(item)

    def _touch(self, name: str) -> Waits:
        for item in [one for one in self._targets() if one.name == name][:1]:
            yield from self._finger.tap(item)
            yield TOUCH_MS

    def _named(self, words: Localised) -> list[Touchable]:
        names = {words.text(language) for language in LANGUAGES}
        return [one for one in self._targets() if one.name in names]

    def _targets(self) -> list[Touchable]:
        return self._kiosk.stage.touchables()
