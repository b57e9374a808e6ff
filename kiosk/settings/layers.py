"""Who has chosen what: the built-in values, the exhibition, the venue, and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from kiosk.settings.model import Settings, keys, value

Choices = Mapping[str, Any]
"""Values by their keys, each already of the type that its key has."""


class Origin(IntEnum):
    """Where a value comes from; the higher one counts."""

    BUILT_IN = 0
    EXHIBITION = 1
    VENUE = 2
    COMMAND_LINE = 3


@dataclass(frozen=True)
class Resolved:
    """What counts, and where each value of it comes from."""

    settings: Settings
    origins: Mapping[str, Origin]


def resolve(layers: Mapping[Origin, Choices]) -> Resolved:
    """What counts when all layers have been laid over the built-in values.

    Raises:
        KeyError: a layer has a key that there is none of.
    """
    values = {key: value(Settings(), key) for key in keys()}
    origins = dict.fromkeys(values, Origin.BUILT_IN)
    for origin in sorted(layers):
        for key, chosen in layers[origin].items():
            if key not in values:
                raise KeyError(key)
            values[key], origins[key] = chosen, origin
    return Resolved(Settings.model_validate(nested(values)), origins)


def nested(choices: Choices) -> dict[str, Any]:
    """Values by their keys, as they lie within one another in `Settings` and in the file."""
    tree: dict[str, Any] = {}
    for key, chosen in choices.items():
        group, _, name = key.partition(".")
        if name:
            tree.setdefault(group, {})[name] = chosen
        else:
            tree[group] = chosen
    return tree


def typed(choices: Choices) -> Choices:
    """These choices, each as the type that its key has: a list of scenes as a programme, say.

    Raises:
        ValidationError: a value is none that its key may have, or there is no such key.
    """
    settings = Settings.model_validate(nested(choices))
    return {key: value(settings, key) for key in choices}
