"""Programs whose parent has died, such as the voice of a kiosk that has crashed.

They have process groups of their own, so that nothing sent to the kiosk's reaches them. Where the
system allows, they become the supervisor's own children, and it can find them.
"""

import ctypes
import os
import sys
from contextlib import suppress

import psutil

_PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans() -> None:
    """Becomes the parent of every descendant that loses its own; on Linux, and nowhere else."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_orphans() -> None:
    """Ends all children of this process by force, whoever has started them."""
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            child.kill()
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
