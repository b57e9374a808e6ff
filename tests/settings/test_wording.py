"""The file reads as if a person had written it, and says exactly what was chosen."""

import random
from pathlib import Path

import pytest
import yaml

from kiosk.settings import file
from kiosk.settings.layers import typed
from kiosk.settings.wording import inline, wording
from tests.settings.edits import any_choices

CHOSEN = {
    "hours.kept": True,
    "hours.week": {"monday": ["10:00-18:00"], "friday": ["10:00-13:00", "18:00-02:00"]},
    "hours.exceptions": {"2026-12-25": [], "2027-02-06": ["00:00-24:00"]},
    "timing.idle_s": 75,
    "timing.warning_s": 22.5,
    "programmes.A": [
        {"scene": "new-energy", "dwell_s": 12, "shown": True},
        {"scene": "ai-production", "dwell_s": None, "shown": False},
        {"scene": "場景"},
    ],
    "dayparts": [{"programme": "B", "days": ["saturday", "sunday"], "span": "10:00-12:00"}],
    "panel.floor_mm": None,
}

WRITTEN = """\
timing:
  idle_s: 75
  warning_s: 22.5

panel:
  floor_mm: null

programmes:
  A:
    - {scene: new-energy, dwell_s: 12}
    - {scene: ai-production, shown: false}
    - {scene: "場景"}

dayparts:
  - {programme: B, days: [saturday, sunday], span: 10:00-12:00}

hours:
  kept: true
  week:
    monday: [10:00-18:00]
    friday: [10:00-13:00, 18:00-02:00]
  exceptions:
    2026-12-25: []
    2027-02-06: [00:00-24:00]
"""


def test_it_is_written_as_a_person_would() -> None:
    assert wording(typed(CHOSEN)) == WRITTEN


@pytest.mark.parametrize("seed", range(300))
def test_what_is_written_is_read_as_it_was_chosen(tmp_path: Path, seed: int) -> None:
    choices = any_choices(random.Random(seed))
    file.write(tmp_path, choices)
    assert file.read(tmp_path).choices == choices


@pytest.mark.parametrize("name", ["no", "Null", "12", "a b", "a: b", "#a", '"', "1e3", "-", "é"])
def test_a_name_that_yaml_would_take_for_something_else_is_quoted(name: str) -> None:
    assert yaml.safe_load(f"[{inline(name)}]") == [name]
    assert yaml.safe_load(f"{{{inline(name)}: {inline(name)}}}") == {name: name}
