"""Whether there is a display to open a window on.

Qt ends the process with a core dump where it finds none; this says so in a line before it tries.
"""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

X11_PORT = 6000


class NoDisplayError(Exception):
    """There is no display; the text says what to do in one line."""


def held_display() -> AbstractContextManager[object]:
    """A connection to the display, to be held until Qt has its own.

    An X server begins anew when its last client leaves, and turns away who comes just then.

    Raises:
        NoDisplayError: no display, or one that does not answer.
    """
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return nullcontext()
    wayland, display = os.environ.get("WAYLAND_DISPLAY", ""), os.environ.get("DISPLAY", "")
    if not (wayland or display):
        raise NoDisplayError("there is no display: set DISPLAY, or start it from a desktop session")
    for address in _addresses(wayland, display):
        with suppress(OSError, OverflowError):
            return _connected(address)
    raise NoDisplayError(f"the display '{display or wayland}' does not answer")


def _addresses(wayland: str, display: str) -> Iterator[str | tuple[str, int]]:
    """Where a display would answer: at a path, or at a host and a port."""
    if wayland:
        yield str(Path(os.environ.get("XDG_RUNTIME_DIR", ""), wayland))
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdecimal():
        return
    if host in ("", "unix"):
        yield f"/tmp/.X11-unix/X{number}"
        yield f"\0/tmp/.X11-unix/X{number}"
    else:
        yield host, X11_PORT + int(number)


def _connected(address: str | tuple[str, int]) -> socket.socket:
    if isinstance(address, tuple):
        return socket.create_connection(address, timeout=5)
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.connect(address)
    except OSError:
        connection.close()
        raise
    return connection
