"""The screen and what touches it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.venue.doctor.finding import Finding, good

SMALLEST_PX = (1280, 720)
SLOWEST_HZ = 50.0

_DIRECT = 1 << 1
"""Of a device's properties: a finger lies on what it means, as on a screen."""
_MANY_FINGERS = 1 << 0x35
"""Of a device's axes: where each of several fingers is."""
_EDID_WIDTH_CM, _EDID_HEIGHT_CM = 21, 22


@dataclass(frozen=True)
class Screen:
    """A screen, as far as it is known; what is not is 0.

    Attributes:
        name: of the connector, such as `HDMI-A-1`.
        width_px: how wide.
        height_px: how high.
        refresh_hz: pictures a second.
        width_mm: what it says of its size.
        height_mm: the same.
    """

    name: str
    width_px: int
    height_px: int
    refresh_hz: float = 0.0
    width_mm: int = 0
    height_mm: int = 0


def connected_screens(root: Path) -> list[Screen]:
    """What the kernel knows of the screens; their refresh rate it does not tell."""
    found = []
    for folder in sorted((root / "sys/class/drm").glob("card*-*")):
        if _read(folder / "status") != "connected":
            continue
        wide, _, high = (_read(folder / "modes").splitlines() or [""])[0].partition("x")
        size = _size_mm(folder / "edid")
        name = folder.name.partition("-")[2]
        found.append(Screen(name, _number(wide), _number(high.rstrip("i")), 0.0, *size))
    return found


def check_screens(screens: list[Screen]) -> list[Finding]:
    """Whether there is one, of a size and a speed to show an exhibition on."""
    if not screens:
        return [
            Finding("display", "bad", "no screen is connected", "check its cable and its power")
        ]
    findings = [_size(screen) for screen in screens]
    if len(screens) > 1:
        todo = "unplug the others, or install with --output"
        findings.append(Finding("displays", "look", f"there are {len(screens)}", todo))
    findings += [_refresh(screen) for screen in screens if screen.refresh_hz]
    findings += [_panel(screen) for screen in screens]
    return findings


def check_touch(root: Path) -> Finding:
    """Whether a touch screen is connected."""
    names = list(_touch_screens(_read(root / "proc/bus/input/devices")))
    if names:
        return good("touch", ", ".join(names))
    return Finding("touch", "bad", "there is no touch screen", "check its USB cable")


def _size(screen: Screen) -> Finding:
    said = f"{screen.name}: {screen.width_px}x{screen.height_px}"
    longer, shorter = sorted((screen.width_px, screen.height_px), reverse=True)
    if longer < SMALLEST_PX[0] or shorter < SMALLEST_PX[1]:
        todo = f"choose a mode of at least {SMALLEST_PX[0]}x{SMALLEST_PX[1]}"
        return Finding("display", "look", said, todo)
    return good("display", said)


def _refresh(screen: Screen) -> Finding:
    said = f"{screen.name}: {screen.refresh_hz:.0f} Hz"
    if screen.refresh_hz < SLOWEST_HZ:
        todo = "choose a faster mode, or a better cable: what moves will judder"
        return Finding("refresh rate", "look", said, todo)
    return good("refresh rate", said)


def _panel(screen: Screen) -> Finding:
    if screen.width_mm and screen.height_mm:
        said = f"{screen.name}: {screen.width_mm}x{screen.height_mm} mm, it says"
        return good("panel size", said)
    todo = "measure the panel, and enter its size in the staff panel"
    return Finding("panel size", "look", f"{screen.name} does not tell its size", todo)


def _touch_screens(listing: str) -> Iterator[str]:
    for block in listing.split("\n\n"):
        name, properties, axes = "", 0, 0
        for line in block.splitlines():
            if line.startswith("N: Name="):
                name = line.partition("=")[2].strip('"')
            elif line.startswith("B: PROP="):
                properties = _bits(line)
            elif line.startswith("B: ABS="):
                axes = _bits(line)
        if properties & _DIRECT and axes & _MANY_FINGERS:
            yield name


def _bits(line: str) -> int:
    """The kernel prints words of 64 bits, the highest first, without their leading zeros."""
    bits = 0
    for word in line.partition("=")[2].split():
        bits = bits << 64 | int(word, 16)
    return bits


def _size_mm(edid: Path) -> tuple[int, int]:
    try:
        told = edid.read_bytes()
    except OSError:
        return 0, 0
    if len(told) <= _EDID_HEIGHT_CM:
        return 0, 0
    return told[_EDID_WIDTH_CM] * 10, told[_EDID_HEIGHT_CM] * 10


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
