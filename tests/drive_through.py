"""Staff at the screen: in, three changes, applied, followed by the tour, and taken back.

Everything is done by the pointer of an X server in a real window (xdotool has to be installed):

    xvfb-run -s "-screen 0 1920x1080x24" .venv/bin/python -m tests.drive_through OUT

It says what it does and sees, keeps a picture of each step in OUT, and ends with 1 where something
is not as it has to be.
"""

import argparse
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from kiosk.app import House, Kiosk, Programming, Site, load_exhibition, open_wardrobe
from kiosk.resources import SCENES, theme_names
from kiosk.settings.store import Store
from kiosk.show.clock import MonotonicClock
from kiosk.show.wall_clock import MachineWallClock
from kiosk.staff.gate import Gate
from kiosk.staff.panel import Panel
from kiosk.toolkit.gestures import REPEAT_GUARD_MS
from kiosk.toolkit.touchable import Touchable
from kiosk.venue.last_seen import LastSeen
from kiosk.venue.troubles import Troubles

PIN = "2580"
LATEST_MS = 30_000.0
PRESS_MS = 40.0
LOOK_S = 0.002
FAST = 40.0
"""At how many times its pace the tour is watched."""


class PacedClock:
    """The machine's clock, at a pace that may be changed."""

    def __init__(self, clock: MonotonicClock) -> None:
        self._clock = clock
        self._shown_ms = self._since_ms = clock.now_ms()
        self._pace = 1.0

    def now_ms(self) -> float:
        return self._shown_ms + (self._clock.now_ms() - self._since_ms) * self._pace

    def set_pace(self, pace: float) -> None:
        self._shown_ms, self._since_ms = self.now_ms(), self._clock.now_ms()
        self._pace = pace


