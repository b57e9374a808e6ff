"""What an exhibition says is never carried out."""

from pathlib import Path

import pytest

from kiosk.content.problem import ContentError
from kiosk.content.title import read_title
from tests.content.house import House

TAGS = [
    "!!python/object/apply:os.system ['touch {mark}']",
    "!!python/object/new:os.system ['touch {mark}']",
    "!!python/object/apply:subprocess.Popen [['touch', '{mark}']]",
    "!!python/name:os.system",
    "!!python/module:os",
    "!include /etc/passwd",
]


@pytest.mark.parametrize("tag", TAGS)
def test_a_hostile_tag_is_a_problem_and_nothing_more(
    house: House, tmp_path: Path, tag: str
) -> None:
    mark = tmp_path / "mark"
    hostile = tag.format(mark=mark)
    house.write("exhibition.yaml", f"title: {hostile}\nsubtitle: a\norder: [cars]\n")
    with pytest.raises(ContentError):
        house.load()
    assert read_title(house.folder) is None
    assert not mark.exists()


def test_the_title_is_read_without_the_rest(house: House) -> None:
    house.write("cars/scene.yaml", "title: [")
    title = read_title(house.folder)
    assert title and title.zh_hant == "新質生產力"


@pytest.mark.parametrize("content", ["", "[]", "title: 5", "title: {en: a}", "a: [", b"\xff\xfe"])
def test_a_title_that_cannot_be_made_out_is_none(house: House, content: str | bytes) -> None:
    house.write("exhibition.yaml", content)
    assert read_title(house.folder) is None
    assert read_title(Path("missing")) is None
