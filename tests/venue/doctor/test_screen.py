from pathlib import Path

import pytest

from kiosk.venue.doctor.finding import Finding
from kiosk.venue.doctor.screen import Screen, check_screens, check_touch, connected_screens

TOUCH = """I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK Multi-Touch-V3000"
P: Phys=usb-0000:00:14.0-4/input0
H: Handlers=event5
B: PROP=2
B: EV=1b
B: KEY=400 0 0 0 0 0
B: ABS=260800000000003
"""
MOUSE = """I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="Logitech USB Optical Mouse"
H: Handlers=mouse0 event4
B: PROP=0
B: EV=17
"""
TOUCHPAD = TOUCH.replace("PROP=2", "PROP=5").replace("ILITEK Multi-Touch-V3000", "SynPS/2 TouchPad")


def put(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def connect(root: Path, name: str, mode: str, size_cm: tuple[int, int] = (60, 34)) -> None:
    folder = root / "sys/class/drm" / f"card1-{name}"
    put(folder / "status", "connected\n")
    put(folder / "modes", f"{mode}\n1280x720\n")
    put(folder / "edid", bytes(21) + bytes(size_cm) + bytes(105))


def grades(findings: list[Finding]) -> dict[str, str]:
    return {finding.what: finding.grade for finding in findings}


def test_the_kernel_tells_of_the_screen(tmp_path: Path) -> None:
    connect(tmp_path, "HDMI-A-1", "1920x1080")
    put(tmp_path / "sys/class/drm/card1-DP-1/status", "disconnected\n")
    assert connected_screens(tmp_path) == [Screen("HDMI-A-1", 1920, 1080, 0.0, 600, 340)]


def test_a_screen_as_it_should_be_is_good() -> None:
    found = grades(check_screens([Screen("HDMI-A-1", 1920, 1080, 60, 600, 340)]))
    assert found == {"display": "good", "refresh rate": "good", "panel size": "good"}


def test_an_upright_screen_is_as_good_as_one_that_lies() -> None:
    assert grades(check_screens([Screen("DP-1", 720, 1280)]))["display"] == "good"


@pytest.mark.parametrize(
    ("screens", "what", "grade"),
    [
        ([], "display", "bad"),
        ([Screen("A", 1024, 768)], "display", "look"),
        ([Screen("A", 1920, 1080, 30)], "refresh rate", "look"),
        ([Screen("A", 1920, 1080)], "panel size", "look"),
        ([Screen("A", 1920, 1080), Screen("B", 1920, 1080)], "displays", "look"),
    ],
)
def test_what_is_wrong_with_a_screen_comes_with_what_to_do(
    screens: list[Screen], what: str, grade: str
) -> None:
    finding = next(one for one in check_screens(screens) if one.what == what)
    assert finding.grade == grade
    assert finding.todo


def test_a_touch_screen_is_known_by_its_name(tmp_path: Path) -> None:
    put(tmp_path / "proc/bus/input/devices", f"{MOUSE}\n{TOUCH}")
    assert check_touch(tmp_path) == Finding("touch", "good", "ILITEK Multi-Touch-V3000")


@pytest.mark.parametrize("devices", ["", MOUSE, TOUCHPAD])
def test_neither_a_mouse_nor_a_touchpad_is_a_touch_screen(devices: str, tmp_path: Path) -> None:
    put(tmp_path / "proc/bus/input/devices", devices)
    assert check_touch(tmp_path).grade == "bad"
