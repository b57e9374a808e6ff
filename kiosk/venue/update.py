"""Updates from a stick: found, verified, staged, and switched to when it is asked for.

One thread does all that touches a disk, and whoever asks gets the status as it is at that moment.
Nothing of a bundle is believed before its signature is, and nothing is installed from the stick
itself: it is copied, and the copy verified, so that a stick may be pulled out or exchanged.
"""

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Lock, Thread
from typing import Literal

from kiosk.venue.bundle_error import BundleError
from kiosk.venue.candidate import Candidate, Check, RefusedError, find
from kiosk.venue.installation import Installation
from kiosk.venue.sticks import sticks
from kiosk.venue.trial import write_trial
from kiosk.venue.update_status import Trial, UpdateStatus
from kiosk.venue.versions import NoVersionError

FOLDER = "update"
COPY = "bundle.kiosk"
LAST_WAIT_S = 2.0

Note = Callable[[UpdateStatus], str]
"""Writes what became of an update in the languages of the interface."""

Task = Callable[[], None]


class Update:
    """Looks for bundles and brings them to the machine.

    Args:
        installation: what this kiosk was installed as; None where nobody has installed it.
        app_version: the version of the application that runs.
        check: what is wrong with an exhibition; called in the update's own thread.
        note: what is written on the stick; called in that thread.
        find_sticks: which sticks are in the machine; called in that thread.
    """

    def __init__(
        self,
        installation: Installation | None,
        app_version: str,
        check: Check,
        note: Note,
        find_sticks: Callable[[], Iterable[Path]] = sticks,
    ) -> None:
        self._installation = installation
        self._app_version = app_version
        self._check = check
        self._note = note
        self._find_sticks = find_sticks
        self._bundle: Path | None = None
        self._wanted: Literal["staged", "back"] | None = None
        self._lock = Lock()
        self._status = UpdateStatus(possible=installation is not None, app_version=app_version)
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="update", daemon=True)
        self._thread.start()
        self._tasks.put(self._tidy)

    @property
    def status(self) -> UpdateStatus:
        """How it stands."""
        with self._lock:
            return self._status

    @property
    def busy(self) -> bool:
        """Whether something is going on that may not be begun a second time."""
        return self.status.step in ("looking", "copying", "checking", "installing")

    def look(self) -> None:
        """Asks for the sticks to be looked through; what was found before is found again."""
        if self._installation and self.status.step not in ("staged", "back") and not self.busy:
            self._change(step="looking", offer=None, reason=None, detail="", noted=False)
            self._tasks.put(self._look)

    def install(self) -> None:
        """Asks for what was found to be installed; it is `staged` when all is done."""
        if self.status.step == "found":
            self._change(step="copying", progress=0.0)
            self._tasks.put(self._install)

    def go_back(self) -> None:
        """Asks for the version before; the step is `back` when all is done."""
        if self._installation and not self.busy:
            self._change(step="installing", offer=None, reason=None, detail="")
            self._tasks.put(self._go_back)

    def poll(self) -> None:
        """Looks whether root has done its part; to be called every second or so."""
        if self._wanted:
            self._tasks.put(self._follow)

    def close(self, seconds: float = LAST_WAIT_S) -> None:
        """Ends, and waits no longer than that."""
        self._tasks.put(None)
        self._thread.join(seconds)

    def flush(self, seconds: float) -> bool:
        """Waits until the thread is at rest, no longer than that; returns whether it is."""
        done = Event()
        self._tasks.put(done.set)
        return done.wait(seconds)

    # What its thread does

    def _work(self) -> None:
        for task in iter(self._tasks.get, None):
            try:
                task()
            except RefusedError as error:
                self._refuse(error)
            except BundleError as error:
                self._refuse(RefusedError(error.reason, error.detail))
            except (NoVersionError, OSError) as error:
                self._refuse(RefusedError("not-taken", str(error)))

    def _tidy(self) -> None:
        """Throws away what a loss of power has left, and reads what is installed."""
        if self._installation is None:
            return
        self._discard()
        with suppress(OSError):
            self._installation.forget()
        self._read()

    def _read(self) -> None:
        assert self._installation is not None
        current, before = self._installation.current, self._installation.before
        self._change(
            app_version=current.app.name if current else self._app_version,
            content_version=current.content.name if current else "",
            since=self._installation.since,
            before=before.manifest.version if before else "",
        )

    def _look(self) -> None:
        self._bundle = None
        bundles = find(self._find_sticks())
        self._bundle = bundles[0]
        offer = self._candidate().read(len(bundles) - 1)
        self._change(step="found", offer=offer)

    def _install(self) -> None:
        assert self._installation is not None
        candidate = self._candidate()
        candidate.copy(lambda progress: self._change(progress=progress))
        self._change(step="checking")
        manifest = candidate.verify(self._check)
        self._change(step="installing")
        # First of all, so that no loss of power lets a version start that is not on trial.
        write_trial(self._installation.venue, Trial(manifest.version, state="running"))
        self._installation.take(self._own, manifest)
        self._wanted = "staged"
        self._follow()

    def _go_back(self) -> None:
        assert self._installation is not None
        self._installation.go_back()
        self._wanted = "back"
        self._follow()

    def _follow(self) -> None:
        """Looks whether what was asked for is done, which takes a while where it is root's."""
        assert self._installation is not None
        if not self._wanted or self._installation.taken() == "waiting":
            return
        wanted, self._wanted = self._wanted, None
        self._change(step=wanted)
        if wanted == "staged":
            self._write_note()

    def _refuse(self, error: RefusedError) -> None:
        self._discard()
        if self._installation and self.status.step == "installing":
            self._wanted = None
            with suppress(OSError):
                write_trial(self._installation.venue, Trial())
        self._change(step="refused", reason=error.reason, detail=error.detail)
        self._write_note()

    def _write_note(self) -> None:
        """Leaves a receipt beside the bundle, if the stick is still there and takes it."""
        if self._bundle is None:
            return
        status = self.status
        name = f"kiosk-receipt-{self._bundle.stem}.txt"
        with suppress(OSError):
            self._bundle.with_name(name).write_text(self._note(status), "utf-8-sig")
            self._change(noted=True)

    def _discard(self) -> None:
        if self._installation:
            shutil.rmtree(self._own.parent, ignore_errors=True)

    def _candidate(self) -> Candidate:
        assert self._installation is not None and self._bundle is not None
        return Candidate(self._bundle, self._installation, self._app_version, self._own)

    @property
    def _own(self) -> Path:
        assert self._installation is not None
        return self._installation.venue / FOLDER / COPY

    def _change(self, **changed: object) -> None:
        with self._lock:
            self._status = replace(self._status, **changed)  # type: ignore[arg-type]
