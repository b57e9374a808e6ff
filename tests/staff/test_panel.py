"""The panel around its pages."""

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from kiosk.settings.layers import Origin
from kiosk.staff.commands import Apply, Discard, Forget, Leave, Redo, Undo
from kiosk.staff.page import Page
from kiosk.staff.pages import PAGES
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable
from tests.staff.conftest import LANDSCAPE, NOW, PORTRAIT, Booth, BoothFactory

CHOSEN = {"programmes.A": [{"scene": "new-energy"}]}
RESTORE = "本頁恢復原廠（按住2秒）"


def press(item: Touchable) -> None:
    """A finger comes down in the middle."""
    item.set_pressed(True)
    item.touch(item.target().center())


def test_every_page_opens_by_its_entry(booth: BoothFactory) -> None:
    panel = booth("programme").panel
    for entry, page in zip(panel.touchables(), PAGES, strict=False):
        entry.activate()
        assert panel.page == page.name


def test_the_open_page_is_told(booth: BoothFactory) -> None:
    desk = booth("hours")
    told = [entry.describe() for entry in desk.panel.touchables()[: len(PAGES)]]
    assert [words for words in told if "已選取" in words] == ["開放時段，已選取"]


@pytest.mark.parametrize(
    ("size", "bounds", "corners"),
    [
        (LANDSCAPE, QRectF(-40, -60, 2000, 1200), [(-20, -40), (-20, 1120)]),
        (PORTRAIT, QRectF(-60, -40, 1200, 2000), [(-40, -20), (1120, -20)]),
    ],
    ids=["landscape", "portrait"],
)
def test_the_ground_of_the_list_reaches_the_edges_of_another_window(
    booth: BoothFactory, look: Look, size: QSizeF, bounds: QRectF, corners: list[tuple[int, int]]
) -> None:
    desk = booth("hours", size=size)
    desk.panel.cover(bounds)
    image = QImage(bounds.size().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    desk.graphics.render(painter, QRectF(image.rect()), bounds)
    painter.end()
    seen = [image.pixelColor((QPointF(*one) - bounds.topLeft()).toPoint()) for one in corners]
    assert seen == [look.palette.card] * len(corners)


def test_staff_leave_by_the_button(booth: BoothFactory) -> None:
    desk = booth("hours")
    desk.touch("離開")
    assert desk.commands == [Leave()]


def test_it_says_when_it_locks_and_when_something_was_applied(booth: BoothFactory) -> None:
    desk = booth("programme", lock_in_s=41, applied_at=NOW)
    assert {"上次套用 14:30", "41 秒後自動鎖定"} <= desk.texts()


def test_what_is_drafted_is_applied_and_the_button_says_how_much(booth: BoothFactory) -> None:
    desk = booth("programme", changes=3)
    desk.touch("套用3項更改")
    desk.touch("放棄更改")
    assert desk.commands == [Apply(), Discard()]


def test_without_a_change_there_is_nothing_to_press(booth: BoothFactory) -> None:
    desk = booth("programme")
    for name in ("沒有更改", "放棄更改", "還原上一步", "重做"):
        desk.touch(name)
        assert desk.touchable(name).describe().endswith("：現時不能使用")
    assert desk.commands == []


def test_steps_go_back_and_forth(booth: BoothFactory) -> None:
    desk = booth("programme", can_undo=True, can_redo=True)
    desk.touch("還原上一步")
    desk.touch("重做")
    assert desk.commands == [Undo(), Redo()]


def test_a_page_that_changes_nothing_has_no_bar(booth: BoothFactory) -> None:
    assert "沒有更改" not in [item.name for item in booth("visitors").panel.touchables()]


class TestRestoring:
    """It is held for two seconds."""

    @pytest.fixture
    def desk(self, booth: BoothFactory) -> Booth:
        return booth("programme", venue=CHOSEN)

    def test_held_long_enough_it_forgets_what_the_page_sets(self, desk: Booth) -> None:
        press(desk.touchable(RESTORE))
        desk.wind(1900)
        assert desk.commands == []
        desk.wind(100)
        assert desk.commands == [Forget(("programmes.A",))]

    def test_held_on_it_is_done_once(self, desk: Booth) -> None:
        button = desk.touchable(RESTORE)
        press(button)
        desk.wind(2000)
        desk.wind(9000)
        button.set_pressed(False)
        button.tap(button.target().center())
        assert desk.commands == [Forget(("programmes.A",))]

    def test_let_go_early_nothing_happens(self, desk: Booth) -> None:
        button = desk.touchable(RESTORE)
        press(button)
        desk.wind(1900)
        button.set_pressed(False)
        button.tap(button.target().center())
        desk.wind(5000)
        assert desk.commands == []

    def test_a_finger_that_slides_off_has_let_go(self, desk: Booth) -> None:
        button = desk.touchable(RESTORE)
        press(button)
        desk.wind(1000)
        button.touch(button.target().bottomRight() * 2)
        desk.wind(5000)
        assert desk.commands == []

    def test_a_hold_takes_as_long_while_motion_is_reduced(self, desk: Booth) -> None:
        desk.animator.reduced_motion = True
        press(desk.touchable(RESTORE))
        desk.wind(1000)
        assert desk.commands == []
        desk.wind(1000)
        assert len(desk.commands) == 1

    def test_a_key_is_pressed_twice(self, desk: Booth) -> None:
        button = desk.touchable(RESTORE)
        button.activate()
        assert button.describe() == "再按一次，恢復本頁"
        assert desk.commands == []
        button.activate()
        assert desk.commands == [Forget(("programmes.A",))]

    def test_the_second_press_does_not_come_too_late(self, desk: Booth) -> None:
        button = desk.touchable(RESTORE)
        button.activate()
        desk.wind(5000)
        assert button.describe() == RESTORE
        button.activate()
        assert desk.commands == []

    def test_a_venue_that_has_chosen_nothing_has_nothing_to_restore(
        self, booth: BoothFactory
    ) -> None:
        desk = booth("programme")
        press(desk.touchable(RESTORE))
        desk.wind(3000)
        assert desk.commands == []

    def test_it_stops_when_staff_are_gone(self, desk: Booth) -> None:
        press(desk.touchable(RESTORE))
        desk.panel.leave()
        desk.wind(3000)
        assert desk.commands == []
        assert not desk.animator.active

    def test_what_is_restored_belongs_to_the_open_tab(self, booth: BoothFactory) -> None:
        desk = booth("programme", venue={**CHOSEN, "timing.idle_s": 90})
        desk.touch("更多設定")
        press(desk.touchable(RESTORE))
        desk.wind(2000)
        assert desk.commands == [Forget(("timing.idle_s",))]


def test_a_command_line_cannot_be_forgotten(booth: BoothFactory) -> None:
    desk = booth("programme", venue=CHOSEN)
    status = desk.status
    given = {**status.drafted.origins, "programmes.A": Origin.COMMAND_LINE}
    desk.show(replace(status, drafted=replace(status.drafted, origins=given)))
    assert desk.touchable(RESTORE).describe().endswith("不能使用")


def test_pages_that_were_left_are_kept_by_nobody(booth: BoothFactory) -> None:
    """What a control does knows its page, which Python's collector does not see."""
    desk = booth("programme")

    def look_round() -> int:
        for page in PAGES:
            desk.panel.open(page.name)
            desk.panel.open("programme")
        gc.collect()
        return sum(isinstance(one, Page | Touchable) for one in gc.get_objects())

    look_round()
    before = look_round()
    assert look_round() == before
    last = weakref.ref(next(one for one in desk.panel.childItems() if isinstance(one, Page)))
    desk.panel.close()
    gc.collect()
    assert last() is None
