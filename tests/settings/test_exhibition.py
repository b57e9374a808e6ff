"""What an exhibition chooses itself, and what it has no use for."""

from typing import Any

import pytest
from pydantic import ValidationError

from kiosk.content.model import Defaults, Exhibition, ExhibitionFile
from kiosk.content.programme import MOST_SLOTS
from kiosk.settings.exhibition import exhibition_choices, fitted
from kiosk.settings.layers import Origin, resolve, typed

THEMES = ("ink-atlas", "high-contrast")


def test_it_chooses_what_its_authors_wrote_and_no_more(exhibition: Exhibition) -> None:
    defaults = Defaults.model_validate({"idle_s": 45, "theme": "high-contrast"})
    choices = exhibition_choices(exhibition.model_copy(update={"defaults": defaults}))
    assert choices.keys() == {"timing.idle_s", "start.theme", "programmes.A"}
    assert (choices["timing.idle_s"], choices["start.theme"]) == (45, "high-contrast")


def test_its_scenes_in_their_order_are_the_everyday_programme(exhibition: Exhibition) -> None:
    first, *others = exhibition.scenes
    scenes = (first.model_copy(update={"dwell_s": 14.0}), *others)
    choices = exhibition_choices(exhibition.model_copy(update={"scenes": scenes}))
    programme = resolve({Origin.EXHIBITION: choices}).settings.programmes.A or ()
    assert [slot.scene for slot in programme] == [scene.id for scene in exhibition.scenes]
    assert [slot.dwell_s for slot in programme] == [14, None, None, None]
    assert all(slot.shown for slot in programme)


def test_what_it_knows_is_kept_as_it_is(exhibition: Exhibition) -> None:
    choices = typed(
        {
            "start.language": "en",
            "start.theme": "high-contrast",
            "programmes.B": [{"scene": exhibition.scenes[2].id}, {"scene": "new-energy"}],
            "timing.idle_s": 90,
        }
    )
    fit = fitted(choices, exhibition, THEMES)
    assert (fit.choices, fit.misfits) == (choices, ())


def test_it_has_no_more_scenes_than_a_programme_takes() -> None:
    names = [f"scene-{number}" for number in range(MOST_SLOTS + 1)]
    with pytest.raises(ValidationError, match="at most 60 items"):
        ExhibitionFile.model_validate({"title": "a", "subtitle": "b", "order": names})


@pytest.mark.parametrize(
    ("chosen", "kept", "places", "sentence"),
    [
        (
            {"programmes.A": [{"scene": "new-enery"}, {"scene": "ai-production", "dwell_s": 9}]},
            {"programmes.A": [{"scene": "ai-production", "dwell_s": 9}]},
            [("programmes.A", 0, "scene")],
            "the exhibition has no scene 'new-enery' (did you mean 'new-energy'?)",
        ),
        (
            {"programmes.C": [{"scene": "trams"}], "sound.on": False},
            {"sound.on": False},
            [("programmes.C", 0, "scene")],
            "the exhibition has no scene 'trams'",
        ),
        (
            {"start.theme": "ink-atlsa"},
            {},
            [("start.theme",)],
            "the exhibition has no theme 'ink-atlsa' (did you mean 'ink-atlas'?)",
        ),
    ],
)
def test_what_it_does_not_know_is_left_out_and_told(
    exhibition: Exhibition,
    chosen: dict[str, Any],
    kept: dict[str, Any],
    places: list[tuple[Any, ...]],
    sentence: str,
) -> None:
    fit = fitted(typed(chosen), exhibition, THEMES)
    assert fit.choices == typed(kept)
    assert [(misfit.key, *misfit.within) for misfit in fit.misfits] == places
    assert fit.misfits[0].sentence == sentence


def test_a_language_that_it_is_not_in_is_left_out(exhibition: Exhibition) -> None:
    chinese = exhibition.model_copy(update={"languages": ("zh-Hant", "zh-Hans")})
    fit = fitted({"start.language": "en"}, chinese, THEMES)
    assert fit.choices == {}
    assert [misfit.sentence for misfit in fit.misfits] == ["the exhibition has no language 'en'"]
