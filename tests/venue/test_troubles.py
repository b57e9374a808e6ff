"""What has gone wrong is told once, kept over restarts, and makes no trouble itself."""

import sys
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.venue.machine import Trouble
from kiosk.venue.troubles import FILE, MOST_LETTERS, MOST_TROUBLES, Troubles

NOON = datetime(2026, 11, 25, 12, 0)


class Watch:
    """A clock on the wall."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def wind(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def watch() -> Watch:
    return Watch()


def test_the_newest_comes_first(tmp_path: Path, watch: Watch) -> None:
    troubles = Troubles(tmp_path, watch)
    troubles.tell("voice-failed", "espeak-ng")
    watch.wind(minutes=1)
    troubles.tell("disk-almost-full")
    assert [one.kind for one in troubles.last] == ["disk-almost-full", "voice-failed"]


def test_a_restart_forgets_nothing(tmp_path: Path, watch: Watch) -> None:
    troubles = Troubles(tmp_path / "venue", watch)
    troubles.tell("settings-broken", "venue.yaml:3「時間」")
    troubles.tell("voice-failed")
    assert Troubles(tmp_path / "venue", watch).last == troubles.last


def test_the_same_within_an_hour_is_counted(tmp_path: Path, watch: Watch) -> None:
    troubles = Troubles(tmp_path, watch)
    for _ in range(3):
        troubles.tell("voice-failed", "espeak-ng")
        watch.wind(minutes=50)
    troubles.tell("voice-failed", "festival")
    at_last = NOON + timedelta(minutes=100)
    assert troubles.last[1:] == (Trouble(at_last, "voice-failed", "espeak-ng", 3),)


def test_the_same_after_an_hour_is_told_anew(tmp_path: Path, watch: Watch) -> None:
    troubles = Troubles(tmp_path, watch)
    troubles.tell("voice-failed")
    watch.wind(minutes=61)
    troubles.tell("voice-failed")
    assert [one.count for one in troubles.last] == [1, 1]


def test_only_the_last_are_kept(tmp_path: Path, watch: Watch) -> None:
    troubles = Troubles(tmp_path, watch)
    for number in range(MOST_TROUBLES + 30):
        troubles.tell("failed", f"number {number}")
    assert len(troubles.last) == MOST_TROUBLES
    assert len((tmp_path / FILE).read_text().splitlines()) == MOST_TROUBLES
    assert troubles.last[0].detail == "number 79"


def test_what_happens_with_every_frame_is_seldom_written(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(
        "kiosk.venue.troubles.write_text", lambda _path, text, durable: written.append(text)
    )
    troubles = Troubles(tmp_path, watch)
    for _ in range(1000):
        troubles.tell("failed", "in a paint")
    assert troubles.last[0].count == 1000
    assert len(written) <= 10


def test_a_damaged_line_costs_that_line_alone(tmp_path: Path, watch: Watch) -> None:
    troubles = Troubles(tmp_path, watch)
    troubles.tell("voice-failed")
    whole = (tmp_path / FILE).read_bytes()
    odd = b'{"at": "2026-11-25T12:00:00", "kind": "haunted", "detail": "", "count": 1}\n'
    (tmp_path / FILE).write_bytes(b'{"at": "20\n\xff\x00\n3\n' + odd + whole)
    assert Troubles(tmp_path, watch).last == troubles.last


def test_a_disk_that_takes_nothing_loses_nothing_until_the_end(
    tmp_path: Path, watch: Watch
) -> None:
    blocked = tmp_path / "venue"
    blocked.write_text("a file stands where the folder should be")
    troubles = Troubles(blocked, watch)
    troubles.tell("settings-not-saved")
    assert [one.kind for one in troubles.last] == ["settings-not-saved"]


def test_a_detail_is_one_short_line(tmp_path: Path, watch: Watch) -> None:
    troubles = Troubles(tmp_path, watch)
    troubles.tell("failed", "\nfirst\nsecond")
    troubles.tell("failed", "x" * 1000)
    assert troubles.last[1].detail == "first"
    assert len(troubles.last[0].detail) == MOST_LETTERS


@pytest.fixture
def _threads_take_turns_often() -> Iterator[None]:
    usual_s = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual_s)


@pytest.mark.usefixtures("_threads_take_turns_often")
def test_threads_tell_without_losing_any(tmp_path: Path, watch: Watch) -> None:
    troubles = Troubles(tmp_path, watch)

    def tell() -> None:
        for _ in range(500):
            troubles.tell("journal-not-written")

    threads = [threading.Thread(target=tell) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.count for one in troubles.last] == [2000]


def test_an_exception_that_nobody_caught_is_told_and_reported(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: reported.append(str(error)))
    before = sys.excepthook
    troubles = Troubles(tmp_path, watch)
    with troubles.watch_exceptions():
        error = ExceptionGroup("animations failed", [ValueError("no such bar\nin detail")])
        sys.excepthook(type(error), error, None)
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert sys.excepthook is before
    assert [one.detail for one in troubles.last] == ["ValueError: no such bar"]
    assert len(reported) == 2


def test_so_is_one_in_a_thread(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[object] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)
    troubles = Troubles(tmp_path, watch)
    with troubles.watch_exceptions():
        thread = threading.Thread(target=lambda: [][0])
        thread.start()
        thread.join()
    assert [one.kind for one in troubles.last] == ["failed"]
    assert len(reported) == 1
