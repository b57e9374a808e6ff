"""How the spans of a day are changed step by step, so that they stay in order and apart."""

from typing import Literal

from kiosk.content.hours import OpenSpan, Span

Edge = Literal["start", "end"]

STEP_MIN = 15
SHORTEST_MIN = STEP_MIN
DAY_MIN = 24 * 60
FIRST = Span((10 * 60, 18 * 60))
"""What a day has that was closed and is open now."""

BREAK_MIN = 60
"""How long it is closed between a span and one that is added behind it."""

Spans = tuple[OpenSpan, ...]


def limits(spans: Spans, index: int, edge: Edge) -> tuple[int, int]:
    """The earliest and the latest minute that an edge can be moved to.

    A start stays on its own day; an end may be on the next, at most a day after the start. No edge
    comes past the span before or behind.
    """
    span = spans[index]
    if edge == "start":
        before = spans[index - 1].end_min if index else 0
        return max(before, span.end_min - DAY_MIN), min(span.end_min - SHORTEST_MIN, DAY_MIN - 1)
    behind = spans[index + 1].start_min if index + 1 < len(spans) else span.start_min + DAY_MIN
    return span.start_min + SHORTEST_MIN, behind


def moved(spans: Spans, index: int, edge: Edge, steps: int) -> Spans:
    """The spans with an edge moved by so many steps of a quarter of an hour, as far as it goes.

    A time between two quarters, which somebody has written into the file, goes to the next one.
    """
    span = spans[index]
    now = span.start_min if edge == "start" else span.end_min
    quarter = now // STEP_MIN if steps > 0 else -(-now // STEP_MIN)
    low, high = limits(spans, index, edge)
    then = min(max((quarter + steps) * STEP_MIN, low), high)
    changed = Span((then, span.end_min) if edge == "start" else (span.start_min, then))
    return (*spans[:index], changed, *spans[index + 1 :])


def with_another(spans: Spans) -> Spans:
    """The spans and one more behind them, an hour after the last, or as they are if none fits."""
    if not spans:
        return (FIRST,)
    start = spans[-1].end_min + BREAK_MIN
    end = min(start + 4 * 60, DAY_MIN)
    return (*spans, Span((start, end))) if end - start >= SHORTEST_MIN else spans


def without(spans: Spans, index: int) -> Spans:
    """The spans without one of them."""
    return (*spans[:index], *spans[index + 1 :])
