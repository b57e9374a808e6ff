"""Switches the display off and on, where there is a program that can.

X and Wayland each need their own. A finger wakes a display that X has switched off, and a monitor
that is plugged in anew comes up by itself, so what is to be dark is told so again now and then.
wlr-randr is not among the programs: it takes the screen away, and the kiosk's window with it.
"""

import os
import shutil
from collections.abc import Callable
from typing import NamedTuple

from kiosk.venue.children import Children
from kiosk.venue.process import Process

AGAIN_MS = 5 * 60_000.0
"""After how long what is dark is switched off again, or what failed is tried again."""

PATIENCE_MS = 10_000.0
"""How long a program may take."""


class Switch(NamedTuple):
    """The commands that switch all displays off and on; each says nothing if it succeeds."""

    off: list[str]
    on: list[str]


ON_WAYLAND = (
    Switch(["wlopm", "--off", "*"], ["wlopm", "--on", "*"]),
    # Newer versions call it `power`, and know `dpms` as well.
    Switch(
        ["swaymsg", "--quiet", "output", "*", "dpms", "off"],
        ["swaymsg", "--quiet", "output", "*", "dpms", "on"],
    ),
)
# Whatever is forced brings back the server's own times of blanking, which nobody wants by day.
ON_X = (Switch(["xset", "dpms", "force", "off"], ["xset", "dpms", "force", "on", "-dpms"]),)


class DisplayPower:
    """The power of all displays.

    Args:
        now_ms: the time in milliseconds.
        are_on: whether they are known to be on; not so where a run before this one may have left
            them dark and come to a bad end. Then they are switched on at first.
    """

    def __init__(self, now_ms: Callable[[], float], are_on: bool = True) -> None:
        self._now_ms = now_ms
        self._children = Children(now_ms)
        self._switch = _installed()
        self._process: Process | None = None
        self._failed = False
        self._wanted_on, self._told_on = True, are_on
        self._told_ms = 0.0

    @property
    def possible(self) -> bool:
        """Whether something can switch them, as far as is known: it went well the last time."""
        return self._switch is not None and not self._failed

    @property
    def busy(self) -> bool:
        """Whether a program is at it."""
        return self._process is not None

    def switch(self, on: bool) -> None:
        """Wants them on or off; `tick` sees to it."""
        self._wanted_on = on

    def tick(self) -> None:
        """Looks after what runs, and starts what is to be done, one after the other."""
        self._children.tick()
        if self._process and self._process.running:
            if self._now_ms() - self._told_ms >= PATIENCE_MS:
                self._children.end(self._process)
            return
        if self._process:
            # xset ends with 0 even where the server cannot do what it asks for.
            self._failed = self._process.failed or bool(self._process.output.strip())
            self._process = None
        if self._switch and self._is_to_be_told():
            self._told_on, self._told_ms = self._wanted_on, self._now_ms()
            self._process = self._children.start(self._command(self._switch))

    def close(self) -> None:
        """Leaves them on, and ends what it has started."""
        if self._switch and not self._told_on:
            if self._process:
                self._process.kill()
            self._children.run_briefly(self._switch.on)
        self._children.close()

    def _is_to_be_told(self) -> bool:
        if self._wanted_on != self._told_on:
            return True
        is_time = self._now_ms() - self._told_ms >= AGAIN_MS
        return is_time and (self._failed or not self._told_on)

    def _command(self, switch: Switch) -> list[str]:
        return switch.on if self._told_on else switch.off


def _installed() -> Switch | None:
    """The first that is of use here; with Wayland about, X has nothing to say."""
    if os.environ.get("WAYLAND_DISPLAY"):
        switches: tuple[Switch, ...] = ON_WAYLAND
    elif os.environ.get("DISPLAY"):
        switches = ON_X
    else:
        return None
    return next((switch for switch in switches if shutil.which(switch.on[0])), None)
