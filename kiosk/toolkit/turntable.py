"""How a model is turned: by a finger, with what swing that has, by itself, and back again."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF

from kiosk.show.animator import Animation, Animator
from kiosk.show.easing import Easing, ease_in_out, ease_out
from kiosk.toolkit.assembly import Pose

PITCHES_DEG = (-4.0, 42.0)
YAW_DEG_PER_PX = 0.32
PITCH_DEG_PER_PX = 0.16
SPIN_MS = 1200.0
"""How long it goes on turning when a finger has let go of it in motion."""

FASTEST_DEG_PER_S = 280.0
FLING_WINDOW_MS = 90.0
HOME_MS = 900.0
TURN_MS = 420.0
IDLE_DEG_PER_S = 9.0
IDLE_AFTER_MS = 1500.0
IDLE_RAMP_MS = 1800.0
FRAME_MS, LONGEST_FRAME_MS = 16.0, 100.0


class Turntable:
    """Holds the pose of a model and moves it.

    Args:
        home: how the model stands when nobody has touched it, but for its turning by itself.
        on_change: called whenever the pose has changed.

    Attributes:
        held: whether a visitor has laid hands on it; it then no longer turns by itself.
    """

    def __init__(self, animator: Animator, home: Pose, on_change: Callable[[], None]) -> None:
        self._animator = animator
        self._home = home
        self._on_change = on_change
        self.pose = home
        self.held = False
        self._turning: Animation | None = None
        self._goal = home.yaw
        self._parting: Animation | None = None
        self._finger: QPointF | None = None
        self._before = home
        self._now_ms = 0.0
        self._trail: list[tuple[float, float]] = []
        self._idle_ms = 0.0

    # The finger

    def touch(self, point: QPointF) -> None:
        """A finger is at `point`: the model follows it, to the side and a little up and down."""
        if self._finger is None:
            self.held = True
            self._stop_turning()
            self._before = self.pose
            self._trail = []
        else:
            offset = point - self._finger
            yaw = self.pose.yaw + offset.x() * YAW_DEG_PER_PX
            low, high = PITCHES_DEG
            pitch = min(max(self.pose.pitch + offset.y() * PITCH_DEG_PER_PX, low), high)
            self._set(replace(self.pose, yaw=yaw, pitch=pitch))
        self._finger = QPointF(point)
        self._note()

    def lift(self) -> None:
        """The finger has gone: the model turns on for as far as it was swung."""
        self._finger = None
        self._note()
        (began_ms, began_deg), (ended_ms, ended_deg) = self._trail[0], self._trail[-1]
        deg_per_s = (ended_deg - began_deg) / max(ended_ms - began_ms, FRAME_MS) * 1000
        deg_per_s = min(max(deg_per_s, -FASTEST_DEG_PER_S), FASTEST_DEG_PER_S)
        # As fast as it was at first: that is how steep `ease_out` begins.
        swing = deg_per_s * SPIN_MS / 1000 / 3
        if swing and not self._animator.reduced_motion:
            self._turn_to(self.pose.yaw + swing, self.pose.pitch, SPIN_MS, ease_out)

    def lose(self) -> None:
        """The finger was meant for something else: the model stands as it did before."""
        if self._finger is not None:
            self.leave()
            self._set(replace(self.pose, yaw=self._before.yaw, pitch=self._before.pitch))

    def leave(self) -> None:
        """The finger has gone where it came down."""
        self._finger = None

    def _note(self) -> None:
        """Keeps where the model was of late, which tells how fast it turns."""
        now_ms = self._now_ms
        self._trail = [past for past in self._trail if now_ms - past[0] <= FLING_WINDOW_MS]
        self._trail.append((now_ms, self.pose.yaw))

    # By itself

    def live(self, elapsed_ms: float, free: bool) -> None:
        """Turns on slowly, if it is `free` to and nobody has touched it."""
        step_ms = min(max(elapsed_ms - self._now_ms, 0.0), LONGEST_FRAME_MS)
        self._now_ms = elapsed_ms
        if self.held or not free:
            self._idle_ms = 0.0
            return
        self._idle_ms += step_ms
        ramp = min(max((self._idle_ms - IDLE_AFTER_MS) / IDLE_RAMP_MS, 0.0), 1.0)
        if ramp:
            turn = IDLE_DEG_PER_S * ease_in_out(ramp) * step_ms / 1000
            self._set(replace(self.pose, yaw=self.pose.yaw + turn))

    def take_apart(self, apart: float, duration_ms: float) -> None:
        """Goes to be so far apart, from 0 to 1."""
        start = self.pose.apart
        self._stop_parting()

        def move(ratio: float) -> None:
            self._set(replace(self.pose, apart=start + (apart - start) * ratio))

        if apart != start:
            self._parting = self._animator.run(duration_ms, move, easing=ease_out)

    def turn_by(self, deg: float) -> None:
        """Turns so many degrees on from where it is going."""
        self.held = True
        self._finger = None
        goal = (self._goal if self._turning else self.pose.yaw) + deg
        self._turn_to(goal, self.pose.pitch, TURN_MS, ease_in_out)

    def go_home(self) -> None:
        """Goes back to where it stood before anybody touched it, the shorter way round."""
        self.held = False
        self._finger = None
        self._idle_ms = 0.0
        turns = round((self.pose.yaw - self._home.yaw) / 360)
        self.take_apart(self._home.apart, HOME_MS)
        self._turn_to(self._home.yaw + 360 * turns, self._home.pitch, HOME_MS, ease_in_out)

    def put(self, pose: Pose) -> None:
        """Stands in `pose` at once."""
        self.halt()
        self._set(pose)

    def halt(self) -> None:
        """Stays where it is."""
        self._finger = None
        self._stop_turning()
        self._stop_parting()

    def finish(self) -> None:
        """Is at once where it was going."""
        for animation in (self._turning, self._parting):
            if animation:
                animation.finish()
        self.halt()

    def _turn_to(self, yaw: float, pitch: float, duration_ms: float, easing: Easing) -> None:
        self._stop_turning()
        self._goal = yaw
        start = self.pose

        def move(ratio: float) -> None:
            self._set(
                replace(
                    self.pose,
                    yaw=start.yaw + (yaw - start.yaw) * ratio,
                    pitch=start.pitch + (pitch - start.pitch) * ratio,
                )
            )

        if (yaw, pitch) != (start.yaw, start.pitch):
            self._turning = self._animator.run(duration_ms, move, easing=easing)

    def _stop_turning(self) -> None:
        if self._turning:
            self._turning.cancel()
            self._turning = None

    def _stop_parting(self) -> None:
        if self._parting:
            self._parting.cancel()
            self._parting = None

    def _set(self, pose: Pose) -> None:
        self.pose = pose
        self._on_change()
