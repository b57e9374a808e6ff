"""A single choice, as somebody writes it in a shell."""

from typing import Any

from kiosk.content.parse import parse
from kiosk.content.problem import ContentError, Mark, Report, did_you_mean, quoted
from kiosk.content.sentences import NOTHING_WRITTEN
from kiosk.content.tree import MapNode
from kiosk.content.validate import validated
from kiosk.settings.model import Settings, keys, value


class ChoiceError(ValueError):
    """What cannot be chosen; the text says why."""


def checked_key(key: str) -> str:
    """`key`, if there is such a key.

    Raises:
        ChoiceError: there is none.
    """
    known = list(keys())
    if key not in known:
        raise ChoiceError(f"unknown key {quoted(key)}{did_you_mean(key, known)}")
    return key


def parsed_choice(key: str, text: str) -> Any:
    """What `text`, which is YAML, chooses under a key.

    Raises:
        ChoiceError: there is no such key, or it cannot have such a value.
    """
    mark, report = Mark(checked_key(key)), Report()
    if not text.strip():
        raise ChoiceError(f"{key}: {NOTHING_WRITTEN}")
    try:
        with report.collecting():
            node = parse(text, mark.file, report)
            for part in reversed(key.split(".")):
                node = MapNode(mark, {part: node}, {part: mark})
            settings = validated(Settings, node)
        report.raise_problems()
    except ContentError as error:
        sentences = "; ".join(problem.sentence for problem in error.problems)
        raise ChoiceError(f"{key}: {sentences}") from None
    return value(settings, key)
