"""Values are texts as their author wrote them, whichever of PyYAML's parsers reads them."""

from typing import Any

import pytest
import yaml

from kiosk.content.parse import parse
from kiosk.content.problem import ContentError, Mark, Report
from kiosk.content.tree import MapNode, data, leaves

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


def read(text: str, loader: Any) -> Any:
    """What `text` says, or the problems with it."""
    report = Report()
    try:
        value = data(parse(text, "f", report, loader))
        report.raise_problems()
    except ContentError as error:
        return str(error)
    return value


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        ("2024-03-08", "2024-03-08"),
        ("124.20", "124.20"),
        ("true", "true"),
        ("http://example.org", "http://example.org"),
        ("=", "="),
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", "Null"),
        ("'null'", "null"),
        ('""', ""),
        ("' padded '", "padded"),
        ("|\n  two\n  lines\n", "two\nlines"),
        (">\n  one\n  line\n", "one line"),
        ("[a, [b], {c: d}]", ["a", ["b"], {"c": "d"}]),
        ("&x [a]\nagain: *x", ["a"]),
    ],
)
def test_a_value_is_what_its_author_wrote(written: str, meant: object, loader: Any) -> None:
    assert read(f"key: {written}", loader)["key"] == meant


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("key", ["2019", "true", "null", "~", "no", "1.50"])
def test_a_key_is_what_its_author_wrote(key: str, loader: Any) -> None:
    assert read(f"{key}: value", loader) == {key: "value"}


STRAY_COLON = "this ':' is out of place: check this line and the one above, or quote the text"
MISTAKES = {
    "a:\n  b: 1\n\tc: 2": "f:3:1: a tab: use spaces instead",
    "a:\tb": "f:1:3: a tab: use spaces instead",
    "a: [1,\n\t2]": "f:2:1: a tab: use spaces instead",
    "a: 1\na: 2": "f:2:1: the key 'a' stands already in line 1",
    "a: 1\n' a': 2": "f:2:1: the key ' a' stands already in line 1",
    "a: b: c": f"f:1:5: {STRAY_COLON}",
    "a: %b": "f:1:4: a text that begins with '%' needs quotes",
    "a: `b": "f:1:4: a text that begins with '`' needs quotes",
    "a: !b c": "f:1:4: a text that begins with '!' needs quotes",
    "a: !!python/name:os.system": "f:1:4: a text that begins with '!' needs quotes",
    "a: &重 c": "f:1:4: a text that begins with '&' needs quotes",
    "a: 'b": "f:1:4: this quotation is never closed",
    'a: "\\q"': "f:1:4: a '\\' has no place in double quotes: use single quotes",
    'a: "\\0"': "f:1:4: an unprintable character (U+0000) in a text",
    'a: "\\t"': "f:1:4: an unprintable character (U+0009) in a text",
    "a: [b\nc: d": "f:1:4: this '[' is not closed, or a ',' is missing",
    "a: 'b' c": "f:1:8: this is not YAML: check the indentation and the quotes",
    "a:\n    b: 1\n   c: 2": "f:3:4: this is not YAML: check the indentation and the quotes",
    "a\nb: c": f"f:2:2: {STRAY_COLON}",
    "a: b\nc\nd: e": "f:2:1: a key needs a ':' and a space behind it",
    "&x a: b\n*x : c": "f:2:1: a key has to be a single word or number",
    "": "f:1:1: the file is empty",
    "a: 1\n---\nb: 2": "f:2:1: a second document begins: leave '---' out",
    "%YAML 3.0\n---\na: b": "f:1:1: this is not YAML: check the indentation and the quotes",
}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("text", "problem"), MISTAKES.items())
def test_both_parsers_tell_the_same(text: str, problem: str, loader: Any) -> None:
    assert read(text, loader) == problem


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("escape", [r"\ud800", r"\U00110000", r"\UFFFFFFFF"])
def test_an_escape_of_no_character_is_told(escape: str, loader: Any) -> None:
    assert str(read(f'a: "{escape}"', loader)).startswith("f:1:")


@pytest.mark.parametrize("loader", LOADERS)
def test_everything_knows_its_place(loader: Any) -> None:
    tree = parse("名: a\nlist:\n  - 𠀀: b\n    c:\n", "f", Report(), loader)
    assert isinstance(tree, MapNode)
    assert tree.key_marks == {"名": Mark("f", 1, 1), "list": Mark("f", 2, 1)}
    assert tree.values["list"].mark == Mark("f", 3, 3)
    assert [leaf.mark for leaf in leaves(tree)] == [
        Mark("f", 1, 4),
        Mark("f", 3, 8),
        Mark("f", 4, 7),
    ]
