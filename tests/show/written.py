"""A voice that makes no sound and writes down what it is to say."""

from pathlib import Path

from kiosk.content.language import Language


class WrittenSound:
    """Is heard until a test says that it is done."""

    def __init__(self) -> None:
        self.done = False
        self.failed = False
        self.held = False
        self.stopped = False

    def hold(self, held: bool) -> None:
        self.held = held

    def stop(self) -> None:
        self.done = self.stopped = True

    def end(self, failed: bool = False) -> None:
        """Is over by itself."""
        self.done, self.failed = True, failed


class WrittenVoice:
    """Speaks some languages.

    Attributes:
        said: for each thing that it was to say, in order, the words or the file's name.
        how: the language, if it was spoken, and the volume of each.
        sounds: what became of them.
    """

    def __init__(
        self, *languages: Language, plays: bool = True, speaks_at_once: bool = True
    ) -> None:
        self.plays = plays
        self.busy = False
        self.closed = False
        self.said: list[str] = []
        self.how: list[tuple[Language | None, int]] = []
        self.sounds: list[WrittenSound] = []
        self._languages = languages
        self._found = speaks_at_once

    @property
    def last(self) -> str:
        """What is being said; empty where it is silent."""
        return self.said[-1] if self.said and not self.sounds[-1].done else ""

    def speaks(self, language: Language) -> bool:
        return self._found and language in self._languages

    def tick(self) -> None:
        self._found = True

    def say(self, words: str, language: Language, volume: int) -> WrittenSound:
        return self._note(words, language, volume)

    def play(self, recording: Path, volume: int) -> WrittenSound:
        return self._note(recording.name, None, volume)

    def close(self) -> None:
        self.closed = True

    def _note(self, what: str, language: Language | None, volume: int) -> WrittenSound:
        self.said.append(what)
        self.how.append((language, volume))
        self.sounds.append(WrittenSound())
        return self.sounds[-1]
