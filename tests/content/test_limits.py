"""Files made to do harm, or broken by accident, end in one clear line within a second."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.content.house import House

SCENE, NEV = "cars/scene.yaml", "cars/nev.csv"

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
CHAIN = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 100))
TOO_DEEP = "nested more than 20 levels deep"
TOO_MANY = "the file has more than 20,000 values"

CONTENTS: dict[str, tuple[str, str | bytes, str, str]] = {
    "10 MB": (SCENE, "# " + "x" * 10_000_000, "1:1", "'cars/scene.yaml' is larger than 1 MB"),
    "just over 1 MB": (SCENE, "x" * 1_000_001, "1:1", "'cars/scene.yaml' is larger than 1 MB"),
    "lists in lists": (SCENE, "- " * 10_000, "1:43", TOO_DEEP),
    "keys in keys": (SCENE, "\n".join(" " * n + "a:" for n in range(1000)), "21:21", TOO_DEEP),
    "keys of keys": (SCENE, "? " * 10_000, "1:43", TOO_DEEP),
    "brackets in brackets": (SCENE, "[" * 10_000, "1:22", TOO_DEEP),
    "brackets on lines": (SCENE, "[\n" * 10_000, "22:1", TOO_DEEP),
    "braces in braces": (SCENE, "{a: " * 10_000, "1:82", TOO_DEEP),
    "an alias bomb": (SCENE, BOMB, "5:15", TOO_MANY),
    "a chain of aliases": (SCENE, CHAIN, "20:12", TOO_DEEP),
    "many values": (SCENE, "- a\n" * 200_000, "20000:3", TOO_MANY),
    "NUL": (SCENE, b"title: a\nlead: \0\n", "2:7", "an unprintable character (U+0000)"),
    "Big5": (SCENE, "title: a\nlead: 汽車".encode("big5"), "2:7", "this is not text in UTF-8"),
    "UTF-16": (SCENE, "title: a".encode("utf-16"), "1:1", "this is not text in UTF-8"),
    "a picture": (SCENE, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "1:1", "this is not text in UTF-8"),
    "a line separator": (SCENE, "title: a\u2028b", "1:9", "an unprintable character (U+2028)"),
    "a mark inside": (SCENE, "title: a\ufeffb", "1:9", "an unprintable character (U+FEFF)"),
    "nothing": (SCENE, "", "1:1", "the file is empty"),
    "remarks only": (SCENE, "# x\n", "1:1", "the file is empty"),
    "long table": (NEV, "year\n" + "2023\n" * 100_000, "50002:1", "more than 50,000 rows"),
    "wide table": (NEV, "year" + "," * 500_000, "1:1", "more than 50,000 rows or 100 columns"),
    "long cell": (NEV, 'year\n"' + "x" * 500_000 + '"', "2:1", "has no partner"),
    "binary table": (NEV, b"year\n\0", "2:1", "an unprintable character (U+0000)"),
    "Big5 table": (NEV, "年份\n2023".encode("big5"), "1:1", "this is not text in UTF-8"),
    "table without rows": (NEV, "year\n", "1:1", "a header and at least one row belong here"),
    "empty table": (NEV, "", "1:1", "a header and at least one row belong here"),
}

PLACES: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a link out": (SCENE, lambda path: path.symlink_to("/etc/passwd"), "is outside the folder"),
    "a folder": (SCENE, Path.mkdir, "is a folder, not a file"),
    "a pipe": (SCENE, os.mkfifo, "is not an ordinary file"),
    "a device": (SCENE, lambda path: path.symlink_to("/dev/zero"), "is outside the folder"),
    "no scene": (SCENE, Path.exists, "unknown scene 'cars'"),
    "a link in a circle": (SCENE, lambda path: path.symlink_to(path.name), "unknown scene 'cars'"),
    "no people": ("people.yaml", Path.exists, "people.yaml:1:1: 'people.yaml' does not exist"),
    "no order": ("exhibition.yaml", Path.exists, "exhibition.yaml:1:1: 'exhibition.yaml' does not"),
    "a table linked out": (NEV, lambda path: path.symlink_to("/etc/passwd"), "scene.yaml:13:11: "),
    "a table's folder": (NEV, Path.mkdir, "scene.yaml:13:11: 'cars/nev.csv' is a folder"),
    "a table's pipe": (NEV, os.mkfifo, "scene.yaml:13:11: 'cars/nev.csv' is not an ordinary"),
    "a large table": (NEV, lambda path: path.write_text("x" * 8_000_001), "is larger than 8 MB"),
    "no table": (NEV, Path.exists, "scene.yaml:13:11: 'cars/nev.csv' does not exist"),
}


@pytest.fixture(autouse=True)
def sound_s(house: House) -> float:
    """How long a processor takes to load what nobody has tampered with."""
    begun = time.process_time()
    house.load()
    return time.process_time() - begun


@pytest.fixture(autouse=True)
def _harm_ends_early(sound_s: float) -> Iterator[None]:
    begun = time.process_time()
    yield
    assert time.process_time() - begun < 200 * sound_s


def the_one_problem(house: House) -> str:
    problems = house.problems()
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(("file", "content", "place", "sentence"), CONTENTS.values(), ids=CONTENTS)
def test_what_a_file_holds_is_bounded(
    house: House, file: str, content: str | bytes, place: str, sentence: str
) -> None:
    house.write(file, content)
    problem = the_one_problem(house)
    assert problem.startswith(f"scenes/{file}:{place}: ")
    assert sentence in problem


@pytest.mark.parametrize(("file", "make", "sentence"), PLACES.values(), ids=PLACES)
def test_what_is_no_file_of_the_exhibition_is_not_read(
    house: House, file: str, make: Callable[[Path], object], sentence: str
) -> None:
    path = house.folder / file
    path.unlink()
    make(path)
    assert sentence in the_one_problem(house)


@pytest.mark.parametrize("name", ["/etc/passwd", "../../secret.csv", "../../../../../etc/passwd"])
def test_a_name_does_not_lead_out_of_the_exhibition(house: House, name: str) -> None:
    Path("secret.csv").write_text("year,production,sales\n2023,1,2\n")
    house.replace(SCENE, "data: nev.csv", f"data: {name}")
    problem = the_one_problem(house)
    assert problem.startswith("scenes/cars/scene.yaml:13:11: ")
    assert "is outside the folder 'scenes'" in problem


def test_a_linked_folder_does_not_lead_out_of_the_exhibition(house: House) -> None:
    house.folder.joinpath("cars").rename("elsewhere")
    house.folder.joinpath("cars").symlink_to(Path("../elsewhere"))
    assert "'cars/scene.yaml' is outside the folder 'scenes'" in the_one_problem(house)


def test_a_file_that_may_not_be_read_says_so(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may read everything, and tests may run as root.
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "people.yaml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert the_one_problem(house) == (
        "scenes/people.yaml:1:1: 'people.yaml' cannot be read (Permission denied)"
    )


def test_a_name_that_no_file_can_have_is_not_found(house: House) -> None:
    house.replace(SCENE, "data: nev.csv", f"data: {'x' * 5000}.csv")
    assert "cannot be read (File name too long)" in the_one_problem(house)
