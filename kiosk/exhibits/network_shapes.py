"""Places, rectangles and curves, of which a network's picture is made. Nothing is known of Qt."""

from math import dist
from typing import NamedTuple

Place = tuple[float, float]
Pair = tuple[int, int]
STEPS = 12
"""In how many steps a curve is looked at."""


class Box(NamedTuple):
    """A rectangle; of a node it is the room for disc and name around the disc's middle."""

    left: float
    top: float
    right: float
    bottom: float

    def at(self, x: float, y: float) -> "Box":
        """The same, moved."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def grown(self, px: float) -> "Box":
        """The same, so much larger on every side."""
        return Box(self.left - px, self.top - px, self.right + px, self.bottom + px)

    @classmethod
    def around(cls, middle: Place, size: tuple[float, float]) -> "Box":
        """One of a size, with its middle there."""
        (x, y), (wide, high) = middle, size
        return cls(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    @property
    def middle(self) -> Place:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def moved_into(self, within: "Box") -> "Box":
        """The same, moved no farther than it has to be to lie `within`."""
        x = max(within.left - self.left, 0.0) + min(within.right - self.right, 0.0)
        y = max(within.top - self.top, 0.0) + min(within.bottom - self.bottom, 0.0)
        return self.at(x, y)

    def shared(self, other: "Box") -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * high if wide > 0 and high > 0 else 0.0

    def holds(self, place: Place) -> bool:
        """Whether a place lies in it."""
        return self.left < place[0] < self.right and self.top < place[1] < self.bottom


class Curve(NamedTuple):
    """How a link runs: from `start` to `end`, heading for `bend` on its way."""

    start: Place
    bend: Place
    end: Place

    def at(self, share: float) -> Place:
        """Where it is after a share of its way."""
        a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
        (x, y), (u, v), (s, t) = self
        return a * x + b * u + c * s, a * y + b * v + c * t

    def points(self) -> list[Place]:
        """Places along it, from end to end."""
        return [self.at(step / STEPS) for step in range(STEPS + 1)]

    @property
    def length(self) -> float:
        """About how long it is, in design pixels."""
        around = dist(self.start, self.bend) + dist(self.bend, self.end)
        return (dist(self.start, self.end) + around) / 2
