"""Visitors who are none: they come at any time while the exhibition is open, and touch anything."""

from collections.abc import Callable
from itertools import count
from random import Random

from kiosk.app import Kiosk
from kiosk.content.language import LANGUAGES, Language, Localised
from kiosk.content.strings import Strings
from kiosk.rehearsal.finger import Finger, Waits
from kiosk.stage.languages import LanguageButton
from kiosk.toolkit.touchable import Touchable

BETWEEN_VISITS_S = 600.0
"""After so long, on average, the next visitor comes."""

BETWEEN_TOUCHES_S = (0.8, 6.0)
MOST_TOUCHES = 40
LOOK_MS = 9_000.0
"""How long somebody who sees everything looks at each scene: until it has come to rest."""

ARRIVE_MS = 2_500.0
"""After so long what was asked for is there."""

A_DOZEN = 12
SWIPE_SHARE = 0.15
LEAVE_SHARE = 0.2
"""So many of all visitors say that they go; the others walk away."""


class Visitors:
    """One after another.

    Args:
        strings: the words of the interface, by which visitors find what they look for.
        are_welcome: whether visitors can be here now.

    Attributes:
        visits: how many have come so far.
    """

    def __init__(
        self,
        kiosk: Kiosk,
        finger: Finger,
        strings: Strings,
        random: Random,
        are_welcome: Callable[[], bool],
    ) -> None:
        self._kiosk = kiosk
        self._finger = finger
        self._strings = strings
        self._random = random
        self._are_welcome = are_welcome
        self.visits = 0

    def come(self) -> Waits:
        """Without an end: every few minutes somebody comes, stays, and goes."""
        for number in count():
            yield self._random.expovariate(1 / BETWEEN_VISITS_S) * 1000
            while not self._are_welcome():
                yield 60_000.0
            self.visits += 1
            yield from self._finger.tap_at(self._kiosk.stage.layout.rect.center())
            yield ARRIVE_MS
            # Three of each dozen see everything, each in another language.
            if number % A_DOZEN < len(LANGUAGES):
                yield from self._see_everything(LANGUAGES[number % A_DOZEN])
            else:
                yield from self._wander()

    def _see_everything(self, language: Language) -> Waits:
        """Goes once through all scenes and the prologue."""
        if not self._found(self._strings.access):
            yield from self._swipe(-1)  # away from the invitation, or from a question
            yield ARRIVE_MS
        yield from self._follow(self._strings.access)
        for button in self._targets():
            if isinstance(button, LanguageButton) and button.language == language:
                yield from self._finger.tap(button)
                yield ARRIVE_MS
        if overlay := self._kiosk.stage.overlay():
            yield from self._finger.tap(overlay.touchables()[-1])
            yield ARRIVE_MS
        for _ in self._kiosk.stage.exhibition.scenes:
            yield from self._follow(self._strings.next)
            yield LOOK_MS
        yield from self._follow(self._strings.what_is_it)
        yield LOOK_MS

    def _wander(self) -> Waits:
        """Touches this and that."""
        for _ in range(self._random.randint(3, MOST_TOUCHES)):
            if not self._are_welcome():
                return
            if self._random.random() < SWIPE_SHARE:
                yield from self._swipe(self._random.choice((-1, 1)))
            elif targets := self._targets():
                yield from self._finger.tap(self._random.choice(targets))
            yield self._random.uniform(*BETWEEN_TOUCHES_S) * 1000
        if self._random.random() < LEAVE_SHARE:
            self._kiosk.visit.end()

    def _swipe(self, side: int) -> Waits:
        rect = self._kiosk.stage.layout.rect
        start = rect.center()
        start.setX(start.x() - side * rect.width() / 4)
        yield from self._finger.swipe(start, side * rect.width() / 2)

    def _follow(self, words: Localised) -> Waits:
        """Touches what is called so, where there is such a thing."""
        for item in self._found(words)[:1]:
            yield from self._finger.tap(item)
            yield ARRIVE_MS

    def _found(self, words: Localised) -> list[Touchable]:
        names = {words.text(language) for language in LANGUAGES}
        return [item for item in self._targets() if item.name in names]

    def _targets(self) -> list[Touchable]:
        return self._kiosk.stage.touchables()
