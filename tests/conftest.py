"""What every test can count on: no screen, a silent Qt, and nothing left from the test before."""

import os
import shutil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import functools
import weakref
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QPointF, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QGraphicsScene

from kiosk.app import Kiosk, load_exhibition, open_wardrobe
from kiosk.backdrops.registry import Inks, render
from kiosk.content.language import LANGUAGES, Language
from kiosk.content.model import Accent, Exhibition
from kiosk.resources import SCENES
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.show.tour import Tour
from kiosk.show.visit import Visit
from kiosk.show.voice import Voice
from kiosk.stage.backdrop import Backdrop
from kiosk.stage.layout import LANDSCAPE, PORTRAIT, Layout
from kiosk.stage.scene_item import SceneItem
from kiosk.stage.stage import Stage
from kiosk.stage.view import View
from kiosk.toolkit.look import Look
from kiosk.toolkit.ticker import Ticker
from kiosk.toolkit.touchable import Touchable
from kiosk.toolkit.wardrobe import Wardrobe

HARMLESS = "This plugin does not support propagateSizeHints()"
LAYOUTS = {"landscape": LANDSCAPE, "portrait": PORTRAIT}

LookFactory = Callable[..., Look]
KioskFactory = Callable[..., "Rig"]


# --- guards ------------------------------------------------------------------------------------
# pytest-qt fails a test in which Qt warns, by `qt_log_level_fail`; it does not listen to what is
# said while the fixtures are taken down.

_tickers: "weakref.WeakSet[Ticker]" = weakref.WeakSet()


@pytest.fixture(scope="session", autouse=True)
def _tickers_are_known() -> Iterator[None]:
    build = Ticker.__init__

    @functools.wraps(build)
    def build_and_note(self: Ticker, *args: object, **kwargs: object) -> None:
        build(self, *args, **kwargs)
        _tickers.add(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Ticker, "__init__", build_and_note)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Fails the test after which something is said, seen or still ticking."""
    said: list[str] = []

    def note(_level: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if message != HARMLESS:
            said.append(message)

    previous = qInstallMessageHandler(note)
    try:
        yield
    finally:
        qInstallMessageHandler(previous)
    # Taken away before the test fails, or the next ones would fail too.
    windows = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    ticking = [ticker for ticker in _tickers if ticker.running]
    for window in windows:
        window.close()
    for ticker in ticking:
        ticker.stop()
    assert not said, "Qt said something while the test was taken down"
    assert not windows, "the test left a window open"
    assert not ticking, "the test left a ticker running"


@pytest.fixture(scope="session", autouse=True)
def _no_venue_but_our_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A kiosk that a test starts keeps its settings where it may, and not where a venue's are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_VENUE", str(tmp_path_factory.mktemp("venue")))
        yield


# --- what the kiosk is built from --------------------------------------------------------------


@pytest.fixture
def clock() -> ManualClock:
    """A clock that stands still until it is wound."""
    return ManualClock()


@pytest.fixture(scope="session")
def exhibition() -> Exhibition:
    """The exhibition of the repository."""
    return load_exhibition(SCENES)


@pytest.fixture(scope="session")
def patient(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exhibition on its first scene, with so long a dwell that only a visitor turns it."""
    folder = Path(shutil.copytree(SCENES, tmp_path_factory.mktemp("patient") / "scenes"))
    exhibition = folder / "exhibition.yaml"
    whole = exhibition.read_text("utf-8")
    assert "attract_s: 48" in whole
    exhibition.write_text(whole.replace("attract_s: 48", "attract_s: 0"), "utf-8")
    for file in folder.glob("*/scene.yaml"):
        with file.open("a", encoding="utf-8") as text:
            text.write("\ndwell_s: 600\n")
    return folder


@pytest.fixture(scope="session")
def wardrobe(qapp: QApplication) -> Wardrobe:
    """Every real look."""
    return open_wardrobe()


@pytest.fixture(scope="session")
def make_look(wardrobe: Wardrobe) -> LookFactory:
    """The real look in a language and a theme; the same one whenever it is asked for."""
    return functools.cache(wardrobe.look)


@pytest.fixture(scope="session")
def look(make_look: LookFactory) -> Look:
    """Traditional Chinese on the dark theme."""
    return make_look("zh-Hant", "ink-atlas")


