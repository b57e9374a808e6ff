"""Finds out what on this machine speaks and plays, by trying it.

That a program is there says little: the service behind it may not run, or there may be no sound
card. So each is made to speak or play without a sound. All are tried at once and beside the kiosk;
one that does not answer in time is left out.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kiosk.venue.children import Children
from kiosk.venue.engines import ENGINES, Engine
from kiosk.venue.players import PLAYERS, Player, write_silence
from kiosk.venue.process import Process

PATIENCE_MS = 5000.0


class Found(NamedTuple):
    """What there is: engines that work, and the first player that does."""

    engines: tuple[Engine, ...] = ()
    player: Player | None = None


@dataclass(frozen=True)
class _TriedEngine:
    engine: Engine
    listing: Process
    trying: Process


@dataclass(frozen=True)
class _TriedPlayer:
    player: Player
    trying: Process


class Discovery:
    """Tries everything, from its creation on, until `finished`."""

    def __init__(self, children: Children, now_ms: Callable[[], float]) -> None:
        self._children = children
        self._now_ms = now_ms
        self._due_ms = now_ms() + PATIENCE_MS
        self._folder = TemporaryDirectory()
        silence = Path(self._folder.name) / "silence.wav"
        write_silence(silence)
        self._engines = [
            _TriedEngine(
                replace(engine, program=path),
                children.start([path, *engine.listing]),
                children.start([path, *engine.trying]),
            )
            for engine in ENGINES
            if (path := shutil.which(engine.program))
        ]
        self._players = [
            _TriedPlayer(found, children.start(found.play(silence, 1)))
            for player in PLAYERS
            if (path := shutil.which(player.program))
            for found in [replace(player, program=path)]
        ]

    @property
    def finished(self) -> bool:
        """Whether all have answered, or have had the time to."""
        return self._now_ms() >= self._due_ms or not any(one.running for one in self._processes())

    def found(self) -> Found:
        """What works. Call it once: whatever has not answered is ended."""
        engines = tuple(
            tried.engine.knowing(tried.listing.output)
            for tried in self._engines
            if _went_well(tried.listing) and _went_well(tried.trying)
        )
        players = [tried.player for tried in self._players if _went_well(tried.trying)]
        self.close()
        return Found(engines, next(iter(players), None))

    def close(self) -> None:
        """Gives up."""
        for process in self._processes():
            self._children.end(process)
        self._folder.cleanup()

    def _processes(self) -> list[Process]:
        of_engines = [one for tried in self._engines for one in (tried.listing, tried.trying)]
        return [*of_engines, *(tried.trying for tried in self._players)]


def _went_well(process: Process) -> bool:
    return not process.running and not process.failed
