"""What the pages for venue staff say is so: every word on the screen, every file, every command."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from kiosk.cli import main
from kiosk.content.parse import parse
from kiosk.content.problem import Report
from kiosk.content.tree import data
from kiosk.resources import STAFF_STRINGS
from kiosk.settings import file
from kiosk.settings.choice import parsed_choice
from kiosk.settings.model import keys
from kiosk.settings.place import VARIABLE
from kiosk.venue import journal, last_seen, lock, starts, troubles
from kiosk.venue.export import FILES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
GUIDES = {"en": "staff.md", "zh-Hant": "staff.zh-Hant.md"}
GUIDE = (DOCS / GUIDES["en"]).read_text("utf-8")

WIDEST_PX, LARGEST_BYTES = 1400, 120_000
FILLED_IN = re.compile(r"\\{[^}]*\\}")
"""What stands in braces in the words on the screen, once they are escaped."""

each_guide = pytest.mark.parametrize(
    ("language", "text"),
    [(language, (DOCS / name).read_text("utf-8")) for language, name in GUIDES.items()],
)


def words_in(tree: Any, language: str) -> Iterator[str]:
    """All that can stand on the screen in a language."""
    if isinstance(tree, dict) and language in tree:
        yield tree[language]
    elif isinstance(tree, dict | list):
        for branch in tree.values() if isinstance(tree, dict) else tree:
            yield from words_in(branch, language)


def on_screen(language: str) -> list[str]:
    files = sorted(STAFF_STRINGS.glob("*.yaml"))
    trees = (parse(path.read_text("utf-8"), path.name, Report()) for path in files)
    return [words for tree in trees for words in words_in(data(tree), language)]


def stands_in(label: str, words: str) -> bool:
    """Whether a label is a part of some words, or all of them with a letter or number filled in."""
    filled = FILLED_IN.sub(r"[A-D\\d]+", re.escape(words))
    return label in words or re.fullmatch(filled, label) is not None


@each_guide
def test_what_is_bold_stands_on_the_screen(language: str, text: str) -> None:
    known = on_screen(language)
    labels = {label.rstrip(" ›…") for label in re.findall(r"\*\*(.+?)\*\*", text)}
    assert len(labels) > 50
    assert [one for one in labels if not any(stands_in(one, words) for words in known)] == []


@each_guide
def test_its_pictures_are_there_and_small(language: str, text: str) -> None:
    pictures = set(re.findall(r"pictures/staff/[\w-]+\.png", text))
    assert len(pictures) > 5
    for picture in pictures:
        path = DOCS / picture
        assert 0 < QImage(str(path)).width() <= WIDEST_PX
        assert path.stat().st_size <= LARGEST_BYTES
        assert path.stem.endswith(language) or path.stem == "closed"


def test_every_picture_is_shown() -> None:
    shown = "".join((DOCS / name).read_text("utf-8") for name in GUIDES.values())
    there = {path.name for path in (DOCS / "pictures" / "staff").iterdir()}
    assert [name for name in there if name not in shown] == []


@each_guide
def test_every_file_of_the_venue_is_named(language: str, text: str) -> None:
    names = (
        file.NAME,
        f"{file.NAME}.{file.BACKUPS}",
        lock.NAME,
        journal.FILE_NAME,
        starts.FILE,
        starts.LOCK,
        troubles.FILE,
        last_seen.NAME,
        *FILES.values(),
        VARIABLE,
    )
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_key_of_the_settings_is_named() -> None:
    table = GUIDE.rpartition("| key | value |")[2]
    middle = {"programmes.B", "programmes.C"}
    assert [key for key in keys() if f"`{key}`" not in table and key not in middle] == []


@pytest.mark.parametrize(
    ("key", "example"), re.findall(r"^\| `([\w.]+)`.*such as `([^`]+)`", GUIDE, re.MULTILINE)
)
def test_an_example_of_a_value_is_one(key: str, example: str) -> None:
    assert parsed_choice(key, example)


def test_the_commands_say_what_they_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    told = re.findall(r"^    \$ .*main\.py (settings .*)\n((?:    [^$].*\n)*)", GUIDE, re.MULTILINE)
    assert len(told) > 1
    for call, answer in told:
        main(call.split())
        said = capsys.readouterr()
        assert said.out + said.err == answer.replace("    ", "", 1)
