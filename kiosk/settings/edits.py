"""What can be done to a programme and to a number of seconds: each change gives a new value."""

from kiosk.content.model import Exhibition
from kiosk.content.programme import Programme, Slot

MOST_SLOTS = 60
SHORTEST_S = 3.0
LONGEST_S = 600.0
WAIT_STEP_S = 5.0
SHORTEST_ATTRACT_S = 20.0


def everything(exhibition: Exhibition) -> Programme:
    """All scenes in the order of the exhibition: what is on where nobody has chosen."""
    return tuple(Slot(scene=scene.id) for scene in exhibition.scenes)


def moved(programme: Programme, place: int, to: int) -> Programme:
    """The slot at `place` is at `to`, and those between make room; both count from 0."""
    others = [*programme[:place], *programme[place + 1 :]]
    return (*others[:to], programme[place], *others[to:])


def duplicated(programme: Programme, place: int) -> Programme:
    """The slot at `place` is followed by one like it, where there is room for one more."""
    if len(programme) >= MOST_SLOTS:
        return programme
    return (*programme[: place + 1], programme[place], *programme[place + 1 :])


def removed(programme: Programme, place: int) -> Programme:
    """Without the slot at `place`, unless nothing would be shown without it."""
    if not can_go(programme, place):
        return programme
    return (*programme[:place], *programme[place + 1 :])


def switched(programme: Programme, place: int, on: bool) -> Programme:
    """The slot at `place` is shown or not; the last one that is shown stays so."""
    if not on and not can_go(programme, place):
        return programme
    return _with(programme, place, programme[place].model_copy(update={"shown": on}))


def timed(programme: Programme, place: int, dwell_s: float | None) -> Programme:
    """The slot at `place` stays on for so long; None for as long as it takes to read."""
    if dwell_s is not None:
        dwell_s = min(max(dwell_s, SHORTEST_S), LONGEST_S)
    return _with(programme, place, programme[place].model_copy(update={"dwell_s": dwell_s}))


def can_go(programme: Programme, place: int) -> bool:
    """Whether something else is shown as well as the slot at `place`."""
    return any(slot.shown for at, slot in enumerate(programme) if at != place)


def stepped(seconds: float, step: int) -> float:
    """The next longer or shorter time: in seconds at first, in half minutes when it is long.

    Args:
        seconds: the time now, which is rounded.
        step: 1 for longer, -1 for shorter.
    """
    whole = round(seconds)
    below = whole if step > 0 else whole - 1
    strides = ((12, 1.0), (30, 2.0), (120, 5.0))
    stride = next((stride for end, stride in strides if below < end), 30.0)
    return stepped_by(whole, step, stride)


def attract_stepped(seconds: float, step: int) -> float:
    """The next time of the attract screen: in steps of five, and none at all below the shortest."""
    if not seconds:
        return SHORTEST_ATTRACT_S if step > 0 else 0.0
    longer_s = stepped_by(seconds, step, WAIT_STEP_S)
    return longer_s if longer_s >= SHORTEST_ATTRACT_S else 0.0


def stepped_by(seconds: float, step: int, stride_s: float) -> float:
    """The next multiple of `stride_s` above or below."""
    below = seconds // stride_s if step > 0 else -(-seconds // stride_s)
    return (below + step) * stride_s


def _with(programme: Programme, place: int, slot: Slot) -> Programme:
    return (*programme[:place], slot, *programme[place + 1 :])
