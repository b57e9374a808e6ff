"""What is known of the visitors: counts, and nothing of anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class VisitorFigures:
    """What the visitors' page shows, of the days asked for.

    Attributes:
        visits_by_day: each day of the time asked for, those without a visit too.
        visits_by_hour: how many visits began in each hour of the day, 24 of them, of all days.
        median_s: how long half of the visits lasted at least; None where there was none.
        languages: how many visits ended in each language, by its code.
        scenes: how many visits saw each scene, by its id.
        touches: how often each exhibit was touched, by `SCENE/NUMBER`, the first being 1.
        poll: how many votes each answer has, by its id, since the poll began.
        undated: how many visits there were while the clock was not believed, in all, which are in
            none of the other figures.
    """

    visits_by_day: Mapping[date, int]
    visits_by_hour: tuple[int, ...]
    median_s: float | None
    languages: Mapping[str, int]
    scenes: Mapping[str, int]
    touches: Mapping[str, int]
    poll: Mapping[str, int]
    undated: int = 0

    @property
    def visits(self) -> int:
        """How many there were in all."""
        return sum(self.visits_by_day.values())


@dataclass(frozen=True)
class Receipt:
    """What became of a visits' export.

    Attributes:
        place: where it was written, empty where it was not.
        reason: why it was not: `no-stick`, `full`, `not-written`; empty where it was.
    """

    place: str = ""
    reason: str = ""
