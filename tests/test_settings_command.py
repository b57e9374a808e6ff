"""`main.py settings`, each time as a process of its own."""

import subprocess
from pathlib import Path

import pytest

from kiosk.content.model import Exhibition
from kiosk.resources import theme_names
from kiosk.settings import file
from kiosk.settings.model import keys
from kiosk.settings.store import Store
from kiosk.venue.lock import Lock
from tests.processes import kiosk_process


class Shell:
    """Somebody at a shell on the machine."""

    def __init__(self, venue: Path) -> None:
        self.venue = venue

    def settings(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return kiosk_process("settings", *arguments, KIOSK_VENUE=str(self.venue))

    def said(self, *arguments: str | Path) -> str:
        ended = self.settings(*arguments)
        assert (ended.returncode, ended.stderr) == (0, "")
        return ended.stdout

    def refused(self, *arguments: str | Path, code: int = 2) -> str:
        ended = self.settings(*arguments)
        assert (ended.returncode, ended.stdout) == (code, "")
        return ended.stderr.strip()


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "venue")


def test_every_key_is_listed_with_who_chose_it(shell: Shell) -> None:
    shell.said("set", "timing.idle_s", "75")
    lines = shell.said().splitlines()
    assert lines == shell.said("list").splitlines()
    assert [line.split()[0] for line in lines] == list(keys())
    assert "timing.attract_s   exhibition  48" in lines
    assert "timing.idle_s      venue       75" in lines
    assert "sound.volume       built-in    3" in lines


def test_what_is_set_counts_and_is_forgotten_again(shell: Shell) -> None:
    hours = "{monday: [10:00-18:00], friday: [10:00-13:00, 18:00-02:00]}"
    assert shell.said("set", "hours.week", hours) == f"hours.week         venue       {hours}\n"
    shell.said("set", "sound.on", "false")
    assert file.read(shell.venue).choices.keys() == {"hours.week", "sound.on"}
    assert shell.said("reset", "hours.week") == "hours.week         built-in    {}\n"
    assert file.read(shell.venue).choices == {"sound.on": False}
    assert "venue" not in shell.said("reset", "--all")
    assert file.read(shell.venue).choices == {}


def test_the_folder_may_be_named_before_the_action_and_behind_it(
    shell: Shell, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shell.said("--venue", other, "set", "sound.volume", "1")
    shell.said("set", "sound.on", "false", "--venue", other)
    assert file.read(other).choices == {"sound.volume": 1, "sound.on": False}
    assert not shell.venue.exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["set", "timing.idel_s", "75"],
            "kiosk: unknown key 'timing.idel_s' (did you mean 'timing.idle_s'?)",
        ),
        (
            ["set", "timing.idle_s", "5"],
            "kiosk: timing.idle_s: '5' is too small: it has to be at least 30",
        ),
        (
            ["set", "programmes.A", "[{scene: new-enery}]"],
            "kiosk: programmes.A: the exhibition has no scene 'new-enery' "
            "(did you mean 'new-energy'?)",
        ),
    ],
)
def test_what_cannot_be_chosen_is_refused_in_one_line(
    shell: Shell, arguments: list[str], sentence: str
) -> None:
    assert shell.refused(*arguments) == sentence
    assert not shell.venue.exists()


@pytest.mark.parametrize("call", ["reset sound.on --all", "set sound.on", "sett"])
def test_a_wrong_call_is_told_in_one_line(shell: Shell, call: str) -> None:
    told = shell.refused(*call.split())
    assert told.startswith("kiosk: ") and "\n" not in told


def test_a_broken_file_is_told_with_its_line_and_not_overwritten(shell: Shell) -> None:
    shell.venue.mkdir()
    path = shell.venue / file.NAME
    path.write_text("timing:\n  idel_s: 5\n", "utf-8")
    for arguments in (["list"], ["set", "sound.on", "false"], ["reset", "sound.on"]):
        told = shell.refused(*arguments, code=1)
        assert told == f"{path}:2:3: unknown key 'idel_s' (did you mean 'idle_s'?)"
    assert path.read_text("utf-8") == "timing:\n  idel_s: 5\n"
    shell.said("reset", "--all")
    assert (shell.venue / "venue.yaml.1").read_text("utf-8") == "timing:\n  idel_s: 5\n"


def test_a_scene_that_is_gone_is_warned_of_and_stays_in_the_file(shell: Shell) -> None:
    shell.venue.mkdir()
    path = shell.venue / file.NAME
    path.write_text("programmes:\n  A: [{scene: trams}, {scene: new-energy}]\n", "utf-8")
    ended = shell.settings("list")
    assert ended.returncode == 0
    assert ended.stderr == f"{path}:2:15: warning: the exhibition has no scene 'trams'\n"
    assert "programmes.A       venue       [{scene: new-energy}]\n" in ended.stdout
    shell.settings("set", "sound.on", "false")
    assert "trams" in path.read_text("utf-8")


def test_what_cannot_be_written_is_told_in_one_line(shell: Shell) -> None:
    shell.venue.write_text("in the way", "utf-8")
    told = shell.refused("set", "sound.on", "false")
    assert told.startswith(f"kiosk: {shell.venue}/venue.yaml: ")


def test_a_kiosk_that_runs_takes_it_over(shell: Shell, exhibition: Exhibition) -> None:
    store = Store(shell.venue, exhibition, theme_names())
    shell.said("set", "timing.idle_s", "75")
    assert store.poll() or store.poll()
    assert store.applied.settings.timing.idle_s == 75


def test_a_pin_that_was_forgotten_is_asked_for_anew(shell: Shell) -> None:
    lock = Lock(shell.venue, lambda: 1e9, lambda: 0.0)
    lock.choose("2580")
    assert shell.said("pin").startswith("the PIN is forgotten: open the staff panel now")
    lock.look()
    assert not lock.has_pin
    assert shell.said("pin", "--content", shell.venue).startswith("there is no PIN: ")
