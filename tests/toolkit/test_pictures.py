"""A picture is looked at before a window opens: what is wrong is told where it is named."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.content.load import load
from kiosk.content.model import Kinds
from kiosk.content.problem import ContentError
from kiosk.exhibits.image import ImageSpec
from tests.content.house import KINDS, House
from tests.processes import kiosk_process

SCENE = """\
title: 嶄新能源
lead: 汽車成為移動第三空間。
accent: new-energy
exhibits:
  - kind: image
    title: 機器人汽車亮相
    images:
      - file: photo.png
        caption: 概念車
        credit: 新華社
cards:
  - {kind: story, heading: 數字員工}
sources:
  caam: {name: 中國汽車工業協會, year: 2024}
"""
EMPTY_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def exhibition(house: House) -> ImageSpec:
    kinds = Kinds(exhibits={**KINDS.exhibits, "image": ImageSpec}, cards=KINDS.cards)
    spec = load(house.folder, kinds).scenes[0].exhibits[0]
    assert isinstance(spec, ImageSpec)
    return spec


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.chdir(tmp_path)
    house = House()
    house.build()
    return house


@pytest.fixture
def photo(house: House) -> Path:
    """Where the picture belongs that the scene names."""
    house.write("cars/scene.yaml", SCENE)
    return house.folder / "cars" / "photo.png"


def test_the_scene_knows_where_its_picture_is(house: House, photo: Path) -> None:
    png(photo, QSize(40, 30))
    (picture,) = exhibition(house).images
    assert picture.file == photo.absolute()


def png(path: Path, size: QSize) -> None:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(path))


def _large(path: Path) -> None:
    path.touch()
    os.truncate(path, 25_000_001)


def _gif(path: Path) -> None:
    path.write_bytes(b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01")


PROBLEMS = {
    "none": (Path.exists, "does not exist"),
    "a folder": (Path.mkdir, "is a folder, not a file"),
    "a pipe": (os.mkfifo, "is not an ordinary file"),
    "a link outside": (lambda path: path.symlink_to("/usr/share/pixmaps"), "is outside the folder"),
    "too large a file": (_large, "is larger than 25 MB"),
    "a text": (lambda path: path.write_text("hello"), "is no picture that can be shown: save"),
    "nothing": (Path.touch, "is no picture that can be shown: save"),
    "another format": (_gif, "is no picture that can be shown: save it as PNG, JPEG, WebP or SVG"),
    "too many pixels": (
        lambda path: png(path, QSize(8001, 2)),
        "is 8001 by 2 pixels: make it smaller, at most 8000 a side",
    ),
    "a drawing cut off": (lambda path: path.write_text(EMPTY_SVG), "is no picture that can be"),
    "a drawing of another": (
        lambda path: path.write_text(EMPTY_SVG + '<image href="/etc/motd"/></svg>'),
        "points to another picture: put that one into the file",
    ),
}


@pytest.mark.parametrize("case", PROBLEMS)
def test_what_cannot_be_shown_is_told_where_it_is_named(
    house: House, photo: Path, case: str
) -> None:
    make, sentence = PROBLEMS[case]
    make(photo)
    with pytest.raises(ContentError) as caught:
        exhibition(house)
    (told,) = str(caught.value).splitlines()
    assert told.startswith("scenes/cars/scene.yaml:8:15: 'cars/photo.png'") or told.startswith(
        "scenes/cars/scene.yaml:8:15: 'photo.png'"
    )
    assert sentence in told


def test_every_wrong_picture_is_told_at_once(house: House, photo: Path) -> None:
    second = "      - {file: b.png, caption: 乙, credit: 丙}\n"
    house.write("cars/scene.yaml", SCENE.replace("cards:", f"{second}cards:"))
    with pytest.raises(ContentError) as caught:
        exhibition(house)
    assert len(caught.value.problems) == 2


def test_a_picture_without_a_name_is_a_missing_key(house: House, photo: Path) -> None:
    house.write("cars/scene.yaml", SCENE.replace("file: photo.png", "alt: 汽車"))
    with pytest.raises(ContentError) as caught:
        exhibition(house)
    assert str(caught.value) == "scenes/cars/scene.yaml:8:9: missing key 'file'"


def test_a_scene_with_a_drawing_is_checked_without_an_application(
    house: House, photo: Path
) -> None:
    # Words that are laid out need one, or Qt ends the process.
    photo.write_text(EMPTY_SVG.replace("viewBox", "id") + '<text x="1" y="9">文字</text></svg>')
    house.write("exhibition.yaml", "title: 甲\nsubtitle: 乙\norder: [cars]\n")
    checked = kiosk_process("check", house.folder.absolute())
    assert checked.returncode == 0, checked.stdout + checked.stderr
