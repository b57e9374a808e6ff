"""What an exhibition chooses, and what of a venue's choices it has no use for."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from kiosk.content.model import Exhibition
from kiosk.content.problem import did_you_mean, quoted
from kiosk.content.programme import Slot
from kiosk.settings.layers import Choices
from kiosk.settings.model import PROGRAMME_NAMES

_KEYS = {
    "attract_s": "timing.attract_s",
    "idle_s": "timing.idle_s",
    "warning_s": "timing.warning_s",
    "language": "start.language",
    "theme": "start.theme",
}
"""Where a venue chooses what stands under `defaults` in `exhibition.yaml`."""


def exhibition_choices(exhibition: Exhibition) -> Choices:
    """What the exhibition's authors wrote: their defaults, and their scenes as programme A."""
    defaults = exhibition.defaults
    written = {
        key: getattr(defaults, name)
        for name, key in _KEYS.items()
        if name in defaults.model_fields_set
    }
    order = tuple(Slot(scene=scene.id, dwell_s=scene.dwell_s) for scene in exhibition.scenes)
    return {**written, "programmes.A": order}


@dataclass(frozen=True)
class Misfit:
    """A choice that the exhibition has no use for.

    Attributes:
        key: under which key it is.
        within: the keys and indexes that lead to it from there.
        sentence: what is wrong, for staff.
    """

    key: str
    within: tuple[str | int, ...]
    sentence: str


@dataclass(frozen=True)
class Fitted:
    """Choices without what the exhibition has no use for, and what that is."""

    choices: Choices
    misfits: tuple[Misfit, ...]


def fitted(choices: Choices, exhibition: Exhibition, themes: Collection[str]) -> Fitted:
    """What the exhibition can do of `choices`.

    A scene that is not there leaves its programme; a programme that has no scene left is not
    chosen, and neither are a language or a theme that there is none of.

    Args:
        choices: each of the type that its key has.
        exhibition: what is shown.
        themes: the names of all themes.
    """
    kept: dict[str, Any] = dict(choices)
    misfits = [
        *_single(kept, "start.language", "language", exhibition.languages),
        *_single(kept, "start.theme", "theme", themes),
    ]
    scenes = [scene.id for scene in exhibition.scenes]
    for name in PROGRAMME_NAMES:
        misfits += _programme(kept, f"programmes.{name}", scenes)
    return Fitted(kept, tuple(misfits))


def _single(kept: dict[str, Any], key: str, what: str, known: Collection[str]) -> Iterator[Misfit]:
    if key in kept and kept[key] not in known:
        yield Misfit(key, (), _unknown(what, kept.pop(key), known))


def _programme(kept: dict[str, Any], key: str, scenes: Collection[str]) -> Iterator[Misfit]:
    programme: tuple[Slot, ...] = kept.get(key) or ()
    for index, slot in enumerate(programme):
        if slot.scene not in scenes:
            yield Misfit(key, (index, "scene"), _unknown("scene", slot.scene, scenes))
    there = tuple(slot for slot in programme if slot.scene in scenes)
    if there:
        kept[key] = there
    elif programme:
        del kept[key]


def _unknown(what: str, name: str, known: Collection[str]) -> str:
    return f"the exhibition has no {what} {quoted(name)}{did_you_mean(name, known)}"
