"""The machine's voice: it speaks through an engine, and plays what was recorded."""

from collections.abc import Callable
from pathlib import Path

from kiosk.content.language import Language
from kiosk.venue.children import Children
from kiosk.venue.discovery import Discovery, Found
from kiosk.venue.engines import best_voice

LOOK_AGAIN_MS = 60_000.0
"""After how long it looks again, where there was nothing: sound may come up after the kiosk."""


class Sound:
    """Something that a program says or plays, beside the kiosk.

    Args:
        command: what makes it heard.
        words: what the program reads.
        hushing: what makes it fall silent, where ending the program is not enough. Such a program
            cannot be held either, so it begins again.
    """

    def __init__(
        self,
        children: Children,
        command: list[str],
        words: str = "",
        hushing: list[str] | None = None,
    ) -> None:
        self._children = children
        self._command = command
        self._words = words
        self._hushing = hushing
        self._held = False
        self._process = children.start(command, words)

    @property
    def done(self) -> bool:
        """Whether it has been heard to its end, or never will."""
        return not self._held and not self._process.running

    @property
    def failed(self) -> bool:
        """Whether it could not be heard."""
        return self.done and self._process.failed

    def hold(self, held: bool) -> None:
        """Makes a pause, or goes on."""
        if held == self._held or not (self._held or self._process.running):
            return
        self._held = held
        if not self._hushing:
            self._process.hold(held)
        elif held:
            self._end()
        else:
            self._process = self._children.start(self._command, self._words)

    def stop(self) -> None:
        """Falls silent for good."""
        self._held = False
        self._end()

    def _end(self) -> None:
        if self._process.running:
            self._children.end(self._process)
            if self._hushing:
                self._children.run_briefly(self._hushing)


class MachineVoice:
    """Whatever speaks and plays on this machine, once `tick` has found it.

    Args:
        now_ms: the time in milliseconds.
    """

    def __init__(self, now_ms: Callable[[], float]) -> None:
        self._now_ms = now_ms
        self._children = Children(now_ms)
        self._discovery: Discovery | None = None
        self._found: Found | None = None
        self._looked_ms = 0.0

    @property
    def busy(self) -> bool:
        """Whether `tick` has something to do."""
        return self._found is None or self._children.ending

    @property
    def plays(self) -> bool:
        """Whether recordings can be played."""
        return bool(self._found and self._found.player)

    def speaks(self, language: Language) -> bool:
        """Whether what is written in a language can be spoken."""
        return bool(self._found and best_voice(self._found.engines, language))

    def tick(self) -> None:
        """Looks after what runs beside the kiosk; the first time, begins to look for a voice."""
        if self._discovery is None and self._is_to_look():
            self._discovery = Discovery(self._children, self._now_ms)
            self._looked_ms = self._now_ms()
        elif self._discovery and self._discovery.tick():
            self._found, self._discovery = self._discovery.found(), None
        self._children.tick()

    def _is_to_look(self) -> bool:
        """Whether it has not looked yet, or in vain and a while ago."""
        if self._found is None:
            return True
        return self._found == Found() and self._now_ms() - self._looked_ms >= LOOK_AGAIN_MS

    def say(self, words: str, language: Language, volume: int) -> Sound:
        """Speaks `words`, at a volume from 1 to 5; call it only if the voice `speaks` them."""
        assert self._found
        best = best_voice(self._found.engines, language)
        assert best
        engine, tag = best
        hushing = [engine.program, *engine.hushing] if engine.hushing else None
        return Sound(self._children, engine.command(tag, volume, words), words, hushing)

    def play(self, recording: Path, volume: int) -> Sound:
        """Plays a WAV file, at a volume from 1 to 5; call it only if the voice `plays`."""
        assert self._found and self._found.player
        return Sound(self._children, self._found.player.play(recording, volume))

    def close(self) -> None:
        """Ends all that it has started."""
        if self._discovery:
            self._discovery.close()
        self._children.close()
