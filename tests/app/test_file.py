"""The venue's file beside a kiosk that runs: edited by hand, damaged, and on a full disk."""

import errno
from pathlib import Path

import pytest

from kiosk.app.programming import POLL_MS
from tests.app.conftest import Venue, VenueFactory
from tests.app.test_changes import AI, ALL, ENERGY, INDUSTRY, THINGS

WITHOUT_AI = """\
timing:
  attract_s: 0
programmes:
  A:
    - scene: new-energy
    - scene: internet-of-everything
    - scene: future-industry
"""


def write(here: Venue, text: str) -> None:
    """Edit the venue's file by hand, and give the kiosk the time to notice."""
    (here.folder / "venue.yaml").write_text(text, "utf-8")
    here.rig.wind(3 * POLL_MS, step=500)


def open_page(here: Venue, page: str, tab: str = "") -> None:
    here.touch(page)
    if tab:
        here.touch(tab)


def test_an_edit_by_hand_is_followed_at_the_next_change_of_scene(venue: VenueFactory) -> None:
    here = venue()
    here.rig.come_to_rest()
    write(here, WITHOUT_AI)
    assert here.rig.kiosk.scene_id == ENERGY
    assert here.scenes() == ALL, "not in the middle of a scene"
    assert here.next_scene() == THINGS
    assert here.scenes() == [ENERGY, THINGS, INDUSTRY]


def test_an_edit_by_hand_is_shown_in_the_open_panel(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    assert here.rig.touchable("播放AI生產")
    write(here, WITHOUT_AI)
    assert not here.store.changes
    assert "播放AI生產" not in {one.name for one in here.panel.touchables()}


def test_a_damaged_file_changes_nothing_and_is_told_with_its_line(venue: VenueFactory) -> None:
    here = venue({"programmes.A": [{"scene": AI}, {"scene": ENERGY}]})
    write(here, "timing:\n  attract_s: 0\n  idle_s: soon\n")
    here.next_scene()
    assert here.scenes() == [AI, ENERGY]
    here.come_in()
    open_page(here, "機器狀態")
    assert here.says("設定檔有錯")
    open_page(here, "問題")
    assert here.says("venue.yaml:3")
    write(here, WITHOUT_AI)
    assert here.scenes() == [ENERGY, THINGS, INDUSTRY], "once it is mended it counts"


def test_a_kiosk_starts_with_the_last_good_file(venue: VenueFactory) -> None:
    here = venue({"programmes.A": [{"scene": AI}, {"scene": ENERGY}]})
    here.store.draft.choose({"timing.idle_s": 45})
    here.store.apply()
    here.close()
    (here.folder / "venue.yaml").write_bytes(b"timing: [\x00")
    again = venue()
    assert again.scenes() == [AI, ENERGY]
    again.come_in()
    open_page(again, "機器狀態", "問題")
    assert again.says("設定檔有錯")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_takes_nothing_stops_nobody(
    venue: VenueFactory, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    here = venue()
    here.come_in()

    def refuse(path: Path, *_args: object, **_options: object) -> None:
        raise OSError(number, "the disk takes nothing", str(path))

    with monkeypatch.context() as patch:
        for module in ("kiosk.settings.file", "kiosk.venue.troubles", "kiosk.venue.lock"):
            patch.setattr(f"{module}.write_text", refuse)
        here.touch("播放AI生產", "套用1項更改")
        assert here.scenes() == [ENERGY, THINGS, INDUSTRY], "it counts all the same"
        here.rest(5000)
        open_page(here, "機器狀態")
        assert here.says("設定未能儲存")
        open_page(here, "問題")
        assert here.says("the disk takes nothing")
        here.leave()
    here.rest(2 * POLL_MS)
    assert "ai-production" in (here.folder / "venue.yaml").read_text("utf-8"), "written later on"
    assert here.store.not_saved is None


def test_a_venue_without_a_folder_says_so_and_runs_on(venue: VenueFactory, tmp_path: Path) -> None:
    (tmp_path / "venue").write_text("in the way of a folder")
    here = venue()
    here.come_in()
    open_page(here, "機器狀態", "問題")
    assert here.says("觀眾數據未能寫入")
    assert here.says("設定未能儲存"), "the PIN is kept until the kiosk ends, and no longer"
    here.touch("節目與時間", "播放AI生產", "套用1項更改")
    assert here.scenes() == [ENERGY, THINGS, INDUSTRY]
    here.leave()
    here.come_in()
    assert here.panel