@pytest.fixture(scope="session", autouse=True)
def _backdrops_are_painted_once() -> Iterator[None]:
    """The same backdrop is wanted by hundreds of tests; those of backdrops/ paint their own."""
    painted: dict[tuple[object, ...], QImage] = {}

    def painted_once(accent: Accent, width_px: int, height_px: int, inks: Inks) -> QImage:
        key = (accent, width_px, height_px, inks.background.name(), inks.accent.name())
        if key not in painted:
            painted[key] = render(accent, width_px, height_px, inks)
        return painted[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.stage.backdrop.render", painted_once)
        yield


@pytest.fixture
def canvas(look: Look) -> Iterator[QGraphicsScene]:
    """An empty scene on the kiosk's own view, for a single item to be looked at.

    The axes of a chart are drawn for a view alone.
    """
    graphics = QGraphicsScene()
    view = View(graphics, Backdrop(look.palette, Animator(ManualClock()), lambda: None))
    yield graphics
    for item in [item for item in graphics.items() if item.parentItem() is None]:
        graphics.removeItem(item)
    view.close()


@pytest.fixture(scope="session", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return request.param


@pytest.fixture(scope="session", params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> Layout:
    return LAYOUTS[request.param]


# --- the kiosk itself --------------------------------------------------------------------------


class Rig:
    """A kiosk in a window, and its time in the hand of the test."""

    def __init__(self, kiosk: Kiosk, clock: ManualClock, wardrobe: Wardrobe) -> None:
        self._wardrobe = wardrobe
        self.kiosk = kiosk
        self.clock = clock

    def wind(self, ms: float, step: float = 16.0) -> None:
        """Let `ms` go by, with a tick every `step`."""
        while ms > 0:
            self.clock.advance(min(step, ms))
            self.kiosk.ticker.tick()
            ms -= step

    def come_to_rest(self) -> None:
        """Let everything arrive that moves, and no more time go by than that takes."""
        self.wind(32)
        began_ms = self.clock.now_ms()
        while self.kiosk.animator.active or self.stage.waiting:
            self.wind(16)
            assert self.clock.now_ms() - began_ms < 20_000, "it never comes to rest"

    @property
    def stage(self) -> Stage:
        return self.kiosk.stage

    @property
    def view(self) -> View:
        return self.stage.view

    @property
    def visit(self) -> Visit:
        return self.kiosk.visit

    def wear(self, language: Language, theme: str) -> None:
        """Go on in another language and theme, without anybody having touched anything."""
        self.visit.preferences = self._wardrobe.first_preferences(language, theme)
        self.kiosk.ticker.tick()

    def leave(self) -> None:
        """Let the visitor go away, and the tour go on."""
        self.visit.end()
        self.wind(16)

    @property
    def tour(self) -> Tour:
        return self.kiosk.tour

    @property
    def scene(self) -> SceneItem:
        """The scene that stands on the screen; there is only one but while it slides."""
        (item,) = (item for item in self.stage.live_items() if item.isVisible())
        return item

    def touchable(self, name: str) -> Touchable:
        """What can be acted on now under the name that it tells."""
        found = [item for item in self.stage.touchables() if name in (item.name, item.describe())]
        assert len(found) == 1, f"{name!r} is one of {[i.name for i in self.stage.touchables()]}"
        return found[0]

    def tap(self, target: Touchable | QPointF) -> None:
        """Touch the middle of something, or a point of the design, and let go."""
        point = target if isinstance(target, QPointF) else middle(target)
        self.stage.arbiter.begin(0, point)
        self.wind(48)
        self.stage.arbiter.end(0, point)

    def drag(self, offset: float, ms: float, release: bool = True) -> None:
        """Draw a finger sideways over the scene, steadily, `offset` design pixels in `ms`."""
        start = self.stage.layout.rect.center()
        self.stage.arbiter.begin(0, start)
        steps = max(2, round(ms / 16))
        for step in range(1, steps + 1):
            self.wind(ms / steps)
            self.stage.arbiter.move(0, start + QPointF(offset * step / steps, 0))
        if release:
            self.lift(offset)

    def lift(self, offset: float) -> None:
        """End a drag that was begun without `release`."""
        start = self.stage.layout.rect.center()
        self.stage.arbiter.end(0, start + QPointF(offset, 0))

    def picture(self) -> QImage:
        """What is seen, in the window's own pixels."""
        return self.view.grab().toImage()


def middle(item: Touchable) -> QPointF:
    """The middle of something, in design pixels."""
    return item.mapToScene(item.boundingRect().center())


@pytest.fixture
def kiosk(
    qapp: QApplication,
    exhibition: Exhibition,
    wardrobe: Wardrobe,
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[KioskFactory]:
    """Builds the real kiosk in a window and starts it; whatever was built is closed again.

    It starts on the tour, unless it is to begin with the attract screen, `attract_s` long. Pictures
    are compared pixel by pixel, so the sparks of the backdrop stand still unless it is `living`.
    """
    rigs: list[Rig] = []

    def build(
        language: Language = "zh-Hant",
        theme: str = "ink-atlas",
        size: tuple[int, int] = (1280, 720),
        shown: Exhibition = exhibition,
        layout: Layout | None = None,
        attract_s: float = 0,
        living: bool = False,
        voice: Voice | None = None,
        tally: Mapping[str, int] | None = None,
    ) -> Rig:
        if not living:
            monkeypatch.setattr(Backdrop, "live", lambda _backdrop, _on: None)
        asked = {"language": language, "theme": theme, "attract_s": attract_s}
        defaults = shown.defaults.model_copy(update=asked)
        started = shown.model_copy(update={"defaults": defaults})
        rig = Rig(
            Kiosk(started, wardrobe, clock, layout, voice=voice, tally=tally), clock, wardrobe
        )
        rigs.append(rig)
        rig.view.resize(*size)
        rig.view.show()
        qapp.processEvents()  # the first frame: entrances wait for it
        rig.kiosk.start()
        return rig

    yield build
    for rig in rigs:
        rig.kiosk.close()
