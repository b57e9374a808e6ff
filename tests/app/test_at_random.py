"""Staff who touch anything at all, in any order: nothing breaks, and every step is taken back."""

from random import Random

import pytest
from PySide6.QtCore import QPointF

from tests.app.conftest import Venue, VenueFactory
from tests.conftest import middle

TOUCHES = 50
EDITS = 20
LEADS_OUT = {"離開", "重新啟動", "結束", "清潔模式", "更改PIN", "匯出至USB"}
OTHER_WORDS = {"English", "简体"}
"""Once applied, nothing would be called what it was."""

TAKES_BACK = {"還原上一步", "重做", "放棄更改"}


def names(here: Venue) -> list[str]:
    return [one.name for one in here.rig.stage.touchables()]


def touch_anything(here: Venue, chance: Random, spared: set[str]) -> None:
    """Tap, hold or draw something, for as long as it occurs to somebody."""
    there = [
        one
        for one in here.rig.stage.touchables()
        if not any(one.name.startswith(name) for name in spared)
    ]
    item, arbiter = chance.choice(there), here.rig.stage.arbiter
    start = middle(item)
    way = QPointF(chance.uniform(-300, 300), chance.uniform(-300, 300))
    arbiter.begin(0, start)
    here.rig.wind(chance.choice([48, 48, 48, 700, 2100]), step=50)
    if chance.random() < 0.3:
        for step in range(1, 6):
            arbiter.move(0, start + way * step / 5)
            here.rig.wind(32)
        start += way
    arbiter.end(0, start)
    here.rig.wind(400, step=100)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_anything_may_be_touched(venue: VenueFactory, seed: int, size: tuple[int, int]) -> None:
    here = venue(size=size)
    chance = Random(seed)
    here.come_in()
    for _ in range(TOUCHES):
        touch_anything(here, chance, LEADS_OUT | OTHER_WORDS)
        assert here.panel
    here.rest(120_000)
    assert here.house.desk.cover is None
    here.come_in()
    assert here.panel, "wherever the corner may be by now"


@pytest.mark.parametrize("seed", range(2))
def test_twenty_edits_are_taken_back_to_the_very_first_state(
    venue: VenueFactory, seed: int
) -> None:
    here = venue({"timing.idle_s": 45})
    chance = Random(seed)
    here.come_in()
    seen = [here.store.draft.choices]
    while len(seen) <= EDITS:
        if names(here).count("還原上一步") == 0 or chance.random() < 0.05:
            here.press_escape()
            here.come_in()
        touch_anything(here, chance, LEADS_OUT | TAKES_BACK | {"套用"})
        if here.store.draft.choices != seen[-1]:
            seen.append(here.store.draft.choices)
    here.press_escape()
    here.come_in()
    if "還原上一步" not in names(here):
        here.touch("節目與時間")
    for choices in reversed(seen[:-1]):
        here.touch("還原上一步")
        assert here.store.draft.choices == choices
