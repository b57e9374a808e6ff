"""What all kinds have in common: the frame, and an entrance that may be broken off at any time."""

from random import Random
from typing import Any

import pytest

from kiosk.content.geometry import read_geometry
from kiosk.exhibits.entrance import ENTRANCE_MS, Entrance
from kiosk.exhibits.registry import KINDS
from kiosk.resources import ICONS, SCENES
from tests.exhibits.conftest import Hang
from tests.exhibits.test_bar import bars
from tests.exhibits.test_figures import HEADSETS, PROJECTS, figures
from tests.exhibits.test_image import image
from tests.exhibits.test_line import line
from tests.exhibits.test_pictogram import LINES, TRADES, pictogram
from tests.exhibits.test_timeline import timeline
from tests.toolkit.drawn import alike

REMARK = [{"at": "2020", "text": "首次超過三百萬輛"}]
SAID: dict[str, dict[str, Any]] = {
    "bar": bars("124.2", "354.5", None, "958.7", annotations=REMARK, forecast_from="2022"),
    "line": line("6.71", "10.28", None, "13.99", "18.45", annotations=REMARK),
    "figures": figures(PROJECTS, HEADSETS),
    "image": image(ICONS / "image.svg", ICONS / "figures.svg"),
    "pictogram": pictogram(LINES, TRADES),
    "timeline": timeline(),
    "network": {
        "kind": "network",
        "title": "物物相連",
        "illustration": True,
        "nodes": [{"id": name, "label": name} for name in ("雲", "車", "屋")],
        "links": [
            {"between": ["雲", "車"], "flow": "位置"},
            {"between": ["雲", "屋"], "flow": "數據"},
        ],
    },
    "prototype": {
        "kind": "prototype",
        "title": "轉動一輛車",
        "illustration": True,
        "model": read_geometry((SCENES / "future-industry" / "car.obj").read_text("utf-8"), "car"),
        "parts": [{"name": "body", "label": "車身"}],
    },
}


@pytest.fixture(params=KINDS)
def said(request: pytest.FixtureRequest) -> dict[str, Any]:
    """One of every kind that is registered."""
    return SAID[request.param]


# --- the entrance ------------------------------------------------------------------------------


def test_at_the_end_of_the_entrance_it_is_the_final_picture(
    hang: Hang, said: dict[str, Any]
) -> None:
    hung = hang(said)
    final = hung.picture()
    hung.item.enter()
    assert not alike(hung.picture(), final)
    hung.wind(ENTRANCE_MS + 32)
    assert alike(hung.picture(), final)
    assert not hung.animator.active


def test_it_may_be_broken_off_anywhere(hang: Hang, said: dict[str, Any]) -> None:
    random = Random(7)
    hung = hang(said)
    final = hung.picture()
    for _ in range(12):
        hung.item.enter()
        hung.wind(random.uniform(0, ENTRANCE_MS))
        match random.choice(["stop", "rewind", "enter"]):
            case "stop":
                hung.item.stop()
            case "rewind":
                hung.item.rewind()
            case "enter":
                hung.item.enter()
        hung.picture()
        hung.item.settle()
        assert not hung.animator.active
        assert alike(hung.picture(), final)


def test_stopped_it_stands_still(hang: Hang, said: dict[str, Any]) -> None:
    hung = hang(said)
    hung.item.enter()
    hung.wind(900)
    hung.item.stop()
    still = hung.picture()
    hung.wind(500)
    assert alike(hung.picture(), still)
    assert not hung.animator.active


def test_each_frame_of_the_entrance_says_more_and_takes_nothing_back(
    hang: Hang, said: dict[str, Any]
) -> None:
    hung = hang(said)
    hung.item.enter()
    seen: list[int] = []
    for _ in range(30):
        hung.wind(64)
        seen.append(len(hung.texts()))
    assert seen == sorted(seen)
    assert seen[0] < seen[-1]


def test_closed_in_the_middle_it_leaves_nothing_running(hang: Hang, said: dict[str, Any]) -> None:
    hung = hang(said)
    hung.item.enter()
    hung.wind(300)
    hung.take_down()
    assert not hung.animator.active
    hung.wind(500)


def test_the_stages_follow_one_another() -> None:
    assert Entrance.at(0.0) == Entrance(0.0, 0.0, 0.0)
    assert Entrance.at(1.0) == Entrance(1.0, 1.0, 1.0)
    for step in range(101):
        now = Entrance.at(step / 100)
        assert 1.0 >= now.axes >= now.marks >= now.remarks >= 0.0
        assert now.marks == 0 or now.axes == 1
        assert now.remarks == 0 or now.marks == 1


# --- the frame ---------------------------------------------------------------------------------


def test_the_title_stands_on_top_and_the_source_at_the_foot(
    hang: Hang, said: dict[str, Any]
) -> None:
    seen = hang(said | {"sources": ["caam"]}).drawing()
    top = min(seen.words, key=lambda words: words.box.top())
    foot = max(seen.words, key=lambda words: words.box.bottom())
    assert top.text.startswith(said["title"][:4])
    assert "2023" in foot.text


def test_before_the_entrance_the_title_is_there_already(hang: Hang, said: dict[str, Any]) -> None:
    hung = hang(said)
    hung.item.rewind()
    assert any(text.startswith(said["title"][:4]) for text in hung.texts())


@pytest.mark.parametrize(
    ("language", "foot"),
    [
        ("zh-Hant", "資料來源：中國汽車工業協會 2023、IDC 2024"),
        ("zh-Hans", "资料来源：中國汽車工業協會 2023、IDC 2024"),
        ("en", "Source: 中國汽車工業協會 2023, IDC 2024"),
    ],
)
def test_the_source_is_named_with_its_year(hang: Hang, language: str, foot: str) -> None:
    hung = hang(bars("1", "2", sources=["caam", "idc"]), language)
    assert foot.replace(" ", "") in "".join(hung.texts()).replace(" ", "")


def test_notes_stand_beside_the_source(hang: Hang) -> None:
    texts = "".join(hang(bars("1", "2", sources=["caam"], notes=["倍數按表列數字計算"])).texts())
    assert texts.index("中國汽車工業協會") < texts.index("倍數按表列數字計算")


def test_what_only_illustrates_says_so(hang: Hang) -> None:
    assert "示意動畫，並非統計數據" in "".join(hang(timeline() | {"illustration": True}).texts())
    assert "示意動畫" not in "".join(hang(timeline()).texts())


def test_many_notes_push_the_chart_up_and_not_out(hang: Hang) -> None:
    notes = ["來源未提供誤差範圍，二零二四年的數字在特寫刊出之後才公布"] * 4
    hung = hang(bars("1", "2", notes=notes))
    seen = hung.drawing()
    axis = max(words.box.bottom() for words in seen.words if words.text in ("2019", "2020"))
    first_note = min(words.box.top() for words in seen.words if "誤差" in words.text)
    assert axis < first_note
