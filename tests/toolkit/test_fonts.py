from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtGui import QGlyphRun, QRawFont, QTextLayout

from kiosk.content.language import Language
from kiosk.resources import FONTS
from kiosk.toolkit.fonts import Face, Fonts
from kiosk.toolkit.look import Look
from tests.conftest import LookFactory
from tests.toolkit.strings import texts

FILES: dict[Face, str] = {
    "sans": "NotoSans{}-Regular.ttf",
    "sans-bold": "NotoSans{}-Bold.ttf",
    "serif-bold": "NotoSerif{}-Bold.ttf",
}
REGIONS: dict[Language, str] = {"zh-Hant": "HK", "zh-Hans": "SC", "en": "HK"}


@pytest.fixture(params=get_args(Face))
def face(request: pytest.FixtureRequest) -> Face:
    return request.param


@pytest.fixture
def look(make_look: LookFactory, language: Language) -> Look:
    return make_look(language, "ink-atlas")


def set_in(look: Look, face: Face, text: str) -> tuple[list[QGlyphRun], float]:
    """The glyphs that `text` is really drawn with, and how wide it is."""
    layout = QTextLayout(text, look.font(face, 40))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return layout.glyphRuns(), line.naturalTextWidth()


def families(look: Look, face: Face, text: str) -> set[tuple[str, bool]]:
    """The families of those glyphs, each with whether it knows all characters that it was given."""
    runs, _ = set_in(look, face, text)
    return {(run.rawFont().familyName(), 0 not in run.glyphIndexes()) for run in runs}


def test_every_text_is_drawn_with_the_face_of_its_language(
    look: Look, language: Language, face: Face
) -> None:
    everything = "".join(texts(language)).replace("\n", "")
    style = "Serif" if face == "serif-bold" else "Sans"
    assert families(look, face, everything) == {(f"Noto {style} {REGIONS[language]}", True)}


def test_every_character_of_every_text_is_in_the_bundled_files(
    look: Look, language: Language, face: Face
) -> None:
    raw = QRawFont(str(FONTS / FILES[face].format(REGIONS[language])), 40)
    characters = set("".join(texts(language))) - {"\n"}
    assert {c for c in characters if not raw.supportsCharacter(ord(c))} == set()


def test_a_rare_character_of_simplified_text_comes_from_the_hong_kong_face(
    make_look: LookFactory,
) -> None:
    simplified = make_look("zh-Hans", "ink-atlas")
    assert families(simplified, "sans", "嚟") == {("Noto Sans HK", True)}


def test_the_same_character_is_drawn_as_its_readers_write_it(make_look: LookFactory) -> None:
    shapes = []
    for language in ("zh-Hant", "zh-Hans"):
        (run,), _ = set_in(make_look(language, "ink-atlas"), "sans", "骨")
        shapes.append(run.rawFont().pathForGlyph(run.glyphIndexes()[0]))
    assert shapes[0] != shapes[1]


def test_sizes_are_design_pixels_and_bold_is_a_face_of_its_own(look: Look, face: Face) -> None:
    font = look.font(face, 37.6)
    assert font.pixelSize() == 38
    assert font.bold() == (face != "sans")


def test_english_marks_are_narrow_and_chinese_ones_a_character_wide(
    make_look: LookFactory,
) -> None:
    _, english = set_in(make_look("en", "ink-atlas"), "sans", "’")
    _, chinese = set_in(make_look("zh-Hant", "ink-atlas"), "sans", "’")
    assert english < 20
    assert chinese == pytest.approx(40, abs=0.1)


def test_a_missing_face_is_told_by_its_name(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"NotoSansHK-Regular\.ttf.*missing or damaged"):
        Fonts(tmp_path)


def test_a_damaged_face_is_told_by_its_name(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "NotoSansHK-Regular.ttf").write_bytes(b"not a font")
    with pytest.raises(FileNotFoundError, match=r"NotoSansHK-Regular\.ttf.*missing or damaged"):
        Fonts(tmp_path)
