import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from kiosk.resources import FONTS
from kiosk.toolkit import fonts
from kiosk.venue.doctor.storage import FACES, check_disk, check_fonts, check_permissions

NEEDS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="gives files to other users: needs root")
USER = 1234


def test_the_faces_are_those_that_are_used() -> None:
    assert set(FACES) == {name for names in fonts._FILES.values() for name in names}


def test_the_faces_of_this_repository_are_whole() -> None:
    assert check_fonts(FONTS).grade == "good"


def test_one_flipped_bit_is_seen(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FONTS, tmp_path / "fonts"))
    font = bytearray((folder / FACES[0]).read_bytes())
    font[len(font) // 3] ^= 4
    (folder / FACES[0]).write_bytes(font)
    finding = check_fonts(folder)
    assert finding.grade == "bad"
    assert finding.said == f"{FACES[0]} is damaged"


def test_a_missing_face_is_named(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FONTS, tmp_path / "fonts"))
    (folder / FACES[3]).unlink()
    assert check_fonts(folder).said == f"{FACES[3]} is missing"


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.mark.parametrize(
    ("free", "grade"), [(100_000_000, "bad"), (1_000_000_000, "look"), (9_000_000_000, "good")]
)
def test_the_disk_must_have_room(
    free: int, grade: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**11, 0, free))
    assert check_disk(tmp_path / "not" / "there").grade == grade


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """The venue's folder, which is the kiosk's user's, and code, which is root's."""
    venue, code = tmp_path / "venue", tmp_path / "code"
    venue.mkdir(mode=0o700)
    (code / "kiosk").mkdir(parents=True, mode=0o755)
    os.chown(venue, USER, USER)
    return venue, code


@NEEDS_ROOT
def test_code_that_is_roots_is_safe(places: tuple[Path, Path]) -> None:
    assert [finding.grade for finding in check_permissions(*places)] == ["good", "good"]


@NEEDS_ROOT
def test_code_that_everybody_may_write_is_seen(places: tuple[Path, Path]) -> None:
    (places[1] / "kiosk").chmod(0o777)
    assert check_permissions(*places)[-1].grade == "look"


@NEEDS_ROOT
def test_a_venue_folder_without_the_right_to_write_is_bad(places: tuple[Path, Path]) -> None:
    places[0].chmod(0o500)
    assert check_permissions(*places)[0].grade == "bad"


@NEEDS_ROOT
def test_a_kiosk_that_is_root_is_seen(places: tuple[Path, Path]) -> None:
    os.chown(places[0], 0, 0)
    assert check_permissions(*places)[0].said.endswith("runs as root")
