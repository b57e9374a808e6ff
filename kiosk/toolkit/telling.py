"""Figures that stand alone, and what is chosen among several, told in words."""

from collections.abc import Iterable
from decimal import Decimal

from kiosk.content.numbers import Shown
from kiosk.toolkit.counter import SIGNS
from kiosk.toolkit.look import Look


def figure_words(look: Look, measure: Shown, value: Decimal) -> str:
    """A figure with its unit, such as `56個` or `56 projects`."""
    is_apart = look.language == "en" and measure.unit not in SIGNS
    return f"{measure.number(value)}{' ' if is_apart else ''}{measure.unit}"


def counted(look: Look, label: str, figure: str, note: str = "") -> str:
    """A clause that says what was counted and how many there are."""
    words = look.text(look.strings.counted).format(label=label, figure=figure)
    if not note:
        return words
    return f"{words} ({note})" if look.language == "en" else f"{words}（{note}）"


def listed(look: Look, clauses: Iterable[str]) -> str:
    """Clauses one after the other."""
    return (", " if look.language == "en" else "，").join(clauses)


def with_choice(look: Look, name: str, is_chosen: bool) -> str:
    """What one of several is called, with whether it is the one that is chosen."""
    return look.text(look.strings.chosen).format(name=name) if is_chosen else name
