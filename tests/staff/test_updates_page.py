"""The page «Content update»: what it says at each point, and what has to be meant twice."""

from dataclasses import replace
from typing import get_args

from kiosk.content.language import LANGUAGES
from kiosk.resources import STAFF_STRINGS
from kiosk.staff.commands import InstallUpdate, LookForUpdate, RollBack
from kiosk.staff.update_words import UpdatesWords, receipt_text
from kiosk.staff.words import Phrasebook
from kiosk.venue.update_status import Trial, UpdateReason
from tests.staff.conftest import NOW, Booth, BoothFactory
from tests.staff_sheet import INSTALLED, OFFER

FOUND = replace(INSTALLED, step="found", offer=OFFER)


def words_of(desk: Booth) -> str:
    return "\n".join(desk.texts())


def names(desk: Booth) -> list[str]:
    return [one.name for one in desk.panel.touchables()]


def test_it_says_what_runs_and_looks_when_asked(booth: BoothFactory) -> None:
    desk = booth("updates", update=INSTALLED)
    assert INSTALLED.content_version in words_of(desk)
    desk.touch("尋找更新")
    assert desk.commands == [LookForUpdate()]


def test_an_installation_is_asked_for_twice(booth: BoothFactory) -> None:
    desk = booth("updates", update=FOUND)
    assert OFFER.version in words_of(desk)
    desk.touch("安裝")
    assert desk.commands == []
    desk.touch("取消")
    desk.touch("安裝")
    desk.touch("安裝")
    assert desk.commands == [InstallUpdate()]


def test_the_way_back_is_asked_for_twice(booth: BoothFactory) -> None:
    desk = booth("updates", update=INSTALLED)
    desk.touch("返回")
    assert desk.commands == [] and f"要返回{INSTALLED.before}嗎" in words_of(desk).replace(" ", "")
    desk.touch("返回")
    assert desk.commands == [RollBack()]
    assert "返回" not in names(booth("updates", update=replace(INSTALLED, before="")))


def test_what_is_gone_cannot_be_installed(booth: BoothFactory) -> None:
    desk = booth("updates", update=FOUND)
    desk.touch("安裝")
    desk.show(replace(desk.status, update=replace(INSTALLED, step="refused", reason="pulled-out")))
    assert "安裝" not in names(desk)


def test_while_it_works_nothing_can_be_begun(booth: BoothFactory) -> None:
    for step in ("looking", "copying", "checking", "installing", "staged", "back"):
        desk = booth("updates", update=replace(FOUND, step=step, progress=0.4))
        assert not {"尋找更新", "安裝", "返回"} & set(names(desk)), step
    desk = booth("updates", update=replace(FOUND, step="copying", progress=0.4))
    assert "40%" in words_of(desk).replace(" ", "")


def test_a_trial_that_failed_says_why(booth: BoothFactory) -> None:
    trial = Trial("2.0", 1, "failed", "trouble")
    words = words_of(booth("updates", update=replace(INSTALLED, trial=trial)))
    assert "已返回上一版本" in words and "2.0" in words


def test_there_is_a_sentence_for_each_reason_and_a_receipt_in_all_languages() -> None:
    words = Phrasebook(STAFF_STRINGS).words(UpdatesWords, "updates")
    reasons = {one for part in get_args(UpdateReason) for one in get_args(part) or (part,)}
    assert set(words.reasons) == reasons
    told = receipt_text(words, replace(FOUND, step="refused", reason="older"), NOW)
    for language in LANGUAGES:
        assert words.reasons["older"].text(language) in told
    assert OFFER.version in told and "2026-11-25 14:30" in told
