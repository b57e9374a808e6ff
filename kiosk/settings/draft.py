"""What staff have changed and not applied yet, and how each step of it is taken back."""

from collections.abc import Collection, Mapping
from typing import Any

from kiosk.settings.layers import Choices, typed

MOST_STEPS = 200


class Draft:
    """The venue's choices as staff would have them, beside those that are applied.

    Steps go on beyond what was applied: whoever takes back a change that is applied already has a
    draft without it, and applies that.

    Args:
        applied: the choices that hold.

    Attributes:
        applied: the choices that hold.
        choices: the choices as drafted.
    """

    def __init__(self, applied: Choices) -> None:
        self.applied: Choices = dict(applied)
        self.choices: Choices = dict(applied)
        self._undone: list[Choices] = []
        self._before: list[Choices] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._undone)

    def choose(self, chosen: Mapping[str, Any]) -> None:
        """Take other values, in one step.

        Raises:
            ValidationError: a value is none that its key may have, or there is no such key.
        """
        self._step({**self.choices, **typed(chosen)})

    def forget(self, keys: Collection[str]) -> None:
        """Choose nothing under these keys, in one step, so that what lies below counts again."""
        self._step({key: kept for key, kept in self.choices.items() if key not in keys})

    def undo(self) -> None:
        """Take back the last step, if there is one."""
        if self._before:
            self._undone.append(self.choices)
            self.choices = self._before.pop()

    def redo(self) -> None:
        """Make the step again that was taken back last, if there is one."""
        if self._undone:
            self._before.append(self.choices)
            self.choices = self._undone.pop()

    def discard(self) -> None:
        """Go back to what is applied; that can be taken back too."""
        self._step(self.applied)

    def apply(self) -> None:
        """Let the drafted choices hold from now on."""
        self.applied = self.choices

    def rebase(self, applied: Choices) -> None:
        """Somebody has changed the file: that holds, and what is drafted is drafted on top of it.

        That, too, is a step which can be taken back.
        """
        forgotten = self.applied.keys() - self.choices.keys()
        kept = {key: chosen for key, chosen in applied.items() if key not in forgotten}
        drafted = {
            key: chosen
            for key, chosen in self.choices.items()
            if key not in self.applied or chosen != self.applied[key]
        }
        self._step(kept | drafted)
        self.applied = dict(applied)

    def _step(self, choices: Choices) -> None:
        if choices == self.choices:
            return
        self._before.append(self.choices)
        del self._before[:-MOST_STEPS]
        self._undone.clear()
        self.choices = choices
