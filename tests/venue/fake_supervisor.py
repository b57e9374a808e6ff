"""The real supervisor over fake kiosks, in fast time: `fake_supervisor.py VENUE SPEED WHAT...`.

The first kiosk does the first thing, the second the second, and so on; the last goes on and on.
"""

import os
import resource
import sys
from itertools import chain, repeat
from pathlib import Path

from kiosk.show.clock import FastClock, MonotonicClock
from kiosk.venue.actions import Launch
from kiosk.venue.orphans import adopt_orphans, end_orphans
from kiosk.venue.supervision import Supervision
from kiosk.venue.supervisor import Supervisor

LIMIT_BYTES = 150e6


def main(venue: str, speed: str, *things: str) -> None:
    now_ms = FastClock(MonotonicClock(), float(speed)).now_ms
    to_do = chain(things, repeat(things[-1]))
    if largest := os.environ.get("LARGEST_FILE"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), int(largest)))
    adopt_orphans()

    def command(launch: Launch) -> list[str]:
        if (what := next(to_do)) == "missing":
            return ["/there/is/no/such/program"]
        if what == "busy":
            return [sys.executable, "-m", "tests.venue.busy_kiosk", venue, os.environ["REPORT"]]
        return [sys.executable, "-m", "tests.venue.fake_kiosk", what, launch.show]

    folder = Path(venue)
    Supervisor(
        command, folder, Supervision(LIMIT_BYTES, now_ms), now_ms, end_orphans=end_orphans
    ).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
