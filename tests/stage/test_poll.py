"""Visitors are asked: they vote once, may change it, see how all voted, and are forgotten."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from kiosk.cards.poll import PollItem
from kiosk.content.language import LANGUAGES
from kiosk.content.model import Exhibition
from kiosk.stage.answer_row import AnswerRow
from kiosk.stage.layout import LANDSCAPE, MANNERS, Layout, layout_for
from kiosk.stage.misfits import misfits
from kiosk.stage.poll_sheet import PollSheet
from kiosk.stage.rounds import Rounds, Screen
from kiosk.toolkit.text import TextBlock
from tests.conftest import KioskFactory, LookFactory, Rig
from tests.show.written import WrittenVoice
from tests.stage.test_ring import ring
from tests.toolkit.drawn import Drawing, drawing, inside

TALLY = {"new-energy": 40, "ai-production": 20, "internet-of-everything": 0, "future-industry": 9}
NOT_YET = "投票後可看到各項票數"
GROWTH_MS = 700


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    """A kiosk with votes from before, on its last scene."""
    return on_last_scene(kiosk(size=(960, 540), tally=TALLY))


def on_last_scene(rig: Rig) -> Rig:
    rig.come_to_rest()
    press(rig, Qt.Key.Key_4)
    return rig


def press(rig: Rig, key: Qt.Key) -> None:
    QTest.keyClick(rig.view, key)
    rig.come_to_rest()


def open_poll(rig: Rig) -> PollSheet:
    (card,) = (card for card in rig.scene.cards() if isinstance(card, PollItem))
    rig.tap(card)
    rig.come_to_rest()
    return sheet(rig)


def sheet(rig: Rig) -> PollSheet:
    opened = rig.stage.overlay()
    assert isinstance(opened, PollSheet)
    return opened


def rows(rig: Rig) -> list[AnswerRow]:
    return [item for item in rig.stage.touchables() if isinstance(item, AnswerRow)]


def row(rig: Rig, name: str) -> AnswerRow:
    (found,) = (item for item in rows(rig) if item.name == name)
    return found


def vote(rig: Rig, name: str) -> None:
    rig.tap(row(rig, name))
    rig.come_to_rest()


def leave(rig: Rig) -> None:
    rig.leave()
    rig.come_to_rest()


def told(rig: Rig) -> list[str]:
    return [item.describe() for item in rows(rig)]


def seen(rig: Rig) -> Drawing:
    return drawing(rig.stage.graphics, rig.stage.layout.rect)


def bar(rig: Rig, name: str, colour: QColor) -> QRectF:
    """The bar of an answer, in design pixels; empty where there is none."""
    here = row(rig, name)
    area = here.mapRectToScene(here.boundingRect())
    boxes = [box for box in seen(rig).filled(colour) if area.contains(box) and box.height() > 30]
    # What is filled beside it, the icon, is as wide as it is high, and stands before the words.
    boxes = [box for box in boxes if box.left() > area.left() + 200]
    return max(boxes, key=QRectF.width, default=QRectF())


# --- voting ------------------------------------------------------------------------------------


def test_it_is_seen_on_the_last_scene_alone(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(960, 540))
    rig.come_to_rest()
    found = []
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_F1):
        press(rig, key)
        found.append(any(isinstance(card, PollItem) for card in rig.scene.cards()))
    assert found == [False, False, False, True, False]


def test_opened_it_asks_and_keeps_the_votes_to_itself(rig: Rig) -> None:
    open_poll(rig)
    assert told(rig) == ["嶄新能源", "AI生產", "萬物互聯", "未來工業"]
    words = seen(rig).texts()
    assert "你最期待哪個未來？" in words
    assert NOT_YET in words
    assert not {"40", "20", "9"} & set(words)


def test_a_vote_shows_how_all_voted_with_this_one(rig: Rig) -> None:
    open_poll(rig)
    vote(rig, "AI生產")
    assert told(rig) == ["嶄新能源，40票", "AI生產，21票，已選取", "萬物互聯，0票", "未來工業，9票"]
    words = seen(rig).texts()
    assert {"40", "21", "0", "9"} <= set(words)
    assert any("共 70 票" in text for text in words), words
    assert NOT_YET not in words


def test_bars_are_as_long_as_their_votes_from_one_zero(rig: Rig, make_look: LookFactory) -> None:
    open_poll(rig)
    vote(rig, "AI生產")
    palette = make_look("zh-Hant", "ink-atlas").palette
    energy = bar(rig, "嶄新能源", palette.accent("new-energy"))
    ai = bar(rig, "AI生產", palette.accent("ai-production"))
    industry = bar(rig, "未來工業", palette.accent("future-industry"))
    assert energy.left() == pytest.approx(ai.left(), abs=1)
    assert energy.left() == pytest.approx(industry.left(), abs=1)
    assert ai.width() / energy.width() == pytest.approx(21 / 40, abs=0.01)
    assert industry.width() / energy.width() == pytest.approx(9 / 40, abs=0.01)


def test_bars_grow_and_end_exactly(rig: Rig, make_look: LookFactory) -> None:
    colour = make_look("zh-Hant", "ink-atlas").palette.accent("new-energy")
    open_poll(rig)
    rig.tap(row(rig, "AI生產"))
    widths = []
    for _ in range(4):
        rig.wind(GROWTH_MS / 4)
        widths.append(bar(rig, "嶄新能源", colour).width())
    rig.come_to_rest()
    assert widths == sorted(widths)
    assert widths[0] < widths[1] < bar(rig, "嶄新能源", colour).width()


def test_with_less_motion_they_stand_at_once(rig: Rig, make_look: LookFactory) -> None:
    colour = make_look("zh-Hant", "ink-atlas").palette.accent("new-energy")
    rig.visit.want(rig.visit.preferences.turned("reduced_motion"))
    rig.come_to_rest()
    open_poll(rig)
    rig.tap(row(rig, "AI生產"))
    rig.wind(32)
    width = bar(rig, "嶄新能源", colour).width()
    rig.come_to_rest()
    assert 0 < width == bar(rig, "嶄新能源", colour).width()


def test_another_touch_moves_the_vote_and_counts_no_second(rig: Rig) -> None:
    open_poll(rig)
    for name in ("AI生產", "AI生產", "萬物互聯", "未來工業"):
        vote(rig, name)
    assert told(rig) == [
        "嶄新能源，40票",
        "AI生產，20票",
        "萬物互聯，0票",
        "未來工業，10票，已選取",
    ]


def test_a_vote_is_still_there_when_the_card_is_opened_again(rig: Rig) -> None:
    open_poll(rig)
    vote(rig, "萬物互聯")
    press(rig, Qt.Key.Key_Escape)
    press(rig, Qt.Key.Key_1)
    press(rig, Qt.Key.Key_4)
    open_poll(rig)
    assert "萬物互聯，1票，已選取" in told(rig)


def test_the_next_visitor_is_asked_anew_and_the_vote_stays_counted(rig: Rig) -> None:
    for name in ("AI生產", "萬物互聯"):
        open_poll(rig)
        assert NOT_YET in seen(rig).texts()
        vote(rig, name)
        leave(rig)
        press(rig, Qt.Key.Key_4)
    open_poll(rig)
    vote(rig, "嶄新能源")
    assert told(rig) == ["嶄新能源，41票，已選取", "AI生產，21票", "萬物互聯，1票", "未來工業，9票"]


def test_a_visitor_who_does_not_answer_is_forgotten_too(rig: Rig) -> None:
    open_poll(rig)
    vote(rig, "AI生產")
    rig.wind(86_000, step=1000)
    assert not rig.visit.somebody
    rig.come_to_rest()
    press(rig, Qt.Key.Key_4)
    open_poll(rig)
    assert told(rig) == ["嶄新能源", "AI生產", "萬物互聯", "未來工業"]


def test_the_first_vote_of_all_is_shown(kiosk: KioskFactory) -> None:
    rig = on_last_scene(kiosk(size=(960, 540)))
    open_poll(rig)
    vote(rig, "未來工業")
    assert told(rig) == ["嶄新能源，0票", "AI生產，0票", "萬物互聯，0票", "未來工業，1票，已選取"]


# --- by other ways -----------------------------------------------------------------------------


def test_keys_vote_and_change_it_and_keep_their_place(rig: Rig) -> None:
    open_poll(rig)
    press(rig, Qt.Key.Key_Tab)
    press(rig, Qt.Key.Key_Return)
    assert "嶄新能源，41票，已選取" in told(rig)
    assert ring(rig).item is row(rig, "嶄新能源")
    press(rig, Qt.Key.Key_Tab)
    press(rig, Qt.Key.Key_Return)
    assert told(rig)[:2] == ["嶄新能源，40票", "AI生產，21票，已選取"]
    press(rig, Qt.Key.Key_Escape)
    assert rig.stage.overlay() is None


def test_it_is_read_aloud(kiosk: KioskFactory) -> None:
    voice = WrittenVoice(*LANGUAGES)
    rig = on_last_scene(kiosk(size=(960, 540), tally=TALLY, voice=voice))
    rig.visit.want(rig.visit.preferences.turned("read_aloud"))
    rig.come_to_rest()
    open_poll(rig)
    rig.wind(200)
    asked = voice.last
    assert "你最期待哪個未來？" in asked
    assert "萬物互聯" in asked
    assert "40" not in asked
    vote(rig, "AI生產")
    rig.wind(200)
    assert "AI生產，21票，已選取" in voice.last


def test_in_another_language_it_is_where_it_was(rig: Rig) -> None:
    open_poll(rig)
    vote(rig, "AI生產")
    rig.wear("en", "ink-atlas")
    rig.come_to_rest()
    assert sheet(rig).isVisible()
    assert told(rig) == [
        "New energy, votes: 40",
        "AI production, votes: 21, chosen",
        "Internet of Everything, votes: 0",
        "Future industry, votes: 9",
    ]


# --- how it looks ------------------------------------------------------------------------------


def polls(exhibition: Exhibition, look: Any, layout: Layout) -> Iterator[Screen]:
    for screen in Rounds(exhibition, look, layout).screens():
        if any(isinstance(item, AnswerRow) for item in screen.targets):
            yield screen


def with_answers(exhibition: Exhibition, *words: str) -> Exhibition:
    """The exhibition with other answers, which are no scenes, on the card in its last scene."""
    (*before, last) = exhibition.scenes
    answers = {f"a{at}": words for at, words in enumerate(words)}
    cards = tuple(
        type(card).model_validate(
            {"question": card.question, "answers": answers, "accents": {}}  # type: ignore[attr-defined]
        )
        if card.kind == "poll"
        else card
        for card in last.cards
    )
    scenes = (*before, last.model_copy(update={"cards": cards}))
    return exhibition.model_copy(update={"scenes": scenes, "prologue": None})


@pytest.mark.parametrize("manner", MANNERS, ids=str)
@pytest.mark.parametrize("count", [2, 6])
def test_two_and_six_answers_have_room_and_are_large_enough(
    exhibition: Exhibition, make_look: LookFactory, manner: tuple[bool, bool, bool], count: int
) -> None:
    layout = layout_for(*manner)
    shown = with_answers(exhibition, *[f"第{at}個未來" for at in range(count)])
    screens = list(polls(shown, make_look("zh-Hant", "ink-atlas"), layout))
    assert len(screens) == 2, "before the vote and after"
    for screen in screens:
        assert list(misfits(screen, layout)) == []
        boxes = [item.target() for item in screen.targets if isinstance(item, AnswerRow)]
        assert len(boxes) == count
        assert min(min(b.width(), b.height()) for b in boxes) / layout.unit_px >= 96


def test_an_answer_too_long_for_its_place_is_found(
    exhibition: Exhibition, make_look: LookFactory
) -> None:
    shown = with_answers(exhibition, "是" * 160, "不")
    found = [
        misfit
        for screen in polls(shown, make_look("zh-Hant", "ink-atlas"), LANDSCAPE)
        for misfit in misfits(screen, LANDSCAPE)
    ]
    assert any("是是是" in misfit.words for misfit in found)


def test_it_says_that_it_is_partly_in_chinese(
    exhibition: Exhibition, make_look: LookFactory
) -> None:
    look = make_look("en", "ink-atlas")
    untranslated = with_answers(exhibition, "是", "不")
    for shown, is_said in ((exhibition, False), (untranslated, True)):
        for screen in polls(shown, look, LANDSCAPE):
            words = [item.text for item in inside(screen.roots[0]) if isinstance(item, TextBlock)]
            assert any("Partly in Chinese" in text for text in words) == is_said


def test_the_own_answer_is_marked_without_its_colour(rig: Rig) -> None:
    open_poll(rig)
    vote(rig, "AI生產")
    mine, other = row(rig, "AI生產"), row(rig, "嶄新能源")
    ends = []
    for item in (mine, other):
        area = item.mapRectToScene(item.boundingRect())
        picture = rig.picture()
        scale = picture.width() / rig.stage.layout.size.width()
        end = QRectF(area.right() - 70, area.top() + 20, 50, area.height() - 40)
        grab = picture.copy(QRectF(end.topLeft() * scale, end.size() * scale).toRect())
        ends.append(
            len({grab.pixel(x, y) for x in range(grab.width()) for y in range(grab.height())})
        )
    assert ends[0] > 1 == ends[1], "a tick at the end of its row, and nothing at that of others"
