"""The themes that come with the kiosk can be seen, and others are checked."""

from pathlib import Path

import pytest

from kiosk.content.problem import ContentError
from kiosk.content.theme import load_theme, theme_for

THEMES = Path(__file__).parents[2] / "resources/themes"
NAMES = ["high-contrast", "high-contrast-daylight", "ink-atlas", "paper-observatory"]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_there_are_four_themes() -> None:
    assert sorted(path.stem for path in THEMES.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_what_is_drawn_stands_out_from_what_is_behind_it(name: str) -> None:
    theme = load_theme(THEMES, name)
    for behind in (theme.background, theme.card):
        assert contrast(theme.text, behind) >= 7
        assert contrast(theme.muted, behind) >= 4.5
        for mark in (theme.rule, *theme.accents.values(), *theme.series):
            assert contrast(mark, behind) >= 3, (mark, behind)
        assert contrast(theme.accents["prologue"], behind) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_has_a_name_in_every_language(name: str) -> None:
    theme = load_theme(THEMES, name)
    assert theme.name.zh_hans
    assert theme.name.en


@pytest.mark.parametrize(
    ("daylight", "high_contrast", "name"),
    [
        (False, False, "ink-atlas"),
        (True, False, "paper-observatory"),
        (False, True, "high-contrast"),
        (True, True, "high-contrast-daylight"),
    ],
)
def test_every_wish_for_light_and_contrast_has_its_theme(
    daylight: bool, high_contrast: bool, name: str
) -> None:
    assert theme_for(THEMES, "ink-atlas", daylight, high_contrast) == name


def test_a_house_theme_is_the_one_of_its_manner(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.yaml").write_text((THEMES / f"{name}.yaml").read_text("utf-8"))
    house = (THEMES / "paper-observatory.yaml").read_text("utf-8").replace("#9A5B00", "#8A4B00")
    (tmp_path / "zz-house.yaml").write_text(house)
    assert theme_for(tmp_path, "zz-house", True, False) == "zz-house"
    assert theme_for(tmp_path, "zz-house", False, False) == "ink-atlas"
    (tmp_path / "high-contrast.yaml").unlink()
    assert theme_for(tmp_path, "zz-house", False, True) == "zz-house", "there is none such"


VALID = """\
name: 試
background: "#000000"
card: "#000000"
text: "#FFFFFF"
muted: "#FFFFFF"
rule: "#FFFFFF"
accents:
  new-energy: "#FFFF00"
  ai-production: "#FFFF00"
  internet-of-everything: "#FFFF00"
  future-industry: "#FFFF00"
  prologue: "#FFFF00"
series: ["#FFFFFF", "#aabbcc"]
"""


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('card: "#000000"', 'card: "#00000"', "3:7: '#00000' is not a colour such as '#0B1020'"),
        ('card: "#000000"', 'card: "#0000000"', "3:7: '#0000000' is not a colour"),
        ('card: "#000000"', "card: black", "3:7: 'black' is not a colour such as '#0B1020'"),
        ('card: "#000000"', "card: #000000", "3:6: nothing is written here"),
        ('  prologue: "#FFFF00"\n', "", "8:3: missing key 'prologue'"),
        ("prologue:", "prolog:", "12:3: 'prolog' is not one of 'new-energy', 'ai-production',"),
        ('"#FFFFFF", "#aabbcc"', '"#FFFFFF"', "13:9: too few entries: 1, at least 2"),
        ('"#FFFFFF", "#aabbcc"', '"#FFFFFF", "#aabb"', "13:21: '#aabb' is not a colour"),
    ],
)
def test_a_mistake_in_a_theme_is_told(tmp_path: Path, old: str, new: str, problem: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(VALID, encoding="utf-8")
    assert load_theme(tmp_path, "mine").series == ("#FFFFFF", "#aabbcc")
    file.write_text(VALID.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_theme(tmp_path, "mine")
    assert str(caught.value).startswith(f"{file}:{problem}")


@pytest.mark.parametrize("name", ["ink-atlass", "../strings/interface", ""])
def test_a_theme_that_is_none_is_answered_with_those_that_are(name: str) -> None:
    with pytest.raises(ContentError) as caught:
        load_theme(THEMES, name)
    assert f"unknown theme '{name}'" in str(caught.value)
    assert f"there are {', '.join(NAMES)}" in str(caught.value)
