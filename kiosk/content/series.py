"""Figures in rows: what a chart of categories and series is made of."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Self

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticKnownError

from kiosk.content.charts import with_figures
from kiosk.content.files import SceneFiles
from kiosk.content.frozen import Frozen, MisfitError
from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.content.numbers import Unit
from kiosk.content.problem import did_you_mean, quoted
from kiosk.content.tree import MapNode

Value = Decimal | None
"""A figure with the digits that its source printed, or None where the source has none."""


class Series(Frozen):
    """One row of figures; `values` has as many entries as the chart has categories.

    Where the chart has moments, `history` has such a row for each of them, and `values` is the
    last one, which a file may leave out.
    """

    name: Localised
    history: tuple[tuple[Value, ...], ...] = ()
    values: tuple[Value, ...] = Field(default=(), validate_default=True)

    @field_validator("values")
    @classmethod
    def _are_those_of_the_last_moment(
        cls, values: tuple[Value, ...], info: ValidationInfo
    ) -> tuple[Value, ...]:
        history = info.data.get("history", (values,))  # it is not there if it was wrong itself
        if not values and not history:
            raise PydanticKnownError("missing")
        if values and history and values != history[-1]:
            raise ValueError("these are not the figures of the last moment: leave them out")
        return values or history[-1]

    def figures(self) -> Iterator[Value]:
        """The figures of every moment."""
        for values in self.history or (self.values,):
            yield from values


class Band(Frozen):
    """A range around a line, as it was published; both rows have an entry for each category."""

    name: Localised
    low: tuple[Value, ...] = Field(min_length=1)
    high: tuple[Value, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _lies_between_low_and_high(self) -> Self:
        for index, (low, high) in enumerate(zip(self.low, self.high, strict=False)):
            if low is not None and high is not None and low > high:
                raise MisfitError(f"'{low}' is more than its 'high', '{high}'", "low", index)
        return self

    def figures(self) -> Iterator[Value]:
        """The figures of both ends."""
        yield from self.low
        yield from self.high


def check_band(band: Band | None, categories: Sequence[str]) -> None:
    """The `band` of a chart, if it has one, goes with its categories.

    Raises:
        MisfitError: if a category has no entry in it.
    """
    if band:
        _expect_each(categories, band.low, "band", "low")
        _expect_each(categories, band.high, "band", "high")


def _expect_each(categories: Sequence[str], values: Sequence[Value], *within: str | int) -> None:
    if len(values) != len(categories):
        counts = f"values: {len(values)}, categories: {len(categories)}"
        raise MisfitError(f"each category needs a value ({counts})", *within)


class Annotation(Frozen):
    """A remark that belongs to one category, or beside them all with a figure of its own."""

    at: str
    text: Localised
    value: Value = None


class ChartSpec(ExhibitSpec):
    """A chart of one to five series over the same categories.

    Its figures may have been taken at several moments, which a visitor goes through one by one;
    what stands still is the last. In a file they stand inline, or `data` names a CSV file beside
    the scene, as `charts` describes.
    """

    unit: Unit
    categories: tuple[str, ...] = Field(min_length=1)
    moments: tuple[str, ...] = ()
    series: tuple[Series, ...] = Field(min_length=1, max_length=5)
    forecast_from: str | None = Field(
        default=None, description="the first category that is a forecast"
    )
    annotations: tuple[Annotation, ...] = ()

    @classmethod
    def prepare(cls, node: MapNode, files: SceneFiles) -> MapNode:
        """`node` with the figures of the CSV file that its `data` names."""
        return with_figures(node, files)

    @model_validator(mode="after")
    def _rows_are_complete(self) -> Self:
        for index, series in enumerate(self.series):
            if len(series.history) != len(self.moments):
                counts = f"history: {len(series.history)}, moments: {len(self.moments)}"
                sentence = f"each moment needs a row of values ({counts})"
                raise MisfitError(sentence, "series", index, "history")
            for moment, values in enumerate(series.history):
                _expect_each(self.categories, values, "series", index, "history", moment)
            _expect_each(self.categories, series.values, "series", index, "values")
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
        """Every figure of the chart at any moment, the annotations' own among them.

        A kind that adds figures, such as a band, overrides this and adds them.
        """
        for series in self.series:
            yield from series.figures()
        for annotation in self.annotations:
            yield annotation.value

    def forecast_index(self) -> int:
        """The index of the first category that is a forecast; past the end where none is."""
        if self.forecast_from is None:
            return len(self.categories)
        return self.categories.index(self.forecast_from)
