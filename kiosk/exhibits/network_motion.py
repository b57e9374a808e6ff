"""How a network moves: it appears, its nodes sway, pulses run, and what is chosen lights up."""

from collections.abc import Iterator, Sequence
from math import dist, pi, sin

from PySide6.QtCore import QPointF

from kiosk.exhibits.entrance import Entrance
from kiosk.exhibits.network_layout import Layout
from kiosk.exhibits.network_picture import Disc, Pulse, Seen, Strokes
from kiosk.exhibits.network_shapes import Curve, Pair, Place
from kiosk.show.easing import ease_in_out, ease_out

SWAY_PX = 4.0
"""How far a node sways in each direction, and so less than 6 px in all."""

SWAY_MS = (11_000.0, 13_700.0)
"""How long it takes across and down; the two never quite meet again."""

AHEAD = 2.39996
"""By which angle each node is ahead of the one before, so that no two sway alike."""

WAKE_MS = 2000.0
"""How long it takes until a still picture sways in full."""

PULSES, PULSE_PX_S, REST_MS = 5, 90.0, 1500.0
"""How many wander about, how fast, and how long they rest after the longest link."""

APART_PX = 130.0
"""How far apart pulses follow each other on a link that is lit."""

FADE_SHARE = 0.22
STAGGER = 3.0
"""How many nodes are appearing at a time."""

LATEST = 0.5
"""When the last link begins to be drawn, as a share of the time that all take."""

DIMMED = 0.5


class Motion:
    """What is seen of a network at any moment.

    Args:
        layout: where the nodes stand.
        curves: how the links run.
        links: which nodes they join.
    """

    def __init__(self, layout: Layout, curves: Sequence[Curve], links: Sequence[Pair]) -> None:
        self._layout = layout
        self._curves = curves
        self._links = links
        nodes = range(len(layout.middles))
        self._near = [
            {node, *(e for ends in links if node in ends for e in ends)} for node in nodes
        ]
        # It appears from the node with the most links outwards.
        heart = layout.middles[max(nodes, key=lambda node: len(self._near[node]))]
        order = sorted(nodes, key=lambda node: dist(layout.middles[node], heart))
        self._ranks = [order.index(node) for node in nodes]

    def seen(self, age_ms: float, entrance: Entrance, chosen: Sequence[float]) -> Seen:
        """The picture after it has been alive for so long.

        Args:
            age_ms: for how long.
            entrance: how far it has appeared.
            chosen: how far each node is chosen, from 0 to 1.
        """
        curves = [self._swayed(curve, ends, age_ms) for curve, ends in self._drawn()]
        glows = [min(chosen[a] + chosen[b], 1.0) for a, b in self._links]
        lit = [(curve, glow) for curve, glow in zip(curves, glows, strict=True) if glow]
        pulses = [pulse.faint(1 - max(chosen)) for pulse in wandering(curves, age_ms)]
        for curve, glow in lit:
            pulses += [pulse.faint(glow) for pulse in flowing(curve, age_ms)]
        grown = [
            self._grown(*link, entrance.axes) for link in zip(curves, self._links, strict=True)
        ]
        return Seen(
            links=Strokes.of(grown),
            dimmed=max(chosen),
            lit=[(Strokes.of([curve]), glow) for curve, glow in lit],
            pulses=[pulse.faint(entrance.remarks) for pulse in pulses],
            named=entrance.remarks,
            discs=[self._disc(node, age_ms, entrance.marks, chosen) for node in range(len(chosen))],
        )

    def strength(self, node: int, chosen: Sequence[float]) -> float:
        """How little a node is dimmed: what is chosen is not, nor is what it is linked to."""
        away = max(chosen) - sum(chosen[other] for other in self._near[node])
        return 1 - (1 - DIMMED) * max(away, 0.0)

    def _drawn(self) -> Iterator[tuple[Curve, Pair]]:
        return zip(self._curves, self._links, strict=True)

    def _swayed(self, curve: Curve, ends: Pair, age_ms: float) -> Curve:
        return curve.moved(*(sway(end, age_ms) for end in ends))

    def _grown(self, curve: Curve, ends: Pair, share: float) -> Curve:
        """A link as far as it is drawn out, from the end that appears first."""
        a, b = (self._ranks[end] for end in ends)
        wait = LATEST * min(a, b) / len(self._ranks)
        share = min(max((share - wait) / (1 - wait), 0.0), 1.0)
        return (curve if a < b else curve.turned()).part(0.0, share)

    def _disc(self, node: int, age_ms: float, share: float, chosen: Sequence[float]) -> Disc:
        (x, y), (dx, dy) = self._layout.middles[node], sway(node, age_ms)
        appeared = share * (len(chosen) + STAGGER - 1) - self._ranks[node]
        radius = self._layout.radii[node] * ease_out(min(max(appeared / STAGGER, 0.0), 1.0))
        return Disc(QPointF(x + dx, y + dy), radius, chosen[node], self.strength(node, chosen))


def sway(node: int, age_ms: float) -> Place:
    """How far a node is from its place when it has been alive for so long."""
    reach = SWAY_PX * ease_in_out(min(age_ms / WAKE_MS, 1.0))
    x, y = (sin(2 * pi * age_ms / period_ms + node * AHEAD) for period_ms in SWAY_MS)
    return reach * x, reach * y


def wandering(curves: Sequence[Curve], age_ms: float) -> Iterator[Pulse]:
    """A few pulses, each on one link after the other."""
    turn_ms = max(curve.length for curve in curves) / PULSE_PX_S * 1000 + REST_MS
    for number in range(PULSES):
        turn, gone_ms = divmod(age_ms + turn_ms * number / PULSES, turn_ms)
        curve = curves[(int(turn) * PULSES + number * 3) % len(curves)]
        share = gone_ms / 1000 * PULSE_PX_S / curve.length
        if share < 1.0 and gone_ms <= age_ms:
            yield Pulse(curve.at(share), _presence(share))


def flowing(curve: Curve, age_ms: float) -> Iterator[Pulse]:
    """Pulses that follow each other along a link, from its start to its end."""
    count = max(1, round(curve.length / APART_PX))
    gone = age_ms / 1000 * PULSE_PX_S / curve.length
    for number in range(count):
        share = (gone + (number + 0.5) / count) % 1.0
        yield Pulse(curve.at(share), _presence(share))


def _presence(share: float) -> float:
    """Pulses come out of a node and go into one: at both ends they are faint."""
    return ease_in_out(min(share / FADE_SHARE, (1 - share) / FADE_SHARE, 1.0))
