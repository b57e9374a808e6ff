"""`main.py run` on a real screen, in a real window, under a real pointer."""

import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage

from kiosk.content.model import Exhibition
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.stage.layout import LANDSCAPE
from kiosk.stage.stage import Stage
from tests.processes import command, environment
from tests.screen import Screen, until, window_manager

if TYPE_CHECKING:
    from tests.conftest import LookFactory

pytestmark = pytest.mark.skipif(not shutil.which("Xvfb"), reason="there is no Xvfb")

SIZE = (1280, 720)
WHITE = 0xFFFFFFFF
ALIKE = 6.0
"""How much two pictures of the same scene may differ, on average, of 255 shades."""


# --- a screen, a kiosk on it, and what is to be seen there -------------------------------------


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    screen = Screen(tmp_path, SIZE)
    yield screen
    screen.close()


@pytest.fixture(params=["bare", "managed"])
def any_screen(request: pytest.FixtureRequest, screen: Screen) -> Iterator[Screen]:
    """A screen without a window manager, then one with it."""
    if request.param == "bare":
        yield screen
    elif not window_manager():
        pytest.skip("there is no window manager")
    else:
        with screen.managed():
            yield screen


class Guide:
    """Tells which scene is on a screen of `SIZE`, and where to touch it."""

    def __init__(self, stage: Stage, exhibition: Exhibition) -> None:
        scale = SIZE[0] / LANDSCAPE.size.width()
        head = LANDSCAPE.kicker.united(LANDSCAPE.title)
        self._head = QRect((head.topLeft() * scale).toPoint(), (head.size() * scale).toSize())
        self._heads = {}
        for index, scene in enumerate(exhibition.scenes):
            stage.place_page(index)
            self._heads[scene.id] = self._cut(stage.view.grab().toImage())
        names = {item.name: item for item in stage.touchables()}
        chips = [names[scene.title.zh_hant] for scene in exhibition.scenes]
        middles = [chip.mapToScene(chip.boundingRect().center()) for chip in chips]
        self.chips: list[QPoint] = [stage.view.mapFromScene(middle) for middle in middles]

    def scene(self, picture: QImage) -> str | None:
        """The id of the scene whose number and title stand in their places."""
        seen = self._cut(picture)
        differences = {name: difference(seen, head) for name, head in self._heads.items()}
        nearest = min(differences, key=lambda name: differences[name])
        return nearest if differences[nearest] < ALIKE else None

    def _cut(self, picture: QImage) -> bytes:
        cut = picture.copy(self._head).convertToFormat(QImage.Format.Format_RGB888)
        return bytes(cut.constBits())


def difference(one: bytes, other: bytes) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


@pytest.fixture(scope="module")
def guide(exhibition: Exhibition, make_look: "LookFactory") -> Guide:
    clock = ManualClock()
    look = make_look("zh-Hant", "ink-atlas")
    stage = Stage(exhibition, look, clock, Animator(clock), LANDSCAPE)
    stage.view.resize(QSize(*SIZE))
    stage.view.show()
    guide = Guide(stage, exhibition)
    stage.close()
    return guide


