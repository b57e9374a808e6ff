"""Every text in what was read from files, with the keys and indexes that lead to it."""

from collections.abc import Callable, Iterator
from typing import TypeVar, cast

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised

T = TypeVar("T")
_Steps = tuple[str | int, ...]


def texts_in(value: object, *steps: str | int) -> Iterator[tuple[_Steps, Localised]]:
    """The texts in models, tuples and dictionaries, in the order in which they are declared.

    Args:
        value: what to look through.
        steps: what leads to it, with which the steps to every text begin.
    """
    if isinstance(value, Localised):
        yield steps, value
        return
    for step, part in _parts(value):
        yield from texts_in(part, *steps, step)


def with_texts(value: T, change: Callable[[Localised], Localised]) -> T:
    """`value` with what `change` makes of every text in it; what has none stays as it is."""
    if isinstance(value, Localised):
        return cast(T, change(value))
    changed = {}
    for step, part in _parts(value):
        new = with_texts(part, change)
        if new is not part:
            changed[step] = new
    return cast(T, _having(value, changed)) if changed else value


def _parts(value: object) -> Iterator[tuple[str | int, object]]:
    match value:
        case Frozen():
            for name in type(value).model_fields:
                yield name, getattr(value, name)
        case dict():
            yield from value.items()
        case tuple():
            yield from enumerate(value)


def _having(value: object, changed: dict[str | int, object]) -> object:
    """`value`, of which `_parts` told, with some of its parts replaced."""
    match value:
        case Frozen():
            return value.model_copy(update={str(name): part for name, part in changed.items()})
        case dict():
            return value | changed
    return tuple(changed.get(step, part) for step, part in _parts(value))