class Staff:
    """Somebody with a finger, in front of a real window."""

    def __init__(self, folder: Path, pictures: Path) -> None:
        self._machine = MonotonicClock()
        self.clock = PacedClock(self._machine)
        self._pictures = pictures
        self._taken = 0
        self._tool = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True)
        exhibition, wardrobe, wall = load_exhibition(SCENES), open_wardrobe(), MachineWallClock()
        self.store = Store(folder, exhibition, theme_names(), {"timing.attract_s": 0.0})
        programming = Programming(exhibition, self.store, wall, self._machine, LastSeen(folder))
        self.kiosk = Kiosk(programming.shown, wardrobe, self.clock)
        self._view = self.kiosk.stage.view
        self._view.resize(1920, 1080)
        self._view.show()
        site = Site(folder, SCENES, self._machine, Troubles(folder, wall.now))
        self.house = House(self.kiosk, wardrobe, programming, self.clock, site, lambda _again: None)
        self._ticks = 0
        self._touched = ""
        self.kiosk.ticker.ticked.connect(self._on_tick)
        self.kiosk.start()
        self.come_to_rest()

    def close(self) -> None:
        assert self._tool.stdin
        self._tool.stdin.close()
        self._tool.wait()
        self.house.close()
        self.kiosk.close()

    # What the finger does

    def rest(self, ms: float) -> None:
        """Lets so much time go by."""
        end_ms = self._machine.now_ms() + ms
        self.until(lambda: self._machine.now_ms() >= end_ms, "time goes by")

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Waits for something, and not for ever."""
        latest_ms = self._machine.now_ms() + LATEST_MS
        while not is_so():
            QApplication.processEvents()
            threading.Event().wait(LOOK_S)  # others want the processor too
            if self._machine.now_ms() > latest_ms:
                raise SystemExit(f"never came true: {what}")

    def tap(self, point: QPointF) -> None:
        """Touches a place, in design units."""
        self._press(point)
        self._lift()

    def drag(self, start: QPointF, end: QPointF, steps: int = 24) -> None:
        """Draws something from one place to another, slowly."""
        self._press(start)
        for step in range(1, steps + 1):
            self._do(f"mousemove {self._pixels(start + (end - start) * step / steps)}")
            self.rest(16)
        self._lift()
        self.come_to_rest()

    def touch(self, name: str) -> None:
        """Touches what tells that name, and looks what becomes of it."""
        if name == self._touched:
            self.rest(REPEAT_GUARD_MS)  # sooner, it would be a tremor
        self._touched = name
        self.tap(middle(self.find(name)))
        self.look()

    def look(self) -> None:
        """Waits until the kiosk has looked at everything, and shows what it has found."""
        for _ in range(2):
            seen = self._ticks
            self.kiosk.ticker.wake()
            self.until(lambda seen=seen: self._ticks > seen, "the kiosk ticks")

    def come_to_rest(self) -> None:
        """Waits until nothing moves to an end any more."""
        self.look()
        kiosk = self.kiosk
        self.until(lambda: not kiosk.animator.active and not kiosk.stage.waiting, "it is at rest")

    def find(self, name: str) -> Touchable:
        """The only thing that tells that name, as soon as it is there."""
        self.until(lambda: len(self._named(name)) == 1, f"one thing is called {name!r}")
        return self._named(name)[0]

    def _named(self, name: str) -> list[Touchable]:
        return [one for one in self.kiosk.stage.touchables() if one.name == name]

    def picture(self, name: str) -> None:
        """Keeps what is seen now."""
        self._taken += 1
        self._view.grab().save(str(self._pictures / f"{self._taken:02}-{name}.png"))

    def _press(self, point: QPointF) -> None:
        self._do(f"mousemove {self._pixels(point)}")
        self._do("mousedown 1")
        self.until(lambda: self.kiosk.stage.arbiter.busy, "the finger is felt")
        self.rest(PRESS_MS)

    def _lift(self) -> None:
        self._do("mouseup 1")
        self.until(lambda: not self.kiosk.stage.arbiter.busy, "the finger is gone")
        self.rest(PRESS_MS)

    def _on_tick(self) -> None:
        self._ticks += 1

    def _do(self, what: str) -> None:
        assert self._tool.stdin
        print(what, file=self._tool.stdin, flush=True)

    def _pixels(self, point: QPointF) -> str:
        place = self._view.mapToGlobal(self._view.mapFromScene(point))
        return f"{place.x()} {place.y()}"

    # What is seen

    def rounds(self, count: int) -> list[str]:
        """Which scenes come next, and the one that is on."""
        seen = [self.kiosk.scene_id]
        while len(seen) < count:
            before = self.kiosk.tour.index
            self.until(lambda before=before: self.kiosk.tour.index != before, "the tour goes on")
            seen.append(self.kiosk.scene_id)
        return seen


def middle(item: Touchable) -> QPointF:
    return item.mapToScene(item.target().center())


def expect(is_so: bool, what: str) -> None:
    print(f"{'seen' if is_so else 'NOT SO'}: {what}", flush=True)
    if not is_so:
        raise SystemExit(1)


def drive(staff: Staff) -> None:
    kiosk, desk = staff.kiosk, staff.house.desk
    at_first = dict(staff.store.draft.choices)
    corner = kiosk.stage.door_place().center()
    for _ in range(5):
        staff.tap(corner)
    staff.until(lambda: isinstance(desk.cover, Gate), "the gate opens")
    staff.picture("gate")
    for _ in range(2):
        for digit in PIN:
            staff.touch(digit)
        staff.touch("確定")
    staff.until(lambda: isinstance(desk.cover, Panel), "the panel opens")
    staff.come_to_rest()
    staff.picture("panel")

    staff.touch("減少萬物互聯的停留時間")
    while (shown := staff.store.drafted.settings.programmes.A) and shown[2].dwell_s != 12:
        staff.touch("減少萬物互聯的停留時間")
        expect((shown[2].dwell_s or 99) > 12, f"scene 3 stays on for {shown[2].dwell_s} s")
    staff.picture("twelve-seconds")
    staff.touch("播放AI生產")
    staff.picture("second-off")
    handle = middle(staff.find("拖動未來工業的次序"))
    first = middle(staff.find("拖動嶄新能源的次序"))
    staff.drag(handle, first - QPointF(0, 40))
    drafted = staff.store.drafted.settings.programmes.A or ()
    order = [slot.scene for slot in drafted]
    expect(order[0] == "future-industry", f"the fourth scene is drawn to the top: {order}")
    expect([slot.shown for slot in drafted].count(False) == 1, "one scene is switched off")
    staff.picture("reordered")

    staff.touch(f"套用{staff.store.changes}項更改")
    expect(staff.store.changes == 0, "applied")
    written = (staff.house.folder / "venue.yaml").read_text("utf-8")
    expect("dwell_s: 12" in written, "the venue's file says so")
    staff.picture("applied")
    staff.touch("離開")
    staff.until(lambda: desk.cover is None, "the panel closes")
    staff.clock.set_pace(FAST)
    seen = staff.rounds(7)
    staff.clock.set_pace(1.0)
    print(f"the tour: {seen}", flush=True)
    shown_ids = [slot.scene for slot in drafted if slot.shown]
    start = shown_ids.index(seen[0])
    expected = [shown_ids[(start + step) % len(shown_ids)] for step in range(len(seen))]
    expect(seen == expected, "the tour follows")
    third = [scene.dwell_s for scene in kiosk.stage.exhibition.scenes if "everything" in scene.id]
    expect(third == [12], "scene 3 stays on for 12 s")
    staff.picture("tour")

    for _ in range(5):
        staff.tap(corner)
    for digit in PIN:
        staff.touch(digit)
    staff.touch("確定")
    staff.until(lambda: isinstance(desk.cover, Panel), "the panel opens again")
    while staff.store.draft.can_undo:
        staff.touch("還原上一步")
    expect(staff.store.draft.choices == at_first, "all steps taken back: the very first state")
    staff.picture("undone")
    staff.touch(f"套用{staff.store.changes}項更改")
    staff.touch("離開")
    staff.until(lambda: desk.cover is None, "the panel closes")
    ids = [scene.id for scene in kiosk.stage.exhibition.scenes]
    staff.until(lambda: len(kiosk.stage.exhibition.scenes) == 4, "four scenes again")
    ids = [scene.id for scene in kiosk.stage.exhibition.scenes]
    expect(ids[0] == "new-energy", f"the round is as it was: {ids}")
    staff.picture("as-before")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    application = QApplication(["drive-through"])
    with TemporaryDirectory() as folder:
        staff = Staff(Path(folder), asked.out)
        try:
            drive(staff)
        finally:
            staff.close()
            application.quit()


if __name__ == "__main__":
    main()
