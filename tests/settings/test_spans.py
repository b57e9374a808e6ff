"""Opening times, changed a quarter of an hour at a time."""

from kiosk.content.hours import Hours, Span
from kiosk.settings.spans import DAY_MIN, FIRST, Edge, moved, with_another, without

DAY = Span((600, 1080))
EVENING = Span((1140, 1320))


def test_an_edge_moves_by_quarters_of_an_hour() -> None:
    assert moved((DAY,), 0, "start", 1) == (Span((615, 1080)),)
    assert moved((DAY,), 0, "end", -2) == (Span((600, 1050)),)


def test_a_time_written_by_hand_goes_to_the_next_quarter() -> None:
    by_hand = (Span((607, 1083)),)
    assert moved(by_hand, 0, "start", 1)[0].start_min == 615
    assert moved(by_hand, 0, "start", -1)[0].start_min == 600
    assert moved(by_hand, 0, "end", -1)[0].end_min == 1080


def test_two_spans_never_touch_beyond_each_other() -> None:
    spans = (DAY, EVENING)
    assert moved(spans, 0, "end", 99)[0].end_min == EVENING.start_min
    assert moved(spans, 1, "start", -99)[1].start_min == DAY.end_min


def test_a_span_never_vanishes_and_never_lasts_longer_than_a_day() -> None:
    assert moved((DAY,), 0, "start", 99)[0] == (1065, 1080)
    assert moved((DAY,), 0, "end", -99)[0] == (600, 615)
    assert moved((DAY,), 0, "end", 999)[0] == (600, 600 + DAY_MIN)


def test_an_end_goes_over_midnight_and_the_file_keeps_it() -> None:
    late = moved((Span((1080, 1425)),), 0, "end", 5)
    assert str(late[0]) == "18:00-01:00"
    assert Hours.model_validate({"week": {"friday": [str(late[0])]}}).week["friday"] == late


def test_every_step_can_be_written_and_read_again() -> None:
    edges: tuple[Edge, ...] = ("start", "end")
    for steps in range(-100, 101):
        for edge in edges:
            spans = moved((Span((1320, 1560)),), 0, edge, steps)
            read = Hours.model_validate({"week": {"monday": [str(span) for span in spans]}})
            assert read.week["monday"] == spans, (edge, steps)


def test_another_span_comes_behind_a_break_and_can_be_taken_away() -> None:
    assert with_another(()) == (FIRST,)
    two = with_another((DAY,))
    assert two == (DAY, Span((1140, 1380)))
    assert without(two, 0) == (two[1],)


def test_where_no_other_span_fits_into_the_day_there_is_none() -> None:
    late = (Span((600, 1380)),)
    assert with_another(late) == late
