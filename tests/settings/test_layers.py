"""Who has chosen last counts, key by key."""

import pytest

from kiosk.content.programme import Slot
from kiosk.settings.layers import Origin, resolve, typed
from kiosk.settings.model import Settings, keys, value


def test_without_choices_everything_is_built_in() -> None:
    resolved = resolve({})
    assert resolved.settings == Settings()
    assert set(resolved.origins) == set(keys())
    assert set(resolved.origins.values()) == {Origin.BUILT_IN}


def test_each_key_is_from_the_highest_layer_that_has_it() -> None:
    layers = {
        Origin.COMMAND_LINE: {"start.language": "en"},
        Origin.VENUE: {"start.language": "zh-Hans", "timing.idle_s": 90},
        Origin.EXHIBITION: {"timing.idle_s": 70, "timing.warning_s": 30},
    }
    resolved = resolve(layers)
    found = {key: (value(resolved.settings, key), resolved.origins[key]) for key in keys()}
    assert found["start.language"] == ("en", Origin.COMMAND_LINE)
    assert found["timing.idle_s"] == (90, Origin.VENUE)
    assert found["timing.warning_s"] == (30, Origin.EXHIBITION)
    assert found["timing.attract_s"] == (48, Origin.BUILT_IN)


def test_a_key_that_there_is_none_of_is_refused() -> None:
    with pytest.raises(KeyError, match=r"timing\.idel_s"):
        resolve({Origin.VENUE: {"timing.idel_s": 90}})


def test_choices_become_what_their_keys_have() -> None:
    loose = {"programmes.B": [{"scene": "a", "dwell_s": 12}], "timing.idle_s": "75"}
    assert typed(loose) == {"programmes.B": (Slot(scene="a", dwell_s=12),), "timing.idle_s": 75.0}
