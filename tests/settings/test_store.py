"""What counts goes on counting, whatever happens to the venue's file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.model import Exhibition
from kiosk.settings import file
from kiosk.settings.layers import Origin
from kiosk.settings.store import Store

THEMES = ("ink-atlas", "paper-observatory", "high-contrast")

StoreFactory = Callable[..., Store]


@pytest.fixture
def venue(tmp_path: Path) -> Path:
    """The venue's folder, which is not there yet."""
    return tmp_path / "venue"


@pytest.fixture
def start(exhibition: Exhibition, venue: Path) -> StoreFactory:
    """Starts the kiosk, as far as its settings are concerned."""
    return lambda **command_line: Store(
        venue, exhibition, THEMES, {f"start.{name}": value for name, value in command_line.items()}
    )


def edit(venue: Path, text: str) -> None:
    """Somebody saves the file in an editor."""
    venue.mkdir(exist_ok=True)
    (venue / file.NAME).write_text(text, "utf-8")


def idle_s(store: Store) -> float:
    return store.applied.settings.timing.idle_s


def poll_twice(store: Store) -> bool:
    return store.poll() or store.poll()


def apply_idle(store: Store, seconds: float) -> None:
    store.draft.choose({"timing.idle_s": seconds})
    store.apply()


# --- choosing and applying ---------------------------------------------------------------------


def test_at_the_first_start_the_exhibition_counts(start: StoreFactory) -> None:
    store = start()
    assert store.applied.origins["timing.idle_s"] == Origin.EXHIBITION
    assert (store.changes, store.problems, store.not_saved) == (0, (), None)


def test_what_is_drafted_counts_once_it_is_applied_and_after_the_next_start(
    start: StoreFactory,
) -> None:
    store = start()
    store.draft.choose({"timing.idle_s": 90, "sound.on": False})
    assert (idle_s(store), store.drafted.settings.timing.idle_s, store.changes) == (60, 90, 2)
    assert store.apply() is None
    assert (idle_s(store), store.changes) == (90, 0)
    again = start()
    assert (idle_s(again), again.applied.settings.sound.on) == (90, False)
    assert again.applied.origins["timing.idle_s"] == Origin.VENUE


def test_what_is_forgotten_is_as_the_exhibition_has_it(start: StoreFactory, venue: Path) -> None:
    apply_idle(store := start(), 90)
    store.draft.forget(["timing.idle_s"])
    store.apply()
    assert idle_s(store) == 60
    assert (venue / file.NAME).read_text("utf-8") == file.HEAD
    assert start().applied.origins["timing.idle_s"] == Origin.EXHIBITION


def test_the_command_line_counts_before_the_venue_and_is_not_written(
    start: StoreFactory, venue: Path
) -> None:
    edit(venue, "start: {language: zh-Hans}\n")
    store = start(language="en")
    assert store.applied.settings.start.language == "en"
    apply_idle(store, 90)
    assert "language: zh-Hans" in (venue / file.NAME).read_text("utf-8")


# --- hand edits --------------------------------------------------------------------------------


def test_an_edit_by_hand_is_picked_up_once_it_is_finished(start: StoreFactory, venue: Path) -> None:
    store = start()
    edit(venue, "timing: {idle_s: 1")
    assert not store.poll()
    edit(venue, "timing: {idle_s: 120}\n")
    assert not store.poll()
    assert (store.problems, idle_s(store)) == ((), 60)
    assert store.poll()
    assert (idle_s(store), store.changes) == (120, 0)
    assert not store.poll()


def test_what_the_kiosk_saves_itself_is_no_edit_by_hand(start: StoreFactory) -> None:
    apply_idle(store := start(), 90)
    assert not poll_twice(store)
    store.draft.undo()
    assert store.changes == 1


def test_an_edit_that_changes_nothing_is_told_of_to_nobody(
    start: StoreFactory, venue: Path
) -> None:
    apply_idle(store := start(), 90)
    edit(venue, "# mine\ntiming: {idle_s: 90}\n")
    assert not poll_twice(store)


def test_an_edit_of_the_same_length_in_the_same_instant_is_seen(
    start: StoreFactory, venue: Path
) -> None:
    apply_idle(store := start(), 90)
    path = venue / file.NAME
    status = path.stat()
    other = path.with_name("other")
    other.write_text(path.read_text("utf-8").replace("90", "95"), "utf-8")
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)
    assert poll_twice(store)
    assert idle_s(store) == 95


def test_what_is_drafted_survives_an_edit_by_hand(start: StoreFactory, venue: Path) -> None:
    store = start()
    store.draft.choose({"timing.idle_s": 90})
    edit(venue, "sound: {volume: 1}\n")
    assert poll_twice(store)
    assert (store.applied.settings.sound.volume, store.changes) == (1, 1)
    store.apply()
    assert start().draft.applied == {"sound.volume": 1, "timing.idle_s": 90}


