"""A wireframe is read as a modelling tool writes it, and what is wrong with it is told."""

import time
from pathlib import Path

import pytest

from kiosk.content.geometry import Edge, read_geometry
from kiosk.content.load import Kinds, load
from kiosk.content.problem import ContentError
from kiosk.exhibits.prototype import PrototypeSpec
from tests.content.house import KINDS, House

ROOT = Path(__file__).parents[2]
OURS = ["scenes/future-industry/car.obj", "docs/examples/prototype/machine.obj"]

SQUARE = """\
# made by hand
v 0 0 0
v 2 0 0
v 2 1 0
v 0 1 0
"""
BOTTOM, RIGHT = ((0, 0, 0), (2, 0, 0)), ((2, 0, 0), (2, 1, 0))
TOP, LEFT = ((2, 1, 0), (0, 1, 0)), ((0, 1, 0), (0, 0, 0))

BLENDER = """\
# Blender 4.2.0
# www.blender.org
mtllib car.mtl
o Body_Shell
v 0.000000 0.000000 0.000000
v 2.000000 0.000000 0.000000
v 2.000000 1.000000 0.000000
vn -0.0000 1.0000 -0.0000
vt 0.000000 0.000000
s 0
usemtl Paint
f 1/1/1 2/1/1 3/1/1
o Axle
v 0.000000 0.000000 5.000000
v 1.500000e+00 -.5 5.
l 4 5
"""


def parts(text: str) -> dict[str, tuple[Edge, ...]]:
    return dict(read_geometry(text, "car.obj").parts)


def problems(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_geometry(text, "car.obj")
    return str(caught.value).splitlines()


# --- what is read ------------------------------------------------------------------------------


def test_a_file_of_blender_is_read_part_by_part() -> None:
    assert parts(BLENDER) == {
        "Body_Shell": (BOTTOM, RIGHT, ((2, 1, 0), (0, 0, 0))),
        "Axle": (((0, 0, 5), (1.5, -0.5, 5)),),
    }


def test_a_line_joins_its_points_and_stays_open() -> None:
    assert parts(SQUARE + "l 1 2 3 4\n") == {"default": (BOTTOM, RIGHT, TOP)}


def test_the_outline_of_a_face_is_closed() -> None:
    assert parts(SQUARE + "f 1 2 3 4\n") == {"default": (BOTTOM, RIGHT, TOP, LEFT)}


def test_an_edge_that_two_faces_share_is_there_once() -> None:
    (edges,) = parts(SQUARE + "f 1 2 3\nf 3 4 1\n").values()
    assert edges == (BOTTOM, RIGHT, ((2, 1, 0), (0, 0, 0)), TOP, LEFT)


def test_an_edge_between_other_points_in_the_same_place_is_the_same() -> None:
    assert parts(SQUARE + "v 2 0 0\nv 0 0 0\nl 1 2\nl 5 6\n") == {"default": (BOTTOM,)}


@pytest.mark.parametrize("line", ["l -4 -3", "l 1// 2/7", "f -4/1 2/2/2 -4/1", "l\t1   2  # x"])
def test_points_are_named_in_many_ways(line: str) -> None:
    assert parts(SQUARE + line) == {"default": (BOTTOM,)}


def test_a_point_before_the_line_is_meant_by_a_negative_number() -> None:
    assert parts("v 0 0 0\nv 2 0 0\nl -1 -2\nv 9 9 9\n") == {"default": (((2, 0, 0), (0, 0, 0)),)}


def test_a_group_is_a_part_and_may_be_taken_up_again() -> None:
    text = SQUARE + "g left wheel\nl 1 2\ng other\nl 2 3\ng left wheel\nl 3 4\n"
    assert parts(text) == {"left wheel": (BOTTOM, TOP), "other": (RIGHT,)}


def test_a_part_without_edges_is_none() -> None:
    assert list(parts("o empty\n" + SQUARE + "l 1 1\no square\nl 1 2\n")) == ["square"]


def test_a_point_may_have_a_weight_or_a_colour() -> None:
    assert parts("v 0 0 0 1.0\nv 2 0 0 0.5 0.5 0.5\nl 1 2\n") == {"default": (BOTTOM,)}


# --- what is wrong -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("v 1 2 3,5", "6:7: '3,5' is not a number"),
        ("  v 1 two 3", "6:7: 'two' is not a number"),
        ("v 1 nan 3", "6:5: 'nan' is not a number"),
        ("v 1 1_0 3", "6:5: '1_0' is not a number"),
        ("v 1 2 1e999", "6:7: '1e999' is too far away to be drawn"),
        ("v 1 2 1e9", "6:7: '1e9' is too far away to be drawn"),
        ("v 1 2", "6:1: three numbers belong behind a 'v'"),
        ("l 1", "6:1: 2 points or more belong behind this"),
        ("f 1 2", "6:1: 3 points or more belong behind this"),
        ("l 1 5", "6:5: there is no point 5: 4 stand above this line"),
        ("f 1 2 0", "6:7: there is no point 0: 4 stand above this line"),
        ("l -5 1", "6:3: there is no point -5: 4 stand above this line"),
        ("l 1 b", "6:5: 'b' is not the number of a point"),
        ("l 1.0 2", "6:3: '1.0' is not the number of a point"),
        ("l 1 99999999999", "6:5: '99999999999' is not the number of a point"),
    ],
)
def test_what_cannot_be_drawn_is_told_where_it_stands(line: str, problem: str) -> None:
    assert problems(f"{SQUARE}{line}\nl 1 2\n") == [f"car.obj:{problem}"]


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert len(problems(SQUARE + "v 1 2 x\nl 1 9\nl 1 2\nf 1\n")) == 3


