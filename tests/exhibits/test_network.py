import itertools
import math
from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple, get_args

import pytest
from pydantic import ValidationError
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.frozen import MisfitError
from kiosk.content.model import Exhibition
from kiosk.exhibits.entrance import ENTRANCE_MS
from kiosk.exhibits.network import GLIDE_MS, IconName, NetworkItem, NetworkSpec
from kiosk.exhibits.network_places import chosen_places
from kiosk.exhibits.network_words import wrapped
from kiosk.resources import ICONS
from kiosk.show.clock import ManualClock
from tests.conftest import LookFactory
from tests.exhibits.conftest import Hang
from tests.exhibits.hung import AREA, Hung, overlap
from tests.toolkit.drawn import Shape, alike

TITLE = "物物相連"
NAMES = [
    ("雲", "Cloud computing", "cloud"),
    ("太陽能發電場", "Solar power plant", "solar"),
    ("電網", "Power grid", "grid"),
    ("電動車", "Electric vehicle", "car"),
    ("住宅", "Smart home", "house"),
    ("手機", "Mobile phone", "phone"),
    ("5G基站", "5G base station", "antenna"),
    ("醫院", "General hospital", "hospital"),
    ("工廠", "Smart factory", "factory"),
    ("機器人", "Industrial robots", "robot"),
    ("數據中心", "Data centre", "server"),
    ("感應器", "Environmental sensor", "sensor"),
    ("風力發電", "Wind turbine", "wind"),
    ("儲能電池", "Battery storage", None),
]
FLOWS = [("電力", "electricity"), ("數據", "data"), ("調度指令", "dispatch orders")]
HINT = "輕觸一個節點，看看流過甚麼"
PORTRAIT = QRectF(0, 0, 952, 590)
Said = dict[str, Any]
Links = list[tuple[int, int]]


def network(count: int, links: Links, **more: Any) -> Said:
    """What a file says of so many nodes."""
    nodes = [
        {"id": f"n{i}", "label": {"zh-Hant": zh, "en": en}} | ({"icon": icon} if icon else {})
        for i, (zh, en, icon) in enumerate(NAMES[:count])
    ]
    flows = [{"zh-Hant": zh, "en": en} for zh, en in FLOWS]
    said_links = [
        {"between": [f"n{a}", f"n{b}"], "flow": flows[i % 3]} for i, (a, b) in enumerate(links)
    ]
    said = {"kind": "network", "title": TITLE, "illustration": True, "nodes": nodes}
    return said | {"links": said_links} | more


def star(count: int) -> Said:
    """A network in which the first node joins all others."""
    return network(count, [(0, i) for i in range(1, count)])


