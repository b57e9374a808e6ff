"""Places, rectangles and curves, of which a network's picture is made."""

from math import dist, hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

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

    @property
    def rect(self) -> QRectF:
        """The same for Qt."""
        return QRectF(QPointF(self.left, self.top), QPointF(self.right, self.bottom))

    @property
    def area(self) -> float:
        """How large it is."""
        return (self.right - self.left) * (self.bottom - self.top)

    def moved_into(self, within: "Box") -> "Box":
        """The same, moved no farther than it has to be to lie `within`."""
        x = max(within.left - self.left, 0.0) + min(within.right - self.right, 0.0)
        y = max(within.top - self.top, 0.0) + min(within.bottom - self.bottom, 0.0)
        return self.at(x, y)

    def shared(self, other: "Box") -> float:
        """The area that both cover."""
        left, top, right, bottom = self
        if other.left >= right or other.right <= left or other.top >= bottom or other.bottom <= top:
            return 0.0
        wide = min(right, other.right) - max(left, other.left)
        return wide * (min(bottom, other.bottom) - max(top, other.top))

    def off(self, place: Place) -> float:
        """How far a place lies outside of it; less than 0 within."""
        across = max(self.left - place[0], place[0] - self.right)
        down = max(self.top - place[1], place[1] - self.bottom)
        return hypot(across, down) if min(across, down) > 0 else max(across, down)

    def holds(self, place: Place) -> bool:
        """Whether a place lies in it."""
        return self.left < place[0] < self.right and self.top < place[1] < self.bottom


class Round(NamedTuple):
    """A disc."""

    middle: Place
    radius: float

    def shared(self, box: Box) -> float:
        """About the area that it and a rectangle cover."""
        return max(self.radius - box.off(self.middle), 0.0) * self.radius


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

    @property
    def is_straight(self) -> bool:
        """Whether it swerves by less than a hair."""
        (x, y), (u, v), (s, t) = self
        return abs(x + s - 2 * u) + abs(y + t - 2 * v) < 0.01

    def moved(self, a: Place, b: Place) -> "Curve":
        """The same with its start moved by `a` and its end by `b`."""
        (x, y), (u, v), (s, t) = self
        middle = u + (a[0] + b[0]) / 2, v + (a[1] + b[1]) / 2
        return Curve((x + a[0], y + a[1]), middle, (s + b[0], t + b[1]))

    def part(self, first: float, last: float) -> "Curve":
        """What lies between two shares of its way."""
        a, b, c = (1 - first) * (1 - last), first + last - 2 * first * last, first * last
        (x, y), (u, v), (s, t) = self
        bend = a * x + b * u + c * s, a * y + b * v + c * t
        return Curve(self.at(first), bend, self.at(last))

    def between(self, a: Round, b: Round) -> "Curve":
        """What is seen of it outside of the discs that it joins."""
        return self.part(a.radius / self.length, 1 - b.radius / self.length)

    def turned(self) -> "Curve":
        """The same from its end to its start."""
        return Curve(self.end, self.bend, self.start)

    def points(self) -> list[Place]:
        """Places along it, from end to end."""
        return [self.at(step / STEPS) for step in range(STEPS + 1)]

    @property
    def box(self) -> Box:
        """What it lies within."""
        xs, ys = zip(*self, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    @property
    def length(self) -> float:
        """About how long it is, in design pixels."""
        around = dist(self.start, self.bend) + dist(self.bend, self.end)
        return (dist(self.start, self.end) + around) / 2
