"""What a programme makes of an exhibition, and where a tour goes on when it gets another one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.content.model import Exhibition, Scene
from kiosk.content.programme import Programme


def programmed(exhibition: Exhibition, programme: Programme) -> Exhibition:
    """`exhibition` with a round of what `programme` shows, in its order.

    A scene may come several times, and stays on for as long as its slot says, or as it takes to be
    read. A slot that names no scene of the exhibition is left out; where
    nothing is left the round is the exhibition's own, as there is no empty tour.
    """
    by_id = {scene.id: scene for scene in exhibition.scenes}
    round_ = tuple(
        by_id[slot.scene].model_copy(update={"dwell_s": slot.dwell_s})
        for slot in programme
        if slot.shown and slot.scene in by_id
    )
    return exhibition.model_copy(update={"scenes": round_}) if round_ else exhibition


def different(scenes: Sequence[Scene]) -> tuple[Scene, ...]:
    """Each scene of a round once, in the order in which they first come.

    These are what visitors see of a round: how often a scene comes is nothing to them.
    """
    first: dict[str, Scene] = {}
    for scene in scenes:
        first.setdefault(scene.id, scene)
    return tuple(first.values())


def number_of(scenes: Sequence[Scene], name: str) -> int:
    """Which of the `different` scenes has that id, from 0.

    Raises:
        ValueError: there is no such scene in the round.
    """
    return [scene.id for scene in different(scenes)].index(name)


def nearest(scenes: Sequence[Scene], number: int, index: int) -> int:
    """Where in the round, from `index` on, one of the `different` scenes comes next.

    Raises:
        IndexError: there are not so many.
    """
    wanted = different(scenes)[number].id
    ahead = [(index + steps) % len(scenes) for steps in range(len(scenes))]
    return next(place for place in ahead if scenes[place].id == wanted)


@dataclass(frozen=True)
class Place:
    """Where in another round a tour goes on that was at a scene of this one.

    Attributes:
        index: the place in the other round, from 0.
        same: whether the same scene is there; if not, it is the next one that is left.
    """

    index: int
    same: bool


def places(before: Sequence[Scene], after: Sequence[Scene]) -> tuple[Place, ...]:
    """For each scene of the round `before`, where a tour goes on in the round `after`.

    Of a scene that comes several times, the first goes with the first, the second with the second.
    """
    found = {name: index for index, name in enumerate(_names(after))}
    names = _names(before)
    return tuple(_place(names[index:] + names[:index], found) for index in range(len(names)))


def _place(names: Sequence[tuple[str, int]], found: dict[tuple[str, int], int]) -> Place:
    """The place of the first of `names` that is `found`, or the beginning where none is."""
    for steps, name in enumerate(names):
        if name in found:
            return Place(found[name], same=steps == 0)
    return Place(0, same=False)


def _names(scenes: Sequence[Scene]) -> list[tuple[str, int]]:
    """Each scene by its id and by how often it has come before."""
    seen: Counter[str] = Counter()
    names = []
    for scene in scenes:
        names.append((scene.id, seen[scene.id]))
        seen[scene.id] += 1
    return names
