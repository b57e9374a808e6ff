"""What is noted of a visit while it lasts, and what is left of it when it is over.

There is no name, number or picture of anybody to begin with. What could still tell one visitor from
another is taken out before anybody hears of the visit: the minute at which it began, the order in
which scenes were seen, and the exact length.
"""

from collections import Counter
from datetime import datetime

from kiosk.content.language import Language
from kiosk.content.visits import VisitEntry
from kiosk.show.clock import Clock
from kiosk.show.knock import TAPS, WITHIN_MS

LENGTH_STEP_S = 5
LONGEST_KNOCK_MS = TAPS * WITHIN_MS


class Record:
    """Notes the visit that is going on.

    A visit of one touch counts as much as any other. The time in which nobody did anything any more
    is not part of it, or each would last as long as the exhibit waits for an answer.

    Args:
        clock: where the time comes from.
        language: the one that is on until somebody says otherwise.
    """

    def __init__(self, clock: Clock, language: Language) -> None:
        self._clock = clock
        self._language = language
        self.begin(None)

    def begin(self, moment: datetime | None) -> None:
        """Somebody has come.

        Args:
            moment: the time on the venue's clock; None where it is not believed.
        """
        self._hour = moment and moment.replace(minute=0, second=0, microsecond=0, tzinfo=None)
        self._began_ms = self._active_ms = self._clock.now_ms()
        self._scenes: set[str] = set()
        self._touches: Counter[str] = Counter()
        self._is_knock = False

    def stir(self) -> None:
        """The visitor is active."""
        self._active_ms = self._clock.now_ms()

    def see(self, scene: str, language: Language) -> None:
        """A scene is on, in a language."""
        self._scenes.add(scene)
        self._language = language

    def touch(self, exhibit: str) -> None:
        """An exhibit is touched, named as `SCENE/NUMBER`."""
        self._touches[exhibit] += 1

    def knock(self) -> None:
        """Staff have knocked: if nothing was before their taps, these were all of the visit."""
        self._is_knock = self._clock.now_ms() - self._began_ms <= LONGEST_KNOCK_MS

    def end(self) -> VisitEntry | None:
        """The visitor has gone: what is told of the visit; None if there was only a knock."""
        if self._is_knock:
            return None
        length_s = (self._active_ms - self._began_ms) / 1000
        return VisitEntry(
            hour=self._hour,
            length_s=round(length_s / LENGTH_STEP_S) * LENGTH_STEP_S,
            language=self._language,
            scenes=tuple(sorted(self._scenes)),
            touches=dict(self._touches),
        )
