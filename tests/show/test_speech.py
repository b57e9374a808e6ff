"""What is said aloud: to whoever asked for it, the newest thing first, and never for ever."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.language import Language
from kiosk.show.clock import ManualClock
from kiosk.show.preferences import Preferences
from kiosk.show.speech import Speech
from tests.show.written import WrittenVoice

SILENT = Preferences("zh-Hant")
ALOUD = replace(SILENT, read_aloud=True)
RECORDINGS: dict[tuple[Language, str], Path] = {("zh-Hant", "嶄新能源"): Path("title.wav")}


@pytest.fixture
def voice() -> WrittenVoice:
    return WrittenVoice("zh-Hant", "en")


@pytest.fixture
def speech(clock: ManualClock, voice: WrittenVoice) -> Speech:
    speech = Speech(clock, voice, RECORDINGS, SILENT)
    speech.prefer(ALOUD)
    return speech


def test_it_says_nothing_that_nobody_has_asked_for(clock: ManualClock, voice: WrittenVoice) -> None:
    speech = Speech(clock, voice, {}, SILENT)
    speech.say("能源")
    assert not voice.said


def test_it_goes_from_recording_to_engine(speech: Speech, voice: WrittenVoice) -> None:
    speech.say("嶄新能源\n將來")
    assert voice.said == ["title.wav"]
    voice.sounds[0].end()
    speech.tick()
    assert voice.said == ["title.wav", "將來。"]
    voice.sounds[1].end()
    speech.tick()
    assert not speech.speaking


def test_the_new_cuts_the_old(speech: Speech, voice: WrittenVoice) -> None:
    speech.say("一")
    speech.say("二")
    assert voice.sounds[0].stopped and voice.last == "二。"


def test_nothing_to_say_is_silence(speech: Speech, voice: WrittenVoice) -> None:
    speech.say("一")
    speech.say("")
    assert not voice.last and not speech.speaking


def test_switched_off_it_is_silent_at_once(speech: Speech, voice: WrittenVoice) -> None:
    speech.say("一")
    speech.prefer(SILENT)
    assert not voice.last


def test_the_last_is_said_again_and_what_was_only_remarked_is_not(
    speech: Speech, voice: WrittenVoice
) -> None:
    speech.say("能源")
    speech.say("大字：開", lasting=False)
    speech.repeat("場景")
    assert voice.last == "能源。"


def test_a_wish_to_hear_is_granted_once_without_reading_all_aloud(
    speech: Speech, voice: WrittenVoice
) -> None:
    speech.say("能源")
    speech.prefer(SILENT)
    speech.repeat("場景")
    assert voice.last == "場景。", "what the visitor before had heard is forgotten"
    speech.say("二")
    assert not voice.last, "it is over as soon as something else is on"


def test_another_volume_is_heard_at_once(speech: Speech, voice: WrittenVoice) -> None:
    speech.say("能源")
    speech.prefer(replace(ALOUD, volume=5))
    assert voice.said == ["能源。", "能源。"]
    assert [volume for _, volume in voice.how] == [3, 5]
    assert voice.sounds[0].stopped


# --- interruptions -----------------------------------------------------------------------------


def test_a_pause_holds_it_and_what_is_new_is_said_all_the_same(
    speech: Speech, voice: WrittenVoice
) -> None:
    speech.say("一")
    speech.pause(True)
    assert voice.sounds[0].held
    speech.pause(False)
    assert not voice.sounds[0].held
    speech.pause(True)
    speech.say("二")
    assert not voice.sounds[1].held


def test_the_question_is_asked_and_then_it_goes_on(speech: Speech, voice: WrittenVoice) -> None:
    speech.say("一")
    speech.ask("你還在嗎？")
    assert voice.sounds[0].held and voice.last == "你還在嗎？"
    speech.say("我還在")
    assert voice.said[-1] == "我還在。" and not voice.sounds[0].stopped
    speech.ask("")
    assert voice.sounds[2].stopped and not voice.sounds[0].held


def test_what_was_paused_before_the_question_stays_so(speech: Speech, voice: WrittenVoice) -> None:
    speech.say("一")
    speech.pause(True)
    speech.ask("你還在嗎？")
    speech.ask("")
    assert voice.sounds[0].held


# --- a voice that is no good -------------------------------------------------------------------


def test_a_voice_that_hangs_is_cut_short(
    speech: Speech, voice: WrittenVoice, clock: ManualClock
) -> None:
    speech.say("一")
    clock.advance(10_000)
    speech.tick()
    assert voice.last
    clock.advance(10_000)
    speech.tick()
    assert voice.sounds[0].stopped and not speech.speaking and speech.able


def test_a_pause_is_no_hanging(speech: Speech, voice: WrittenVoice, clock: ManualClock) -> None:
    speech.say("一")
    speech.pause(True)
    clock.advance(3_600_000)
    speech.tick()
    assert speech.speaking


def test_a_voice_that_fails_again_and_again_is_given_up(
    speech: Speech, voice: WrittenVoice
) -> None:
    for _ in range(3):
        assert speech.able
        speech.say("一")
        voice.sounds[-1].end(failed=True)
        speech.tick()
    assert not speech.able
    speech.say("二")
    assert "二。" not in voice.said


def test_a_voice_that_fails_now_and_then_is_kept(speech: Speech, voice: WrittenVoice) -> None:
    for index in range(12):
        speech.say("一")
        voice.sounds[-1].end(failed=bool(index % 3))
        speech.tick()
    assert speech.able


# --- what is there -----------------------------------------------------------------------------


def test_there_is_no_sound_without_a_voice(clock: ManualClock) -> None:
    speech = Speech(clock, None, RECORDINGS, SILENT)
    speech.prefer(ALOUD)
    speech.say("嶄新能源")
    speech.tick()
    assert not speech.able and not speech.speaking and not speech.busy


def test_it_is_able_in_the_languages_of_the_voice(speech: Speech) -> None:
    able = {}
    for language in ("zh-Hant", "zh-Hans", "en"):
        speech.prefer(replace(ALOUD, language=language))
        able[language] = speech.able
    assert able == {"zh-Hant": True, "zh-Hans": False, "en": True}


def test_recordings_alone_are_a_voice_in_their_language(clock: ManualClock) -> None:
    voice = WrittenVoice()
    speech = Speech(clock, voice, RECORDINGS, SILENT)
    speech.prefer(ALOUD)
    speech.say("嶄新能源\n將來")
    assert speech.able and voice.said == ["title.wav"]
    voice.sounds[0].end()
    speech.tick()
    assert voice.said == ["title.wav"] and not speech.speaking
    speech.prefer(replace(ALOUD, language="en"))
    assert not speech.able


def test_without_a_player_the_engine_reads_what_was_recorded(clock: ManualClock) -> None:
    voice = WrittenVoice("zh-Hant", plays=False)
    speech = Speech(clock, voice, RECORDINGS, SILENT)
    speech.prefer(ALOUD)
    speech.say("嶄新能源")
    assert voice.said == ["嶄新能源"]


def test_chinese_that_stands_in_for_english_is_read_by_a_chinese_voice(
    speech: Speech, voice: WrittenVoice
) -> None:
    speech.prefer(replace(ALOUD, language="en"))
    speech.say("將來")
    assert voice.how == [("zh-Hant", 3)]


def test_its_end_is_silence(speech: Speech, voice: WrittenVoice) -> None:
    speech.say("一")
    speech.close()
    assert not voice.last and voice.closed
