"""A chart in words: where each series begins and where it ends, or what its extremes are."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from kiosk.content.series import ChartSpec, Value
from kiosk.toolkit.look import Look

_TIME = re.compile(r"\d{4}")
"""How a category begins that is a point in time; among others there is no trend."""

Words = Callable[[Decimal], str]


def facts_of(spec: ChartSpec, figures: Sequence[Sequence[Value]], look: Look, words: Words) -> str:
    """One clause for each series, in the language of `look`.

    Args:
        spec: the chart.
        figures: those of each series, one for each category.
        look: gives the words.
        words: writes a figure with its unit.
    """
    comma = ", " if look.language == "en" else "，"
    return comma.join(
        _clause(spec, look.text(series.name), values, look, words)
        for series, values in zip(spec.series, figures, strict=True)
    )


def _clause(spec: ChartSpec, name: str, values: Sequence[Value], look: Look, words: Words) -> str:
    strings = look.strings
    known = [(v, at) for v, at in zip(values, spec.categories, strict=True) if v is not None]
    if not known:
        return look.text(strings.missing_series).format(series=name)
    (first, start), (last, end) = known[0], known[-1]
    told = {"series": name, "start": start, "end": _dated(spec, look, end)}
    told |= {"first": words(first), "last": words(last)}
    if len(known) == 1:
        return look.text(strings.one_figure).format(**told)
    (most, top), (least, bottom) = max(known, key=_value), min(known, key=_value)
    if not all(_TIME.match(category) for category in spec.categories) and most != least:
        told |= {"most": words(most), "top": top, "least": words(least), "bottom": bottom}
        return look.text(strings.extremes).format(**told)
    trend = strings.trend_level
    if first != last:
        trend = strings.trend_up if first < last else strings.trend_down
    return look.text(trend).format(**told)


def _value(figure: tuple[Decimal, str]) -> Decimal:
    return figure[0]


def _dated(spec: ChartSpec, look: Look, category: str) -> str:
    """A category, with the word that marks it as a forecast where it is one."""
    if spec.categories.index(category) < spec.forecast_index():
        return category
    forecast = look.text(look.strings.forecast)
    return (
        f"{category} ({forecast.lower()})" if look.language == "en" else f"{category}（{forecast}）"
    )
