"""The staged entrance of an exhibit: what it stands on, its marks, then the remarks on them."""

from dataclasses import dataclass

from kiosk.show.easing import ease_in_out

STAGES_MS = (500.0, 900.0, 500.0)
ENTRANCE_MS = sum(STAGES_MS)


@dataclass(frozen=True)
class Entrance:
    """How far each stage of the entrance has come, from 0 to 1."""

    axes: float
    marks: float
    remarks: float

    @classmethod
    def at(cls, ratio: float) -> "Entrance":
        """The stages when `ratio` of the whole entrance's time is over."""
        now_ms = ratio * ENTRANCE_MS
        stages = []
        for duration_ms in STAGES_MS:
            stages.append(ease_in_out(min(max(now_ms / duration_ms, 0.0), 1.0)))
            now_ms -= duration_ms
        return cls(*stages)


SETTLED = Entrance(1.0, 1.0, 1.0)
