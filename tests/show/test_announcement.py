"""A closed door says when it opens, in words that need no calendar."""

from datetime import datetime

import pytest

from kiosk.content.language import LANGUAGES, Language
from kiosk.content.strings import Strings, load_strings
from kiosk.resources import STRINGS
from kiosk.show.announcement import opening_told

TUESDAY_NIGHT = datetime(2026, 9, 22, 21, 30)


@pytest.fixture(scope="module")
def strings() -> Strings:
    return load_strings(STRINGS)


@pytest.mark.parametrize(
    ("opens", "told"),
    [
        (datetime(2026, 9, 22, 22, 5), "Opens today at 22:05"),
        (datetime(2026, 9, 23, 9, 0), "Opens tomorrow at 09:00"),
        (datetime(2026, 9, 24, 10, 0), "Opens on Thursday at 10:00"),
        (datetime(2026, 9, 28, 10, 0), "Opens on Monday at 10:00"),
        (datetime(2026, 9, 29, 10, 0), "Opens on Tuesday\n29 September at 10:00"),
        (datetime(2027, 2, 6, 0, 0), "Opens on Saturday\n6 February at 00:00"),
    ],
)
def test_only_what_is_far_away_has_a_date(strings: Strings, opens: datetime, told: str) -> None:
    assert opening_told(strings, "en", TUESDAY_NIGHT, opens) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh-Hant", ["明天10:00開放", "星期日10:00開放", "12月3日（星期四）10:00開放"]),
        ("zh-Hans", ["明天10:00开放", "星期日10:00开放", "12月3日（星期四）10:00开放"]),
    ],
)
def test_chinese_says_it_its_own_way(strings: Strings, language: Language, told: list[str]) -> None:
    days = (datetime(2026, 9, 23, 10), datetime(2026, 9, 27, 10), datetime(2026, 12, 3, 10))
    assert [opening_told(strings, language, TUESDAY_NIGHT, day) for day in days] == told


def test_after_midnight_tomorrow_is_today(strings: Strings) -> None:
    after = datetime(2026, 9, 23, 0, 30)
    assert opening_told(strings, "en", after, datetime(2026, 9, 23, 10)) == "Opens today at 10:00"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_and_every_month_has_a_name(strings: Strings, language: Language) -> None:
    assert len(strings.weekdays.text(language).split()) == 7
    assert len(strings.months.text(language).split()) == 12
