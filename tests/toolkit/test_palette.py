"""A chart may have five series, and each has to be told from the others."""

from typing import get_args

import pytest

from kiosk.content.model import Accent
from tests.conftest import LookFactory


@pytest.mark.parametrize("theme", ["ink-atlas", "paper-observatory"])
@pytest.mark.parametrize("accent", get_args(Accent))
def test_five_series_have_five_colours(make_look: LookFactory, theme: str, accent: Accent) -> None:
    palette = make_look("zh-Hant", theme).palette
    assert len({palette.series(accent, row).name() for row in range(5)}) == 5


def test_small_words_have_a_scene_s_colour_where_it_can_be_read(make_look: LookFactory) -> None:
    dark, light = (make_look("en", name).palette for name in ("ink-atlas", "paper-observatory"))
    accent: Accent = "internet-of-everything"
    assert dark.lettering(dark.accent(accent)) == dark.accent(accent)
    assert light.lettering(light.accent(accent)) == light.text
