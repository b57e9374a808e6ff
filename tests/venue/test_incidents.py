"""Why the kiosk had to be started again, in real files."""

from datetime import datetime, timedelta
from pathlib import Path

from kiosk.venue.incidents import MOST_INCIDENTS, Incident, Incidents

NOON = datetime(2026, 11, 25, 12, 0, 0, 123000)


def incident(minutes: int = 0, lines: tuple[str, ...] = ("first", "last", "")) -> Incident:
    return Incident(NOON + timedelta(minutes=minutes), "crash", -11, "normal", "prologue", lines)


def test_it_is_kept_with_its_picture(tmp_path: Path) -> None:
    picture = tmp_path / "now.png"
    picture.write_bytes(b"png")
    Incidents(tmp_path / "venue").note(incident(), picture)
    (kept,) = Incidents(tmp_path / "venue").last()
    assert (kept.at, kept.code, kept.lines) == (NOON, -11, ("first", "last", ""))
    assert (tmp_path / "venue" / "incidents" / kept.picture).read_bytes() == b"png"
    assert kept.summary == "prologue · exit -11 · last"


def test_what_the_supervisor_says_itself_is_no_last_word(tmp_path: Path) -> None:
    lines = (
        "--- starting",
        "Fatal Python error: Aborted",
        "",
        "Extension modules: a, b (total: 2)",
    )
    assert incident(lines=lines).summary == "prologue · exit -11 · Fatal Python error: Aborted"


def test_without_a_picture_and_without_words_it_is_kept_too(tmp_path: Path) -> None:
    Incidents(tmp_path).note(incident(lines=()), tmp_path / "missing.png")
    assert Incidents(tmp_path).last() == (incident(lines=()),)
    assert Incidents(tmp_path).last()[0].summary == "prologue · exit -11"


def test_only_the_last_ones_are_kept(tmp_path: Path) -> None:
    picture = tmp_path / "now.png"
    picture.write_bytes(b"png")
    incidents = Incidents(tmp_path)
    for minute in range(MOST_INCIDENTS + 15):
        incidents.note(incident(minute), picture)
    kept = incidents.last()
    assert len(kept) == MOST_INCIDENTS
    assert kept[0].at == NOON + timedelta(minutes=MOST_INCIDENTS + 14)
    assert len(list((tmp_path / "incidents").iterdir())) == 2 * MOST_INCIDENTS


def test_what_was_damaged_is_left_out(tmp_path: Path) -> None:
    incidents = Incidents(tmp_path)
    incidents.note(incident())
    for number, damage in enumerate(("", "{", "[]", '{"at": "noon"}', '{"at": 5, "lines": 1}')):
        (tmp_path / "incidents" / f"2{number}.json").write_text(damage)
    assert incidents.last() == (incident(),)


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "incidents").write_text("a file stands where the folder should be")
    incidents = Incidents(tmp_path)
    incidents.note(incident())
    assert incidents.last() == ()
