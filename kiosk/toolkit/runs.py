"""Stretches of a row: where it has something, and where it has nothing."""

import itertools
from collections.abc import Iterator, Sequence

Run = list[int]
"""The indices of one stretch."""


def runs(values: Sequence[object]) -> Iterator[Run]:
    """The stretches in which no value is None."""
    return _stretches(values, is_there=True)


def gaps(values: Sequence[object]) -> Iterator[Run]:
    """The stretches in which every value is None."""
    return _stretches(values, is_there=False)


def _stretches(values: Sequence[object], is_there: bool) -> Iterator[Run]:
    grouped = itertools.groupby(enumerate(values), lambda item: item[1] is not None)
    for there, group in grouped:
        if there == is_there:
            yield [index for index, _ in group]
