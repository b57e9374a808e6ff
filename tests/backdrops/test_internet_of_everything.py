from itertools import combinations
from math import dist

from PySide6.QtCore import QPointF, QRectF, QSizeF

from kiosk.backdrops.internet_of_everything import _APART, _LONGEST_LINK, _links, _nodes


def test_nodes_keep_their_distance(size: QSizeF) -> None:
    places = [node.toTuple() for node in _nodes(size)]
    assert all(dist(*pair) > _APART for pair in combinations(places, 2))


def test_nodes_are_on_the_picture(size: QSizeF) -> None:
    picture = QRectF(QPointF(), size)
    assert all(picture.contains(node) for node in _nodes(size))


def test_links_are_short_and_drawn_once(size: QSizeF) -> None:
    links = [(one.toTuple(), other.toTuple()) for one, other in _links(_nodes(size))]
    assert len(links) > 60
    assert all(0 < dist(*link) < _LONGEST_LINK for link in links)
    assert len({frozenset(link) for link in links}) == len(links)
