from datetime import UTC, datetime

import pytest

from kiosk.content.visits import VisitEntry
from kiosk.show.clock import ManualClock
from kiosk.show.record import LONGEST_KNOCK_MS, Record


@pytest.fixture
def record(clock: ManualClock) -> Record:
    return Record(clock, "zh-Hant")


def ended(record: Record) -> VisitEntry:
    entry = record.end()
    assert entry
    return entry


def test_a_visit_of_one_touch_is_a_visit(record: Record) -> None:
    record.begin(datetime(2026, 11, 25, 14, 37, 12))
    entry = ended(record)
    assert (entry.length_s, entry.language, entry.scenes, entry.touches) == (0, "zh-Hant", (), {})


def test_the_wait_for_an_answer_is_not_part_of_a_visit(record: Record, clock: ManualClock) -> None:
    record.begin(None)
    clock.advance(95_000)
    record.stir()
    clock.advance(85_000)
    assert ended(record).length_s == 95


def test_what_was_seen_and_touched_is_told(record: Record) -> None:
    record.begin(None)
    for scene in ("new-energy", "ai-production", "new-energy"):
        record.see(scene, "en")
    for exhibit in ("new-energy/1", "new-energy/2", "new-energy/1"):
        record.touch(exhibit)
    entry = ended(record)
    assert entry.scenes == ("ai-production", "new-energy")
    assert entry.touches == {"new-energy/1": 2, "new-energy/2": 1}
    assert entry.language == "en"


def test_the_language_is_the_last_one(record: Record) -> None:
    record.begin(None)
    record.see("new-energy", "zh-Hans")
    record.see("new-energy", "en")
    assert ended(record).language == "en"


def test_two_visits_of_the_same_hour_cannot_be_told_apart(
    record: Record, clock: ManualClock
) -> None:
    def visit(began: datetime, length_ms: float, order: tuple[str, ...]) -> object:
        record.begin(began)
        for scene in order:
            record.see(scene, "en")
        clock.advance(length_ms)
        record.stir()
        return ended(record)

    one = visit(datetime(2026, 11, 25, 14, 2, 59, 12, UTC), 61_300, ("b", "a"))
    other = visit(datetime(2026, 11, 25, 14, 58, 1), 58_700, ("a", "b", "a"))
    assert one == other


def test_nothing_of_a_visit_is_left_for_the_next(record: Record, clock: ManualClock) -> None:
    record.begin(None)
    record.see("new-energy", "en")
    record.touch("new-energy/1")
    clock.advance(20_000)
    ended(record)
    record.begin(None)
    entry = ended(record)
    assert (entry.length_s, entry.scenes, entry.touches) == (0, (), {})


def test_a_knock_alone_is_no_visit(record: Record, clock: ManualClock) -> None:
    record.begin(None)
    clock.advance(LONGEST_KNOCK_MS)
    record.knock()
    assert record.end() is None
    record.begin(None)
    assert record.end(), "the next one is"


def test_a_visit_before_a_knock_counts(record: Record, clock: ManualClock) -> None:
    record.begin(None)
    clock.advance(LONGEST_KNOCK_MS + 1)
    record.knock()
    assert record.end()
