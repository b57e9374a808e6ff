"""A kind of exhibit may name files of its own, and every wrong name is told where it is written."""

from pathlib import Path
from typing import Literal

import pytest

from kiosk.content.files import SceneFiles
from kiosk.content.load import Kinds, load
from kiosk.content.model import ExhibitSpec
from kiosk.content.problem import ContentError
from kiosk.content.tree import Leaf, MapNode, under
from tests.content.house import KINDS, House


class PictureSpec(ExhibitSpec):
    """A kind that reads a picture, and the words below it, from files beside the scene."""

    kind: Literal["picture"]
    picture: Path
    words: str

    @classmethod
    def prepare(cls, node: MapNode, files: SceneFiles) -> MapNode:
        picture, words = under(node, "picture"), under(node, "words")
        if "draft" in files.text(words):
            raise ContentError.at(files.mark(words), "this is a draft")
        return node.having(
            {
                "picture": Leaf(picture.mark, files.path(picture, largest_bytes=3_000_000)),
                "words": Leaf(words.mark, files.text(words, largest_bytes=2_000_000)),
            }
        )


@pytest.fixture
def picture_house(house: House) -> House:
    house.replace(
        "robots/scene.yaml",
        "  - kind: figures",
        "  - {kind: picture, title: 圖, picture: p.png, words: ../shared/w.txt}\n  - kind: figures",
    )
    house.write("robots/p.png", b"\x89PNG")
    house.write("shared/w.txt", b"\xef\xbb\xbfone\r\ntwo")
    return house


def picture(house: House) -> PictureSpec:
    kinds = Kinds({**KINDS.exhibits, "picture": PictureSpec}, KINDS.cards)
    spec = load(house.folder, kinds).scenes[1].exhibits[0]
    assert isinstance(spec, PictureSpec)
    return spec


def test_a_kind_is_handed_its_files(picture_house: House) -> None:
    spec = picture(picture_house)
    assert spec.picture.read_bytes() == b"\x89PNG"
    assert spec.words == "one\ntwo"


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        ("robots/p.png", b"x" * 3_000_001, "scene.yaml:5:40: 'robots/p.png' is larger than 3 MB"),
        ("shared/w.txt", "x" * 2_000_001, "'robots/../shared/w.txt' is larger than 2 MB"),
        ("shared/w.txt", b"a\n\xff", "scenes/shared/w.txt:2:1: this is not text in UTF-8"),
        ("shared/w.txt", "draft", "scenes/shared/w.txt:1:1: this is a draft"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(
    picture_house: House, file: str, content: str | bytes, problem: str
) -> None:
    picture_house.write(file, content)
    with pytest.raises(ContentError) as caught:
        picture(picture_house)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("q.png", "'robots/q.png' does not exist"),
        (".", "'robots' is a folder, not a file"),
        ("../../secret.png", "is outside the folder 'scenes'"),
        ("/etc/passwd", "'/etc/passwd' is outside the folder 'scenes'"),
        ("~", "the name of a file belongs here"),
        ("[a]", "the name of a file belongs here"),
    ],
)
def test_a_wrong_name_is_told_where_it_is_written(
    picture_house: House, name: str, sentence: str
) -> None:
    Path("secret.png").write_bytes(b"x")
    scene = picture_house.folder / "robots/scene.yaml"
    scene.write_text(scene.read_text("utf-8").replace("p.png", name), "utf-8")
    with pytest.raises(ContentError) as caught:
        picture(picture_house)
    assert str(caught.value).startswith("scenes/robots/scene.yaml:5:40: ")
    assert sentence in str(caught.value)
