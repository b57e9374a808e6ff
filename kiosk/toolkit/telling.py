"""Figures that stand alone, told in a sentence."""

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