@contextmanager
def kiosk_on(screen: Screen, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """`main.py run ARGUMENTS` on a screen; whatever happens, it does not outlive the test."""
    process = subprocess.Popen(
        command("run", *map(str, arguments)),
        env=environment(DISPLAY=screen.display),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()


def await_on(process: subprocess.Popen[str], condition: Callable[[], bool], what: str) -> None:
    """Looks until `condition` holds; fails at once with what it said if the kiosk has ended."""

    def holds() -> bool:
        if process.poll() is not None:
            assert process.stdout
            pytest.fail(f"it ended with {process.returncode}: {process.stdout.read()}")
        return condition()

    until(holds, what)


def wait_for(screen: Screen, guide: Guide, process: subprocess.Popen[str], scene: str) -> None:
    arrived = f"the scene {scene} is on the screen"
    await_on(process, lambda: guide.scene(screen.picture()) == scene, arrived)


def swipe(screen: Screen, start: int, end: int) -> None:
    """Draws the pointer across the middle of the screen, its button down."""
    middle = SIZE[1] // 2
    screen.xdotool("mousemove", start, middle, "mousedown", 1)
    step = (end - start) // 10
    for x in range(start, end + step, step):
        screen.xdotool("mousemove", x, middle)
    screen.xdotool("mouseup", 1)


# --- by itself ---------------------------------------------------------------------------------


def test_it_ends_by_itself_after_its_rounds(screen: Screen) -> None:
    with kiosk_on(screen, "--windowed", "1280x720", "--cycles", "1", "--speed", "40") as process:
        said, _ = process.communicate(timeout=60)
        assert (process.returncode, said) == (0, "")


def test_it_fills_the_screen(any_screen: Screen, guide: Guide, patient: Path) -> None:
    with kiosk_on(any_screen, "--content", patient) as process:
        wait_for(any_screen, guide, process, "new-energy")
        (window,) = any_screen.xdotool("search", "--onlyvisible", "--name", "^新質生產力$").split()
        geometry = any_screen.xdotool("getwindowgeometry", "--shell", window).split()
        assert {"X=0", "Y=0", f"WIDTH={SIZE[0]}", f"HEIGHT={SIZE[1]}"} <= set(geometry)
        assert not bare(any_screen.picture())


def bare(picture: QImage) -> bool:
    """Whether the white ground is seen at an edge of the screen."""
    right, bottom = picture.width() - 1, picture.height() - 1
    edges = [(x, y) for x in range(right + 1) for y in (0, bottom)]
    edges += [(x, y) for y in range(bottom + 1) for x in (0, right)]
    return any(picture.pixel(x, y) == WHITE for x, y in edges)


def test_it_invites_until_somebody_touches_it(screen: Screen, guide: Guide) -> None:
    with kiosk_on(screen) as process:
        found = ("search", "--name", "^新質生產力$")
        await_on(process, lambda: screen.xdotool(*found) != "", "it is there")
        await_on(process, lambda: not bare(screen.picture()), "it is painted")
        assert guide.scene(screen.picture()) is None
        screen.xdotool("mousemove", *guide.chips[1].toTuple(), "click", 1)
        wait_for(screen, guide, process, "new-energy")  # the touch did nothing but wake it


# --- under a hand ------------------------------------------------------------------------------


def test_a_click_on_a_chip_brings_its_scene(
    any_screen: Screen, guide: Guide, patient: Path
) -> None:
    with kiosk_on(any_screen, "--content", patient) as process:
        wait_for(any_screen, guide, process, "new-energy")
        any_screen.xdotool("mousemove", *guide.chips[1].toTuple(), "click", 1)
        wait_for(any_screen, guide, process, "ai-production")


def test_a_swipe_turns_the_scene_either_way(screen: Screen, guide: Guide, patient: Path) -> None:
    with kiosk_on(screen, "--content", patient) as process:
        wait_for(screen, guide, process, "new-energy")
        swipe(screen, 900, 300)
        wait_for(screen, guide, process, "ai-production")
        swipe(screen, 300, 900)
        wait_for(screen, guide, process, "new-energy")


def test_a_scene_drawn_too_little_comes_back(screen: Screen, guide: Guide, patient: Path) -> None:
    with kiosk_on(screen, "--content", patient) as process:
        wait_for(screen, guide, process, "new-energy")
        screen.xdotool("mousemove", 460, 360, "mousedown", 1, "mousemove", 390, 360)
        until(lambda: guide.scene(screen.picture()) is None, "the scene follows the pointer")
        # A hand that rests before it lets go: else it were a flick.
        screen.xdotool("sleep", 0.2, "mousemove", 400, 360, "sleep", 0.2, "mouseup", 1)
        wait_for(screen, guide, process, "new-energy")


def test_keys_turn_the_scene(any_screen: Screen, guide: Guide, patient: Path) -> None:
    with kiosk_on(any_screen, "--content", patient) as process:
        wait_for(any_screen, guide, process, "new-energy")
        any_screen.xdotool("key", "Left")
        wait_for(any_screen, guide, process, "future-industry")


# --- told to end -------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=str)
def test_a_signal_ends_it_at_once_and_in_silence(
    number: signal.Signals, screen: Screen, guide: Guide, patient: Path
) -> None:
    with kiosk_on(screen, "--content", patient) as process:
        wait_for(screen, guide, process, "new-energy")
        process.send_signal(number)
        said, _ = process.communicate(timeout=5)
        assert (process.returncode, said) == (0, "")
