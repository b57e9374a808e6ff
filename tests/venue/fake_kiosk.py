"""A process that beats like the kiosk, and then does what it is told: `fake_kiosk.py WHAT SHOW`."""

import os
import signal
import subprocess
import sys
import threading
from typing import NoReturn

from kiosk.show.clock import MonotonicClock
from kiosk.venue.beat import Beat
from kiosk.venue.pulse import inherited_pulse


def main(what: str) -> None:
    clock = MonotonicClock()
    pulse = inherited_pulse(os.environ, clock.now_ms)
    assert pulse
    pause = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: pause.set())
    print(f"doing {what}, because {os.environ.get('KIOSK_STARTED_BECAUSE')}", flush=True)
    if what == "parent":
        subprocess.Popen(["sleep", "600"], start_new_session=True)
    held = []
    for frames in range(1, 1_000_000):
        pulse.beat(Beat("new-energy", 0, frames, "tour"))
        if pulse.lost or pause.wait(0.05):
            break
        match what:
            case "crash":
                os.kill(os.getpid(), signal.SIGSEGV)
            case "hang":
                hang()
            case "leak":
                held.append(bytearray(os.urandom(1)) * 10_000_000)
            case "chatter":
                os.write(1, b"all work and no play\n" * 500)
    pulse.end("asked")


def hang() -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGABRT, signal.SIG_IGN)
    while True:
        threading.Event().wait(60)


if __name__ == "__main__":
    main(sys.argv[1])
