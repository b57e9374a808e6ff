"""The journal while the power goes and while the disk is full: each in a process of its own."""

from pathlib import Path

from tests.venue.programs import numbers, program, run

KILLS = 100


def test_no_visit_that_was_written_is_lost_when_the_power_goes(tmp_path: Path) -> None:
    said = run(*program("killed_journal", tmp_path, str(KILLS)))
    assert int(numbers(said)["reported"]) > KILLS, "most kills came before anything was written"


def test_on_a_full_disk_visits_wait_in_memory(
    tmp_path: Path, small_disk: tuple[str | Path, ...]
) -> None:
    assert "database or disk is full" in run(
        *small_disk, *program("full_journal", tmp_path, "disk")
    )


def test_where_no_file_may_grow_visits_wait_in_memory(tmp_path: Path) -> None:
    assert "disk I/O error" in run(*program("full_journal", tmp_path, "quota"))
