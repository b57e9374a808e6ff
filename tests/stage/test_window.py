"""Windows of every size and shape, and exhibitions smaller than the real one."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QGuiApplication

from kiosk.content.model import Exhibition
from kiosk.stage.layout import LANDSCAPE, PORTRAIT
from tests.conftest import KioskFactory, Rig
from tests.toolkit.drawn import alike


def seen_area(rig: Rig) -> QRectF:
    """Where the design is in the window, in its own pixels."""
    return rig.view.viewportTransform().mapRect(rig.stage.layout.rect)


@pytest.mark.parametrize(
    ("size", "upright"),
    [
        ((1280, 720), False),
        ((1024, 768), False),
        ((1680, 720), False),
        ((800, 800), False),
        ((720, 1280), True),
        ((768, 1024), True),
        ((1080, 2520), True),
    ],
    ids=str,
)
def test_the_design_is_as_large_as_can_be_in_the_middle_and_undistorted(
    kiosk: KioskFactory, size: tuple[int, int], upright: bool
) -> None:
    rig = kiosk(size=size)
    area, window = seen_area(rig), QRectF(0, 0, *size)
    assert rig.stage.layout is (PORTRAIT if upright else LANDSCAPE)
    design = rig.stage.layout.size
    assert area.width() / area.height() == pytest.approx(design.width() / design.height())
    assert area.width() == pytest.approx(size[0]) or area.height() == pytest.approx(size[1])
    assert (area.center() - window.center()).manhattanLength() < 2


@pytest.mark.parametrize("size", [(1024, 768), (1680, 720)], ids=str)
def test_beside_the_design_the_backdrop_goes_on(kiosk: KioskFactory, size: tuple[int, int]) -> None:
    rig = kiosk(size=size)
    rig.come_to_rest()
    image = rig.picture()
    assert image.size() == QSize(*size)
    area = seen_area(rig)
    outside = [
        image.pixelColor(x, y).rgb()
        for x in range(0, size[0], 4)
        for y in range(0, size[1], 4)
        if not area.adjusted(-2, -2, 2, 2).contains(QPointF(x, y))
    ]
    assert len(outside) > 1000
    assert len(set(outside)) > 20
    assert 0xFF000000 not in outside
    assert 0xFFFFFFFF not in outside


def test_a_larger_screen_shows_the_same_picture(kiosk: KioskFactory) -> None:
    pictures = []
    for size in ((960, 540), (1920, 1080)):
        rig = kiosk(size=size)
        rig.stage.place_page(0)
        pictures.append(rig.picture())
    small, large = (
        picture.scaled(240, 135).convertToFormat(picture.format()) for picture in pictures
    )
    difference = sum(
        abs(small.pixelColor(x, y).lightness() - large.pixelColor(x, y).lightness())
        for x in range(240)
        for y in range(135)
    )
    assert difference / (240 * 135) < 6


def test_dragged_larger_and_smaller_it_stays_the_same_design(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(1280, 720))
    rig.stage.place_page(1)
    before = rig.picture()
    for size in ((900, 700), (1900, 500), (640, 360), (1280, 720)):
        rig.view.resize(*size)
    assert rig.stage.layout is LANDSCAPE
    assert alike(rig.picture(), before)


def test_after_a_resize_a_slide_is_as_wide_as_the_window(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(1280, 720))
    rig.view.resize(1680, 720)
    rig.come_to_rest()
    rig.drag(-400, ms=600, release=False)
    (other,) = (i for i in rig.stage.live_items() if i.isVisible() and i.x() > 0)
    left = rig.view.viewportTransform().map(QPointF(other.x(), 0)).x()
    scale = rig.view.transform().m11()
    assert left == pytest.approx(1680 + (1680 - 1920 * scale) / 2 - 400 * scale, abs=2)


def test_turned_upright_it_shows_the_same_scene_upright(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(1280, 720))
    rig.stage.scene_requested.emit(2)
    rig.come_to_rest()
    rig.view.resize(720, 1280)
    rig.come_to_rest()
    assert rig.stage.layout is PORTRAIT
    assert rig.scene.scene_content.id == "internet-of-everything"
    assert seen_area(rig).size().toSize() == QSize(720, 1280)
    rig.tap(rig.touchable("下一個"))
    rig.come_to_rest()
    assert rig.stage.page == 3


def test_turned_upright_at_the_prologue_it_stays_there(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(1280, 720))
    rig.stage.prologue_requested.emit()
    rig.come_to_rest()
    rig.view.resize(720, 1280)
    rig.come_to_rest()
    assert rig.scene.scene_content.id == "prologue"


@pytest.mark.parametrize("moment", ["slide", "drag", "opening", "open", "closing", "press"])
def test_it_can_be_turned_at_any_moment(kiosk: KioskFactory, moment: str) -> None:
    rig = kiosk(size=(1280, 720))
    rig.come_to_rest()
    match moment:
        case "slide":
            rig.stage.next_requested.emit()
            rig.wind(200)
        case "drag":
            rig.drag(-500, ms=300, release=False)
        case "opening" | "open" | "closing":
            rig.tap(rig.scene.cards()[0])
            rig.wind(100 if moment == "opening" else 600)
            if moment == "closing":
                rig.stage.close_card()
                rig.wind(50)
        case "press":
            rig.stage.arbiter.begin(0, QPointF(960, 1000))
    rig.view.resize(720, 1280)
    rig.wind(300)
    rig.stage.arbiter.end(0, QPointF(960, 1000))
    rig.come_to_rest()
    assert rig.stage.layout is PORTRAIT
    assert rig.scene.x() == 0
    assert (rig.stage.overlay() is not None) == (moment in ("opening", "open"))
    rig.wind(400)
    page = rig.stage.page
    rig.stage.arbiter.begin(1, QPointF(540, 150))
    rig.stage.arbiter.end(1, QPointF(540, 150))
    rig.come_to_rest()
    rig.tap(rig.touchable("下一個"))
    rig.come_to_rest()
    assert rig.stage.page == (0 if page is None else (page + 1) % 4)


def test_a_fixed_layout_does_not_follow_the_window(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(720, 1280), layout=LANDSCAPE)
    assert rig.stage.layout is LANDSCAPE
    rig.view.resize(500, 1280)
    assert rig.stage.layout is LANDSCAPE


def test_there_is_one_window(kiosk: KioskFactory) -> None:
    rig = kiosk()
    rig.tap(rig.scene.cards()[0])
    rig.come_to_rest()
    visible = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    assert visible == [rig.view.windowHandle()]


# --- other exhibitions -------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 2, 3])
def test_fewer_scenes_do_as_well(kiosk: KioskFactory, exhibition: Exhibition, count: int) -> None:
    fewer = exhibition.model_copy(update={"scenes": exhibition.scenes[:count]})
    rig = kiosk(shown=fewer)
    rig.come_to_rest()
    for offset in (-900, -900, 900):
        rig.drag(offset, ms=300)
        rig.wind(400)
        rig.come_to_rest()
    assert rig.stage.page == 1 % count
    rig.tap(rig.touchable("下一個"))
    rig.come_to_rest()
    assert rig.stage.page == 2 % count
    rig.wind(62_000, step=100)
    assert len(rig.stage.live_items()) <= count


def test_the_only_scene_does_not_vanish_under_a_finger(
    kiosk: KioskFactory, exhibition: Exhibition
) -> None:
    rig = kiosk(shown=exhibition.model_copy(update={"scenes": exhibition.scenes[:1]}))
    rig.wind(4000)
    rig.tap(QPointF(960, 20))
    rig.wind(32)
    before = rig.picture()
    rig.drag(-600, ms=300)
    rig.come_to_rest()
    rig.wind(50)
    assert alike(rig.picture(), before)


def test_without_a_prologue_there_is_no_way_to_it(
    kiosk: KioskFactory, exhibition: Exhibition
) -> None:
    rig = kiosk(shown=exhibition.model_copy(update={"prologue": None}))
    names = [item.name for item in rig.stage.touchables()]
    assert "甚麼是新質生產力？" not in names
    rig.stage.prologue_requested.emit()
    rig.come_to_rest()
    assert rig.stage.page == 0
    assert rig.tour.hold.name in ("NONE", "TOUCH")
    assert not rig.tour.off_tour


@pytest.mark.parametrize("theme", ["high-contrast", "ink-atlas", "paper-observatory"])
def test_every_theme_paints_every_scene(kiosk: KioskFactory, theme: str) -> None:
    rig = kiosk(theme=theme, size=(640, 360))
    pictures = []
    for page in (0, 1, 2, 3, None):
        rig.stage.place_page(page)
        pictures.append(rig.picture())
    assert all(not alike(a, b) for n, a in enumerate(pictures) for b in pictures[:n])
