"""Whatever visitors do, in whatever order and however fast: one scene stands on the screen."""

from random import Random

import pytest
from PySide6.QtCore import QPointF, Qt

from kiosk.content.language import Language
from kiosk.content.programme import Slot
from kiosk.show.programme import programmed
from kiosk.show.tour import Hold
from kiosk.stage.sheet import Sheet
from tests.conftest import KioskFactory, Rig, middle
from tests.stage.visitor import exhibit, presence

KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Space, Qt.Key.Key_Question, Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_Down),
)
SIZES = ((640, 360), (360, 640), (640, 480))


class Crowd:
    """Several people at once, each with ten fingers."""

    def __init__(self, rig: Rig, random: Random, looks: list[tuple[Language, str]]) -> None:
        self._rig = rig
        self._random = random
        self._looks = looks
        self._whole = rig.stage.exhibition
        self._down: dict[int, QPointF] = {}

    def act(self) -> None:
        """Do something, and let some time go by, or none."""
        doing = (
            *(self._put,) * 6,
            *(self._move,) * 10,
            *(self._lift,) * 8,
            *(self._press_key,) * 4,
            *(self._tap,) * 5,
            *(self._turn_window,) * 1,
            *(self._change_look,) * 1,
            *(self._arrange,) * 1,
            *(self._lose_window,) * 1,
        )
        self._random.choice(doing)()
        self._rig.wind(self._random.choice([0, 0, 8, 16, 50, 200, 700]))

    def go_away(self) -> None:
        """Lift every finger."""
        for contact in list(self._down):
            self._rig.stage.arbiter.end(contact, self._down.pop(contact))

    def _anywhere(self) -> QPointF:
        size = self._rig.stage.layout.size
        return QPointF(
            self._random.uniform(0, size.width()), self._random.uniform(0, size.height())
        )

    def _put(self) -> None:
        contact = self._random.randrange(10)
        if contact not in self._down:
            self._down[contact] = self._anywhere()
            self._rig.stage.arbiter.begin(contact, self._down[contact])

    def _move(self) -> None:
        for contact in self._down:
            self._down[contact] += QPointF(self._random.gauss(0, 150), self._random.gauss(0, 10))
            self._rig.stage.arbiter.move(contact, self._down[contact])

    def _lift(self) -> None:
        if self._down:
            contact = self._random.choice(list(self._down))
            self._rig.stage.arbiter.end(contact, self._down.pop(contact))

    def _tap(self) -> None:
        target = middle(self._random.choice(self._rig.stage.touchables()))
        self._rig.stage.arbiter.begin(99, target)
        self._rig.stage.arbiter.end(99, target)

    def _press_key(self) -> None:
        self._rig.view.key_pressed.emit(self._random.choice(KEYS), False)

    def _turn_window(self) -> None:
        self._rig.view.resize(*self._random.choice(SIZES))

    def _change_look(self) -> None:
        self._rig.wear(*self._random.choice(self._looks))

    def _arrange(self) -> None:
        """What staff may do meanwhile."""
        names = [scene.id for scene in self._whole.scenes]
        chosen = self._random.choices(names, k=self._random.randrange(1, 7))
        round_ = programmed(self._whole, tuple(Slot(scene=name) for name in chosen))
        self._rig.kiosk.arrange(round_)

    def _lose_window(self) -> None:
        self._down.clear()
        self._rig.stage.arbiter.cancel()


@pytest.mark.parametrize("seed", range(4))
def test_one_scene_stands_on_the_screen_when_they_have_gone(kiosk: KioskFactory, seed: int) -> None:
    rig = kiosk(size=(640, 360))
    looks: list[tuple[Language, str]] = [("en", "ink-atlas"), ("zh-Hans", "paper-observatory")]
    crowd = Crowd(rig, Random(seed), looks)
    for _ in range(12):
        for _ in range(25):
            crowd.act()
            seen = [item for item in rig.stage.live_items() if item.isVisible()]
            assert 1 <= len(seen) <= 4
            assert len(rig.stage.live_items()) <= 6
        crowd.go_away()
        rig.come_to_rest()
        assert rig.scene.x() == 0
        assert presence(exhibit(rig)) == 1
        assert rig.stage.page == (None if rig.tour.off_tour else rig.tour.index)
        assert len(rig.stage.live_items()) <= 3
        assert not any(item.pressed for item in rig.stage.touchables())
        overlays = [item for item in rig.stage.graphics.items() if isinstance(item, Sheet)]
        assert overlays == ([rig.stage.overlay()] if rig.stage.overlay() else [])
        assert all(overlay.opacity() == 1 for overlay in overlays)
    rig.wind(86_000, step=100)
    rig.come_to_rest()
    assert rig.tour.hold is Hold.NONE
    assert rig.stage.overlay() is None
