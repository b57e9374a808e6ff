"""`main.py run`: the exhibition in a window, with all that a venue has around it."""

import argparse
import faulthandler
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from kiosk.display import held_display
from kiosk.settings.place import VARIABLE, venue_folder
from kiosk.venue.supervision import AGAIN
from kiosk.venue.supervisor import REASON_VARIABLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from kiosk.venue.machine import StartReason


def add_venue_argument(run: argparse.ArgumentParser) -> None:
    """Lets `run` be told where the venue keeps what is its own."""
    run.add_argument(
        "--venue", type=Path, metavar="DIR", help=f"the venue's folder, else ${VARIABLE}"
    )


def add_restart_arguments(run: argparse.ArgumentParser) -> None:
    """Lets `run` be told how to go on after something has failed."""
    run.add_argument("--scene", default="", metavar="NAME", help="begin with this scene")
    run.add_argument("--safe", action="store_true", help="texts alone, and nothing that moves")


def run_exhibition(options: argparse.Namespace) -> int:
    """Shows the exhibition until somebody ends it, and returns the exit code.

    Raises:
        ContentError: something in the exhibition is wrong.
        NoDisplayError: there is no display.
    """
    from kiosk.app import Ending, House, Kiosk, Programming, Site, load_exhibition, open_wardrobe

    faulthandler.enable()  # whoever hangs or crashes says where
    exhibition = load_exhibition(options.content)
    display = held_display()
    from PySide6.QtWidgets import QApplication

    from kiosk.app.heartbeat import Heartbeat
    from kiosk.app.likeness import Likeness
    from kiosk.exhibits.plain import plain
    from kiosk.resources import ROOT, theme_names
    from kiosk.settings.store import Store
    from kiosk.show.clock import FastClock, MonotonicClock
    from kiosk.show.wall_clock import MachineWallClock
    from kiosk.stage.layout import LANDSCAPE, PORTRAIT
    from kiosk.venue.installation import Installation, installed_at
    from kiosk.venue.last_seen import LastSeen
    from kiosk.venue.pulse import inherited_pulse
    from kiosk.venue.troubles import Troubles
    from kiosk.venue.voice import MachineVoice

    with display:
        application = QApplication(["kiosk"])
    folder = venue_folder(options.venue, os.environ)
    machine, wall = MonotonicClock(), MachineWallClock()
    clock = FastClock(machine, options.speed)
    pulse = inherited_pulse(os.environ, machine.now_ms)
    if options.safe:
        exhibition = plain(exhibition)
    store = Store(folder, exhibition, theme_names(), _asked_for(options))
    programming = Programming(exhibition, store, wall, machine, LastSeen(folder))
    troubles = Troubles(folder, wall.now)
    root = installed_at(ROOT)
    installation = Installation(root, folder) if root else None
    site = Site(folder, options.content, machine, troubles, _because(), options.safe, installation)
    layout = PORTRAIT if options.portrait else LANDSCAPE if options.landscape else None
    ending = Ending(options.cycles, application.quit) if options.cycles else None
    wardrobe, shown = open_wardrobe(), programming.shown
    voice = None if options.silent else MachineVoice(machine.now_ms)
    kiosk = Kiosk(shown, wardrobe, clock, layout, ending, voice)
    again: list[bool] = []

    def end(and_begin_anew: bool) -> None:
        again.append(and_begin_anew)
        application.quit()

    keeper = show_window(kiosk.stage.view, application, options.windowed)
    kiosk.stage.view.setWindowTitle(shown.title.text(shown.defaults.language))
    with ending_on_signals(application), troubles.watch_exceptions():
        house = House(kiosk, wardrobe, programming, clock, site, end)
        if pulse:
            likeness = Likeness.wanted(kiosk.stage.view, os.environ, machine.now_ms)
            heartbeat = Heartbeat(kiosk, house, pulse, machine.now_ms, likeness, application.quit)
        kiosk.start(options.scene)
        application.exec()
    if pulse:
        del heartbeat
        pulse.end("again" if any(again) else "asked")
    del keeper
    house.close()
    kiosk.close()
    if any(again):
        if pulse:
            return AGAIN
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
    return 0


def _asked_for(options: argparse.Namespace) -> dict[str, Any]:
    """What the call chooses, by the keys of the settings."""
    asked = {"start.language": options.language, "start.theme": options.theme}
    return {key: chosen for key, chosen in asked.items() if chosen}


def _because() -> "StartReason | None":
    """Why the supervisor has started this process again, where it says so."""
    from kiosk.venue.machine import StartReason

    told = os.environ.get(REASON_VARIABLE)
    return next((reason for reason in get_args(StartReason) if reason == told), None)


def show_window(
    window: "QWidget", application: "QApplication", size: tuple[int, int] | None
) -> object:
    """Opens the window, in that size or over all of the screen.

    Returns:
        What keeps it there for as long as it is kept.
    """
    from kiosk.stage.fullscreen import FullScreen

    if size is None:
        return FullScreen(window, application)
    window.resize(*size)
    window.show()
    return None


@contextmanager
def ending_on_signals(application: "QApplication") -> Iterator[None]:
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
