"""The venue's file is read with care, and written whole or not at all."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.content.problem import ContentError
from kiosk.durable import write_text
from kiosk.settings import file
from tests.processes import ROOT

IDLE_90 = {"timing.idle_s": 90.0}
IDLE_91 = {"timing.idle_s": 91.0}


def put(folder: Path, text: str, name: str = file.NAME) -> None:
    (folder / name).write_text(text, "utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- reading -----------------------------------------------------------------------------------


def test_only_what_stands_in_it_is_chosen(tmp_path: Path) -> None:
    put(tmp_path, "timing:\n  idle_s: 75\nhours:\n  week: {monday: [10:00-18:00]}\n")
    assert file.read(tmp_path).choices == {
        "timing.idle_s": 75,
        "hours.week": {"monday": ((600, 1080),)},
    }


@pytest.mark.parametrize(
    "text",
    [
        file.HEAD,
        "# nothing\n\n  # at all\n",
        "timing:\n",
        "timing:\n  # idle_s: 75\nsound: {}\n",
    ],
)
def test_what_is_made_a_remark_is_not_chosen(tmp_path: Path, text: str) -> None:
    put(tmp_path, text)
    assert file.read(tmp_path).choices == {}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("timing:\n  idel_s: 75\n", ["2:3: unknown key 'idel_s' (did you mean 'idle_s'?)"]),
        ("timming: {}\n", ["1:1: unknown key 'timming' (did you mean 'timing'?)"]),
        (
            "timing:\n  idle_s: 5\n  warning_s: soon\n",
            [
                "2:11: '5' is too small: it has to be at least 30",
                "3:14: 'soon' is not a number",
            ],
        ),
        (
            "programmes:\n  A:\n    - scene: a\n      dwell_s: 1\n",
            ["4:16: '1' is too small: it has to be at least 3"],
        ),
        (
            "hours:\n  week:\n    monday: [25:00-26:00]\n",
            ["3:14: '25:00-26:00' has a time that is none"],
        ),
        ("sound:\n  on: yes\n", ["2:7: write true or false, not 'yes'"]),
        ("sound: [on: true\n", ["1:8: this '[' is not closed, or a ',' is missing"]),
        ("", ["1:1: the file is empty"]),
        ("\n", ["1:1: the file is empty"]),
        ("loud\n", ["1:1: keys with values belong here"]),
    ],
)
def test_everything_that_is_wrong_has_its_place(
    tmp_path: Path, text: str, problems: list[str]
) -> None:
    put(tmp_path, text)
    with pytest.raises(ContentError) as caught:
        file.read(tmp_path)
    assert [str(one) for one in caught.value.problems] == [
        f"{tmp_path}/venue.yaml:{problem}" for problem in problems
    ]


# --- writing -----------------------------------------------------------------------------------


def test_it_says_at_its_head_what_it_is(tmp_path: Path) -> None:
    file.write(tmp_path / "new", IDLE_90)
    assert (tmp_path / "new" / "venue.yaml").read_text("utf-8") == (
        file.HEAD + "timing:\n  idle_s: 90\n"
    )


def test_its_last_ten_states_are_kept(tmp_path: Path) -> None:
    for seconds in range(30, 45):
        file.write(tmp_path, {"timing.idle_s": float(seconds)})
    kept = [file.read(tmp_path, f"venue.yaml.{number}").choices for number in range(1, 11)]
    assert kept == [{"timing.idle_s": 43 - back} for back in range(10)]
    assert file.read(tmp_path).choices == {"timing.idle_s": 44}
    assert len(names(tmp_path)) == 11


def test_what_is_then_edited_in_its_place_leaves_the_earlier_states_alone(tmp_path: Path) -> None:
    file.write(tmp_path, IDLE_90)
    file.write(tmp_path, IDLE_91)
    put(tmp_path, "sound: {on: false}\n")
    assert file.read(tmp_path, "venue.yaml.1").choices == IDLE_90


def test_earlier_states_are_copied_where_nothing_can_be_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    file.write(tmp_path, IDLE_90)
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    file.write(tmp_path, IDLE_91)
    assert file.read(tmp_path, "venue.yaml.1").choices == IDLE_90


def test_the_newest_earlier_state_that_can_be_read_is_found(tmp_path: Path) -> None:
    put(tmp_path, "sound: [", "venue.yaml.1")
    put(tmp_path, "sound: {on: false}", "venue.yaml.3")
    put(tmp_path, "sound: {on: true}", "venue.yaml.10")
    found = file.newest_good_backup(tmp_path)
    assert found and found.choices == {"sound.on": False}


def test_what_somebody_left_who_was_killed_does_not_matter(tmp_path: Path) -> None:
    put(tmp_path, "sound: [", ".venue.yaml.new")
    file.write(tmp_path, IDLE_90)
    assert names(tmp_path) == ["venue.yaml"]


def test_a_state_is_kept_once_though_somebody_was_killed_while_keeping_it(tmp_path: Path) -> None:
    file.write(tmp_path, IDLE_90)
    (tmp_path / "venue.yaml.1").hardlink_to(tmp_path / "venue.yaml")
    file.write(tmp_path, IDLE_91)
    assert names(tmp_path) == ["venue.yaml", "venue.yaml.1"]
    assert file.read(tmp_path, "venue.yaml.1").choices == IDLE_90


def test_it_is_on_the_disk_before_it_has_its_name_and_then_the_folder_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def note_fsync(descriptor: int) -> None:
        steps.append(f"fsync {Path(f'/proc/self/fd/{descriptor}').readlink().name}")
        fsync(descriptor)

    def note_replace(path: Path, target: Path) -> Path:
        steps.append(f"rename to {target.name}")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(Path, "replace", note_replace)
    file.write(tmp_path, IDLE_90)
    assert steps == ["fsync .venue.yaml.new", "rename to venue.yaml", f"fsync {tmp_path.name}"]


def test_its_mode_does_not_depend_on_who_writes(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_text(tmp_path / "open", "", 0o644)
        os.umask(0)
        write_text(tmp_path / "shut", "", 0o600)
    finally:
        os.umask(before)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("open", "shut")]
    assert modes == [0o644, 0o600]


# --- where it cannot be written ----------------------------------------------------------------


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    put(tmp_path, "", "venue")
    with pytest.raises(file.NotSavedError, match=r"venue/venue.yaml: (File exists|Not a dir)"):
        file.write(tmp_path / "venue", IDLE_90)


def test_nobody_writes_while_another_does(tmp_path: Path) -> None:
    file.write(tmp_path, IDLE_90)
    holding = subprocess.Popen(
        ["flock", str(tmp_path), "sh", "-c", "echo held; read line"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holding.stdin and holding.stdout
    with holding:
        assert holding.stdout.readline() == b"held\n"
        with pytest.raises(file.NotSavedError, match="another program is just writing it"):
            file.write(tmp_path, IDLE_91)
        holding.stdin.close()
    assert file.read(tmp_path).choices == IDLE_90
    file.write(tmp_path, IDLE_91)


def test_a_file_that_gets_too_large_leaves_all_as_it_was(tmp_path: Path) -> None:
    file.write(tmp_path, IDLE_90)
    file.write(tmp_path, IDLE_91)
    before = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(file.NotSavedError, match=r"venue.yaml: File too large"):
            file.write(tmp_path, IDLE_90)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == before


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_leaves_all_as_it_was(tmp_path: Path) -> None:
    file.write(tmp_path, IDLE_90)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(file.NotSavedError, match="Permission denied"):
            file.write(tmp_path, IDLE_91)
    finally:
        tmp_path.chmod(0o755)
    assert file.read(tmp_path).choices == IDLE_90
    assert names(tmp_path) == ["venue.yaml"]


# --- on disks of its own, and with kills -------------------------------------------------------


def saver(*arguments: str | Path, own_disk: bool = False) -> str:
    """What `saver.py` said, alone or where it can mount a disk; skips where nobody may."""
    alone = [sys.executable, "-m", "tests.settings.saver", *map(str, arguments)]
    within = ["unshare", "--user", "--map-root-user", "--mount"]
    if own_disk and (not shutil.which("unshare") or subprocess.run([*within, "true"]).returncode):
        pytest.skip("this machine lets nobody mount a disk in a namespace of its own")
    ended = subprocess.run(
        within + alone if own_disk else alone, cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def test_killed_at_200_moments_it_is_always_whole(tmp_path: Path) -> None:
    kills, halfway = saver("killed", tmp_path).split(", ")
    assert kills == "200 kills"
    assert int(halfway.split()[0]) >= 20, "nearly all of them missed"


def test_killed_at_200_moments_on_a_full_disk_it_is_always_whole(tmp_path: Path) -> None:
    assert saver("killed-on-full-disk", tmp_path, own_disk=True).startswith("200 kills")


def test_killed_before_each_step_of_a_save_it_is_always_whole(tmp_path: Path) -> None:
    assert int(saver("killed-at-each-step", tmp_path).split()[0]) >= 15


def test_a_full_disk_leaves_all_as_it_was_until_there_is_room(tmp_path: Path) -> None:
    assert saver("full-disk", tmp_path, own_disk=True) == "No space left on device"


def test_a_read_only_disk_leaves_all_as_it_was_until_it_is_none(tmp_path: Path) -> None:
    assert saver("read-only-disk", tmp_path, own_disk=True) == "Read-only file system"
