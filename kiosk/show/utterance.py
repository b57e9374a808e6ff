"""Something that is being said, piece after piece."""

from collections.abc import Iterable

from kiosk.show.clock import Clock
from kiosk.show.pieces import Piece
from kiosk.show.stopwatch import Stopwatch
from kiosk.show.voice import Sound, Voice

SPOKEN_MS = 10_000.0
CHARACTER_MS = 500.0
RECORDED_MS = 600_000.0
"""After how long a voice is taken to hang: far longer than anybody speaks."""


class Utterance:
    """Says its pieces from its creation on; what the voice has no means for is left out.

    Args:
        volume: from 1 to 5.

    Attributes:
        heard: how many pieces have been heard to their ends.
        failed: how many could not be heard.
        held: whether it makes a pause.
    """

    def __init__(self, pieces: Iterable[Piece], voice: Voice, volume: int, clock: Clock) -> None:
        self._left = [piece for piece in pieces if _can_be_heard(piece, voice)]
        self._voice = voice
        self._volume = volume
        self._time = Stopwatch(clock)
        self._sound: Sound | None = None
        self.held = False
        self.heard = 0
        self.failed = 0
        self._begin()

    @property
    def over(self) -> bool:
        """Whether there is nothing more to be heard of it."""
        return not self._left

    def tick(self) -> None:
        """Goes on to the next piece if that is due."""
        if self._sound is None or self.held:
            return
        hangs = self._time.elapsed_ms > _limit_ms(self._left[0])
        if not (self._sound.done or hangs):
            return
        if hangs or self._sound.failed:
            self._sound.stop()
            self.failed += 1
        else:
            self.heard += 1
        del self._left[0]
        self._begin()

    def hold(self, held: bool) -> None:
        """Makes a pause, or goes on."""
        self.held = held
        self._time.run(not held)
        if self._sound:
            self._sound.hold(held)

    def set_volume(self, volume: int) -> None:
        """Says the piece again, and the others, at another volume; a pause remains one."""
        held = self.held
        self._volume = volume
        self._fall_silent()
        self._begin()
        self.hold(held)

    def stop(self) -> None:
        """Falls silent for good."""
        self._left = []
        self._fall_silent()

    def _fall_silent(self) -> None:
        if self._sound:
            self._sound.stop()
            self._sound = None

    def _begin(self) -> None:
        self._sound = None
        self._time.set(0.0)
        if not self._left:
            return
        piece, volume = self._left[0], self._volume
        if piece.recording and self._voice.plays:
            self._sound = self._voice.play(piece.recording, volume)
        else:
            self._sound = self._voice.say(piece.words, piece.language, volume)


def _can_be_heard(piece: Piece, voice: Voice) -> bool:
    return bool(piece.recording and voice.plays) or voice.speaks(piece.language)


def _limit_ms(piece: Piece) -> float:
    return RECORDED_MS if piece.recording else SPOKEN_MS + CHARACTER_MS * len(piece.words)
