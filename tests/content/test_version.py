"""Two machines with the same exhibition say the same, and any change says otherwise."""

import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.content.version import ContentVersion, version

WHEN = datetime(2026, 11, 20, 12).timestamp()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scenes = tmp_path / "scenes"
    (scenes / "energy").mkdir(parents=True)
    (scenes / "exhibition.yaml").write_text("order: [energy]\n")
    (scenes / "energy" / "scene.yaml").write_text("title: 新能源\n")
    for path in scenes.rglob("*"):
        os.utime(path, (WHEN, WHEN))
    return scenes


def code(folder: Path) -> str:
    return version(folder).split(" · ")[0]


def test_it_is_a_short_code_and_the_day_of_the_newest_file(folder: Path) -> None:
    short, day = version(folder).split(" · ")
    assert len(short) == 6
    assert day == "2026-11-20"


def test_a_copy_elsewhere_has_the_same_code(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy", copy_function=shutil.copyfile)
    assert code(copy) == code(folder)


def test_another_letter_is_another_code(folder: Path) -> None:
    before = code(folder)
    (folder / "energy" / "scene.yaml").write_text("title: 舊能源\n")
    assert code(folder) != before


def test_another_name_is_another_code(folder: Path) -> None:
    before = code(folder)
    (folder / "energy" / "scene.yaml").rename(folder / "energy" / "scenes.yaml")
    assert code(folder) != before


def test_what_an_editor_hides_does_not_count(folder: Path) -> None:
    before = version(folder)
    (folder / ".git").mkdir()
    (folder / ".git" / "index").write_text("…")
    (folder / ".scene.yaml.swp").write_text("…")
    assert version(folder) == before


def test_what_is_no_file_is_left_alone(folder: Path) -> None:
    before = version(folder)
    os.mkfifo(folder / "pipe")
    (folder / "lost").symlink_to("nowhere")
    assert version(folder) == before


def test_it_is_read_beside_the_kiosk(folder: Path) -> None:
    read = ContentVersion(folder)
    read.wait(5)
    assert read.text == version(folder)
