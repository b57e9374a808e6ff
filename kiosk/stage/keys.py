"""What keys do on the stage: walking the focus, acting on what has it, and wishing.

Which key does what is data, a `KeyMap`. A key acts on the touchable items themselves; all else goes
out as a signal.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal

from kiosk.content.keys import KeyMap
from kiosk.stage.focus import FocusRing
from kiosk.stage.wishes import Wishes
from kiosk.toolkit.touchable import Touchable

OF_THE_FOCUS = frozenset({"forward", "back", "activate"})
ON_A_COVER = OF_THE_FOCUS | {"right", "left", "escape"}
OF_STAFF = frozenset({"staff"})


class Keys(Wishes):
    """Does what the keys of a map stand for.

    Args:
        key_map: which key does what.
        touchables: everything that the keys can reach now, in reading order.

    Signals:
        touched: somebody is active; sent before anything that it leads to.
        escape_requested: out of what is open on top.
        home_requested: out of all that is open.
        focused: the focus has moved to that `Touchable`.
        acted: something was done to that `Touchable`, which may be gone by now.
    """

    touched = Signal()
    escape_requested = Signal()
    home_requested = Signal()
    focused = Signal(object)
    acted = Signal(object)

    def __init__(self, key_map: KeyMap, touchables: Callable[[], Sequence[Touchable]]) -> None:
        super().__init__()
        self._actions = _by_key(key_map)
        self._touchables = touchables
        self._ring: FocusRing | None = None

    def wear(self, ring: FocusRing) -> None:
        """Shows the focus with `ring` from now on."""
        self._ring = ring

    def clear_focus(self) -> None:
        """Takes the focus off everything."""
        if self._ring:
            self._ring.clear()

    def refresh_focus(self) -> None:
        """Moves the ring to where its item has moved, and away from one that has gone."""
        if self._ring and self._ring.item:
            self._focus(self._focused())

    @contextmanager
    def focus_kept(self) -> Iterator[None]:
        """Gives the focus to what stands, after all was built anew, where its item stood before.

        That is so many places from the last, which is the same in every language; which links in a
        text come before it is not.
        """
        item = self._focused()
        after = None if item is None else list(reversed(self._touchables())).index(item)
        yield
        if after is not None and after < len(self._touchables()):
            item = self._touchables()[-1 - after]
            self._focus(item)
            self.focused.emit(item)

    def stands_for(self, key: int, actions: Collection[str]) -> bool:
        """Whether a key, given as a `Qt.Key`, stands for one of `actions`."""
        return any(action in actions for action in self._actions.get(key, ()))

    def press(self, key: int, shift: bool, only: Collection[str] | None = None) -> None:
        """Does what a key stands for, given as a `Qt.Key`, if it is one of `only`."""
        self.touched.emit()
        for action in self._actions.get(key, ()):
            if (only is None or action in only) and self._do(action, shift):
                return

    def _do(self, action: str, shift: bool) -> bool:
        """Does what an action says, and tells whether anything could make use of it."""
        match action:
            case "forward":
                self._step(-1 if shift else 1)
            case "back":
                self._step(-1)
            case "activate":
                self._activate_focused()
            case "escape":
                self.clear_focus()
                self.escape_requested.emit()
            case "home":
                self.clear_focus()
                self.home_requested.emit()
            case "right":
                return self._step_focused(1)
            case "left":
                return self._step_focused(-1)
            case "next":
                self.next_requested.emit()
            case "previous":
                self.previous_requested.emit()
            case "pause":
                self.pause_requested.emit()
            case "access":
                self.access_requested.emit()
            case "prologue":
                self.prologue_requested.emit()
            case _:
                self.scene_requested.emit(int(action.removeprefix("scene_")) - 1)
        return True

    def _step(self, step: int) -> None:
        if self._ring:
            self._ring.step(self._touchables(), step)
            if self._ring.item:
                self.focused.emit(self._ring.item)

    def _activate_focused(self) -> None:
        if item := self._focused():
            item.activate()
            self.acted.emit(item)

    def _step_focused(self, step: int) -> bool:
        item = self._focused()
        if item is None or not item.step(step):
            return False
        self.acted.emit(item)
        return True

    def _focus(self, item: Touchable | None) -> None:
        if self._ring and item:
            self._ring.put(item)
        else:
            self.clear_focus()

    def _focused(self) -> Touchable | None:
        """What has the focus, while it can be acted on."""
        item = self._ring.item if self._ring else None
        return item if item in self._touchables() else None


def _by_key(key_map: KeyMap) -> dict[int, list[str]]:
    """The actions of each key, given as a `Qt.Key`, in the order in which they are tried."""
    actions: dict[int, list[str]] = {}
    for name, action in key_map.actions():
        actions.setdefault(Qt.Key[f"Key_{name}"].value, []).append(action)
    return actions
