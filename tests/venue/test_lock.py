"""Few guesses at the PIN, whatever is done between them."""

import json
import os
import random
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.venue import lock
from kiosk.venue.lock import Lock, Objection, PinRefusedError, forget, objection

PIN, WRONG = "2580", "9035"


@dataclass
class Booth:
    """A kiosk that is switched on and off, with a clock that may be set."""

    folder: Path
    wall_s: float = 1_800_000_000.0
    now_ms: float = 0.0
    lock: Lock = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Starts anew; how long the machine has been on is then another number."""
        self.now_ms = self.now_ms * 7 % 100_000
        self.lock = Lock(self.folder, lambda: self.wall_s, lambda: self.now_ms)

    def wait(self, seconds: float) -> None:
        self.wall_s += seconds
        self.now_ms += seconds * 1000

    def fail(self, times: int) -> None:
        for _ in range(times):
            assert not self.lock.open(WRONG)


@pytest.fixture
def booth(tmp_path: Path) -> Booth:
    booth = Booth(tmp_path / "venue")
    booth.lock.choose(PIN)
    return booth


def kept(booth: Booth) -> Path:
    return booth.folder / lock.NAME


# --- the PIN -----------------------------------------------------------------------------------


def test_there_is_none_at_first_and_nothing_opens_it(tmp_path: Path) -> None:
    first = Booth(tmp_path).lock
    assert not first.has_pin
    assert not first.open("") and not first.open(PIN)


def test_it_opens_and_it_is_another_one_once_it_is_changed(booth: Booth) -> None:
    assert booth.lock.has_pin
    assert booth.lock.open(PIN)
    booth.lock.choose(WRONG)
    assert not booth.lock.open(PIN)
    assert booth.lock.open(WRONG)


def test_it_is_known_after_a_restart(booth: Booth) -> None:
    booth.start()
    assert booth.lock.has_pin
    assert not booth.lock.open(WRONG)
    assert booth.lock.open(PIN)


@pytest.mark.parametrize(
    ("pin", "found"),
    [
        ("", "not-digits"),
        ("12a4", "not-digits"),
        ("٢٥٨٠", "not-digits"),
        ("-258", "not-digits"),
        ("258", "too-short"),
        ("258025802", "too-long"),
        ("0000", "one-digit"),
        ("77777777", "one-digit"),
        ("1234", "in-sequence"),
        ("7890", "in-sequence"),
        ("87654321", "in-sequence"),
        ("2109", "in-sequence"),
        ("1243", None),
        ("2580", None),
        ("1212", None),
        ("25802580", None),
    ],
)
def test_a_new_one_that_anybody_would_guess_is_refused(
    booth: Booth, pin: str, found: Objection | None
) -> None:
    assert objection(pin) == found
    if found:
        with pytest.raises(PinRefusedError) as caught:
            booth.lock.choose(pin)
        assert caught.value.objection == found
        assert booth.lock.open(PIN)


def test_forgotten_it_is_asked_for_anew_when_the_panel_is_opened(booth: Booth) -> None:
    booth.fail(5)
    assert forget(booth.folder)
    booth.lock.look()
    assert (booth.lock.has_pin, booth.lock.locked_s) == (False, 0)
    assert not forget(booth.folder)


def test_nobody_else_may_read_its_file_and_it_is_not_in_it(booth: Booth) -> None:
    assert kept(booth).stat().st_mode & 0o777 == 0o600
    assert PIN not in kept(booth).read_text("utf-8")
    first = kept(booth).read_text("utf-8")
    booth.lock.choose(PIN)
    assert json.loads(kept(booth).read_text("utf-8"))["hashed"] != json.loads(first)["hashed"]


def test_it_is_in_nothing_that_may_be_logged(booth: Booth) -> None:
    booth.lock.open(WRONG)
    hashed = json.loads(kept(booth).read_text("utf-8"))["hashed"]
    with pytest.raises(PinRefusedError) as caught:
        booth.lock.choose("7777")
    told = repr(booth.lock) + repr(vars(booth.lock)) + repr(caught.value) + str(caught.value)
    for secret in (PIN, WRONG, "7777", hashed):
        assert secret not in told


# --- guesses -----------------------------------------------------------------------------------


def test_after_five_wrong_ones_nobody_may_guess_for_half_a_minute(booth: Booth) -> None:
    booth.fail(4)
    assert booth.lock.locked_s == 0
    booth.fail(1)
    assert booth.lock.locked_s == 30
    assert not booth.lock.open(PIN)
    booth.wait(29.9)
    assert not booth.lock.open(PIN)
    booth.wait(0.1)
    assert booth.lock.locked_s == 0
    assert booth.lock.open(PIN)


def test_and_again_after_each_five_more(booth: Booth) -> None:
    for _ in range(3):
        booth.fail(5)
        assert booth.lock.locked_s == 30
        booth.wait(30)


def test_the_right_one_begins_the_count_anew(booth: Booth) -> None:
    booth.fail(4)
    assert booth.lock.open(PIN)
    booth.start()
    booth.fail(4)
    assert booth.lock.locked_s == 0
    assert booth.lock.open(PIN)


def test_the_right_one_at_the_fifth_guess_locks_nobody_out(booth: Booth) -> None:
    booth.fail(4)
    assert booth.lock.open(PIN)
    assert booth.lock.locked_s == 0
    booth.start()
    assert booth.lock.locked_s == 0


def test_a_restart_after_each_guess_gives_no_more_of_them(booth: Booth) -> None:
    for _ in range(5):
        booth.fail(1)
        booth.start()
    assert booth.lock.locked_s == 30
    assert not booth.lock.open(PIN)


def test_a_guess_that_is_cut_short_counts(booth: Booth, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_: object) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as unplugged:
        unplugged.setattr(lock, "_hash", cut)
        for _ in range(5):
            with pytest.raises(KeyboardInterrupt):
                booth.lock.open(PIN)
            booth.start()
    assert booth.lock.locked_s == 30


def test_a_lock_out_lasts_over_restarts(booth: Booth) -> None:
    booth.fail(5)
    booth.wait(10)
    booth.start()
    assert booth.lock.locked_s == 20
    booth.wait(15)
    booth.start()
    assert booth.lock.locked_s == 5
    booth.wait(5)
    assert booth.lock.open(PIN)


def test_a_clock_that_is_set_back_begins_the_lock_out_again(booth: Booth) -> None:
    booth.fail(5)
    booth.wait(20)
    booth.wall_s = 0  # an empty battery
    booth.start()
    assert booth.lock.locked_s == 30
    booth.wait(20)
    booth.start()
    assert booth.lock.locked_s == 10


def test_no_change_of_the_clock_matters_while_it_runs(booth: Booth) -> None:
    booth.fail(5)
    booth.wall_s += 3600
    assert booth.lock.locked_s == 30
    booth.lock.look()
    assert booth.lock.locked_s == 30


def test_many_guesses_and_restarts_at_random_give_at_most_ten_guesses_a_minute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[float] = []
    booth = Booth(tmp_path)
    booth.lock.choose(PIN)
    spent_s = 0.0

    def note(pin: str, salt: str) -> str:
        looked_at.append(spent_s)
        return ""

    monkeypatch.setattr(lock, "_hash", note)
    chance = random.Random(5)
    while spent_s < 600:
        booth.lock.open(WRONG)
        if chance.random() < 0.3:
            booth.start()
        if chance.random() < 0.1:
            booth.wall_s -= chance.uniform(0, 1e6)
        pause_s = chance.uniform(0, 1)
        booth.wait(pause_s)
        spent_s += pause_s
    assert len(looked_at) <= 10 * 600 / 60 + 5
    assert all(later - earlier >= 30 for earlier, later in zip(looked_at, looked_at[5:]))  # noqa: B905


# --- its file ----------------------------------------------------------------------------------


def test_where_nothing_can_be_kept_guesses_are_limited_in_this_run(tmp_path: Path) -> None:
    (tmp_path / "venue").write_text("in the way", "utf-8")
    booth = Booth(tmp_path / "venue")
    booth.lock.choose(PIN)
    assert booth.lock.not_saved
    booth.fail(5)
    booth.lock.look()
    assert booth.lock.locked_s == 30
    booth.wait(30)
    assert booth.lock.open(PIN)


def test_a_disk_that_is_full_for_a_while_opens_nothing(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(lock, "write_text", refuse)
        booth.fail(3)
        assert booth.lock.not_saved.endswith("staff.json: No space left on device")
    booth.fail(1)
    assert booth.lock.not_saved == ""
    booth.start()
    booth.fail(1)
    assert booth.lock.locked_s == 30


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"salt": "zz"}',
        '{"salt": 5}',
        '{"pin": "2580"}',
        '{"failures": "5"}',
        '{"locked_at_s": "now"}',
        "\ud800",
    ],
)
def test_a_broken_file_is_a_lock_that_nothing_opens_until_it_is_forgotten(
    booth: Booth, content: str
) -> None:
    kept(booth).write_bytes(content.encode("utf-8", "surrogatepass"))
    booth.start()
    assert booth.lock.broken
    assert (booth.lock.has_pin, booth.lock.open(""), booth.lock.open(PIN)) == (True, False, False)
    assert kept(booth).read_bytes() == content.encode("utf-8", "surrogatepass")
    forget(booth.folder)
    booth.lock.look()
    assert (booth.lock.has_pin, booth.lock.broken) == (False, False)
    booth.lock.choose(PIN)
    assert booth.lock.open(PIN)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_a_lock_that_nothing_opens(booth: Booth) -> None:
    kept(booth).chmod(0)
    booth.start()
    assert booth.lock.broken and not booth.lock.open(PIN)
