"""What visitors may want of the tour."""

from PySide6.QtCore import QObject, Signal


class Wishes(QObject):
    """Wishes go out as signals, from wherever they are made up to whoever may grant them.

    Signals:
        scene_requested: the scene with that number, from 0; there may be none.
    """

    next_requested = Signal()
    previous_requested = Signal()
    scene_requested = Signal(int)
    pause_requested = Signal()
    prologue_requested = Signal()
    access_requested = Signal()

    def pass_on(self, other: "Wishes") -> None:
        """Wishes for whatever `other` wishes for."""
        other.next_requested.connect(self.next_requested)
        other.previous_requested.connect(self.previous_requested)
        other.scene_requested.connect(self.scene_requested)
        other.pause_requested.connect(self.pause_requested)
        other.prologue_requested.connect(self.prologue_requested)
        other.access_requested.connect(self.access_requested)
