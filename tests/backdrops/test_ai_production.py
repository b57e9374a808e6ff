from itertools import pairwise
from math import dist

import pytest
from PySide6.QtCore import QSizeF

from kiosk.backdrops.ai_production import _EDGE, _edges, _honeycomb, _paths


def test_every_edge_of_the_honeycomb_is_as_long(size: QSizeF) -> None:
    honeycomb = _honeycomb(size)
    edges = list(_edges(honeycomb, size))
    assert len(edges) > 100
    for ends in edges:
        one, other = (honeycomb[knot].toTuple() for knot in ends)
        assert dist(one, other) == pytest.approx(_EDGE)


def test_paths_go_along_edges_and_never_meet(size: QSizeF) -> None:
    paths = [[place.toTuple() for place in path] for path in _paths(_honeycomb(size), size)]
    assert len(paths) > 6
    for path in paths:
        assert all(dist(*step) == pytest.approx(_EDGE) for step in pairwise(path))
    places = [place for path in paths for place in path]
    assert len(set(places)) == len(places)
