import json
import os
import subprocess
import sys
from pathlib import Path

from kiosk.resources import ROOT


def doctor(tmp_path: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    known = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "main.py", "doctor", "--root", str(tmp_path), *arguments],
        cwd=ROOT,
        env=known | {"KIOSK_VENUE": str(tmp_path / "venue")} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_a_machine_without_a_screen_is_not_ready(tmp_path: Path) -> None:
    code, said = doctor(tmp_path)
    assert code == 1
    assert "bad   display        no screen is connected\n" in said
    assert "-> check its cable and its power" in said


def test_a_machine_that_has_everything_is(tmp_path: Path) -> None:
    devices = tmp_path / "proc/bus/input/devices"
    devices.parent.mkdir(parents=True)
    devices.write_text('N: Name="Panel"\nB: PROP=2\nB: ABS=260800000000003\n')
    (tmp_path / "proc/meminfo").write_text("MemTotal: 4000000 kB\n")
    code, said = doctor(tmp_path, "--json", QT_QPA_PLATFORM="offscreen")
    found = {one["what"]: one["grade"] for one in json.loads(said)}
    assert code == 0, said
    assert found["window"] == "good"
    assert "bad" not in found.values()


def test_what_is_started_through_a_link_imports_from_where_it_led(tmp_path: Path) -> None:
    link = tmp_path / "current"
    link.symlink_to(ROOT)
    script = "import runpy, sys; sys.path.insert(0, sys.argv[1]); "
    script += "runpy.run_path(sys.argv[1] + '/main.py'); print(*sys.path, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", script, str(link)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(ROOT) in done.stdout.split("\n")
    assert str(link) not in done.stdout
