"""`main.py run`: the exhibition in a window, with all that a venue has around it."""

import argparse
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.display import held_display
from kiosk.settings.place import VARIABLE, venue_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kiosk.stage.view import View


def add_venue_argument(run: argparse.ArgumentParser) -> None:
    """Lets `run` be told where the venue keeps what is its own."""
    run.add_argument(
        "--venue", type=Path, metavar="DIR", help=f"the venue's folder, else ${VARIABLE}"
    )


def run_exhibition(options: argparse.Namespace) -> int:
    """Shows the exhibition until somebody ends it, and returns the exit code.

    Raises:
        ContentError: something in the exhibition is wrong.
        NoDisplayError: there is no display.
    """
    from kiosk.app import Ending, House, Kiosk, Programming, Site, load_exhibition, open_wardrobe

    exhibition = load_exhibition(options.content)
    display = held_display()
    from PySide6.QtWidgets import QApplication

    from kiosk.resources import ROOT, theme_names
    from kiosk.settings.store import Store
    from kiosk.show.clock import FastClock, MonotonicClock
    from kiosk.show.wall_clock import MachineWallClock
    from kiosk.stage.layout import LANDSCAPE, PORTRAIT
    from kiosk.venue.installation import Installation, installed_at
    from kiosk.venue.last_seen import LastSeen
    from kiosk.venue.troubles import Troubles
    from kiosk.venue.voice import MachineVoice

    with display:
        application = QApplication(["kiosk"])
    folder = venue_folder(options.venue, os.environ)
    machine, wall = MonotonicClock(), MachineWallClock()
    clock = FastClock(machine, options.speed)
    store = Store(folder, exhibition, theme_names(), _asked_for(options))
    programming = Programming(exhibition, store, wall, machine, LastSeen(folder))
    root = installed_at(ROOT)
    installation = Installation(root, folder) if root else None
    site = Site(folder, options.content, machine, Troubles(folder, wall.now), installation)
    layout = PORTRAIT if options.portrait else LANDSCAPE if options.landscape else None
    ending = Ending(options.cycles, application.quit) if options.cycles else None
    wardrobe, shown = open_wardrobe(), programming.shown
    voice = None if options.silent else MachineVoice(machine.now_ms)
    kiosk = Kiosk(shown, wardrobe, clock, layout, ending, voice)
    again: list[bool] = []

    def end(and_begin_anew: bool) -> None:
        again.append(and_begin_anew)
        application.quit()

    _show(kiosk.stage.view, application, options.windowed)
    kiosk.stage.view.setWindowTitle(shown.title.text(shown.defaults.language))
    house = House(kiosk, wardrobe, programming, clock, site, end)
    kiosk.start()
    with _ending_on_signals(application), site.troubles.watch_exceptions():
        application.exec()
    house.close()
    kiosk.close()
    if any(again):
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
    return 0


def _asked_for(options: argparse.Namespace) -> dict[str, Any]:
    """What the call chooses, by the keys of the settings."""
    asked = {"start.language": options.language, "start.theme": options.theme}
    return {key: chosen for key, chosen in asked.items() if chosen}


def _show(view: "View", application: "QApplication", size: tuple[int, int] | None) -> None:
    """Opens the window, in that size or over all of the screen."""
    if size:
        view.resize(*size)
        view.show()
    else:
        # Without a window manager nobody else gives a fullscreen window the screen's size.
        view.setGeometry(application.primaryScreen().geometry())
        view.showFullScreen()


@contextmanager
def _ending_on_signals(application: "QApplication") -> Iterator[None]:
    """Lets Ctrl-C and SIGTERM end the application in good order.

    Python would hear of them only when it next has something to do, which may be in a minute. So
    they are written to a socket that Qt listens to; one that comes early waits there.
    """
    from PySide6.QtCore import QSocketNotifier

    receiver, sender = socket.socketpair()
    with receiver, sender:
        sender.setblocking(False)
        notifier = QSocketNotifier(receiver.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(application.quit)
        signal.set_wakeup_fd(sender.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)
        yield
        signal.set_wakeup_fd(-1)
        notifier.setEnabled(False)
