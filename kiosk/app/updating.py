"""Updates while the kiosk runs: switched to when nobody is here, and watched afterwards."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kiosk.app.kiosk import Kiosk
from kiosk.app.loading import load_exhibition
from kiosk.app.site import Site
from kiosk.content.problem import ContentError
from kiosk.show.clock import Clock
from kiosk.venue.trial import judged, read_trial, speaks_against, started, write_trial
from kiosk.venue.update import Update
from kiosk.venue.update_status import Trial, UpdateStatus

IDLE_MS = 30_000.0
"""After so long without a visitor the kiosk begins anew with what is staged."""

POLL_MS = 1000.0


class Updating:
    """Follows one update from the panel's wish to the end of its trial.

    Args:
        site: where the kiosk stands, and what it was installed as.
        is_covered: whether staff are at the panel.
        switch: begins anew with the version that is current by then.
    """

    def __init__(
        self,
        kiosk: Kiosk,
        clock: Clock,
        update: Update,
        site: Site,
        is_covered: Callable[[], bool],
        switch: Callable[[], None],
    ) -> None:
        self._kiosk = kiosk
        self._clock = clock
        self.update = update
        self._installation = site.installation
        self._troubles = site.troubles
        self._at_start = site.troubles.last
        self._is_covered = is_covered
        self._switch: Callable[[], None] | None = switch
        self._pictures = 0
        self._first_round = kiosk.tour.cycles
        self._left_ms = self._due_ms = clock.now_ms()
        self.trial = self._begin()
        kiosk.stage.view.painted.connect(self._on_painted)

    @property
    def status(self) -> UpdateStatus:
        """How it stands, with the trial that is on or was the last."""
        return replace(self.update.status, trial=self.trial)

    def tick(self) -> None:
        """Looks at everything once."""
        now_ms = self._clock.now_ms()
        if self._kiosk.visit.somebody or self._is_covered():
            self._left_ms = now_ms
        if now_ms >= self._due_ms:
            self._due_ms = now_ms + POLL_MS
            self.update.poll()
            self._judge()
        is_ready = self.update.status.step in ("staged", "back")
        if is_ready and self._switch and now_ms - self._left_ms >= IDLE_MS:
            switch, self._switch = self._switch, None
            switch()

    def close(self) -> None:
        """Lets go of what looks through sticks."""
        self.update.close()

    def _begin(self) -> Trial:
        """Takes the trial up where the run before has left it."""
        if self._installation is None:
            return Trial()
        before = read_trial(self._installation.venue)
        current = self._installation.current
        trial = started(before, current.manifest.version if current else "")
        self._keep(before, trial)
        return trial

    def _judge(self) -> None:
        rounds = self._kiosk.tour.cycles - self._first_round
        has_trouble = speaks_against(self._troubles.last, self._at_start)
        before, self.trial = self.trial, judged(self.trial, self._pictures, rounds, has_trouble)
        self._keep(before, self.trial)

    def _keep(self, before: Trial, trial: Trial) -> None:
        """Notes what has become of the trial, and goes back if it has failed."""
        if trial == before or self._installation is None:
            return
        with suppress(OSError):
            write_trial(self._installation.venue, trial)
        if trial.state == "failed" and trial.reason != "by-hand":
            self.update.go_back()

    def _on_painted(self) -> None:
        self._pictures += 1


def objection(folder: Path) -> str:
    """What `check` would say first against the exhibition in a folder; empty where it is sound."""
    try:
        load_exhibition(folder)
    except ContentError as error:
        return str(error.problems[0])
    return ""
