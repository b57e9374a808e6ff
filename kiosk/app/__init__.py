"""The composition root: builds everything that lives long, wires it, and closes it again.

Only this room knows both the show, which decides what is on, and the stage, which draws it.
"""

from kiosk.app.house import House
from kiosk.app.kiosk import Ending, Kiosk
from kiosk.app.loading import load_exhibition, open_wardrobe
from kiosk.app.programming import Programming
from kiosk.app.site import Site

__all__ = [
    "Ending",
    "House",
    "Kiosk",
    "Programming",
    "Site",
    "load_exhibition",
    "open_wardrobe",
]