def test_applying_does_not_overwrite_what_was_edited_a_moment_ago(
    start: StoreFactory, venue: Path
) -> None:
    store = start()
    store.draft.choose({"timing.idle_s": 90})
    edit(venue, "sound: {volume: 1}\n")
    store.apply()
    assert start().draft.applied == {"sound.volume": 1, "timing.idle_s": 90}


def test_taking_the_file_away_forgets_what_was_in_it(start: StoreFactory, venue: Path) -> None:
    apply_idle(store := start(), 90)
    (venue / file.NAME).unlink()
    assert poll_twice(store)
    assert idle_s(store) == 60


def test_a_folder_that_is_gone_forgets_nothing(start: StoreFactory, venue: Path) -> None:
    apply_idle(store := start(), 90)
    venue.rename(venue.with_name("unplugged"))
    assert not poll_twice(store)
    assert idle_s(store) == 90
    store.draft.choose({"sound.on": False})
    store.apply()
    assert start().draft.applied == {"timing.idle_s": 90, "sound.on": False}


# --- broken files ------------------------------------------------------------------------------


def test_a_file_broken_while_it_runs_leaves_what_counts_and_is_told_with_its_line(
    start: StoreFactory, venue: Path
) -> None:
    apply_idle(store := start(), 90)
    edit(venue, "timing:\n  idel_s: 120\n")
    assert not poll_twice(store)
    assert idle_s(store) == 90
    (problem,) = store.problems
    assert str(problem) == (
        f"{venue}/venue.yaml:2:3: unknown key 'idel_s' (did you mean 'idle_s'?)"
    )
    edit(venue, "timing:\n  idle_s: 120\n")
    assert poll_twice(store)
    assert (idle_s(store), store.problems) == (120, ())


def test_a_file_broken_at_the_start_leaves_the_newest_earlier_state_that_is_good(
    start: StoreFactory, venue: Path
) -> None:
    for seconds in (90, 100, 110):
        apply_idle(start(), seconds)
    edit(venue, "timing: [")
    (venue / "venue.yaml.1").write_text("timing: {idle_s: 1}", "utf-8")
    store = start()
    assert idle_s(store) == 90
    assert [problem.mark.file for problem in store.problems] == [f"{venue}/venue.yaml"]
    assert (venue / file.NAME).read_text("utf-8") == "timing: ["
    edit(venue, "timing: {idle_s: 120}")
    assert poll_twice(store)
    assert (idle_s(store), store.problems) == (120, ())


def test_with_no_good_state_at_all_the_exhibition_counts(start: StoreFactory, venue: Path) -> None:
    edit(venue, "")
    store = start()
    assert idle_s(store) == 60
    assert [problem.sentence for problem in store.problems] == ["the file is empty"]


def test_applying_mends_a_broken_file_and_keeps_what_was_in_it(
    start: StoreFactory, venue: Path
) -> None:
    edit(venue, "timing: [ # my long work")
    apply_idle(store := start(), 90)
    assert store.problems == ()
    assert idle_s(start()) == 90
    assert (venue / "venue.yaml.1").read_text("utf-8") == "timing: [ # my long work"


def test_a_scene_that_is_gone_is_left_out_and_told(start: StoreFactory, venue: Path) -> None:
    edit(venue, "programmes:\n  A:\n    - {scene: trams}\n    - {scene: new-energy, dwell_s: 9}\n")
    store = start()
    programme = store.applied.settings.programmes.A or ()
    assert [(slot.scene, slot.dwell_s) for slot in programme] == [("new-energy", 9)]
    assert [str(problem) for problem in store.problems] == [
        f"{venue}/venue.yaml:3:15: the exhibition has no scene 'trams'"
    ]


# --- where it cannot be written ----------------------------------------------------------------


def test_what_cannot_be_saved_counts_and_is_saved_when_it_can(
    start: StoreFactory, venue: Path
) -> None:
    venue.write_text("in the way", "utf-8")
    store = start()
    store.draft.choose({"timing.idle_s": 90})
    error = store.apply()
    assert error and str(error).startswith(f"{venue}/venue.yaml: ")
    assert (idle_s(store), store.changes, store.not_saved) == (90, 0, error)
    store.poll()
    assert store.not_saved
    venue.unlink()
    assert not store.poll()
    assert store.not_saved is None
    assert idle_s(start()) == 90


def test_an_edit_by_hand_counts_more_than_what_could_not_be_saved(
    start: StoreFactory, venue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply_idle(store := start(), 90)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(file, "write_text", refuse)
        apply_idle(store, 100)
        assert "No space left on device" in str(store.not_saved)
        edit(venue, "timing: {idle_s: 110}\n")
        assert poll_twice(store)
    assert (idle_s(store), store.not_saved) == (110, None)
