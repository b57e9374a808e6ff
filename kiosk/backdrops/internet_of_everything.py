"""Internet of Everything: nodes with soft halos, joined to their neighbours by thin links."""

from math import dist
from random import Random

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainter

from kiosk.backdrops.drawing import (
    SPARKS,
    Dot,
    Inks,
    hairline,
    mixed,
    paint_corner_light,
    paint_glow,
    presence,
    spark,
    tint,
)

_SEED = "internet-of-everything"
_NODES = 96
_APART = 52.0
_LINKS_EACH = 3
_LONGEST_LINK = 185.0
_HUB_EVERY = 8

_Place = tuple[float, float]
_Link = tuple[QPointF, QPointF]


def paint(painter: QPainter, size: QSizeF, inks: Inks) -> None:
    """The halos, and the links over them."""
    nodes = _nodes(size)
    paint_corner_light(painter, size, inks)
    for index, node in enumerate(nodes):
        halo = tint(inks.accent, 0.03 + 0.21 * presence(node, size))
        paint_glow(painter, node, _radius(index) * 7, halo)
    for start, end in _links(nodes):
        painter.setPen(hairline(inks, 0.05 + 0.39 * presence((start + end) / 2, size)))
        painter.drawLine(start, end)


def sparks(size: QSizeF, inks: Inks) -> tuple[Dot, ...]:
    """The pulses that run along the links, and a spark for every node."""
    random, nodes = Random(_SEED), _nodes(size)
    links = _links(nodes)
    pulses = [random.choice(links) for _ in range(SPARKS - len(nodes))]
    return (
        *(_pulse(random, link, size, inks) for link in pulses),
        *(_node(index, place, size, inks) for index, place in enumerate(nodes)),
    )


def _pulse(random: Random, link: _Link, size: QSizeF, inks: Inks) -> Dot:
    colour = tint(inks.star, random.uniform(0.15, 0.75))
    start, end = link
    return spark(start, random.uniform(0.8, 1.8), colour, size, end - start)


def _node(index: int, place: QPointF, size: QSizeF, inks: Inks) -> Dot:
    """Opaque, so that no link shows through it."""
    seen = presence(place, size)
    colour = mixed(inks.accent, inks.star, 0.5) if _is_hub(index) else inks.accent
    shade = mixed(inks.background, colour, 0.18 + 0.75 * seen)
    return Dot(place, _radius(index) * (0.6 + 0.4 * seen), shade)


def _nodes(size: QSizeF) -> list[QPointF]:
    """Places that keep their distance from one another, and crowd where motifs may be seen."""
    random = Random(_SEED)
    nodes: list[_Place] = []
    while len(nodes) < _NODES:
        place = random.random() * size.width(), random.random() * size.height()
        wanted = random.random() < presence(QPointF(*place), size) ** 2
        if wanted and all(dist(place, node) > _APART for node in nodes):
            nodes.append(place)
    return [QPointF(*node) for node in nodes]


def _is_hub(index: int) -> bool:
    return index % _HUB_EVERY == 0


def _radius(index: int) -> float:
    return 6.0 if _is_hub(index) else 2.4 + index % 4 * 0.6


def _links(nodes: list[QPointF]) -> list[_Link]:
    """From every node to its nearest neighbours, once each."""
    places = [(node.x(), node.y()) for node in nodes]
    pairs = {
        tuple(sorted((one, other)))
        for one in range(len(nodes))
        for other in _nearest(places, one)
        if dist(places[one], places[other]) < _LONGEST_LINK
    }
    return [(nodes[one], nodes[other]) for one, other in sorted(pairs)]


def _nearest(places: list[_Place], one: int) -> list[int]:
    """The indices of the places nearest to that at index `one`."""
    by_distance = sorted(range(len(places)), key=lambda other: dist(places[one], places[other]))
    return by_distance[1 : 1 + _LINKS_EACH]
