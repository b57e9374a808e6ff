"""What is said aloud, and when: for a visitor who has asked for it, and nobody else.

Whatever is new cuts short what is being said. A pause and the question whether somebody is still
there interrupt it; then it goes on where it was.
"""

from collections.abc import Mapping
from pathlib import Path

from kiosk.content.language import Language
from kiosk.show.clock import Clock
from kiosk.show.pieces import pieces
from kiosk.show.preferences import Preferences
from kiosk.show.utterance import Utterance
from kiosk.show.voice import Voice

MOST_FAILURES = 3
"""After how many pieces that could not be heard, one after the other, there is no voice."""

Recordings = Mapping[tuple[Language, str], Path]


class Speech:
    """Says what it is told, as long as the visitor wants things read aloud.

    Args:
        voice: what makes it heard; None where the exhibit is to be silent.
        recordings: for a language and a text in it, somebody reading that.
        preferences: how it is before a visitor asks for something else.
    """

    def __init__(
        self, clock: Clock, voice: Voice | None, recordings: Recordings, preferences: Preferences
    ) -> None:
        self._clock = clock
        self._voice = voice
        self._recorded: dict[Language, dict[str, Path]] = {}
        self.know(recordings)
        self._preferences = preferences
        self._said: Utterance | None = None
        self._aside: Utterance | None = None
        self._question = ""
        self._paused = False
        self._held_before_question = False
        self._last = ""
        self._failures = 0
        self._allowed = True

    @property
    def able(self) -> bool:
        """Whether something can be said to the present visitor."""
        voice, language = self._voice, self._preferences.language
        if voice is None or self.failed or not self._allowed:
            return False
        return voice.speaks(language) or (voice.plays and language in self._recorded)

    @property
    def failed(self) -> bool:
        """Whether the voice has failed so often that nothing is asked of it any more."""
        return self._failures >= MOST_FAILURES

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or is interrupted."""
        return bool(self._aside or self._said)

    @property
    def busy(self) -> bool:
        """Whether `tick` has something to do."""
        return self.speaking or bool(self._voice and self._voice.busy)

    def allow(self, on: bool) -> None:
        """Say something where it is wanted, or let nothing be heard at all."""
        self._allowed = on
        if not on:
            self.hush()

    def know(self, recordings: Recordings) -> None:
        """Have other recordings too from now on."""
        for (language, text), file in recordings.items():
            self._recorded.setdefault(language, {})[text] = file

    def tick(self) -> None:
        """Go on with what is being said, and look after the voice."""
        if self._voice:
            self._voice.tick()
        if self._said and self._is_over(self._said):
            self._said = None
        if self._aside and self._is_over(self._aside):
            self._aside = None
        if not self.able:
            self.hush()

    def prefer(self, preferences: Preferences) -> None:
        """Let it be as a visitor wants it: silent at once, or in another volume."""
        before, self._preferences = self._preferences, preferences
        if before.read_aloud and not preferences.read_aloud:
            self.hush()
            self._last = ""
        elif before.volume != preferences.volume:
            for utterance in filter(None, (self._said, self._aside)):
                utterance.set_volume(preferences.volume)

    def say(self, words: str, lasting: bool = True) -> None:
        """Say something that is new, if the visitor wants it read aloud.

        Args:
            words: what to say; empty to fall silent.
            lasting: whether it is what `repeat` says again.
        """
        if not self._preferences.read_aloud:
            self.hush()
            return
        if lasting and words:
            self._last = words
        if self._question:
            self._stop_aside()
            self._aside = self._utterance(words)
        else:
            self.hush()
            self._said = self._utterance(words)

    def repeat(self, otherwise: str) -> None:
        """Say once more what was said last, or `otherwise`: it was asked for, so it is said."""
        self.hush()
        self._said = self._utterance(self._last or otherwise)

    def pause(self, paused: bool) -> None:
        """Stand still, or go on; what is new meanwhile is said all the same."""
        if paused == self._paused:
            return
        self._paused = paused
        if self._said and not self._question:
            self._said.hold(paused)

    def ask(self, question: str) -> None:
        """Interrupt it by a question, as long as there is one; empty for none."""
        if bool(question) == bool(self._question):
            return
        self._question = question
        if question and self._preferences.read_aloud:
            if self._said:
                self._held_before_question = self._said.held
                self._said.hold(True)
            self._aside = self._utterance(question)
        elif not question:
            self._stop_aside()
            if self._said:
                self._said.hold(self._held_before_question)

    def hush(self) -> None:
        """Fall silent."""
        if self._said:
            self._said.stop()
            self._said = None
        self._stop_aside()

    def close(self) -> None:
        """Fall silent for good."""
        self.hush()
        if self._voice:
            self._voice.close()

    def _stop_aside(self) -> None:
        if self._aside:
            self._aside.stop()
            self._aside = None

    def _is_over(self, utterance: Utterance) -> bool:
        """Moves something along; returns whether that was the end of it."""
        heard, failed = utterance.heard, utterance.failed
        utterance.tick()
        if utterance.heard > heard:
            self._failures = 0
        elif utterance.failed > failed:
            self._failures += 1
        return utterance.over

    def _utterance(self, words: str) -> Utterance | None:
        language = self._preferences.language
        if self._voice is None or not self.able:
            return None
        found = pieces(words, language, self._recorded.get(language, {}))
        utterance = Utterance(found, self._voice, self._preferences.volume, self._clock)
        return None if utterance.over else utterance
