"""What staff change at the panel: drafted, applied, followed by the tour, and taken back."""

from kiosk.content.programme import Slot
from kiosk.show.staff_session import PANEL_MS
from tests.app.conftest import Venue, VenueFactory
from tests.conftest import middle

ENERGY, AI, THINGS, INDUSTRY = (
    "new-energy",
    "ai-production",
    "internet-of-everything",
    "future-industry",
)
ALL = [ENERGY, AI, THINGS, INDUSTRY]
RESTORE = "本頁恢復原廠（按住2秒）"


def drafted(here: Venue) -> tuple[Slot, ...]:
    return here.store.drafted.settings.programmes.A or ()


def draw(here: Venue, row: str, onto: str) -> None:
    """Draw a row of the list above another one."""
    start, end = (middle(here.rig.touchable(f"拖動{name}的次序")) for name in (row, onto))
    arbiter = here.rig.stage.arbiter
    arbiter.begin(0, start)
    here.rig.wind(200)
    for step in range(1, 11):
        arbiter.move(0, start + (end - start) * step / 10)
        here.rig.wind(32)
    arbiter.end(0, end)
    here.rig.wind(400, step=50)


def test_the_tour_follows_at_the_next_change_of_scene(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    here.touch("減少萬物互聯的停留時間", "播放AI生產")
    draw(here, "未來工業", "嶄新能源")
    assert [slot.scene for slot in drafted(here)] == [INDUSTRY, ENERGY, AI, THINGS]
    assert here.scenes() == ALL, "nothing is applied yet"
    here.touch("套用3項更改")
    here.leave()
    on = here.rig.kiosk.scene_id
    shown = here.scenes()
    assert shown == [INDUSTRY, ENERGY, THINGS]
    seen = [on, *(here.next_scene() for _ in range(3))]
    start = shown.index(on)
    assert seen == [shown[(start + step) % 3] for step in range(4)]
    dwell_s = next(slot.dwell_s for slot in drafted(here) if slot.scene == THINGS)
    assert dwell_s
    while here.rig.kiosk.scene_id != THINGS:
        here.next_scene()
    began_ms = here.rig.clock.now_ms()
    here.next_scene()
    assert abs(here.rig.clock.now_ms() - began_ms - dwell_s * 1000) <= 500


def test_steps_are_taken_back_and_made_again(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    at_first = here.store.draft.choices
    here.touch("播放AI生產", "播放萬物互聯")
    assert [slot.shown for slot in drafted(here)] == [True, False, False, True]
    here.touch("還原上一步")
    assert [slot.shown for slot in drafted(here)] == [True, False, True, True]
    here.touch("還原上一步")
    assert here.store.draft.choices == at_first
    here.touch("重做", "重做")
    assert [slot.shown for slot in drafted(here)] == [True, False, False, True]
    here.touch("放棄更改")
    assert here.store.changes == 0
    here.touch("還原上一步")
    assert here.store.changes, "that can be taken back too"


def test_what_was_applied_is_taken_back(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    here.touch("播放AI生產", "套用1項更改")
    assert here.scenes() == [ENERGY, THINGS, INDUSTRY]
    here.touch("還原上一步", "套用1項更改")
    assert here.scenes() == ALL


def test_a_draft_outlives_the_panel(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    here.touch("播放AI生產")
    here.rest(PANEL_MS + 1000)
    assert here.house.desk.cover is None
    here.come_in()
    assert here.rig.touchable("套用1項更改")


def test_restoring_has_to_be_held(venue: VenueFactory) -> None:
    here = venue({"programmes.A": [{"scene": AI}, {"scene": ENERGY}]})
    assert here.scenes() == [AI, ENERGY]
    here.come_in()
    here.hold(RESTORE, 1500)
    assert [slot.scene for slot in drafted(here)] == [AI, ENERGY]
    here.hold(RESTORE, 2100)
    assert [slot.scene for slot in drafted(here)] == ALL
    here.touch(f"套用{here.store.changes}項更改")
    assert here.scenes() == ALL


def test_the_tour_goes_on_behind_the_panel(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    before = here.rig.tour.index
    here.rest(60_000)
    assert here.panel
    assert here.rig.tour.index != before