def tangle(count: int, seed: int = 1) -> Said:
    """One in which links go anywhere."""
    random = Random(seed)
    pairs = list(itertools.combinations(range(count), 2))
    random.shuffle(pairs)
    tree = [(random.randrange(i), i) for i in range(1, count)]
    return network(count, list(dict.fromkeys(tree + pairs))[: count + count // 3])


TOWN: Links = [(0, 1), (0, 2), (0, 3), (2, 3), (3, 4), (4, 5)]
"""The cloud is linked to three; the last two are linked to it by others alone."""


def town() -> Said:
    return network(6, TOWN)


@pytest.fixture
def real(exhibition: Exhibition) -> Said:
    """The network of the exhibition."""
    exhibits = [exhibit for scene in exhibition.scenes for exhibit in scene.exhibits]
    (spec,) = (exhibit for exhibit in exhibits if isinstance(exhibit, NetworkSpec))
    return spec.model_dump(by_alias=True) | {"sources": ()}


def item_of(hung: Hung) -> NetworkItem:
    assert isinstance(hung.item, NetworkItem)
    return hung.item


class Disc(NamedTuple):
    middle: QPointF
    radius: float
    strength: float
    filled: bool

    @property
    def place(self) -> tuple[float, float]:
        return self.middle.x(), self.middle.y()


def discs(hung: Hung) -> list[Disc]:
    """The nodes as they are drawn, in the order of the file: an accent under a ground."""
    ground = hung.look.palette.card.name()
    found: list[Disc] = []
    outer = None
    for shape in hung.drawing().shapes:
        if shape.tag not in ("circle", "ellipse") or shape.fill not in (ground, hung.accent.name()):
            continue
        middle, radius = shape.box.center(), shape.box.width() / 2
        is_accent = shape.fill == hung.accent.name()
        is_same = found and outer is None and math.dist(middle.toTuple(), found[-1].place) < 0.5
        if is_accent and is_same:
            found[-1] = found[-1]._replace(filled=shape.opacity > 0.9)
        elif is_accent:
            outer = shape
        elif outer and abs(outer.box.width() / 2 - radius - 3) < 0.5:
            found.append(Disc(middle, outer.box.width() / 2, outer.opacity, False))
            outer = None
    return found


def pulses(hung: Hung) -> list[QPointF]:
    """The lights that run along the links, but for those that are only just there."""
    small = [s for s in hung.drawing().shapes if s.fill == hung.accent.name()]
    return [s.box.center() for s in small if s.box.width() == pytest.approx(8, abs=0.1)]


def lit(hung: Hung) -> list[QRectF]:
    return [shape.box for shape in hung.drawing().lines(hung.accent, least_px=5)]


def plain(hung: Hung) -> list[QLineF]:
    """The links as they are at rest, from end to end."""
    lines = hung.drawing().lines(hung.look.palette.rule, least_px=2.5)
    return [QLineF(shape.points[0], shape.points[-1]) for shape in lines]


def labels(hung: Hung) -> list[QRectF]:
    """Where it is told what flows."""
    ground = hung.look.palette.card.name()
    return [s.box for s in hung.drawing().shapes if s.tag == "path" and s.fill == ground]


def strength(hung: Hung, words: str) -> float:
    return hung.drawing().find(words).opacity


def choose(hung: Hung, node: int | None) -> None:
    hung.item.select(node)
    hung.wind(GLIDE_MS + 32)


def covers(box: QRectF, disc: Disc) -> float:
    """How far a box reaches into a disc."""
    x = min(max(disc.middle.x(), box.left()), box.right())
    y = min(max(disc.middle.y(), box.top()), box.bottom())
    return disc.radius - math.dist((x, y), disc.middle.toTuple())


# --- what a file may say -----------------------------------------------------------------------


def without(node: int) -> Callable[[Said], None]:
    return lambda said: said["links"].__delitem__(
        slice(
            *[i for i, link in enumerate(said["links"]) if f"n{node}" in link["between"]][:1], None
        )
    )


def relinked(between: list[str]) -> Callable[[Said], None]:
    return lambda said: said["links"][0].update(between=between)


@pytest.mark.parametrize(
    ("spoil", "sentence", "within"),
    [
        (lambda s: s.pop("illustration"), "`illustration: true` belongs to it", ("illustration",)),
        (
            lambda s: s["nodes"][2].update(id="n1"),
            "'n1' stands here already",
            ("nodes", 2, "id"),
        ),
        (
            relinked(["n0", "n11"]),
            "there is no node 'n11' (did you mean 'n1'?)",
            ("links", 0, "between", 1),
        ),
        (relinked(["xyz", "n1"]), "there is no node 'xyz'", ("links", 0, "between", 0)),
        (relinked(["n1", "n1"]), "cannot be linked to itself", ("links", 0, "between", 1)),
        (
            lambda s: s["links"][1].update(between=["n1", "n0"]),
            "these two are linked already",
            ("links", 1, "between"),
        ),
        (lambda s: s["links"].pop(), "no link leads to 'n5'", ("nodes", 5, "id")),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    spoil: Callable[[Said], Any], sentence: str, within: tuple[str | int, ...]
) -> None:
    said = town()
    spoil(said)
    with pytest.raises(ValidationError) as raised:
        NetworkSpec.model_validate(said)
    (error,) = raised.value.errors()
    cause = error["ctx"]["error"]
    assert isinstance(cause, MisfitError)
    assert sentence in str(cause)
    assert cause.within == within


@pytest.mark.parametrize(
    ("said", "place"),
    [
        (network(1, []), "nodes"),
        (network(14, []) | {"nodes": [{"id": f"{i}", "label": "點"} for i in range(15)]}, "nodes"),
        (network(10, list(itertools.combinations(range(10), 2))), "links"),
    ],
)
def test_there_are_two_to_fourteen_nodes_and_at_most_forty_links(said: Said, place: str) -> None:
    with pytest.raises(ValidationError) as raised:
        NetworkSpec.model_validate(said)
    assert place in {error["loc"][0] for error in raised.value.errors()}


def test_a_link_has_two_ends() -> None:
    said = town()
    said["links"][0]["between"] = ["n0"]
    with pytest.raises(ValidationError, match="at least 2"):
        NetworkSpec.model_validate(said)


@pytest.mark.parametrize("icon", get_args(IconName))
def test_there_is_a_file_for_each_icon(icon: str) -> None:
    assert (ICONS / f"node-{icon}.svg").is_file()


def test_names_are_read_without_a_touch_and_flows_are_not() -> None:
    texts = {text.zh_hant for text in NetworkSpec.model_validate(town()).texts()}
    assert texts == {TITLE, "雲", "太陽能發電場", "電網", "電動車", "住宅", "手機"}


# --- where everything stands -------------------------------------------------------------------


@pytest.mark.parametrize("area", [AREA, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("language", ["zh-Hant", "en"])
@pytest.mark.parametrize("count", range(2, 15))
def test_names_and_discs_stand_apart_in_their_picture(
    hang: Hang, monkeypatch: pytest.MonkeyPatch, count: int, language: str, area: QRectF
) -> None:
    monkeypatch.setattr("tests.exhibits.hung.AREA", area)
    for said in (star(count), tangle(count)):
        hung = hang(said, language)
        found, picture = discs(hung), hung.item.picture_rect
        words = [w for w in hung.drawing().words if w.box.center().y() > picture.top()]
        words = [w for w in words if w.box.center().y() < picture.bottom()]
        assert len(found) == count
        assert len(words) >= count
        for one in words:
            assert picture.contains(one.box), one.text
            assert all(covers(one.box, disc) < 0 for disc in found), one.text
        for one, other in itertools.combinations(words, 2):
            assert not overlap(one.box, other.box), (one.text, other.text)
        for disc, other_disc in itertools.combinations(found, 2):
            apart = math.dist(disc.middle.toTuple(), other_disc.middle.toTuple())
            assert apart > disc.radius + other_disc.radius + 8


@pytest.mark.parametrize("count", [2, 6, 10])
def test_discs_and_names_are_large(hang: Hang, count: int) -> None:
    hung = hang(tangle(count))
    assert min(disc.radius for disc in discs(hung)) >= 36
    assert item_of(hung)._layout.way.size_px >= 26


@pytest.mark.parametrize("count", [5, 10, 14])
def test_a_finger_near_a_node_means_it(hang: Hang, count: int) -> None:
    hung = hang(tangle(count))
    for node, disc in enumerate(discs(hung)):
        for dx, dy in itertools.product((-47, 0, 47), (-0.99, 0, 0.99)):
            assert hung.item.nearest(disc.middle + QPointF(dx, dy * disc.radius)) == node
    name = hung.drawing().find("電網").box
    assert hung.item.nearest(name.center()) == 2


def test_the_node_that_joins_all_others_stands_in_the_middle_and_is_larger(hang: Hang) -> None:
    hub, *others = discs(hang(star(9)))
    assert abs(hub.middle.x() - AREA.center().x()) < 20
    assert min(disc.middle.x() for disc in others) < hub.middle.x() - 300
    assert hub.radius > max(disc.radius for disc in others) + 4


def crossings(links: Links, places: list[QPointF]) -> int:
    lines = [QLineF(places[a], places[b]) for a, b in links]
    meet = QLineF.IntersectionType.BoundedIntersection
    return sum(
        one.intersects(other)[0] == meet and not {a, b} & {c, d}
        for (one, (a, b)), (other, (c, d)) in itertools.combinations(
            zip(lines, links, strict=True), 2
        )
    )


@pytest.mark.parametrize("seed", range(6))
def test_links_that_need_not_cross_do_not(seed: int) -> None:
    names = list(range(9))
    Random(seed).shuffle(names)
    hub, *ring = names
    links = [(hub, node) for node in ring] + list(itertools.pairwise(ring))
    places = [QPointF(*place) for place in chosen_places(9, tuple(links))]
    assert crossings(links, places) == 0


def test_those_of_the_exhibition_do_not_cross(hang: Hang, real: Said) -> None:
    ids = [node["id"] for node in real["nodes"]]
    links = [tuple(map(ids.index, link["between"])) for link in real["links"]]
    assert crossings(links, [disc.middle for disc in discs(hang(real))]) == 0


def test_in_every_language_the_nodes_have_the_same_neighbours(hang: Hang) -> None:
    turns = []
    for language in ("zh-Hant", "en"):
        middles = [disc.middle for disc in discs(hang(tangle(8), language))]
        turns.append(sorted(range(8), key=lambda node: (middles[node].x() // 60, node)))
    assert turns[0] == turns[1]


def test_no_link_runs_through_a_node_that_it_does_not_join(hang: Hang, real: Said) -> None:
    hung = hang(real)
    found = discs(hung)
    for shape in hung.drawing().lines(hung.look.palette.rule, least_px=2.5):
        ends = (shape.points[0], shape.points[-1])
        for disc in found:
            if min(math.dist(disc.middle.toTuple(), end.toTuple()) for end in ends) < 1:
                continue
            for a, b in itertools.pairwise(shape.points):
                for step in range(21):
                    point = a + (b - a) * step / 20
                    assert math.dist(point.toTuple(), disc.middle.toTuple()) > disc.radius


def test_where_a_link_runs_under_a_name_it_is_veiled(hang: Hang) -> None:
    links = list(itertools.combinations(range(14), 2))[:40]
    hung = hang(network(14, links))
    ground = hung.look.palette.background.name()
    veils = [s.box for s in hung.drawing().shapes if s.fill == ground and s.opacity > 0.7]
    names = {zh for zh, _, _ in NAMES}
    under = [
        words.box
        for words in hung.drawing().words
        if words.text in names and min(off(s, words.box.center()) for s in at_rest(hung)) < 0
    ]
    assert under
    assert all(any(veil.contains(box) for veil in veils) for box in under)


@pytest.mark.parametrize("notes", [0, 1, 2])
def test_where_it_is_crowded_names_stand_apart_all_the_same(
    hang: Hang, monkeypatch: pytest.MonkeyPatch, notes: int
) -> None:
    monkeypatch.setattr("tests.exhibits.hung.AREA", PORTRAIT)
    long = "An annotation that takes a line of its own under the picture of the network"
    hung = hang(tangle(14) | {"notes": [{"zh-Hant": "註", "en": long}] * notes}, "en")
    picture, found = hung.item.picture_rect, discs(hung)
    words = [w for w in hung.drawing().words if picture.contains(w.box.center())]
    assert len(words) >= 20
    assert ("Tap a node to see what flows" in hung.texts()) == (notes < 2)
    for one in words:
        assert picture.contains(one.box)
        assert all(covers(one.box, disc) < 1 for disc in found), one.text
    for one, other in itertools.combinations(words, 2):
        assert not overlap(one.box, other.box), (one.text, other.text)


def test_long_names_are_broken_between_words_into_even_lines(hang: Hang) -> None:
    texts = hang(tangle(12), "en").texts()
    assert {"Environmental", "sensor", "General", "hospital"} <= set(texts)
    assert wrapped("太陽能發電場", len, 5) == ["太陽能", "發電場"]
    assert wrapped("太陽能發電場", len, 6) == ["太陽能發電場"]
    assert wrapped("工廠（戶外）", len, 4) == ["工廠", "（戶外）"]
    assert wrapped("5G基站", len, 3) == ["5G", "基站"]


@pytest.mark.parametrize("length", [60, 102])
def test_even_a_very_long_name_stays_in_the_picture(hang: Hang, length: int) -> None:
    said = star(5)
    said["nodes"][0]["label"] = "長" * length
    hung = hang(said)
    words = [w for w in hung.drawing().words if w.text.startswith("長")]
    assert sum(len(w.text) for w in words) == length
    assert all(hung.item.picture_rect.contains(w.box) for w in words)


@pytest.mark.parametrize("count", range(2, 15))
def test_targets_are_large_and_apart(hang: Hang, count: int) -> None:
    targets = item_of(hang(star(count)))._layout.targets
    assert all(box.rect.width() >= 96 and box.rect.height() >= 96 for box in targets)
    for one, other in itertools.combinations(targets, 2):
        assert not overlap(one.grown(6).rect, other.grown(6).rect)


def test_a_name_longer_than_the_picture_breaks_nothing(hang: Hang) -> None:
    said = network(2, [(0, 1)])
    said["nodes"][0]["label"] = "長" * 200
    assert len(discs(hang(said))) == 2


# --- how it appears ----------------------------------------------------------------------------


def test_links_are_drawn_out_then_nodes_appear_one_by_one_then_names(hang: Hang) -> None:
    hung = hang(town())
    hung.item.enter()
    begun, drawn, appeared, named = [], [], [], []
    for _ in range(60):
        hung.wind(ENTRANCE_MS / 60)
        begun.append(sum(line.length() > 2 for line in plain(hung)))
        drawn.append(sum(line.length() for line in plain(hung)))
        appeared.append(len(discs(hung)))
        named.append("手機" in hung.texts())
    assert all(b > a - 8 for a, b in itertools.pairwise(drawn))  # the nodes sway already
    assert len({round(px) for px in drawn}) > 10
    assert begun == sorted(begun) and 0 < begun[3] < len(TOWN)
    assert appeared == sorted(appeared)
    assert {0, 1, 2, 3, 4, 5, 6} <= set(appeared)
    assert drawn[appeared.index(1)] == pytest.approx(drawn[-1], abs=20)
    assert appeared[named.index(True)] == 6


def test_before_the_entrance_there_is_only_the_frame(hang: Hang) -> None:
    hung = hang(town())
    choose(hung, 0)
    hung.item.rewind()
    assert hung.texts() == [TITLE, "示意動畫，並非統計數據"]
    assert discs(hung) == [] and lit(hung) == [] and labels(hung) == []
    assert sum(line.length() for line in plain(hung)) == 0


@pytest.mark.parametrize("ratio", [0.1, 0.4, 0.7, 0.95])
def test_however_the_entrance_ends_the_picture_is_the_same(hang: Hang, ratio: float) -> None:
    final = hang(town()).picture()
    hung = hang(town())
    hung.animator.reduced_motion = True
    hung.item.enter()
    hung.animator.tick()
    assert alike(hung.picture(), final)
    hung = hang(town())
    hung.item.rewind()
    hung.item.enter()
    hung.clock.advance(1)
    hung.item.settle()
    assert alike(hung.picture(), final)
    hung.item.enter()
    hung.wind(ENTRANCE_MS * ratio)
    hung.item.settle()
    assert len(discs(hung)) == 6 and "手機" in hung.texts() and HINT in hung.texts()


# --- how it lives ------------------------------------------------------------------------------


def test_nodes_sway_slowly_around_their_places_and_names_stand_still(hang: Hang) -> None:
    hung = hang(town())
    home, names = discs(hung), [words.box for words in hung.drawing().words]
    before, farthest = home, 0.0
    for _ in range(60):
        hung.wind(480)
        now = discs(hung)
        for disc, last, first in zip(now, before, home, strict=True):
            away = math.dist(disc.middle.toTuple(), first.middle.toTuple())
            assert away <= 6
            assert math.dist(disc.middle.toTuple(), last.middle.toTuple()) / 0.48 < 10
            farthest = max(farthest, away)
        before = now
        assert [words.box for words in hung.drawing().words] == names
    assert farthest > 3
    moved = [disc.middle - first.middle for disc, first in zip(now, home, strict=True)]
    assert len({(round(m.x(), 1), round(m.y(), 1)) for m in moved}) == 6


def test_links_follow_the_nodes_that_sway(hang: Hang) -> None:
    hung = hang(town())
    hung.wind(9000)
    middles = [disc.middle for disc in discs(hung)]
    for line in plain(hung):
        for end in (line.p1(), line.p2()):
            assert min(math.dist(end.toTuple(), m.toTuple()) for m in middles) < 0.1


def test_a_few_pulses_run_along_the_links(hang: Hang) -> None:
    hung = hang(town())
    assert pulses(hung) == []
    counts = set()
    for _ in range(100):
        hung.wind(160)
        found = pulses(hung)
        counts.add(len(found))
        for pulse in found:
            assert min(off(shape, pulse) for shape in at_rest(hung)) < 1
    assert 2 <= max(counts) <= 4


def at_rest(hung: Hung) -> list[Shape]:
    return hung.drawing().lines(hung.look.palette.rule, least_px=2.5)


def off(shape: Shape, point: QPointF) -> float:
    """How far a point is off a link."""
    ways = [a + (b - a) * i / 50 for a, b in itertools.pairwise(shape.points) for i in range(51)]
    return min(abs(way.x() - point.x()) + abs(way.y() - point.y()) - 8 for way in ways)


def test_pulses_on_a_chosen_link_run_from_its_first_end_to_its_second(hang: Hang) -> None:
    for links, towards in (([(0, 1)], 1), ([(1, 0)], 0)):
        hung = hang(network(2, links))
        choose(hung, 0)
        hung.wind(2000)
        goal = discs(hung)[towards].middle
        nearer = 0
        for _ in range(40):
            before = {math.dist(p.toTuple(), goal.toTuple()) for p in pulses(hung)}
            hung.wind(64)
            after = {math.dist(p.toTuple(), goal.toTuple()) for p in pulses(hung)}
            steps = [b - a for b in before for a in after if abs(b - a) < 30]
            assert all(0 < step < 120 * 0.064 + 1 for step in steps)
            nearer += len(steps)
        assert nearer > 40


def test_with_reduced_motion_it_stands_still_and_answers_all_the_same(hang: Hang) -> None:
    hung = hang(town())
    hung.animator.reduced_motion = True
    still = hung.picture()
    hung.wind(20_000)
    assert alike(hung.picture(), still)
    hung.item.select(0)
    hung.animator.tick()
    assert len(lit(hung)) == 3 and len(labels(hung)) == 3
    answer = hung.picture()
    hung.wind(20_000)
    assert alike(hung.picture(), answer)


def test_after_a_pause_it_goes_on_where_it_was(hang: Hang) -> None:
    hung = hang(town())
    hung.wind(9000)
    before = discs(hung)
    hung.clock.advance(4000)
    hung.animator.tick()
    for disc, last in zip(discs(hung), before, strict=True):
        assert math.dist(disc.middle.toTuple(), last.middle.toTuple()) < 1
    hung.item.stop()
    hung.item.settle()
    hung.wind(16)
    for disc, last in zip(discs(hung), before, strict=True):
        assert math.dist(disc.middle.toTuple(), last.middle.toTuple()) < 1


# --- what it answers ---------------------------------------------------------------------------


def test_a_chosen_node_and_its_neighbours_are_lit_and_all_else_is_dimmed(hang: Hang) -> None:
    hung = hang(town())
    at_rest = discs(hung)
    choose(hung, 0)
    found = discs(hung)
    assert [disc.filled for disc in found] == [True] + [False] * 5
    assert found[0].radius > at_rest[0].radius * 1.05
    assert [disc.strength for disc in found[:4]] == [1] * 4
    assert all(0.3 < disc.strength < 0.7 for disc in found[4:])
    assert all(strength(hung, name) == 1 for name in ("雲", "太陽能發電場", "電網", "電動車"))
    assert all(0.3 < strength(hung, name) < 0.7 for name in ("住宅", "手機"))


def test_its_links_are_bright_and_wide_and_say_what_flows(hang: Hang) -> None:
    hung = hang(town())
    assert lit(hung) == [] and labels(hung) == []
    choose(hung, 0)
    assert len(lit(hung)) == 3
    told = [text for text in hung.texts() if text in {zh for zh, _ in FLOWS}]
    assert sorted(told) == sorted(["電力", "數據", "調度指令"])
    choose(hung, 5)
    assert len(lit(hung)) == 1
    assert [text for text in hung.texts() if text in {zh for zh, _ in FLOWS}] == ["調度指令"]


def test_a_label_stands_on_its_link_or_has_a_line_to_it(hang: Hang, real: Said) -> None:
    hung = hang(real)
    for node in range(len(real["nodes"])):
        choose(hung, node)
        drawn = hung.drawing()
        links = [s.points for s in drawn.lines(hung.accent, least_px=5)]
        leaders = [s for s in drawn.lines(hung.accent, least_px=1.9) if s.stroke_px < 2.1]
        for box in labels(hung):
            feet = [s.points[0] for s in leaders if box.contains(s.points[-1])]
            grown = box.adjusted(-7, -7, 7, 7)
            assert any(
                grown.contains(point)
                or any(math.dist(point.toTuple(), foot.toTuple()) < 20 for foot in feet)
                for points in links
                for a, b in itertools.pairwise(points)
                for point in (a + (b - a) * step / 40 for step in range(41))
            )


@pytest.mark.parametrize("area", [AREA, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_what_flows_covers_no_name_no_disc_and_nothing_else_that_flows(
    hang: Hang, real: Said, monkeypatch: pytest.MonkeyPatch, language: str, area: QRectF
) -> None:
    monkeypatch.setattr("tests.exhibits.hung.AREA", area)
    hung = hang(real, language)
    for node in range(len(real["nodes"])):
        choose(hung, node)
        boxes, words = labels(hung), hung.drawing().words
        links = [link for link in real["links"] if real["nodes"][node]["id"] in link["between"]]
        assert len(boxes) == len(links)
        assert all(hung.item.picture_rect.contains(box) for box in boxes)
        for one, other in itertools.combinations(boxes, 2):
            assert not overlap(one, other)
        for box in boxes:
            assert all(covers(box, disc) < 2 for disc in discs(hung))
            assert all(box.contains(w.box) or not overlap(box, w.box, 2) for w in words)


@pytest.mark.parametrize("count", [9, 14])
def test_of_many_labels_none_covers_another(hang: Hang, count: int) -> None:
    hung = hang(star(count))
    choose(hung, 0)
    assert len(labels(hung)) == count - 1
    for one, other in itertools.combinations(labels(hung), 2):
        assert not overlap(one, other)


def test_the_name_of_a_chosen_node_makes_room_for_its_ring(hang: Hang) -> None:
    hung = hang(town())
    choose(hung, 2)
    ring = max(
        (s.box for s in hung.drawing().shapes if s.tag == "circle" and s.fill == "none"),
        key=QRectF.width,
    )
    assert ring.width() > 2 * discs(hung)[2].radius + 10
    assert not overlap(ring, hung.drawing().find("電網").box)


def test_it_changes_smoothly_and_from_where_it_is(hang: Hang) -> None:
    hung = hang(town())
    hung.item.select(0)
    dims = []
    for _ in range(9):
        hung.wind(GLIDE_MS / 10)
        dims.append(discs(hung)[5].strength)
    assert dims == sorted(dims, reverse=True)
    assert len({round(dim, 2) for dim in dims}) > 5
    hung.item.select(5)
    assert discs(hung)[5].strength == pytest.approx(dims[-1], abs=0.01)
    hung.wind(GLIDE_MS + 32)
    assert discs(hung)[5].filled and not discs(hung)[0].filled
    assert not hung.animator.active


def test_stopped_half_way_it_is_where_it_was_going(hang: Hang) -> None:
    hung = hang(town())
    hung.item.select(0)
    hung.wind(GLIDE_MS / 3)
    hung.item.stop()
    assert not hung.animator.active
    assert discs(hung)[0].filled and len(labels(hung)) == 3


def test_a_hint_asks_to_be_touched_until_it_is(hang: Hang) -> None:
    hung = hang(town())
    hint = hung.drawing().find(HINT)
    assert hint.colour == hung.look.palette.muted.name()
    assert hung.item.picture_rect.contains(hint.box)
    choose(hung, 1)
    assert HINT not in hung.texts()
    choose(hung, None)
    assert HINT in hung.texts()


def test_a_tap_chooses_a_node_and_another_lets_it_go(hang: Hang) -> None:
    hung = hang(town())
    spot = discs(hung)[3].middle
    for chosen in (3, None):
        hung.item.touch(spot)
        hung.item.tap(spot)
        hung.wind(GLIDE_MS + 32)
        assert hung.item.selected == chosen
        assert bool(labels(hung)) == (chosen is not None)
    assert hung.item.read_out.words == ""


def test_a_finger_drawn_over_it_and_the_arrow_keys_go_from_node_to_node(hang: Hang) -> None:
    hung = hang(town())
    told = []
    for disc in discs(hung):
        hung.item.touch(disc.middle)
        told.append(hung.item.selected)
    assert told == [0, 1, 2, 3, 4, 5]
    hung.item.reset()
    hung.wind(GLIDE_MS + 32)
    assert labels(hung) == [] and all(disc.strength == 1 for disc in discs(hung))
    assert [hung.item.step(1) and hung.item.selected for _ in range(6)] == [0, 1, 2, 3, 4, 5]


# --- in words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh-Hant", "物物相連：6個節點、6條聯繫；示意動畫，並非統計數據。"),
        ("zh-Hans", "物物相連：6个节点、6条联系；示意动画，并非统计数据。"),
        ("en", "物物相連: 6 nodes and 6 links; An illustration, not statistics."),
    ],
)
def test_it_describes_itself_in_a_sentence(hang: Hang, language: str, sentence: str) -> None:
    assert hang(town(), language).item.describe() == sentence


@pytest.mark.parametrize(
    ("language", "most"),
    [
        ("zh-Hant", "9個節點、8條聯繫；最多聯繫的是雲"),
        ("zh-Hans", "9个节点、8条联系；联系最多的是雲"),
        ("en", "9 nodes and 8 links; Cloud computing has the most"),
    ],
)
def test_it_names_the_node_with_the_most_links(hang: Hang, language: str, most: str) -> None:
    assert hang(star(9), language).item.facts() == most


@pytest.mark.parametrize(
    ("language", "both"),
    [
        ("zh-Hant", "雲與太陽能發電場互相聯繫"),
        ("en", "Cloud computing and Solar power plant are linked"),
    ],
)
def test_of_two_nodes_both_are_named(hang: Hang, language: str, both: str) -> None:
    assert hang(star(2), language).item.facts() == both


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hant", "電動車：與雲之間是調度指令，與電網之間是電力，與住宅之間是數據"),
        (
            "en",
            "Electric vehicle: with Cloud computing, dispatch orders; "
            "with Power grid, electricity; with Smart home, data",
        ),
    ],
)
def test_a_chosen_node_says_in_words_what_flows(hang: Hang, language: str, words: str) -> None:
    item = item_of(hang(town(), language))
    assert item.said() == ""
    item.select(3)
    assert item.said() == words


# --- in another look ---------------------------------------------------------------------------


def test_in_another_look_it_goes_on_where_it_was(
    hang: Hang, canvas: QGraphicsScene, make_look: LookFactory, clock: ManualClock
) -> None:
    hung = hang(town())
    hung.wind(5000)
    choose(hung, 3)
    swayed = discs(hung)[5].middle - discs(hang(town()))[5].middle
    hung = hang(town())
    hung.wind(5000)
    choose(hung, 3)
    other = Hung(canvas, make_look("zh-Hant", "paper-observatory"), clock, town())
    other.item.take_over(hung.item)
    hung.take_down()
    assert discs(other)[3].filled
    assert len(labels(other)) == 3
    other.wind(1)
    assert not other.animator.active
    still = discs(hang(town()))[5].middle
    assert (discs(other)[5].middle - still - swayed).manhattanLength() < 0.5
    other.take_down()


@pytest.mark.parametrize("theme", ["ink-atlas", "paper-observatory", "high-contrast"])
def test_links_and_discs_stand_out_in_every_theme(
    canvas: QGraphicsScene, make_look: LookFactory, clock: ManualClock, theme: str
) -> None:
    hung = Hung(canvas, make_look("zh-Hant", theme), clock, town())
    palette = hung.look.palette
    for colour in (palette.rule, hung.accent):
        assert contrast(colour, palette.background) >= 3
    assert len(plain(hung)) == len(TOWN)
    hung.take_down()


def contrast(one: QColor, other: QColor) -> float:
    shades = sorted(map(luminance, (one, other)))
    return (shades[1] + 0.05) / (shades[0] + 0.05)


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
