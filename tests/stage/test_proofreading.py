"""`check --layout`: what does not fit is named with its line; the real exhibition fits."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene

from kiosk.app import load_exhibition
from kiosk.content.language import LANGUAGES, Language
from kiosk.content.model import Exhibition
from kiosk.resources import SCENES
from kiosk.stage.layout import LANDSCAPE, MANNERS, Manner, layout_for
from kiosk.stage.misfits import misfits
from kiosk.stage.proofreading import Combination, Proofreader, combinations
from kiosk.stage.rounds import Rounds, Screen
from kiosk.toolkit.button import Button
from kiosk.toolkit.callout import CallOut
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import LEAD, TextBlock
from tests.conftest import LookFactory
from tests.targets import HAIR_PX, LEAST_GAP_PX, LEAST_PX, gaps, outside, sides

LANDSCAPE_LARGE_REACH: Manner = (False, True, True)

# Each layout in one language here; `make lint` reads all of them in all languages.
SAMPLES = [(manner, LANGUAGES[-1 - at % 3]) for at, manner in enumerate(MANNERS)]


# --- the real exhibition -----------------------------------------------------------------------


@pytest.mark.parametrize(("manner", "language"), SAMPLES, ids=str)
def test_everything_fits_and_fingers_can_tell_all_targets_apart(
    manner: Manner, language: Language, exhibition: Exhibition, make_look: LookFactory
) -> None:
    layout = layout_for(*manner)
    kinds = set()
    for screen in Rounds(exhibition, make_look(language, "ink-atlas"), layout).screens():
        kinds.add(screen.kind)
        assert list(misfits(screen, layout)) == [], screen.kind
        assert [one for one in sides(screen, layout) if one.px < LEAST_PX - HAIR_PX] == []
        assert [one for one in gaps(screen, layout) if one.px < LEAST_GAP_PX - HAIR_PX] == []
        assert outside(screen, layout) == []
    assert kinds >= {"scene", "cards", "card", "person", "term", "access", "still there", "attract"}


def test_every_screen_is_walked(exhibition: Exhibition, look: Look) -> None:
    screens = list(Rounds(exhibition, look, LANDSCAPE).screens())
    scenes = [*exhibition.scenes, exhibition.prologue]
    count = {kind: sum(screen.kind == kind for screen in screens) for kind in ("scene", "person")}
    assert count["scene"] == sum(len(scene.exhibits) for scene in scenes if scene)
    assert count["person"] == len(exhibition.people)
    assert sum(screen.kind == "card" for screen in screens) >= sum(
        len(scene.cards) for scene in scenes if scene
    )


def test_each_language_is_combined_with_each_layout(exhibition: Exhibition) -> None:
    assert len(set(map(str, combinations(exhibition)))) == 24


# --- a tampered one ----------------------------------------------------------------------------


def test_a_text_that_is_too_long_is_named_with_its_line_and_what_is_too_much(
    tmp_path: Path, make_look: LookFactory
) -> None:
    folder = Path(shutil.copytree(SCENES, tmp_path / "scenes"))
    file = folder / "new-energy" / "scene.yaml"
    old, new = "  en: New energy\n", f"  en: {'New energy for everybody ' * 5}\n"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    exhibition = load_exhibition(folder)
    reader = Proofreader(exhibition, folder)
    for language in ("en", "zh-Hant"):
        where = Combination(language, LANDSCAPE_LARGE_REACH)
        reader.read(where, make_look(language, "ink-atlas"))
    told = [str(problem) for problem in reader.problems()]
    title = next(one for one in told if "px too high" in one and ":4:7: " in one)
    assert title.startswith(f"{file}:4:7: 'New energy for everybody")
    assert "(en, landscape, large text, reach): shorten it by about " in title
    assert not any("zh-Hant" in one for one in told)


# --- what a misfit is --------------------------------------------------------------------------


def found(canvas: QGraphicsScene, root: QGraphicsRectItem) -> list[str]:
    canvas.addItem(root)
    screen = Screen("scene", "", (root,), ())
    return [one.fault.replace("{px}", "some") for one in misfits(screen, LANDSCAPE)]


def test_a_label_that_runs_out_of_its_button_is_too_wide(
    canvas: QGraphicsScene, look: Look
) -> None:
    root = QGraphicsRectItem()
    button = Button(root, look, QRectF(100, 100, 96, 96), "繼續", label="繼續參觀下一個場景")
    assert button.parentItem() is root
    assert found(canvas, root) == ["is some px too wide"]


def test_words_on_words_and_words_off_the_screen_are_found(
    canvas: QGraphicsScene, look: Look
) -> None:
    root, ink = QGraphicsRectItem(), look.palette.text
    TextBlock(root, look, "上面一行", LEAD, ink, QRectF(100, 100, 400, 60))
    TextBlock(root, look, "下面一行", LEAD, ink, QRectF(120, 110, 400, 60))
    TextBlock(root, look, "畫面之外", LEAD, ink, QRectF(1860, 600, 400, 60))
    assert sorted(found(canvas, root)) == [
        "is some px too wide",
        "stands some px deep on '下面一行'",
    ]


def test_a_remark_that_covers_a_figure_is_found(canvas: QGraphicsScene, look: Look) -> None:
    root, ink = QGraphicsRectItem(), look.palette.text
    TextBlock(root, look, "98.7", LEAD, ink, QRectF(380, 120, 100, 60))
    remark = CallOut(root, look, 372, "2022", "物多過人", ink)
    remark.setPos(100, 100)
    assert found(canvas, root) == ["covers '98.7', some px deep"]


def test_a_word_wider_than_its_column_is_found(canvas: QGraphicsScene, look: Look) -> None:
    root = QGraphicsRectItem()
    zone = QRectF(100, 100, 120, 600)
    TextBlock(root, look, "Industrialisation", LEAD, look.palette.text, zone)
    assert found(canvas, root) == ["has no room on a line for 'Industrialisation'"]
