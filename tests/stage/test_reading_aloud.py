"""A visitor who wants it read aloud: what they hear as they go, and that it ends with them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.content.language import LANGUAGES
from kiosk.content.model import Exhibition
from kiosk.show.clock import ManualClock
from kiosk.stage.layers import AccessLayer
from kiosk.stage.layout import Layout, layout_for
from kiosk.toolkit.text import TextBlock
from kiosk.venue.voice import MachineVoice
from tests.conftest import KioskFactory, Rig
from tests.screen import until
from tests.show.written import WrittenVoice
from tests.stage.visitor import with_scene
from tests.standins import StandIns

BESIDE_THE_PANEL = QPointF(40, 540)
SILENT = "本展項沒有聲音"


@pytest.fixture
def voice() -> WrittenVoice:
    return WrittenVoice(*LANGUAGES, speaks_at_once=False)


@pytest.fixture
def rig(kiosk: KioskFactory, voice: WrittenVoice) -> Rig:
    """A kiosk that reads aloud, with nothing open and silent for the moment."""
    built = kiosk(voice=voice)
    built.come_to_rest()
    press(built, Qt.Key.Key_M)
    built.tap(built.touchable("朗讀：關"))
    built.come_to_rest()
    press(built, Qt.Key.Key_Escape)
    voice.sounds[-1].end()
    built.wind(200)
    return built


def press(rig: Rig, key: Qt.Key) -> None:
    QTest.keyClick(rig.view, key)
    rig.come_to_rest()


def test_switched_on_it_reads_the_scene_that_is_on(
    kiosk: KioskFactory, voice: WrittenVoice
) -> None:
    rig = kiosk(voice=voice)
    rig.come_to_rest()
    assert not voice.said
    press(rig, Qt.Key.Key_M)
    rig.tap(rig.touchable("朗讀：關"))
    rig.come_to_rest()
    assert voice.last.startswith("嶄新能源。將來的能源，多來自太陽能或可控核聚變。")
    assert "2023年中國新能源汽車產量為958.7萬輛。" in voice.last
    assert "四年間，產銷升至七倍多：" in voice.last
    assert rig.touchable("朗讀：開")
    read = voice.last
    press(rig, Qt.Key.Key_Escape)
    assert voice.last == read, "it goes on when the menu is closed"


def test_a_scene_is_read_when_it_has_come(rig: Rig, voice: WrittenVoice) -> None:
    press(rig, Qt.Key.Key_Right)
    assert voice.last.startswith("AI生產。")


def test_while_a_scene_slides_nothing_is_read_any_more(rig: Rig, voice: WrittenVoice) -> None:
    press(rig, Qt.Key.Key_Right)
    QTest.keyClick(rig.view, Qt.Key.Key_Right)
    assert not voice.last


def test_an_opened_card_is_read_and_a_closed_one_no_more(rig: Rig, voice: WrittenVoice) -> None:
    card = rig.scene.cards()[0]
    whole = card.describe().splitlines()
    rig.tap(card)
    rig.come_to_rest()
    assert voice.last.startswith(whole[0])
    rig.tap(BESIDE_THE_PANEL)
    rig.come_to_rest()
    assert not voice.last


def test_a_card_of_the_next_scene_is_read_though_none_was_closed(
    rig: Rig, voice: WrittenVoice
) -> None:
    rig.tap(rig.scene.cards()[0])
    press(rig, Qt.Key.Key_Right)
    card = rig.scene.cards()[0]
    rig.tap(card)
    rig.come_to_rest()
    assert voice.last.startswith(card.describe().splitlines()[0])


def test_keys_are_told_what_they_are_on(rig: Rig, voice: WrittenVoice) -> None:
    names = [item.describe() for item in rig.stage.touchables()]
    for name in names[:5]:
        press(rig, Qt.Key.Key_Tab)
        assert voice.last.startswith(name.splitlines()[0].rstrip("。"))


def test_keys_on_a_chart_are_told_its_marks(rig: Rig, voice: WrittenVoice) -> None:
    while not voice.last.startswith("四年間，產銷升至七倍多"):
        press(rig, Qt.Key.Key_Tab)
    press(rig, Qt.Key.Key_Right)
    assert "2019" in voice.last and "萬輛" in voice.last


def test_another_exhibit_is_read_when_it_is_turned_to(rig: Rig, voice: WrittenVoice) -> None:
    second = rig.scene.scene_content.exhibits[1].title.zh_hant
    rig.tap(rig.touchable(second))
    rig.come_to_rest()
    assert voice.last.startswith(second)


def test_another_language_reads_the_scene_in_it(rig: Rig, voice: WrittenVoice) -> None:
    press(rig, Qt.Key.Key_M)
    rig.tap(rig.touchable("English"))
    rig.come_to_rest()
    assert voice.last.startswith("New energy. ") and voice.how[-1] == ("en", 3)


def test_other_colours_read_nothing_again(rig: Rig, voice: WrittenVoice) -> None:
    press(rig, Qt.Key.Key_M)
    rig.tap(rig.touchable("高對比：關"))
    rig.come_to_rest()
    assert voice.said[-1] == "語言與顯示。"


def test_a_switch_that_a_key_has_flipped_says_how_it_is(rig: Rig, voice: WrittenVoice) -> None:
    press(rig, Qt.Key.Key_M)
    while voice.last != "高對比：關。":
        press(rig, Qt.Key.Key_Tab)
    press(rig, Qt.Key.Key_Return)
    assert voice.last == "高對比：開。"


def test_the_menu_reads_again_what_lies_under_it(rig: Rig, voice: WrittenVoice) -> None:
    card = rig.scene.cards()[0]
    press(rig, Qt.Key.Key_M)
    rig.tap(rig.touchable("再讀一次"))
    assert voice.last.startswith("嶄新能源。")
    press(rig, Qt.Key.Key_Escape)
    rig.tap(card)
    rig.come_to_rest()
    read = voice.last
    press(rig, Qt.Key.Key_Escape)
    press(rig, Qt.Key.Key_M)
    rig.tap(rig.touchable("再讀一次"))
    assert voice.last == read


def test_volume_is_heard_as_it_changes_and_is_told(rig: Rig, voice: WrittenVoice) -> None:
    press(rig, Qt.Key.Key_M)
    rig.wind(400)
    voice.sounds[-1].end()
    rig.wind(200)
    rig.tap(rig.touchable("大聲一點：音量3，最大5"))
    rig.come_to_rest()
    assert (voice.last, voice.how[-1][1]) == ("音量4，最大5。", 4)
    assert rig.touchable("小聲一點：音量4，最大5")


def test_pausing_the_tour_pauses_the_voice(rig: Rig, voice: WrittenVoice) -> None:
    press(rig, Qt.Key.Key_Right)
    press(rig, Qt.Key.Key_Space)
    assert voice.sounds[-1].held
    press(rig, Qt.Key.Key_Space)
    assert not voice.sounds[-1].held


def test_the_question_is_asked_aloud_and_an_answer_lets_it_go_on(
    rig: Rig, voice: WrittenVoice
) -> None:
    press(rig, Qt.Key.Key_Right)
    rig.wind(60_100, step=100)
    reading, question = voice.sounds[-2:]
    assert reading.held and voice.last.startswith("你還在嗎？")
    press(rig, Qt.Key.Key_Space)
    assert question.stopped and not reading.held and not reading.stopped


def test_the_end_of_the_visit_is_silence_for_whoever_comes(rig: Rig, voice: WrittenVoice) -> None:
    press(rig, Qt.Key.Key_M)
    rig.tap(rig.touchable("大聲一點：音量3，最大5"))
    rig.come_to_rest()
    press(rig, Qt.Key.Key_Right)
    rig.leave()
    rig.come_to_rest()
    assert not voice.last
    assert not rig.visit.preferences.read_aloud and rig.visit.preferences.volume == 3
    press(rig, Qt.Key.Key_Right)
    assert not voice.last


def test_what_was_asked_for_once_ends_with_the_visit_too(
    kiosk: KioskFactory, voice: WrittenVoice
) -> None:
    rig = kiosk(voice=voice)
    rig.come_to_rest()
    press(rig, Qt.Key.Key_M)
    rig.tap(rig.touchable("再讀一次"))
    press(rig, Qt.Key.Key_Escape)
    assert voice.last.startswith("嶄新能源。")
    rig.leave()
    assert not voice.last


def test_a_finger_that_rests_on_something_is_told_what_it_is(rig: Rig, voice: WrittenVoice) -> None:
    rig.stage.narrator.tell_held(rig.touchable("下一個"))
    assert voice.last == "下一個。"


def test_a_recording_is_played_where_its_text_is_read(
    kiosk: KioskFactory, voice: WrittenVoice, exhibition: Exhibition
) -> None:
    title = exhibition.scenes[0].title
    audio = title.audio.model_copy(update={"zh_hant": Path("title.wav")})
    shown = with_scene(exhibition, 0, title=title.model_copy(update={"audio": audio}))
    rig = kiosk(voice=voice, shown=shown)
    rig.come_to_rest()
    press(rig, Qt.Key.Key_M)
    rig.tap(rig.touchable("朗讀：關"))
    rig.come_to_rest()
    assert voice.said == ["title.wav"]
    voice.sounds[0].end()
    rig.wind(200)
    assert voice.last.startswith("將來的能源")


# --- whether there is a voice ------------------------------------------------------------------


def blocks(rig: Rig) -> list[TextBlock]:
    """Every text that is seen."""
    items = rig.stage.graphics.items()
    return [item for item in items if isinstance(item, TextBlock) and item.isVisible()]


def seen(rig: Rig) -> set[str]:
    return {block.text for block in blocks(rig)}


def test_without_a_voice_the_exhibit_says_so(kiosk: KioskFactory) -> None:
    rig = kiosk(attract_s=48)
    rig.come_to_rest()
    assert SILENT in seen(rig)
    press(rig, Qt.Key.Key_Space)
    press(rig, Qt.Key.Key_M)
    assert SILENT in seen(rig)
    assert "朗讀：關" not in [item.describe() for item in rig.stage.touchables()]


def test_with_a_voice_it_does_not(kiosk: KioskFactory, voice: WrittenVoice) -> None:
    rig = kiosk(attract_s=48, voice=voice)
    rig.come_to_rest()
    rig.wind(200)
    assert SILENT not in seen(rig)


def test_a_voice_that_fails_leaves_the_menu(rig: Rig, voice: WrittenVoice) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right):
        press(rig, key)
        voice.sounds[-1].end(failed=True)
        rig.wind(200)
    press(rig, Qt.Key.Key_M)
    assert SILENT in seen(rig)


@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("reach", [False, True])
def test_the_voice_has_room_in_the_menu(
    kiosk: KioskFactory, voice: WrittenVoice, upright: bool, large: bool, reach: bool
) -> None:
    layout: Layout = layout_for(upright, large, reach)
    rig = kiosk(voice=voice, layout=layout, language="en")
    rig.come_to_rest()
    rig.stage.open_layer(AccessLayer())
    rig.come_to_rest()
    panel = rig.stage.overlay()
    assert panel is not None
    scale = 1080 / min(layout.size.width(), layout.size.height())
    boxes = [item.mapRectToScene(item.boundingRect()) for item in panel.touchables()]
    boxes = [box.adjusted(2, 2, -2, -2) for box in boxes]
    plate = panel.plate.mapRectToScene(panel.plate.boundingRect())
    for index, box in enumerate(boxes):
        assert min(box.width(), box.height()) * scale >= 96
        assert plate.contains(box)
        for other in boxes[:index]:
            across = max(box.left() - other.right(), other.left() - box.right())
            down = max(box.top() - other.bottom(), other.top() - box.bottom())
            assert max(across, down) * scale >= 16
    for block in blocks(rig):
        assert not (panel.isAncestorOf(block) and block.overflow_px), block.text


# --- with a real program -----------------------------------------------------------------------


def test_a_program_reads_and_does_not_outlive_the_kiosk(
    kiosk: KioskFactory, clock: ManualClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = StandIns(tmp_path, monkeypatch)
    machine.put("espeak-ng", then="exec /bin/sleep 600")
    rig = kiosk(voice=MachineVoice(clock.now_ms))
    rig.come_to_rest()

    def has_a_voice() -> bool:
        rig.wind(20)
        return rig.kiosk.speech.able

    until(has_a_voice, "it has found its voice")
    press(rig, Qt.Key.Key_M)
    rig.tap(rig.touchable("朗讀：關"))
    rig.wind(32)
    until(lambda: machine.heard("espeak-ng") != [], "it speaks")
    assert machine.heard("espeak-ng")[0].startswith("嶄新能源。")
    assert machine.running()
    rig.kiosk.close()
    assert not machine.running()
