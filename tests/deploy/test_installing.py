import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.resources import ROOT
from tests.deploy import bundles

THEIRS = "etc/sysctl.d/90-kiosk.conf"
"""A file of somebody else's, where one of ours belongs."""


def kioskctl(root: Path, *command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk.deploy", "--root", root, *map(str, command)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def state(root: Path) -> dict[str, str]:
    found = {}
    for path in sorted(root.rglob("*")):
        told = str(path.readlink()) if path.is_symlink() else ""
        text = path.read_text(errors="replace") if path.is_file() and not told else ""
        found[str(path.relative_to(root))] = told or text
    return found


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two applications' worth of bundles, and their key."""
    folder = tmp_path_factory.mktemp("stick")
    bundles.application(folder, "first")
    bundles.exhibition(folder, "second")
    bundles.exhibition(folder, "third")
    return folder


@pytest.fixture(scope="module")
def once(stick: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("machine")
    (root / THEIRS).parent.mkdir(parents=True)
    (root / THEIRS).write_text("theirs\n")
    done = kioskctl(root, "install", stick / "first.kiosk")
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def root(once: Path, tmp_path: Path) -> Path:
    """A machine on which the first bundle is installed."""
    return Path(shutil.copytree(once, tmp_path / "root", symlinks=True))


def current(root: Path) -> str:
    return (root / "opt/kiosk/current/content/exhibition.yaml").read_text()


def test_what_is_installed_runs_with_the_packages_of_the_bundle(root: Path) -> None:
    app = root / "opt/kiosk/current/app"
    done = subprocess.run(
        [app / "venv/bin/python", "-Es", app / "app/main.py"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "all is well\n", done.stderr


def test_others_can_read_all_of_it_and_write_none(root: Path) -> None:
    for path in (root / "opt/kiosk").rglob("*"):
        if not path.is_symlink():
            assert path.stat().st_mode & 0o004, path
            assert not path.stat().st_mode & 0o022, path


def test_the_code_is_compiled_for_whoever_cannot_do_it(root: Path) -> None:
    assert list((root / "opt/kiosk/current/app/app").glob("__pycache__/main.*.pyc"))


def test_nothing_remains_but_what_was_there_before(root: Path, stick: Path) -> None:
    assert (root / THEIRS).read_text() != "theirs\n"
    assert kioskctl(root, "install", stick / "second.kiosk").returncode == 0
    assert kioskctl(root, "uninstall", "--purge").returncode == 0
    files = {name: text for name, text in state(root).items() if (root / name).is_file()}
    assert files == {THEIRS: "theirs\n"}
    assert not (root / "etc/systemd").exists()


def test_the_venues_own_folder_outlives_an_uninstallation(root: Path) -> None:
    (root / "var/lib/kiosk/settings.yaml").write_text("kept")
    assert kioskctl(root, "uninstall").returncode == 0
    assert (root / "var/lib/kiosk/settings.yaml").read_text() == "kept"
    assert not (root / "opt/kiosk").exists()


def test_nothing_can_be_uninstalled_twice(root: Path) -> None:
    kioskctl(root, "uninstall")
    done = kioskctl(root, "uninstall")
    assert done.returncode == 1
    assert done.stderr == "kioskctl: nothing is installed here\n"


def test_a_rollback_brings_the_exhibition_before(root: Path, stick: Path) -> None:
    kioskctl(root, "install", stick / "second.kiosk")
    assert current(root) == "title: second\n"
    assert kioskctl(root, "rollback").returncode == 0
    assert current(root) == "title: first\n"


def test_there_is_nothing_before_the_first(root: Path) -> None:
    done = kioskctl(root, "rollback")
    assert done.returncode == 1
    assert "no version to go back to" in done.stderr
    assert current(root) == "title: first\n"


def test_a_later_installation_leaves_the_session_as_it_was(root: Path, stick: Path) -> None:
    kioskctl(root, "install", stick / "second.kiosk", "--session", "x", "--output", "DP-1")
    kioskctl(root, "install", stick / "third.kiosk")
    assert "xinit" in (root / "opt/kiosk/bin/kiosk-session").read_text()
    assert "session: x, touch on DP-1" in kioskctl(root, "status").stdout


def test_another_session_takes_its_files_along(root: Path, stick: Path) -> None:
    kioskctl(root, "install", stick / "second.kiosk", "--session", "x")
    assert (root / "etc/X11/xorg.conf.d/90-kiosk.conf").exists()
    kioskctl(root, "install", stick / "third.kiosk", "--session", "cage")
    assert not (root / "etc/X11/xorg.conf.d/90-kiosk.conf").exists()


def test_a_key_beside_a_later_bundle_is_not_trusted(root: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    bundle = bundles.exhibition(stranger, "foreign")
    done = kioskctl(root, "install", bundle)
    assert done.returncode == 1
    assert "not signed by anyone this machine knows" in done.stderr
    assert current(root) == "title: first\n"
    assert kioskctl(root, "install", bundle, "--key", stranger / "kiosk.pub").returncode == 0


def test_without_a_key_nothing_is_installed(stick: Path, tmp_path: Path) -> None:
    alone = Path(shutil.copy(stick / "first.kiosk", tmp_path))
    done = kioskctl(tmp_path / "root", "install", alone)
    assert done.returncode == 1
    assert "no key is trusted yet" in done.stderr
    assert not (tmp_path / "root/etc").exists()


def test_a_wheel_that_the_lock_does_not_name_is_refused(tmp_path: Path) -> None:
    bundle = bundles.application(tmp_path, "wrong", pin="0" * 64)
    done = kioskctl(tmp_path / "root", "install", bundle)
    assert done.returncode == 1
    assert "Expected sha256" in done.stderr
    assert not (tmp_path / "root/opt/kiosk/current").exists()
    assert not list((tmp_path / "root/opt/kiosk").rglob("venv"))


def test_a_rehearsal_names_every_file_and_writes_none(once: Path, tmp_path: Path) -> None:
    done = kioskctl(tmp_path / "root", "install", "none.kiosk", "--dry-run")
    assert done.returncode == 0
    assert not (tmp_path / "root").exists()
    for name in ("/etc/systemd/system/kiosk.service", "/opt/kiosk/bin/kioskctl"):
        assert f"write   {name}" in done.stdout


def test_what_the_kiosk_lays_there_is_taken_in(root: Path, stick: Path) -> None:
    shutil.copy(stick / "second.kiosk", root / "var/lib/kiosk/incoming/second.kiosk")
    assert kioskctl(root, "take-in").returncode == 0
    assert current(root) == "title: second\n"
    assert not list((root / "var/lib/kiosk/incoming").iterdir())


def test_what_verifying_takes_is_all_that_is_imported() -> None:
    script = "import sys, kiosk.deploy.__main__; print(*{n.partition('.')[0] for n in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    strangers = {"PySide6", "pyqtgraph", "numpy", "yaml", "psutil", "platformdirs", "opencc"}
    assert not strangers & set(done.stdout.split())