@pytest.mark.parametrize(
    "text",
    ["", "# nothing\n", SQUARE, SQUARE + "l 2 2\n", "v 0 0 0\nv 1e-300 0 0\nl 1 2\n"],
)
def test_without_an_edge_there_is_nothing_to_show(text: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith("car.obj:1:1: no edges")


ENDLESS = {
    "points": "v 0 0 0\n" * 100_000,
    "a long line": SQUARE + "l " + "1 2 3 4 " * 400_000,
    "edges": "".join(f"v {n} 0 0\nv {n} 1 0\nl -1 -2\nl -1 -3\n" for n in range(1, 9000)),
    "mistakes": SQUARE + "l 9\n" * 400_000,
    "another file": "%PDF-1.7\n" * 400_000,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_file_without_an_end_comes_to_one(text: str) -> None:
    begun = time.process_time()
    assert len(text.split()) > 1
    to_look_at_it = time.process_time() - begun
    begun = time.process_time()
    try:
        read_geometry(text, "car.obj")
    except ContentError as error:
        assert len(error.problems) <= 20
    assert time.process_time() - begun < 100 * to_look_at_it


def test_too_many_edges_are_told() -> None:
    (problem,) = problems("v 0 0 0\n" + "".join(f"v {n} 1 0\nl 1 -1\n" for n in range(4001)))
    assert problem == "car.obj:8003:1: more than 8,000 points or 4,000 edges"


# --- in a scene --------------------------------------------------------------------------------

EXHIBIT = """\
exhibits:
  - kind: prototype
    title: 原型
    illustration: true
    model: car.obj
    parts:
      - {name: Body_Shell, label: 車身, apart: [0, 1.5, 0]}
      - {name: Axle, apart: [0, -1, 0]}
"""


def load_model(house: House, *, exhibit: str = EXHIBIT, obj: str = BLENDER) -> PrototypeSpec:
    """The first exhibit of a scene whose exhibit says so, with such a file beside it."""
    scene = house.folder / "robots/scene.yaml"
    head, rest = scene.read_text("utf-8").split("exhibits:\n")
    scene.write_text(head + exhibit + rest[rest.index("cards:") :], "utf-8")
    house.write("robots/car.obj", obj)
    exhibits = {**KINDS.exhibits, "prototype": PrototypeSpec}
    spec = load(house.folder, Kinds(exhibits, KINDS.cards)).scenes[1].exhibits[0]
    assert isinstance(spec, PrototypeSpec)
    return spec


def told(house: House, **changes: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_model(house, **changes)
    return str(caught.value).splitlines()


def test_a_scene_names_the_file_beside_it(house: House) -> None:
    spec = load_model(house)
    assert dict(spec.model.parts) == parts(BLENDER)
    assert [part.apart for part in spec.parts] == [(0, 1.5, 0), (0, -1, 0)]


def test_what_is_wrong_in_the_file_is_told_there(house: House) -> None:
    assert told(house, obj=BLENDER + "l 1 17\n") == [
        "scenes/robots/car.obj:17:5: there is no point 17: 5 stand above this line"
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("model: car.obj", "model: cra.obj", "8:12: 'robots/cra.obj' does not exist"),
        ("    model: car.obj\n", "", "5:5: missing key 'model'"),
        ("model: car.obj", "model: ../../x.obj", "8:12: 'robots/../../x.obj' is outside"),
        ("illustration: true", "illustration: false", "7:19: a wireframe is no statistics"),
        ("    illustration: true\n", "", "5:5: a wireframe is no statistics"),
        (
            "Body_Shell",
            "Body_Shel",
            "10:16: the model has no part 'Body_Shel' (did you mean 'Body_Shell'?): "
            "it has Body_Shell, Axle",
        ),
        ("name: Axle", "name: Body_Shell", "11:16: 'Body_Shell' stands here already"),
        ("label: 車身, ", "", "10:9: the first part needs a 'label'"),
        ("apart: [0, -1, 0]", "text: 車軸", "11:28: a text needs a 'label'"),
        ("[0, 1.5, 0]", "[0, up, 0]", "10:50: 'up' is not a number"),
        ("[0, 1.5, 0]", "[0, 1.5]", "missing key '2'"),
    ],
)
def test_what_is_wrong_in_the_scene_is_told_there(
    house: House, old: str, new: str, problem: str
) -> None:
    assert EXHIBIT.count(old) == 1
    (only,) = told(house, exhibit=EXHIBIT.replace(old, new))
    assert problem in only


def test_more_names_than_there_is_room_for_are_told(house: House) -> None:
    names = "".join(f"o part{n}\nl 1 2\n" for n in range(11))
    entries = "".join(f"      - {{name: part{n}, label: 部分}}\n" for n in range(11))
    exhibit = EXHIBIT[: EXHIBIT.index("      - {name")] + entries
    (only,) = told(house, exhibit=exhibit, obj=SQUARE + names)
    assert "at most 10 parts can have a label" in only


@pytest.mark.parametrize("file", OURS)
def test_our_own_models_are_a_few_hundred_edges_on_the_ground(file: str) -> None:
    found = parts((ROOT / file).read_text("utf-8"))
    points = [point for edges in found.values() for edge in edges for point in edge]
    assert 400 < sum(map(len, found.values())) < 1500
    assert min(y for _, y, _ in points) == pytest.approx(0, abs=0.01)


def test_the_example_of_the_documentation_is_sound(house: House) -> None:
    folder = ROOT / "docs/examples/prototype"
    exhibit = (folder / "exhibit.yaml").read_text("utf-8").replace("machine.obj", "car.obj")
    obj = (folder / "machine.obj").read_text("utf-8")
    spec = load_model(house, exhibit=f"exhibits:\n{exhibit}", obj=obj)
    assert {part.name for part in spec.parts} == set(spec.model.parts)
