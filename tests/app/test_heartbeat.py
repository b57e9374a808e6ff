"""What the supervisor hears of a real kiosk, through a real pipe."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions

from kiosk.app.heartbeat import Heartbeat
from kiosk.app.likeness import WIDE_PX, Likeness
from kiosk.show.clock import ManualClock
from kiosk.venue.beat import Beat, heard
from kiosk.venue.pulse import Pulse
from tests.app.conftest import Venue, VenueFactory


class Listener:
    """A venue's kiosk, and the supervisor's end of its pipe."""

    def __init__(self, venue: Venue, clock: ManualClock, picture: Path) -> None:
        self.venue = venue
        self.receiver, self.sender = os.pipe()
        self.ended = 0
        pulse = Pulse(self.sender, clock.now_ms)
        likeness = Likeness(venue.rig.view, picture, clock.now_ms)
        kiosk, house = venue.rig.kiosk, venue.house
        self.heartbeat = Heartbeat(kiosk, house, pulse, clock.now_ms, likeness, self._end)
        os.set_blocking(self.receiver, False)

    def _end(self) -> None:
        self.ended += 1

    def beats(self) -> list[Beat]:
        """Those since the last time."""
        with suppress(BlockingIOError):
            told = [heard(line) for line in os.read(self.receiver, 65536).decode().splitlines()]
            assert all(isinstance(one, Beat) for one in told)
            return [one for one in told if isinstance(one, Beat)]
        return []

    def live(self, ms: float) -> list[Beat]:
        """Let so much time pass, with frames painted where they are wanted."""
        self.beats()
        for _ in range(round(ms / 100)):
            self.venue.rig.wind(100, step=50)
            QApplication.processEvents()
        return self.beats()


ListenerFactory = Callable[..., Listener]


@pytest.fixture
def listener(venue: VenueFactory, clock: ManualClock, tmp_path: Path) -> Iterator[ListenerFactory]:
    listeners: list[Listener] = []

    def build(**options: object) -> Listener:
        listeners.append(Listener(venue(**options), clock, tmp_path / "now.png"))
        return listeners[-1]

    yield build
    for one in listeners:
        for end in (one.receiver, one.sender):
            with suppress(OSError):
                os.close(end)


def test_it_beats_once_a_second_and_tells_where_it_is(listener: ListenerFactory) -> None:
    beats = listener().live(5000)
    assert 4 <= len(beats) <= 6
    last = beats[-1]
    assert (last.scene, last.page, last.state, last.exposed) == ("new-energy", 0, "tour", True)
    assert beats[0].frames < last.frames


def test_at_rest_pictures_follow_each_other_all_the_same(listener: ListenerFactory) -> None:
    rig = listener()
    rig.live(8000)
    rig.venue.rig.tour.toggle_pause()  # the backdrop of a test stands still too
    beats = rig.live(20_000)
    frames = [beat.frames for beat in beats]
    assert frames[-1] > frames[0]
    assert max(frames.count(one) for one in frames) <= 6, "less than the supervisor bears with"


def test_it_tells_who_is_there(listener: ListenerFactory) -> None:
    one = listener(chosen={"timing.attract_s": 48.0})
    venue = one.venue
    assert one.live(1500)[-1].state == "attract"
    venue.rig.tap(venue.rig.stage.layout.rect.center())
    assert one.live(1500)[-1].state == "visit"
    venue.rig.leave()
    venue.house.curtain.suspended = True
    assert one.live(2500)[-1].state == "covered"
    venue.come_in()
    assert one.live(1500)[-1].state == "visit", "staff are not interrupted either"


@pytest.mark.parametrize("what", ["kiosk", "house", "animation"])
def test_what_fails_in_every_tick_beats_no_more(
    listener: ListenerFactory, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    one = listener()
    assert one.live(2000)

    def fail(*_: object) -> None:
        raise ValueError("broken")

    rig = one.venue.rig
    part, name = {
        "kiosk": (rig.kiosk.visit, "tick"),
        "house": (one.venue.house.machine, "tick"),
        "animation": (rig.kiosk.animator, "tick"),
    }[what]
    monkeypatch.setattr(part, name, fail)
    with capture_exceptions() as caught:
        for _ in range(60):
            with suppress(ValueError):
                rig.wind(100, step=100)
            QApplication.processEvents()
    assert caught or what == "animation"
    assert one.beats() == []
    monkeypatch.undo()
    assert one.live(2000), "it beats again when it goes on again"


def test_a_supervisor_that_is_gone_ends_it(listener: ListenerFactory) -> None:
    one = listener()
    one.live(1500)
    assert one.ended == 0
    os.close(one.receiver)
    one.receiver = os.open(os.devnull, os.O_RDONLY)
    one.venue.rig.wind(2000)
    assert one.ended


def test_a_small_picture_of_the_screen_is_kept(listener: ListenerFactory, tmp_path: Path) -> None:
    one = listener()
    one.live(15_000)
    picture = QImage(str(tmp_path / "now.png"))
    assert picture.width() == WIDE_PX
    assert len({picture.pixel(x, 100) for x in range(0, WIDE_PX, 8)}) > 5
    assert [path.name for path in tmp_path.glob("*.png")] == ["now.png"]
