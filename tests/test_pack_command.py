"""`main.py keys` and `main.py pack`: what comes out, and what is never packed."""

import shutil
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import pack_command
from kiosk.app import load_exhibition
from kiosk.cli import main
from kiosk.resources import ROOT, SCENES
from kiosk.venue.bundle import Manifest, verify
from kiosk.venue.keys import load_public
from kiosk.venue.payload import application_files
from tests.processes import kiosk_process
from tests.venue.test_wheels import ANY, make_lock, make_wheel


@pytest.fixture
def key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A private key, made as anybody makes one."""
    assert main(["keys", "new", str(tmp_path / "keys")]) == 0
    capsys.readouterr()
    return tmp_path / "keys" / "kiosk.key"


@pytest.fixture
def scenes(tmp_path: Path) -> Path:
    """A copy of the real exhibition to tamper with."""
    return Path(shutil.copytree(SCENES, tmp_path / "scenes"))


def pack(*arguments: str | Path) -> int:
    return main(["pack", *map(str, arguments)])


def manifest_of(bundle: Path, key: Path) -> Manifest:
    return verify(bundle, load_public(key.parent))


def test_a_pair_of_keys_and_an_exhibition_packed_with_it(tmp_path: Path) -> None:
    """As a process of its own, as anybody would."""
    keys, out = tmp_path / "keys", tmp_path / "out.kiosk"
    made = kiosk_process("keys", "new", keys)
    assert (made.returncode, made.stderr) == (0, "")
    again = kiosk_process("keys", "new", keys)
    assert again.returncode == 2 and "exists already" in again.stderr
    packed = kiosk_process("pack", out, "--key", keys / "kiosk.key", "--content-only")
    assert (packed.returncode, packed.stderr) == (0, "")
    manifest = verify(out, load_public(keys))
    assert f"{out}: content {manifest.version} for any" in packed.stdout
    assert manifest.app_version == "0.1.0"
    files = {f"content/{path.relative_to(SCENES).as_posix()}" for path in SCENES.rglob("*.*")}
    assert {entry.path for entry in manifest.files} == files


def test_a_version_is_called_what_it_is_told(key: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.kiosk"
    assert pack(out, "--key", key, "--content-only", "--version", "autumn-2") == 0
    assert manifest_of(out, key).version == "autumn-2"
    assert pack(out, "--key", key, "--content-only", "--version", "../autumn") == 2
    assert manifest_of(out, key).version == "autumn-2"


def test_a_wrong_exhibition_is_told_and_not_packed(
    key: Path, scenes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.kiosk"
    (scenes / "exhibition.yaml").write_text("frobnicate: 1\n")
    assert pack(out, "--key", key, "--content-only", "--content", scenes) == 1
    assert "frobnicate" in capsys.readouterr().err
    assert not out.exists()


def test_what_cannot_be_packed_is_told_in_one_line(
    key: Path, scenes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.kiosk"
    calls: dict[str, tuple[str | Path, ...]] = {
        "has to end with .kiosk": (tmp_path / "out.zip", "--key", key, "--content-only"),
        "cannot be read": (out, "--key", tmp_path / "nowhere", "--content-only"),
        "no private key": (out, "--key", key.with_name("kiosk.pub"), "--content-only"),
        "--key": (out, "--content-only"),
        "there is no exhibition": (out, "--key", key, "--content", tmp_path / "nowhere"),
        "/proc": ("/proc/out.kiosk", "--key", key, "--content-only"),
        "there is no wheel": (out, "--key", key, "--wheels", tmp_path / "nowhere"),
    }
    key.with_name("kiosk.pub").chmod(0o600)
    for culprit, arguments in calls.items():
        assert pack(*arguments) == 2
        said = capsys.readouterr().err
        assert culprit in said and said.count("\n") == 1, said
    assert not out.exists()


def test_a_link_in_an_exhibition_is_told_and_not_packed(
    key: Path, scenes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (scenes / "notes.txt").symlink_to("/etc/passwd")
    out = tmp_path / "out.kiosk"
    assert pack(out, "--key", key, "--content-only", "--content", scenes) == 2
    assert "notes.txt' is a link" in capsys.readouterr().err
    assert not out.exists()


def test_an_application_has_all_that_runs_it_and_no_more(
    key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "checkout"
    for name in (
        *("main.py", "LICENSE", "pyproject.toml", "tests/test_cli.py", ".git/config"),
        *("kiosk/cli.py", "kiosk/__pycache__/cli.pyc", "kiosk/.cli.py.swp"),
        *("resources/deploy/__main__.py", "resources/deploy/start.sh"),
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    (root / "resources/deploy/start.sh").chmod(0o755)
    wheel = make_wheel(tmp_path / "wheels", ANY)
    make_lock(root, wheel)
    monkeypatch.setattr(pack_command, "ROOT", root)
    out = tmp_path / "out.kiosk"
    assert pack(out, "--key", key, "--wheels", wheel.parent) == 0
    manifest = manifest_of(out, key)
    assert [entry.path for entry in manifest.files if not entry.path.startswith("content/")] == [
        "__main__.py",
        *("app/LICENSE", "app/kiosk/cli.py", "app/main.py", "app/requirements.lock"),
        "app/resources/deploy/__main__.py",
        "app/resources/deploy/start.sh",
        f"wheels/{ANY}",
    ]
    executable = [entry.path for entry in manifest.files if entry.executable]
    assert executable == ["app/resources/deploy/start.sh"]
    assert (manifest.kind, manifest.platform, manifest.app_version) == (
        "application",
        "linux-x86_64",
        "",
    )


def test_the_same_day_gives_the_same_bytes(key: Path, tmp_path: Path) -> None:
    now = datetime(2026, 11, 25, 22, 5, 30, 1234, tzinfo=UTC)
    parser, made = ArgumentParser(), []
    pack_command.add_pack_arguments(parser)
    for name in ("one.kiosk", "two.kiosk"):
        arguments = [str(tmp_path / name), "--key", str(key), "--content-only"]
        options = parser.parse_args(arguments)
        pack_command.carry_out_pack(options, load_exhibition, now)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert manifest_of(tmp_path / "one.kiosk", key).version == "0.1.0+202611252205"


def test_this_application_can_be_packed() -> None:
    paths = {source.path for source in application_files(ROOT)}
    assert {"app/main.py", "app/requirements.lock", "app/kiosk/venue/bundle.py"} <= paths
    assert any(path.startswith("app/resources/fonts/OFL-") for path in paths)
    assert not [path for path in paths if "__pycache__" in path or "tests" in path]
