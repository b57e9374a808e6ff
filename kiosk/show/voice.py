"""What can be heard here, whatever makes it heard. Tests hand in one that writes down its part."""

from pathlib import Path
from typing import Protocol

from kiosk.content.language import Language


class Sound(Protocol):
    """Something that is being said or played."""

    @property
    def done(self) -> bool:
        """Whether it has been heard to its end, or never will."""
        ...

    @property
    def failed(self) -> bool:
        """Whether it could not be heard."""
        ...

    def hold(self, held: bool) -> None:
        """Makes a pause, or goes on."""
        ...

    def stop(self) -> None:
        """Falls silent for good."""
        ...


class Voice(Protocol):
    """Says what is written and plays what was recorded, once it has found out how."""

    @property
    def busy(self) -> bool:
        """Whether `tick` has something to do."""
        ...

    @property
    def plays(self) -> bool:
        """Whether recordings can be played."""
        ...

    def speaks(self, language: Language) -> bool:
        """Whether what is written in a language can be spoken."""
        ...

    def tick(self) -> None:
        """Does what it has to do beside sounding."""
        ...

    def say(self, words: str, language: Language, volume: int) -> Sound:
        """Speaks `words`, at a volume from 1 to 5."""
        ...

    def play(self, recording: Path, volume: int) -> Sound:
        """Plays a recording, at a volume from 1 to 5."""
        ...

    def close(self) -> None:
        """Ends everything."""
        ...
