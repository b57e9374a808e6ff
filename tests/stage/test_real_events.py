"""Through the window itself, as a mouse and a touch screen do it, on screens of several shapes."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest

from kiosk.show.tour import Hold
from kiosk.toolkit.touchable import Touchable
from tests.conftest import KioskFactory, Rig, middle
from tests.stage.visitor import exhibit, picture_area, read, segments
from tests.toolkit.drawn import alike

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def screen(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture(params=[(1280, 720), (1024, 768), (1680, 720), (720, 1280)], ids=str)
def rig(kiosk: KioskFactory, request: pytest.FixtureRequest) -> Rig:
    built = kiosk(size=request.param)
    built.come_to_rest()
    return built


@pytest.fixture
def wide(kiosk: KioskFactory) -> Rig:
    built = kiosk()
    built.come_to_rest()
    return built


def on_window(rig: Rig, target: Touchable | QPointF) -> QPoint:
    """Where something is in the window, in its own pixels."""
    point = target if isinstance(target, QPointF) else middle(target)
    return rig.view.viewportTransform().map(point).toPoint()


def finger(rig: Rig, screen: QPointingDevice, path: list[QPoint], ms: float = 160) -> None:
    """Draw a finger along a path, and lift it."""
    window = rig.view.windowHandle()
    QTest.touchEvent(window, screen).press(0, path[0], window).commit()
    for point in path[1:]:
        rig.wind(ms / len(path))
        QTest.touchEvent(window, screen).move(0, point, window).commit()
    QTest.touchEvent(window, screen).release(0, path[-1], window).commit()


def test_a_mouse_taps_a_chip(rig: Rig) -> None:
    place = on_window(rig, rig.touchable("萬物互聯"))
    QTest.mouseClick(rig.view.windowHandle(), LEFT, pos=place)
    rig.come_to_rest()
    assert rig.stage.page == 2


def test_a_finger_taps_a_card_and_closes_it(rig: Rig, screen: QPointingDevice) -> None:
    finger(rig, screen, [on_window(rig, rig.scene.cards()[1])])
    rig.come_to_rest()
    assert rig.stage.overlay() is not None
    finger(rig, screen, [on_window(rig, rig.touchable("關閉"))])
    rig.come_to_rest()
    assert rig.stage.overlay() is None


def test_a_finger_swipes(rig: Rig, screen: QPointingDevice) -> None:
    centre = rig.stage.layout.rect.center()
    wide = rig.stage.layout.size.width()
    path = [on_window(rig, centre - QPointF(wide * step / 20, 0)) for step in range(9)]
    finger(rig, screen, path)
    rig.come_to_rest()
    assert rig.stage.page == 1


def test_the_scene_is_under_the_finger_all_the_way(rig: Rig, screen: QPointingDevice) -> None:
    window, scene = rig.view.windowHandle(), rig.scene
    start = on_window(rig, rig.stage.layout.rect.center())
    scale = rig.view.transform().m11()
    QTest.touchEvent(window, screen).press(0, start, window).commit()
    for way in (-40, -90, -160, -60, 50, 120):
        rig.wind(32)
        QTest.touchEvent(window, screen).move(0, start + QPoint(way, 0), window).commit()
        assert scene.x() == pytest.approx(way / scale)
    QTest.touchEvent(window, screen).release(0, start + QPoint(120, 0), window).commit()


def test_a_mouse_swipes_too(wide: Rig) -> None:
    window = wide.view.windowHandle()
    start = on_window(wide, wide.stage.layout.rect.center())
    QTest.mousePress(window, LEFT, pos=start)
    for step in range(1, 8):
        wide.wind(16)
        QTest.mouseMove(window, start - QPoint(60 * step, 0))
    QTest.mouseRelease(window, LEFT, pos=start - QPoint(420, 0))
    wide.come_to_rest()
    assert wide.stage.page == 1


# --- on a chart --------------------------------------------------------------------------------


@pytest.mark.parametrize("way", [-1, 1])
def test_a_quick_finger_on_the_chart_swipes(rig: Rig, screen: QPointingDevice, way: int) -> None:
    start, wide = picture_area(rig).center(), rig.stage.layout.size.width()
    path = [on_window(rig, start + QPointF(way * wide * n / 20, 0)) for n in range(9)]
    finger(rig, screen, path)
    rig.come_to_rest()
    assert rig.stage.page == (1 if way < 0 else 3)
    rig.stage.scene_requested.emit(0)
    rig.come_to_rest()
    assert read(rig) == ""


def test_an_unhurried_finger_on_the_chart_reads(rig: Rig, screen: QPointingDevice) -> None:
    area = picture_area(rig).adjusted(90, 0, -20, 0)
    places = [area.left() + area.width() * n / 40 for n in range(41)]
    path = [on_window(rig, QPointF(x, area.center().y())) for x in places]
    finger(rig, screen, path, ms=4000)
    assert "2023" in read(rig)
    assert rig.stage.page == 0 and rig.scene.x() == 0


def test_a_mouse_reads_too_and_clears_with_a_second_click(wide: Rig) -> None:
    window, place = wide.view.windowHandle(), on_window(wide, picture_area(wide).center())
    QTest.mouseClick(window, LEFT, pos=place)
    assert "2021" in read(wide)
    wide.wind(400)
    QTest.mouseClick(window, LEFT, pos=place)
    assert read(wide) == ""


def test_a_press_on_the_chart_is_read_at_once(wide: Rig, screen: QPointingDevice) -> None:
    window, place = wide.view.windowHandle(), on_window(wide, picture_area(wide).center())
    before = wide.picture()
    QTest.touchEvent(window, screen).press(0, place, window).commit()
    assert not alike(wide.picture(), before)
    QTest.touchEvent(window, screen).release(0, place, window).commit()


def test_a_stroke_that_the_system_takes_away_leaves_nothing(
    wide: Rig, screen: QPointingDevice
) -> None:
    window, place = wide.view.windowHandle(), on_window(wide, picture_area(wide).center())
    QTest.touchEvent(window, screen).press(0, place, window).commit()
    wide.wind(400)
    QTest.touchEvent(window, screen).move(0, place + QPoint(0, 60), window).commit()
    assert read(wide)
    QCoreApplication.sendEvent(window, QTouchEvent(QEvent.Type.TouchCancel, screen))
    assert read(wide) == ""
    QTest.touchEvent(window, screen).release(0, place, window).commit()


def test_a_finger_turns_to_another_exhibit(rig: Rig, screen: QPointingDevice) -> None:
    finger(rig, screen, [on_window(rig, segments(rig)[1])])
    rig.come_to_rest()
    assert exhibit(rig).spec is rig.scene.scene_content.exhibits[1]


# --- presses -----------------------------------------------------------------------------------


def test_a_press_is_seen_at_once(wide: Rig, screen: QPointingDevice) -> None:
    window = wide.view.windowHandle()
    button = wide.touchable("下一個")
    place = on_window(wide, button)
    before = wide.picture().pixelColor(place + QPoint(20, 20))
    QTest.touchEvent(window, screen).press(0, place, window).commit()
    assert wide.picture().pixelColor(place + QPoint(20, 20)) != before
    QTest.touchEvent(window, screen).release(0, place, window).commit()
    assert wide.picture().pixelColor(place + QPoint(20, 20)) == before


def test_slid_off_a_button_by_a_hair_it_does_not_act(wide: Rig, screen: QPointingDevice) -> None:
    button = wide.touchable("下一個")
    box = wide.view.viewportTransform().mapRect(button.mapRectToScene(button.boundingRect()))
    edge = QPoint(round(box.center().x()), round(box.top()) + 3)
    finger(wide, screen, [edge, edge - QPoint(0, 10)])
    wide.come_to_rest()
    assert wide.stage.page == 0
    assert not button.pressed
    finger(wide, screen, [edge, edge + QPoint(0, 10)])
    assert wide.stage.page == 1


def test_ten_fingers_turn_one_scene_and_crash_nothing(wide: Rig, screen: QPointingDevice) -> None:
    window = wide.view.windowHandle()
    place = on_window(wide, wide.touchable("下一個"))
    for sign in (1, -1):
        down = QTest.touchEvent(window, screen)
        for number in range(10):
            down = down.press(number, place + QPoint(sign * number, 0), window)
        down.commit()
        wide.wind(32)
        away = QTest.touchEvent(window, screen)
        for number in range(10):
            away = away.move(number, place + QPoint(sign * number, 2), window)
        away.commit()
        up = QTest.touchEvent(window, screen)
        for number in range(10):
            up = up.release(number, place + QPoint(sign * number, 2), window)
        up.commit()
        wide.wind(32)
    wide.come_to_rest()
    assert wide.stage.page == 1


@pytest.mark.parametrize("swipes", [False, True])
def test_of_ten_fingers_all_over_the_screen_the_first_alone_acts(
    wide: Rig, screen: QPointingDevice, swipes: bool
) -> None:
    """The first is on a chip, or swipes; the others are on everything else and go elsewhere."""
    window = wide.view.windowHandle()
    first = QPointF(420, 560) if swipes else middle(wide.touchable("AI生產"))
    others = [item for item in wide.stage.touchables() if item.name != "AI生產"]
    places = [on_window(wide, first), *(on_window(wide, item) for item in others[-9:])]
    ways = [QPoint(-70 if swipes else 0, 0), *(QPoint(45 * (-1) ** n, 30) for n in range(9))]
    assert len(places) == 10
    down = QTest.touchEvent(window, screen)
    for number, place in enumerate(places):
        down = down.press(number, place, window)
    down.commit()
    for step in range(1, 5):
        wide.wind(16)
        moved = QTest.touchEvent(window, screen)
        for number, (place, way) in enumerate(zip(places, ways, strict=True)):
            moved = moved.move(number, place + way * step, window)
        moved.commit()
    pages = []
    wide.stage.scene_requested.connect(pages.append)
    wide.stage.next_requested.connect(lambda: pages.append(1))
    wide.stage.previous_requested.connect(lambda: pages.append(3))
    up = QTest.touchEvent(window, screen)
    for number, (place, way) in reversed(list(enumerate(zip(places, ways, strict=True)))):
        up = up.release(number, place + way * 4, window)
    up.commit()
    wide.come_to_rest()
    assert pages == [1]
    assert (wide.stage.page, wide.tour.index, wide.scene.x()) == (1, 1, 0)
    assert wide.stage.opened() == () and wide.tour.hold is Hold.HELD


def test_a_hand_laid_on_the_screen_moves_nothing(wide: Rig, screen: QPointingDevice) -> None:
    window = wide.view.windowHandle()
    down = QTest.touchEvent(window, screen)
    for number in range(5):
        down = down.press(number, QPoint(300 + 60 * number, 300), window)
    down.commit()
    wide.wind(5000)
    up = QTest.touchEvent(window, screen)
    for number in range(5):
        up = up.release(number, QPoint(300 + 60 * number, 300), window)
    up.commit()
    wide.come_to_rest()
    assert wide.stage.page == 0
    assert wide.scene.x() == 0


def test_a_real_touch_holds_the_tour_and_a_hovering_mouse_does_not(
    wide: Rig, screen: QPointingDevice
) -> None:
    QTest.mouseMove(wide.view.windowHandle(), QPoint(300, 300))
    QTest.mouseMove(wide.view.windowHandle(), QPoint(500, 300))
    assert wide.tour.playing
    finger(wide, screen, [QPoint(5, 5)])
    assert wide.tour.hold is Hold.HELD


def test_the_bars_beside_the_design_are_as_good_as_beside_a_card(
    kiosk: KioskFactory, screen: QPointingDevice
) -> None:
    rig = kiosk(size=(1024, 768))
    rig.come_to_rest()
    rig.tap(rig.scene.cards()[0])
    rig.come_to_rest()
    assert rig.view.viewportTransform().map(QPointF(0, 0)).y() > 50
    rig.wind(400)
    finger(rig, screen, [QPoint(500, 10)])
    rig.come_to_rest()
    assert rig.stage.overlay() is None
