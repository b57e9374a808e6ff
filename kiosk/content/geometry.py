"""Wireframes, as a modelling tool exports them: the part of Wavefront OBJ that draws edges.

A file names its parts with `o` or `g`, places points with `v` and joins them with `l`, or with `f`,
whose outlines become edges. What else OBJ has, such as normals and materials, is passed over.
"""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.content.files import SceneFiles
from kiosk.content.problem import ContentError, Mark, Problem, quoted
from kiosk.content.tree import Leaf, MapNode

Point = tuple[float, float, float]
"""x, y and z in the model's own units; y points up."""

Edge = tuple[Point, Point]

LARGEST_OBJ_BYTES = 4_000_000
MOST_POINTS = 8_000
MOST_EDGES = 4_000
_MOST_WORDS = 200_000
"""What so many points and edges could need, with their normals and textures, and far more."""

_MOST_PROBLEMS = 20
_FARTHEST, _DECIMALS = 1e6, 9
_UNNAMED = "default"
"""What OBJ calls the part to which everything belongs that no other is named for."""

_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_INDEX = re.compile(r"([+-]?[0-9]{1,9})(/[+-]?[0-9]*){0,2}")
_Word = re.Match[str]


@dataclass(frozen=True)
class Geometry:
    """A wireframe: the edges of each part, by its name, in the order of the file."""

    parts: Mapping[str, tuple[Edge, ...]]


def read_geometry(text: str, file: str) -> Geometry:
    """The wireframe in an OBJ file; no part of it has an edge twice, or one without a length.

    Args:
        text: what the file says.
        file: its path, for the marks.

    Raises:
        ContentError: if a line says what cannot be drawn, or all of them say too little or much.
    """
    reader = _Reader(file)
    for number, line in enumerate(text.split("\n"), start=1):
        reader.read(number, line.partition("#")[0])
    return reader.geometry()


def with_geometry(exhibit: MapNode, files: SceneFiles) -> MapNode:
    """An exhibit with the wireframe itself under `model`, where it names the file.

    Raises:
        ContentError: if there is no such file, or no wireframe in it.
    """
    if "model" not in exhibit.values:
        return exhibit
    name = exhibit.values["model"]
    geometry = read_geometry(files.text(name, LARGEST_OBJ_BYTES), files.mark(name).file)
    return exhibit.having({"model": Leaf(name.mark, geometry)})


class _Reader:
    """What the lines of a file have said so far."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._line = 0
        self._part = _UNNAMED
        self._points: list[Point] = []
        self._parts: dict[str, dict[Edge, None]] = {}  # sets that keep the order of the file
        self._edge_count = 0
        self._word_count = 0
        self._problems: list[Problem] = []

    def read(self, number: int, line: str) -> None:
        """Takes in one line, without its remark.

        Raises:
            ContentError: if there is no use in reading on.
        """
        self._line = number
        room = _MOST_WORDS + 1 - self._word_count
        words = list(itertools.islice(_WORD.finditer(line), room))
        self._word_count += len(words)
        try:
            self._take(words)
        except ContentError as error:
            self._problems += error.problems
        if self._has_too_many():
            sentence = f"more than {MOST_POINTS:,} points or {MOST_EDGES:,} edges"
            raise ContentError.at(Mark(self._file, number), sentence)
        if len(self._problems) >= _MOST_PROBLEMS:
            raise ContentError(self._problems)

    def _has_too_many(self) -> bool:
        many = len(self._points) > MOST_POINTS or self._edge_count > MOST_EDGES
        return many or self._word_count > _MOST_WORDS

    def geometry(self) -> Geometry:
        """All that was read.

        Raises:
            ContentError: with everything that was wrong with it.
        """
        if not self._edge_count and not self._problems:
            sentence = "no edges: there has to be an 'l' or an 'f' that joins two points"
            raise ContentError.at(Mark(self._file), sentence)
        if self._problems:
            raise ContentError(self._problems)
        return Geometry({name: tuple(edges) for name, edges in self._parts.items() if edges})

    def _take(self, words: list[_Word]) -> None:
        match words[0].group() if words else "":
            case "v":
                self._points.append(self._point(words))
            case "l":
                self._join(self._joined(words, least=2))
            case "f":
                corners = self._joined(words, least=3)
                self._join([*corners, corners[0]])
            case "o" | "g":
                self._part = " ".join(word.group() for word in words[1:]) or _UNNAMED

    def _point(self, words: list[_Word]) -> Point:
        """The first three numbers behind a `v`; a weight or a colour may follow."""
        if len(words) < 4:
            raise self._problem(words[0], "three numbers belong behind a 'v'")
        x, y, z = map(self._number, words[1:4])
        return x, y, z

    def _number(self, word: _Word) -> float:
        if not _NUMBER.fullmatch(word.group()):
            raise self._problem(word, f"{quoted(word.group())} is not a number")
        number = round(float(word.group()), _DECIMALS)
        if abs(number) > _FARTHEST:
            raise self._problem(word, f"{quoted(word.group())} is too far away to be drawn")
        return number

    def _joined(self, words: list[_Word], least: int) -> list[Point]:
        """The points that an `l` or an `f` names."""
        if len(words) <= least:
            raise self._problem(words[0], f"{least} points or more belong behind this")
        return [self._named(word) for word in words[1:]]

    def _named(self, word: _Word) -> Point:
        """The point of a number: counted from 1, or from -1 back; behind a slash is its texture."""
        found = _INDEX.fullmatch(word.group())
        if not found:
            raise self._problem(word, f"{quoted(word.group())} is not the number of a point")
        number, count = int(found[1]), len(self._points)
        index = number - 1 if number > 0 else count + number
        if number == 0 or not 0 <= index < count:
            raise self._problem(word, f"there is no point {number}: {count} stand above this line")
        return self._points[index]

    def _join(self, points: list[Point]) -> None:
        edges = self._parts.setdefault(self._part, {})
        self._edge_count -= len(edges)
        for one, other in itertools.pairwise(points):
            if one != other and (other, one) not in edges:
                edges[one, other] = None
        self._edge_count += len(edges)

    def _problem(self, word: _Word, sentence: str) -> ContentError:
        return ContentError.at(Mark(self._file, self._line, word.start() + 1), sentence)
