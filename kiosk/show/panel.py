"""What follows from where a panel hangs and how large it is; all lengths are in millimetres."""

from dataclasses import dataclass
from math import hypot

HIGHEST_REACH_MM = 1220.0
"""How high somebody in a wheelchair reaches (2010 ADA Standards, 308.2.1: 48 inches)."""


@dataclass(frozen=True)
class Panel:
    """A panel that the whole design fills.

    Attributes:
        diagonal_mm: from corner to corner of the picture.
        floor_mm: from the floor to the lower edge of the picture.
        wide_px: how wide the design is, in design units.
        high_px: how high it is, in design units.
    """

    diagonal_mm: float
    floor_mm: float
    wide_px: float
    high_px: float

    @property
    def px_per_mm(self) -> float:
        """How many design units make a millimetre."""
        return hypot(self.wide_px, self.high_px) / self.diagonal_mm

    def above_floor_mm(self, top_px: float) -> float:
        """How high above the floor something stands that is `top_px` below the upper edge."""
        return self.floor_mm + (self.high_px - top_px) / self.px_per_mm

    def needs_reach(self, highest_px: float) -> bool:
        """Whether not everybody reaches the highest control, `highest_px` below the upper edge."""
        return self.above_floor_mm(highest_px) > HIGHEST_REACH_MM
