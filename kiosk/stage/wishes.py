"""What visitors may want: of the tour, and of how they see and hear it."""

from PySide6.QtCore import QObject, Signal


class Wishes(QObject):
    """Wishes go out as signals, from wherever they are made up to whoever may grant them.

    Signals:
        scene_requested: the scene with that number, from 0, however often it comes in a round;
            there may be none.
        page_requested: the scene at that place in the round, from 0.
        preferences_wanted: all in another way, as `Preferences`.
        reset_requested: all as it was.
        read_again_requested: to hear once more what was said last.
        vote_requested: this visit's vote is to be for the answer with that id.
    """

    next_requested = Signal()
    previous_requested = Signal()
    scene_requested = Signal(int)
    page_requested = Signal(int)
    pause_requested = Signal()
    prologue_requested = Signal()
    access_requested = Signal()
    preferences_wanted = Signal(object)
    reset_requested = Signal()
    read_again_requested = Signal()
    vote_requested = Signal(str)

    def pass_on(self, other: "Wishes") -> None:
        """Wishes for whatever `other` wishes for."""
        other.next_requested.connect(self.next_requested)
        other.previous_requested.connect(self.previous_requested)
        other.scene_requested.connect(self.scene_requested)
        other.page_requested.connect(self.page_requested)
        other.pause_requested.connect(self.pause_requested)
        other.prologue_requested.connect(self.prologue_requested)
        other.access_requested.connect(self.access_requested)
        other.preferences_wanted.connect(self.preferences_wanted)
        other.reset_requested.connect(self.reset_requested)
        other.read_again_requested.connect(self.read_again_requested)
        other.vote_requested.connect(self.vote_requested)
