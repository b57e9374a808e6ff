"""The page of access and language: what a visit starts with, and how the panel hangs."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.model import Exhibition
from kiosk.content.theme import load_theme
from kiosk.resources import THEMES
from kiosk.staff.commands import Choose
from kiosk.staff.wall_drawing import WallDrawing
from kiosk.toolkit.text import TextBlock
from tests.staff.conftest import LANDSCAPE, PORTRAIT, Booth, BoothFactory, sample_status

INCH_MM = 25.4


def children(item: QGraphicsItem) -> Iterator[QGraphicsItem]:
    for child in item.childItems():
        yield child
        yield from children(child)


def is_said(desk: Booth, words: str) -> bool:
    blocks = [one for one in children(desk.panel) if isinstance(one, TextBlock)]
    return any(words in block.text for block in blocks)


def drawing(desk: Booth) -> WallDrawing:
    found = [one for one in children(desk.panel) if isinstance(one, WallDrawing)]
    assert len(found) == 1
    return found[0]


def asking(exhibition: Exhibition, poll: Any) -> Exhibition:
    """The exhibition with or without something that visitors are asked."""
    return exhibition.model_copy(update={"poll": poll})


def hung(booth: BoothFactory, exhibition: Exhibition, upright: bool = False, **mm: float) -> Booth:
    """The page, open where it shows a panel of that size and height."""
    chosen = {f"panel.{key}": value for key, value in mm.items()}
    drafted = sample_status(exhibition, chosen).drafted
    desk = booth("start", PORTRAIT if upright else LANDSCAPE, drafted=drafted)
    desk.touch("螢幕大小與高度")
    return desk


# --- how it starts -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("touched", "chosen"),
    [
        ("English", {"start.language": "en"}),
        ("paper observatory", {"start.theme": "paper-observatory"}),
        ("聲音", {"sound.on": False}),
        ("增加音量", {"sound.volume": 4}),
        ("減少音量", {"sound.volume": 2}),
        ("右下", {"staff.corner": "bottom-right"}),
    ],
)
def test_a_touch_drafts_one_value(
    booth: BoothFactory, touched: str, chosen: dict[str, Any]
) -> None:
    desk = booth("start")
    desk.touch(touched)
    assert desk.commands == [Choose(chosen)]


def test_a_theme_is_called_what_its_file_says(booth: BoothFactory) -> None:
    theme = load_theme(THEMES, "paper-observatory")
    desk = booth("start", swatches={"paper-observatory": theme})
    desk.touch(theme.name.zh_hant)
    assert desk.commands == [Choose({"start.theme": "paper-observatory"})]


def test_every_value_says_who_has_chosen_it(booth: BoothFactory, exhibition: Exhibition) -> None:
    drafted = sample_status(exhibition, {"start.language": "en"}).drafted
    desk = booth("start", drafted=drafted, exhibition=asking(exhibition, None))
    blocks = [one.text for one in children(desk.panel) if isinstance(one, TextBlock)]
    assert blocks.count("來源：場館") == 1
    assert blocks.count("來源：內置") == 4


def test_the_place_of_a_poll_can_be_chosen_where_there_is_one(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    assert not is_said(booth("start", exhibition=asking(exhibition, None)), "觀眾投票")
    desk = booth("start", exhibition=asking(exhibition, "asked"))
    desk.touch("不問")
    assert desk.commands == [Choose({"poll.place": "nowhere"})]


# --- how it hangs ------------------------------------------------------------------------------


def test_size_and_height_are_stepped(booth: BoothFactory, exhibition: Exhibition) -> None:
    desk = hung(booth, exhibition, diagonal_mm=55 * INCH_MM, floor_mm=900)
    desk.touch("減少對角線")
    desk.touch("增加下緣離地")
    assert desk.commands == [
        Choose({"panel.diagonal_mm": 50 * INCH_MM}),
        Choose({"panel.floor_mm": 950}),
    ]


def test_nothing_is_worked_out_from_one_measure(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    desk = hung(booth, exhibition, diagonal_mm=1397)
    assert is_said(desk, "兩項都量度後")
    assert drawing(desk).highest_y is None


def test_a_high_panel_says_that_visitors_start_with_low_controls(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    assert is_said(hung(booth, exhibition, diagonal_mm=1397, floor_mm=950), "低位操作")


def test_a_low_panel_is_in_reach(booth: BoothFactory, exhibition: Exhibition) -> None:
    desk = hung(booth, exhibition, diagonal_mm=21.5 * INCH_MM, floor_mm=850)
    assert is_said(desk, "坐輪椅也伸手可及")
    assert is_said(desk, "最小的按鈕寬 23 毫米")


def test_a_small_panel_says_that_its_targets_are_small(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    desk = hung(booth, exhibition, diagonal_mm=15 * INCH_MM, floor_mm=300)
    assert is_said(desk, "不足 20 毫米")
    assert is_said(desk, "低於 380 毫米")


@pytest.mark.parametrize("upright", [False, True])
def test_the_panel_is_drawn_to_scale(
    booth: BoothFactory, exhibition: Exhibition, upright: bool
) -> None:
    desk = hung(booth, exhibition, upright, diagonal_mm=1397, floor_mm=950)
    drawn = drawing(desk)
    shape = 1080 / 1920 if upright else 1920 / 1080
    assert drawn.screen.width() / drawn.screen.height() == pytest.approx(shape)
    diagonal_px = (drawn.screen.width() ** 2 + drawn.screen.height() ** 2) ** 0.5
    assert diagonal_px / drawn.px_per_mm == pytest.approx(1397)
    assert drawn.boundingRect().contains(drawn.screen)
