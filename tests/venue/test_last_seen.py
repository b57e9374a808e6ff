from datetime import UTC, datetime
from pathlib import Path

from kiosk.venue.last_seen import NAME, LastSeen

MOMENT = datetime(2026, 11, 25, 6, 30, 12, tzinfo=UTC)
PATIENCE_S = 10.0


def test_a_moment_is_kept_for_the_next_start(tmp_path: Path) -> None:
    before = LastSeen(tmp_path / "venue")
    assert before.read() is None
    before.keep(MOMENT)
    before.wait(PATIENCE_S)
    assert LastSeen(tmp_path / "venue").read() == MOMENT


def test_what_is_no_moment_is_none(tmp_path: Path) -> None:
    for written in ("", "yesterday", "2026-11-25T06:30:12"):
        (tmp_path / NAME).write_text(written)
        assert LastSeen(tmp_path).read() is None


def test_a_disk_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "venue").write_text("no folder")
    seen = LastSeen(tmp_path / "venue")
    seen.keep(MOMENT)
    seen.wait(PATIENCE_S)
    assert seen.read() is None
