"""The figures of the machine, in words, and the tiles that show them."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.staff.machine_words import (
    MachineWords,
    said_date,
    said_duration,
    said_size,
    said_when,
)
from kiosk.staff.tile import Said, Tile
from kiosk.toolkit.look import Look
from kiosk.venue.machine import MachineStatus

GAP_PX = 16.0
WEEK = timedelta(days=7)

SMOOTH_MS = 20.0
"""A picture for each of the screen's, at 60 a second."""

FAIR_MS = 34.0
"""Every second one."""

HOT_C = 80.0
"""Most machines slow themselves down not far above this."""


def said(look: Look, words: MachineWords, machine: MachineStatus) -> list[tuple[str, Said]]:
    """All figures with their names, in reading order."""
    sayings: tuple[Callable[[Look, MachineWords, MachineStatus], Said], ...]
    sayings = (_uptime, _starts, _pace, _memory, _temperature, _disk, _clock, _version)
    names = (
        words.uptime,
        words.starts,
        words.pace,
        words.memory,
        words.temperature,
        words.disk,
        words.clock,
        words.version,
    )
    return [
        (look.text(name), say(look, words, machine))
        for name, say in zip(names, sayings, strict=True)
    ]


class Figures:
    """The tiles, in a grid that fills `rect` of their parent.

    Args:
        columns: how many stand side by side.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        columns: int,
        words: MachineWords,
        machine: MachineStatus,
    ) -> None:
        self._look = look
        self._words = words
        figures = said(look, words, machine)
        rows = -(-len(figures) // columns)
        wide = (rect.width() + GAP_PX) / columns - GAP_PX
        high = (rect.height() + GAP_PX) / rows - GAP_PX
        self._tiles = []
        for index, (name, saying) in enumerate(figures):
            x = rect.left() + index % columns * (wide + GAP_PX)
            y = rect.top() + index // columns * (high + GAP_PX)
            self._tiles.append(Tile(parent, look, QRectF(x, y, wide, high), name, saying))

    def show(self, machine: MachineStatus) -> None:
        """Shows how the machine is now."""
        figures = said(self._look, self._words, machine)
        for tile, (_, saying) in zip(self._tiles, figures, strict=True):
            tile.say(saying)


def _uptime(look: Look, words: MachineWords, machine: MachineStatus) -> Said:
    since = machine.now - timedelta(seconds=machine.uptime_s)
    when = said_when(look, words, since, machine.now)
    duration = said_duration(look, words, machine.uptime_s)
    return Said(duration, look.text(words.since).format(when=when))


def _starts(look: Look, words: MachineWords, machine: MachineStatus) -> Said:
    count = sum(machine.now - start.at < WEEK for start in machine.starts)
    note = look.text(words.reasons[machine.starts[0].reason]) if machine.starts else ""
    return Said(look.text(words.starts_count).format(count=count), note)


def _pace(look: Look, words: MachineWords, machine: MachineStatus) -> Said:
    ms = machine.frame_p95_ms
    if ms is None:
        return Said(look.text(words.unknown), look.text(words.pace_none))
    note = words.pace_fair if ms <= FAIR_MS else words.pace_slow
    figure = look.text(words.milliseconds).format(ms=f"{ms:.0f}")
    return Said(figure, look.text(words.pace_smooth if ms <= SMOOTH_MS else note))


def _memory(look: Look, words: MachineWords, machine: MachineStatus) -> Said:
    return Said(said_size(machine.memory_bytes), look.text(words.memory_note))


def _temperature(look: Look, words: MachineWords, machine: MachineStatus) -> Said:
    celsius = machine.temperature_c
    if celsius is None:
        return Said(look.text(words.unknown), look.text(words.temperature_none))
    note = words.temperature_hot if celsius >= HOT_C else words.temperature_note
    return Said(f"{celsius:.0f}°C", look.text(note))


def _disk(look: Look, words: MachineWords, machine: MachineStatus) -> Said:
    if not machine.disk_bytes:
        return Said(look.text(words.unknown))
    note = look.text(words.disk_note).format(size=said_size(machine.disk_bytes))
    return Said(said_size(machine.disk_free_bytes), note)


def _clock(look: Look, words: MachineWords, machine: MachineStatus) -> Said:
    day = said_date(look, words, machine.now, machine.clock_trusted)
    return Said(f"{machine.now:%H:%M}", day)


def _version(look: Look, words: MachineWords, machine: MachineStatus) -> Said:
    code, _, day = machine.content_version.partition(" · ")
    note = look.text(words.version_note).format(day=day, app=machine.app_version)
    return Said(code or look.text(words.unknown), note if day else machine.app_version)
