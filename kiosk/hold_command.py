"""`main.py hold`: the picture that the supervisor falls back on in the end."""

import argparse
import os

from kiosk.display import held_display
from kiosk.run_command import ending_on_signals, show_window


def hold(options: argparse.Namespace) -> int:
    """Shows the picture until the process is asked to end.

    Raises:
        ContentError: something in `resources` is wrong.
        NoDisplayError: there is no display.
    """
    display = held_display()
    from PySide6.QtWidgets import QApplication

    from kiosk.app import open_wardrobe
    from kiosk.app.holding import Holding
    from kiosk.content.model import Defaults
    from kiosk.content.title import read_title
    from kiosk.show.clock import MonotonicClock
    from kiosk.venue.pulse import inherited_pulse

    with display:
        application = QApplication(["kiosk"])
    clock, defaults = MonotonicClock(), Defaults()
    pulse = inherited_pulse(os.environ, clock.now_ms)
    look = open_wardrobe().look(options.language or defaults.language, defaults.theme)
    holding = Holding(read_title(options.content), look, clock, pulse, application.quit)
    keeper = show_window(holding, application, options.windowed)
    with ending_on_signals(application):
        application.exec()
    del keeper
    holding.leave()
    return 0
