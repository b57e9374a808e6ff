"""Finds out what on this machine speaks and plays, by trying it.

That a program is there says little: the service behind it may not run, or there may be no sound
card. So each is made to speak or play without a sound. All are tried at once and beside the kiosk;
one that does not answer in time is left out. An engine lists its voices before it is tried: two
questions at a time may each start the service that the other has just started, and fail.
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

PATIENCE_MS = 10_000.0
"""A service may have to be started for the question."""


class Found(NamedTuple):
    """What there is: engines that work, and the first player that does."""

    engines: tuple[Engine, ...] = ()
    player: Player | None = None


class _TriedEngine:
    """An engine that is asked for its voices and then made to speak."""

    def __init__(self, engine: Engine, children: Children) -> None:
        self.engine = engine
        self._children = children
        self._listing = children.start([engine.program, *engine.listing])
        self._trying: Process | None = None

    def tick(self) -> bool:
        """Goes on with it; returns whether there is more to wait for."""
        if self._trying is None and _went_well(self._listing):
            self._trying = self._children.start([self.engine.program, *self.engine.trying])
        return self._asked.running

    def found(self) -> Engine | None:
        """The engine with its voices, if it speaks."""
        if self._trying is None or not _went_well(self._trying):
            return None
        return self.engine.knowing(self._listing.output)

    def end(self) -> None:
        """Gives up."""
        self._children.end(self._asked)

    @property
    def _asked(self) -> Process:
        return self._trying or self._listing


@dataclass(frozen=True)
class _TriedPlayer:
    player: Player
    trying: Process


class Discovery:
    """Tries everything, from its creation on, until `tick` says so."""

    def __init__(self, children: Children, now_ms: Callable[[], float]) -> None:
        self._children = children
        self._now_ms = now_ms
        self._due_ms = now_ms() + PATIENCE_MS
        self._folder = TemporaryDirectory()
        silence = Path(self._folder.name) / "silence.wav"
        write_silence(silence)
        self._engines = [
            _TriedEngine(replace(engine, program=path), children)
            for engine in ENGINES
            if (path := shutil.which(engine.program))
        ]
        self._players = [
            _TriedPlayer(found, children.start(found.play(silence, 1)))
            for player in PLAYERS
            if (path := shutil.which(player.program))
            for found in [replace(player, program=path)]
        ]

    def tick(self) -> bool:
        """Goes on with it; returns whether all have answered, or have had the time to."""
        waiting = [tried.tick() for tried in self._engines]
        waiting += [tried.trying.running for tried in self._players]
        return not any(waiting) or self._now_ms() >= self._due_ms

    def found(self) -> Found:
        """What works. Call it once: whatever has not answered is ended."""
        engines = tuple(engine for tried in self._engines if (engine := tried.found()))
        players = [tried.player for tried in self._players if _went_well(tried.trying)]
        self.close()
        return Found(engines, next(iter(players), None))

    def close(self) -> None:
        """Gives up."""
        for engine in self._engines:
            engine.end()
        for player in self._players:
            self._children.end(player.trying)
        self._folder.cleanup()


def _went_well(process: Process) -> bool:
    return not process.running and not process.failed
