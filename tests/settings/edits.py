"""Whatever staff may do to the settings, at random but the same each time."""

import random
from datetime import date, timedelta
from typing import Any

from kiosk.content.hours import DAYS, Span
from kiosk.content.language import LANGUAGES
from kiosk.settings.draft import Draft
from kiosk.settings.layers import typed
from kiosk.settings.model import keys

SCENE_IDS = ("new-energy", "ai-production", "internet-of-everything", "future-industry")
CORNERS = ("top-left", "top-right", "bottom-left", "bottom-right")
KEYS = tuple(keys())


def any_choice(chance: random.Random, key: str) -> Any:
    """Some value that a key may have, as a page of the panel would give it."""
    match key:
        case "timing.attract_s":
            return chance.choice([0, 20, 48.5, 300])
        case "timing.idle_s":
            return chance.randint(30, 300)
        case "timing.warning_s":
            return chance.uniform(20, 60)
        case "start.language":
            return chance.choice(LANGUAGES)
        case "start.theme":
            return chance.choice(["ink-atlas", "paper-observatory", "high-contrast"])
        case "sound.volume":
            return chance.randint(1, 5)
        case "panel.diagonal_mm":
            return chance.choice([None, 1397.0, chance.uniform(150, 5000)])
        case "panel.floor_mm":
            return chance.choice([None, chance.randint(0, 2500)])
        case "programmes.A" | "programmes.B" | "programmes.C" | "programmes.D":
            return any_programme(chance)
        case "dayparts":
            return [any_daypart(chance) for _ in range(chance.randint(0, 3))]
        case "hours.week":
            return {day: any_spans(chance) for day in chance.sample(DAYS, chance.randint(0, 7))}
        case "hours.exceptions":
            days = (date(2026, 1, 1) + timedelta(days=chance.randint(0, 900)) for _ in range(4))
            return {day: any_spans(chance) for day in days}
        case "poll.place":
            return chance.choice(["last-scene", "prologue", "nowhere"])
        case "staff.corner":
            return chance.choice(CORNERS)
        case "sound.on" | "hours.kept" | "hours.screen_off":
            return chance.random() < 0.5
    raise AssertionError(f"nothing is known of {key}")


def any_programme(chance: random.Random) -> list[dict[str, Any]]:
    return [
        {
            "scene": chance.choice(SCENE_IDS),
            "dwell_s": chance.choice([None, 12, chance.uniform(3, 600)]),
            "shown": chance.random() < 0.8,
        }
        for _ in range(chance.randint(1, 8))
    ]


def any_daypart(chance: random.Random) -> dict[str, Any]:
    days = chance.sample(DAYS, chance.randint(1, 7))
    return {"programme": chance.choice("ABCD"), "days": days, "span": any_span(chance)}


def any_spans(chance: random.Random) -> list[Span]:
    return [any_span(chance) for _ in range(chance.randint(0, 4))]


def any_span(chance: random.Random) -> Span:
    start = chance.randint(0, 1439)
    return Span((start, start + chance.randint(1, 1440 - start % 1440)))


def any_choices(chance: random.Random) -> Any:
    """Some values of some keys, each of its key's type."""
    some = chance.sample(KEYS, chance.randint(0, len(KEYS)))
    return typed({key: any_choice(chance, key) for key in some})


def any_edit(chance: random.Random, draft: Draft) -> None:
    """One touch on a page that changes something."""
    before = draft.choices
    while draft.choices == before:
        if chance.random() < 0.2:
            draft.forget(chance.sample(KEYS, 3))
        else:
            key = chance.choice(KEYS)
            draft.choose({key: any_choice(chance, key)})
