"""A kiosk without a picture whose venue's folder is never at rest: `busy_kiosk.py VENUE REPORT`.

It first looks whether all that the one before has left is whole, and says so in the file REPORT.
Then it writes on and on, and notes there every visit that it was told is written.
"""

import json
import os
import random
import sys
import threading
from datetime import datetime
from pathlib import Path

from kiosk.settings import file
from kiosk.settings.layers import Choices
from kiosk.show.clock import MonotonicClock
from kiosk.venue.beat import Beat
from kiosk.venue.incidents import Incidents
from kiosk.venue.journal import Journal
from kiosk.venue.lock import Lock
from kiosk.venue.pulse import Pulse, inherited_pulse
from kiosk.venue.starts import FILE as STARTS
from kiosk.venue.starts import Starts
from kiosk.venue.troubles import FILE as TROUBLES
from kiosk.venue.troubles import Troubles
from tests.venue.conftest import PATIENCE_S, TODAY, visit

PIN = "2580"
SAVED: tuple[Choices, ...] = ({"timing.idle_s": 90.0}, {"timing.idle_s": 91.0, "sound.on": False})


def main(venue: str, report: str) -> None:
    folder, clock = Path(venue), MonotonicClock()
    pulse = inherited_pulse(os.environ, clock.now_ms)
    assert pulse
    said = os.open(report, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    journal = Journal(folder, lambda: TODAY, list)
    os.write(said, f"{'; '.join(damages(folder, journal)) or 'whole'}\n".encode())
    troubles = Troubles(folder, datetime.now)
    threading.Thread(target=beat, args=[pulse], daemon=True).start()
    chance = random.Random(os.getpid())
    for number in range(1_000_000):
        journal.add(visit(chance.randrange(300), chance.randrange(24)))
        journal.vote("new-energy", TODAY)
        file.write(folder, SAVED[number % 2])
        troubles.tell("failed", f"{number}")
        print(f"visit {number} of {os.getpid()}", flush=True)
        if journal.flush(PATIENCE_S):
            os.write(said, b".\n")


def beat(pulse: Pulse) -> None:
    for frames in range(1, 1_000_000):
        pulse.beat(Beat("new-energy", 0, frames, "tour"))
        if pulse.lost:
            os._exit(0)
        threading.Event().wait(0.2)


def damages(folder: Path, journal: Journal) -> list[str]:
    """What a kiosk that starts now would not find as it was left."""
    found = [kind for kind, _ in journal.take_troubles()]
    is_first = not (folder / STARTS).exists()
    lock = Lock(folder, lambda: 0.0, lambda: 0.0)
    if is_first:
        lock.choose(PIN)
        file.write(folder, SAVED[0])
    starts = Starts(folder, datetime.now)
    if starts.problem or starts.reason != ("first" if is_first else "crash"):
        found.append(f"starts: {starts.reason} {starts.problem}")
    if lock.broken or not lock.open(PIN):
        found.append("lock")
    settings = file.read(folder)
    if settings.choices not in SAVED:
        found.append(f"settings: {settings.choices}")
    if (folder / TROUBLES).exists():
        for line in (folder / TROUBLES).read_text("utf-8").splitlines():
            json.loads(line)
    incidents = folder / "incidents"
    if len(Incidents(folder).last()) < len(list(incidents.glob("*.json"))) - 1:
        found.append("incidents")
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
