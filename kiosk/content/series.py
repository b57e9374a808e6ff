"""Figures in rows: what a chart of categories and series is made of."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from kiosk.content.frozen import Frozen, MisfitError
from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.content.numbers import Unit
from kiosk.content.problem import did_you_mean, quoted

Value = Decimal | None
"""A figure with the digits that its source printed, or None where the source has none."""


class Series(Frozen):
    """One row of figures; `values` has as many entries as the chart has categories."""

    name: Localised
    values: tuple[Value, ...] = Field(min_length=1)


class Annotation(Frozen):
    """A remark that belongs to one category, or beside them all with a figure of its own."""

    at: str
    text: Localised
    value: Value = None


class ChartSpec(ExhibitSpec):
    """A chart of one to five series over the same categories.

    In a file the figures stand inline (`categories` and each series' `values`), or `data` names a
    CSV file beside the scene, `category` its column of categories and each series its `column`.
    """

    unit: Unit
    categories: tuple[str, ...] = Field(min_length=1)
    series: tuple[Series, ...] = Field(min_length=1, max_length=5)
    forecast_from: str | None = Field(
        default=None, description="the first category that is a forecast"
    )
    annotations: tuple[Annotation, ...] = ()

    @model_validator(mode="after")
    def _rows_are_complete(self) -> Self:
        for index, series in enumerate(self.series):
            if len(series.values) != len(self.categories):
                counts = f"values: {len(series.values)}, categories: {len(self.categories)}"
                sentence = f"each category needs a value ({counts})"
                raise MisfitError(sentence, "series", index, "values")
        return self

    @model_validator(mode="after")
    def _remarks_have_their_category(self) -> Self:
        if self.forecast_from is not None:
            self._expect_category(self.forecast_from, "forecast_from")
        for index, annotation in enumerate(self.annotations):
            if annotation.value is None:  # one with a figure of its own may stand beside them
                self._expect_category(annotation.at, "annotations", index, "at")
        return self

    def _expect_category(self, name: str, *within: str | int) -> None:
        if name not in self.categories:
            suggestion = did_you_mean(name, self.categories)
            raise MisfitError(f"there is no category {quoted(name)}{suggestion}", *within)

    def texts(self) -> Iterator[Localised]:
        """The common texts, then the series' names and the annotations."""
        yield from super().texts()
        for series in self.series:
            yield series.name
        for annotation in self.annotations:
            yield annotation.text

    def annotation_count(self) -> int:
        """The remarks on the picture."""
        return len(self.annotations)

    def values(self) -> Iterator[Value]:
        """Every figure of the chart, the annotations' own among them."""
        for series in self.series:
            yield from series.values
        for annotation in self.annotations:
            yield annotation.value

    def forecast_index(self) -> int:
        """The index of the first category that is a forecast; past the end where none is."""
        if self.forecast_from is None:
            return len(self.categories)
        return self.categories.index(self.forecast_from)
