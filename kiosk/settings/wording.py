"""Choices as a person would write them in YAML: one a line, and no more quotes than needed."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.content.frozen import Frozen
from kiosk.content.hours import Span
from kiosk.settings.layers import Choices, nested
from kiosk.settings.model import keys

_WORD = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_NO_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
"""Texts that a reader of YAML, though not ours, would take for something else."""


def wording(choices: Choices) -> str:
    """What the venue's file says of these choices, in the order of the keys.

    Args:
        choices: each of the type that its key has.
    """
    ordered = {key: choices[key] for key in keys() if key in choices}
    groups = ("\n".join(_lines(name, group)) for name, group in nested(ordered).items())
    return "\n\n".join(groups) + "\n"


def inline(value: Any) -> str:
    """A value on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case None:
            return "null"
        case float():
            return repr(value).removesuffix(".0")
        case Frozen():
            return inline(_written(value))
        case Span():
            return str(value)
        case tuple():
            return f"[{', '.join(map(inline, value))}]"
        case Mapping():
            return f"{{{', '.join(f'{inline(key)}: {inline(value[key])}' for key in value)}}}"
        case str():
            is_word = _WORD.fullmatch(value) and value.lower() not in _NO_WORDS
            return value if is_word else json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def _written(model: Frozen) -> dict[str, Any]:
    """What is not left as it is anyway."""
    fields = type(model).model_fields
    return {name: value for name, value in model if value != fields[name].default}


def _lines(name: Any, value: Any, indent: str = "") -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield f"{indent}{inline(name)}:"
        for key, within in value.items():
            yield from _lines(key, within, indent + "  ")
    elif isinstance(value, tuple) and value and isinstance(value[0], Frozen):
        yield f"{indent}{inline(name)}:"
        for entry in value:
            yield f"{indent}  - {inline(entry)}"
    else:
        yield f"{indent}{inline(name)}: {inline(value)}"
