"""Everything that moves takes its values from here, by the clock that the animator is handed.

Qt's own animations cannot be wound forward by a test; these can. What the values move, and how
often a frame is due, is known elsewhere.
"""

import math
from collections.abc import Callable

from kiosk.show.clock import Clock
from kiosk.show.easing import Easing, ease_in_out

OnValue = Callable[[float], None]
Callback = Callable[[], None]


class Animation:
    """One movement, in the hand of whoever started it; `Animator.run` makes them.

    Once it has ended it holds on to none of its callbacks, and the animator no longer to it.
    """

    def __init__(
        self,
        start_ms: float,
        duration_ms: float,
        easing: Easing,
        on_value: OnValue,
        on_done: Callback | None,
        on_end: Callable[["Animation"], None],
        is_fade: bool,
    ) -> None:
        self.is_fade = is_fade
        self._start_ms = start_ms
        self._duration_ms = duration_ms
        self._easing = easing
        self._on_value: OnValue | None = on_value
        self._on_done = on_done
        self._on_end = on_end

    @property
    def running(self) -> bool:
        """Whether its end is still to come, be it moving or delayed."""
        return self._on_value is not None

    def cancel(self) -> None:
        """Stop where it is; nothing is called any more."""
        self._on_value = self._on_done = None
        self._on_end(self)

    def finish(self) -> None:
        """Jump to the end: `on_value(1.0)`, then `on_done`. Once ended, it does nothing."""
        if self._on_value is None:
            return
        on_value, self._on_value = self._on_value, None
        self._on_end(self)
        on_value(1.0)
        # Taken only now: on_value may have cancelled it.
        on_done, self._on_done = self._on_done, None
        if on_done:
            on_done()

    def _step(self, now_ms: float) -> None:
        if self._on_value is None:
            return  # a callback earlier in this tick has ended it
        elapsed_ms = now_ms - self._start_ms
        if elapsed_ms >= self._duration_ms:
            self.finish()
        elif elapsed_ms > 0:
            self._on_value(self._easing(elapsed_ms / self._duration_ms))


class Drift:
    """A movement without an end, in the hand of whoever started it; `Animator.drift` makes them."""

    def __init__(
        self, start_ms: float, on_elapsed: OnValue, on_end: Callable[["Drift"], None]
    ) -> None:
        self._start_ms = start_ms
        self._on_elapsed: OnValue | None = on_elapsed
        self._on_end = on_end

    def cancel(self) -> None:
        """Stop where it is; nothing is called any more."""
        self._on_elapsed = None
        self._on_end(self)

    def _step(self, now_ms: float) -> None:
        if self._on_elapsed:
            self._on_elapsed(now_ms - self._start_ms)


class Animator:
    """Runs every animation from one tick.

    Args:
        clock: Where the time comes from.
        reduced_motion: Whether everything but a fade ends on its first tick, without any delay.
        on_wake: Called whenever the first animation joins an animator at rest. It may come in the
            middle of a tick, so starting a ticker that already runs has to be harmless.

    Attributes:
        reduced_motion: May be changed at any time; what is running then ends on the next tick.
    """

    def __init__(
        self, clock: Clock, reduced_motion: bool = False, on_wake: Callback | None = None
    ) -> None:
        self.reduced_motion = reduced_motion
        self._clock = clock
        self._on_wake = on_wake
        self._animations: dict[Animation, None] = {}  # a set that keeps the order of starting
        self._drifts: dict[Drift, None] = {}

    @property
    def active(self) -> bool:
        """Whether anything is moving or delayed, and so needs a tick."""
        return bool(self._animations)

    @property
    def drifting(self) -> bool:
        """Whether there is a movement without an end, which wants ticks and waits for none."""
        return bool(self._drifts) and not self.reduced_motion

    def run(
        self,
        duration_ms: float,
        on_value: OnValue,
        *,
        delay_ms: float = 0.0,
        easing: Easing = ease_in_out,
        on_done: Callback | None = None,
        is_fade: bool = False,
    ) -> Animation:
        """Start an animation, and hand it to whoever may want to break it off.

        Args:
            duration_ms: How long it moves once the delay is over.
            on_value: Gets the eased progress: 0.0 at once, even when delayed, and 1.0 at last.
            delay_ms: How long it waits before it moves.
            easing: How it gathers and loses speed.
            on_done: Called once, after the last value; not when it was cancelled.
            is_fade: Whether it only fades, which goes on while motion is reduced.
        """
        on_value(0.0)  # before the clock is read, as the first picture may be slow to build
        start_ms = self._clock.now_ms() + delay_ms
        animation = Animation(
            start_ms, duration_ms, easing, on_value, on_done, self._forget, is_fade
        )
        was_active = self.active
        self._animations[animation] = None
        if self._on_wake and not was_active:
            self._on_wake()
        return animation

    def drift(self, on_elapsed: OnValue) -> Drift:
        """Start a movement without an end.

        Args:
            on_elapsed: Gets the milliseconds since the start on every tick; never while motion is
                reduced.
        """
        drift = Drift(self._clock.now_ms(), on_elapsed, self._forget_drift)
        was_still = not self.active and not self.drifting
        self._drifts[drift] = None
        if self._on_wake and was_still:
            self._on_wake()
        return drift

    def tick(self) -> None:
        """Bring every animation to the present; those that callbacks start join the next tick.

        Raises:
            ExceptionGroup: What callbacks raised, once all the others have had their turn. An
                animation whose callback raised is cancelled, or it would raise in every frame.
        """
        now_ms = self._clock.now_ms()
        # At the end of time, every movement is over.
        moved_ms = math.inf if self.reduced_motion else now_ms
        due: list[tuple[Animation | Drift, float]] = [
            (animation, now_ms if animation.is_fade else moved_ms) for animation in self._animations
        ]
        if not self.reduced_motion:
            due += [(drift, now_ms) for drift in self._drifts]
        errors = []
        for movement, at_ms in due:
            try:
                movement._step(at_ms)
            except Exception as error:
                movement.cancel()
                errors.append(error)
        if errors:
            raise ExceptionGroup("animations failed", errors)

    def _forget(self, animation: Animation) -> None:
        self._animations.pop(animation, None)

    def _forget_drift(self, drift: Drift) -> None:
        self._drifts.pop(drift, None)
