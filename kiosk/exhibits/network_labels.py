"""Where the labels on a network's links stand, so that they cover as little as can be."""

from collections.abc import Sequence
from math import dist, inf
from typing import NamedTuple

from kiosk.exhibits.network_shapes import Box, Curve, Place, Round

LABEL_GAP_PX = 4.0
OFF_CENTRE, ASIDE, OTHER_LINK, COVERED = 60.0, 3.0, 200.0, 4.0
"""What a label is charged for standing off the middle of its link, and off the link.

Then for each point of another link that it covers, and for whatever else, by the area.
"""

FARTHEST_PX = 96.0
STANDS = sorted(
    (OFF_CENTRE * abs(share - 0.5) + ASIDE * abs(aside), share, aside)
    for share in (0.5, 0.36, 0.64, 0.22, 0.78, 0.08, 0.92)
    for aside in (0.0, 24.0, -24.0, 48.0, -48.0, 72.0, -72.0, FARTHEST_PX, -FARTHEST_PX)
)
"""Where a label may stand along its link and beside it, with the charge, the best first."""

PASSES = 3


class Label(NamedTuple):
    """What says something of a link: where it stands, and the place on the link it belongs to."""

    box: Box
    foot: Place


def clear_labels(
    sizes: Sequence[tuple[float, float]],
    curves: Sequence[Curve],
    taken: Sequence[Box | Round],
    within: Box,
) -> list[Label]:
    """A label of each of the `sizes` on or by its curve that covers as little as can be.

    The shortest links choose first, as they have the least choice; then each may choose again.
    """
    points = [curve.points() for curve in curves]
    order = sorted(range(len(curves)), key=lambda index: curves[index].length)
    found: dict[int, Label] = {}
    for index in order * PASSES:
        reach = curves[index].box.grown(FARTHEST_PX + max(sizes[index]) / 2)
        others = [*taken, *(label.box for other, label in found.items() if other != index)]
        others = [other for other in others if other.shared(reach)]
        passing = [place for row in (*points[:index], *points[index + 1 :]) for place in row]
        passing = [place for place in passing if reach.holds(place)]
        found[index] = _clearest(curves[index], sizes[index], others, passing, within)
    return [found[index] for index in range(len(curves))]


def _clearest(
    curve: Curve,
    size: tuple[float, float],
    taken: Sequence[Box | Round],
    passing: Sequence[Place],
    within: Box,
) -> Label:
    (x, y), (u, v) = curve.start, curve.end
    length = dist(curve.start, curve.end) or 1.0
    best, least = Label(Box.around(curve.at(0.5), size), curve.at(0.5)), inf
    for price, share, aside in STANDS:
        if price >= least:
            break
        (a, b), off = curve.at(share), aside / length
        box = Box.around((a - (v - y) * off, b + (u - x) * off), size).moved_into(within)
        wide = box.grown(LABEL_GAP_PX)
        for other in taken:
            price += COVERED * other.shared(wide)
            if price >= least:
                break
        else:
            price += OTHER_LINK * sum(map(box.holds, passing))
            if price < least:
                best, least = Label(box, (a, b)), price
    return best
