"""The wheels in a bundle are those that the lock names, for the machine that it is for."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from kiosk.venue.wheels import WheelsError, checked_wheels, download

METADATA = "Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n"

ANY = "sample-1.0-py3-none-any.whl"
MADE = {
    "x86_64 3.11": "other_part-1.0-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    "x86_64 3.12": "other_part-1.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    "x86_64 3.13": "other_part-1.0-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    "x86_64 stable": "other_part-1.0-cp310-abi3-manylinux_2_34_x86_64.whl",
    "x86_64 too new": "other_part-1.0-cp310-abi3-manylinux_2_39_x86_64.whl",
    "x86_64 musl": "other_part-1.0-cp310-abi3-musllinux_1_2_x86_64.whl",
    "aarch64": "other_part-1.0-cp310-abi3-manylinux_2_39_aarch64.whl",
    "windows": "other_part-1.0-cp310-abi3-win_amd64.whl",
}


def make_wheel(folder: Path, name: str) -> Path:
    """A wheel with nothing in it."""
    package, version, *_ = name.split("-")
    info = f"{package}-{version}.dist-info"
    tag = "-".join(name.removesuffix(".whl").split("-")[-3:])
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / name, "w") as file:
        file.writestr(f"{info}/METADATA", METADATA.format(name=package.replace("_", "-")))
        file.writestr(f"{info}/WHEEL", WHEEL.format(tag=tag))
        file.writestr(f"{info}/RECORD", "")
    return folder / name


def make_lock(folder: Path, *wheels: Path) -> Path:
    """A lock that names just these wheels."""
    lines: dict[str, str] = {}
    for wheel in wheels:
        package = wheel.name.partition("-")[0].replace("_", "-")
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        begun = lines.get(package, f"{package}==1.0")
        lines[package] = f"{begun} \\\n    --hash=sha256:{digest}"
    lock = folder / "requirements.lock"
    lock.write_text("\n".join(lines.values()) + "\n")
    return lock


@pytest.fixture
def index(tmp_path: Path) -> dict[str, Path]:
    """Wheels for every machine there is."""
    return {name: make_wheel(tmp_path / "index", wheel) for name, wheel in MADE.items()}


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """A folder with the one wheel that fits any machine."""
    return make_wheel(tmp_path / "wheels", ANY).parent


def put(wheel: Path, folder: Path) -> None:
    (folder / wheel.name).write_bytes(wheel.read_bytes())


@pytest.mark.parametrize(
    ("platform", "fitting"),
    [
        ("linux-x86_64", "x86_64 3.11"),
        ("linux-x86_64", "x86_64 3.13"),
        ("linux-x86_64", "x86_64 stable"),
        ("linux-aarch64", "aarch64"),
        ("windows-x86_64", "windows"),
    ],
)
def test_one_python_with_all_it_needs_is_enough(
    platform: str, fitting: str, index: dict[str, Path], wheels: Path, tmp_path: Path
) -> None:
    lock = make_lock(tmp_path, wheels / ANY, *index.values())
    put(index[fitting], wheels)
    found = checked_wheels(platform, lock, wheels)
    assert [wheel.name for wheel in found] == [MADE[fitting], ANY]


@pytest.mark.parametrize("other", ["x86_64 3.12", "x86_64 too new", "x86_64 musl", "aarch64"])
def test_a_wheel_for_another_machine_is_refused(
    other: str, index: dict[str, Path], wheels: Path, tmp_path: Path
) -> None:
    lock = make_lock(tmp_path, wheels / ANY, *index.values())
    put(index[other], wheels)
    with pytest.raises(WheelsError, match="is not for linux-x86_64"):
        checked_wheels("linux-x86_64", lock, wheels)


def test_a_wheel_that_is_missing_is_named(
    index: dict[str, Path], wheels: Path, tmp_path: Path
) -> None:
    lock = make_lock(tmp_path, wheels / ANY, *index.values())
    with pytest.raises(WheelsError, match=r"Python 3\.11 there is no wheel in .* of other-part"):
        checked_wheels("linux-x86_64", lock, wheels)


def test_a_wheel_that_is_not_the_locks_is_refused(wheels: Path, tmp_path: Path) -> None:
    lock = make_lock(tmp_path, wheels / ANY)
    with (wheels / ANY).open("ab") as file:
        file.write(b"more")
    with pytest.raises(WheelsError, match=r"is not what requirements\.lock knows"):
        checked_wheels("linux-x86_64", lock, wheels)


def test_pip_fetches_what_the_lock_names_for_each_python(
    index: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    for name in ("x86_64 stable", "x86_64 too new", "x86_64 musl"):
        index.pop(name).unlink()
    fetched = tmp_path / "fetched"
    download("linux-x86_64", make_lock(tmp_path, *index.values()), fetched)
    names = sorted(wheel.name for wheel in fetched.iterdir())
    assert names == [MADE["x86_64 3.11"], MADE["x86_64 3.13"]]
    index.pop("x86_64 3.13").unlink()
    with pytest.raises(WheelsError, match="No matching distribution found for other-part"):
        download("linux-x86_64", make_lock(tmp_path, *index.values()), fetched)
