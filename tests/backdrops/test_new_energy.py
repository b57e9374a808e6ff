import pytest

from kiosk.backdrops.drawing import Inks
from kiosk.backdrops.registry import render
from kiosk.content.model import Accent

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=str)
def test_the_sun_is_in_the_top_right_corner(
    size: tuple[int, int], ink_atlas: dict[Accent, Inks]
) -> None:
    picture = render("new-energy", *size, ink_atlas["new-energy"])
    right, bottom = size[0] - 1, size[1] - 1
    sun, left, low = (
        picture.pixelColor(x, y).lightness() for x, y in ((right, 0), (0, 0), (right, bottom))
    )
    assert sun > 2 * max(left, low)
