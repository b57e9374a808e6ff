"""How much differs between two states of the settings, as staff would count it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kiosk.content.programme import Slot
from kiosk.settings.model import PROGRAMME_NAMES, Settings, keys, value

_PROGRAMMES = frozenset(f"programmes.{name}" for name in PROGRAMME_NAMES)

_Place = tuple[str, int]
"""A scene, and the how manieth slot of that scene it is."""


def changes(before: Settings, after: Settings) -> int:
    """How many things differ.

    Each key is one, and so is a whole programme that is new or gone. In a programme that was there
    before, each slot that is new, gone, on or off, or on for another time is one, and another order
    of the slots that stayed is one as well.
    """
    return sum(
        _programme_changes(old, new) if key in _PROGRAMMES and old and new else 1
        for key in keys()
        if (old := value(before, key)) != (new := value(after, key))
    )


def _programme_changes(before: Iterable[Slot], after: Iterable[Slot]) -> int:
    old, new = _places(before), _places(after)
    stayed = old.keys() & new.keys()
    reordered = [place for place in old if place in stayed] != [
        place for place in new if place in stayed
    ]
    altered = sum(old[place] != new[place] for place in stayed)
    return len(old.keys() ^ new.keys()) + altered + reordered


def _places(programme: Iterable[Slot]) -> Mapping[_Place, Slot]:
    seen: Counter[str] = Counter()
    places = {}
    for slot in programme:
        places[slot.scene, seen[slot.scene]] = slot
        seen[slot.scene] += 1
    return places
