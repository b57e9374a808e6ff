"""The marks of a chart: what they stand for, and where they are on their way there.

A mark glides when another moment, or one series alone, is to be seen. What it stands for changes at
once, so that a figure that is written is always one that was published.
"""

from collections.abc import Callable

from kiosk.content.series import ChartSpec, Value
from kiosk.show.animator import Animator
from kiosk.show.glide import Glide

FAINT = 0.22
"""How much is left of a series while another is shown alone."""


class Marks:
    """One mark for each series, by its row, and each category, by its index.

    Args:
        ratio: what a source value is multiplied by to stand on the value axis.
        on_change: called whenever a mark has moved.

    Attributes:
        rows: how many series there are.
        count: how many categories.
        moment: the moment that is shown; 0 where there are none.
        alone: the row of the series that is shown alone, if one is.
    """

    def __init__(
        self, spec: ChartSpec, animator: Animator, ratio: float, on_change: Callable[[], None]
    ) -> None:
        self.rows, self.count = len(spec.series), len(spec.categories)
        self._rows = [series.history or (series.values,) for series in spec.series]
        self._ratio = ratio
        self.last_moment = len(self._rows[0]) - 1
        self.moment = self.last_moment
        self.alone: int | None = None
        nowhere = [0.0] * self.rows * self.count
        self._strengths = Glide(animator, self._wanted_strengths(), on_change)
        self._levels = Glide(animator, self._wanted_levels(nowhere), on_change)
        self._presences = Glide(animator, self._wanted_presences(), on_change)

    # What they stand for

    def figures(self, row: int) -> tuple[Value, ...]:
        """The source's figures for a series, at the moment that is shown."""
        return self._rows[row][self.moment]

    def figure(self, row: int, index: int) -> Value:
        """The source's figure for a mark, at the moment that is shown."""
        return self.figures(row)[index]

    def shown_rows(self) -> range:
        """The rows that are to be read: all, or the one that is shown alone."""
        return range(self.rows) if self.alone is None else range(self.alone, self.alone + 1)

    def settled(self, row: int) -> list[float]:
        """Where the marks of a series belong on the value axis; a missing one stays as it is."""
        start = row * self.count
        return self._wanted_levels(self._levels.values)[start : start + self.count]

    # Where they are

    def level(self, row: int, index: int) -> float:
        """The height of a mark on the value axis."""
        return self._levels.values[row * self.count + index]

    def presence(self, row: int, index: int) -> float:
        """How much of a mark is there, from 0, where the figure is missing, to 1."""
        return self._presences.values[row * self.count + index]

    def strength(self, row: int) -> float:
        """How opaque a series is, from `FAINT` to 1."""
        return FAINT + (1 - FAINT) * self._strengths.values[row]

    def aloneness(self, row: int) -> float:
        """How far a series is shown alone, from 0 to 1."""
        others = [value for other, value in enumerate(self._strengths.values) if other != row]
        return self._strengths.values[row] * (1 - max(others)) if others else 0.0

    # How they change

    def show_moment(self, moment: int) -> None:
        """Sets out for a moment, counted from 0."""
        self.moment = moment
        self._set_out()

    def show_alone(self, row: int | None) -> None:
        """Sets out for one series alone, or for all of them."""
        self.alone = row
        self._set_out()

    def come_to_rest(self) -> None:
        """Is at once where it belongs."""
        self._strengths.jump(self._wanted_strengths())
        self._levels.jump(self._wanted_levels(self._levels.values))
        self._presences.jump(self._wanted_presences())

    def go_on_from(self, other: "Marks") -> None:
        """Sets out from where `other` is, which stands for the same in another unit."""
        self.moment, self.alone = other.moment, other.alone
        self._strengths.jump(other._strengths.values)
        scale = self._ratio / other._ratio
        self._levels.jump([level * scale for level in other._levels.values])
        self._presences.jump(other._presences.values)
        self._set_out()

    def stop(self) -> None:
        """Stays where it is."""
        for glide in (self._strengths, self._levels, self._presences):
            glide.stop()

    def _set_out(self) -> None:
        self._strengths.to(self._wanted_strengths())
        self._levels.to(self._wanted_levels(self._levels.values))
        self._presences.to(self._wanted_presences())

    def _wanted_strengths(self) -> list[float]:
        return [float(self.alone in (None, row)) for row in range(self.rows)]

    def _wanted_levels(self, before: list[float]) -> list[float]:
        return [
            before[at] if value is None else float(value) * self._ratio
            for at, value in enumerate(self._wanted_figures())
        ]

    def _wanted_presences(self) -> list[float]:
        return [float(value is not None) for value in self._wanted_figures()]

    def _wanted_figures(self) -> list[Value]:
        return [value for row in range(self.rows) for value in self.figures(row)]
