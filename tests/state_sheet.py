"""Every state that a visitor can see, side by side, to be looked at.

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.state_sheet build/state-sheets

walks the real kiosk through a visit, with time in its hand, and paints one sheet for each language
and orientation. `--language`, `--large`, `--reach`, `--theme` and `--landscape` or `--portrait`
choose.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk, load_exhibition, open_wardrobe
from kiosk.cards.directory import DirectoryItem
from kiosk.cards.poll import PollItem
from kiosk.content.language import LANGUAGES, Language
from kiosk.content.model import Exhibition
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.resources import SCENES
from kiosk.show.clock import ManualClock
from kiosk.stage.name_link import NameLink
from kiosk.stage.switch import Segment
from kiosk.stage.term_links import TermLink
from kiosk.toolkit.touchable import Touchable
from kiosk.toolkit.wardrobe import Wardrobe
from tests.picture_sheet import picture_sheet

SIZES = {"landscape": (1920, 1080), "portrait": (1080, 1920)}
COLUMNS = {"landscape": 4, "portrait": 6}
SCALE = 0.5
FRAME_MS = 16.0
TALLY = {"new-energy": 412, "ai-production": 1238, "internet-of-everything": 97}

State = tuple[str, QImage]


class Walk:
    """One visit, from the invitation to the question at its end."""

    def __init__(
        self,
        exhibition: Exhibition,
        wardrobe: Wardrobe,
        size: tuple[int, int],
        asked: argparse.Namespace,
    ) -> None:
        self._asked = asked
        self._clock = ManualClock()
        self._kiosk = Kiosk(exhibition, wardrobe, self._clock, tally=TALLY)
        self._stage = self._kiosk.stage
        self._stage.view.resize(*size)
        self._stage.view.show()
        QApplication.processEvents()
        self._kiosk.start()

    def close(self) -> None:
        self._kiosk.close()

    def states(self) -> Iterator[State]:
        """Each state as it is met."""
        self._wind(2500)
        yield self._state("attract")
        self._wind(6500)
        yield self._state("attract, in flight")
        self._arrive()
        yield self._state("the first scene")
        yield from self._under_a_hand()
        yield from self._between_scenes()
        yield from self._layers()
        yield from self._menus()
        yield from self._leaving()

    def _arrive(self) -> None:
        wanted = replace(
            self._kiosk.visit.preferences,
            large_text=self._asked.large,
            reach=self._asked.reach,
        )
        self._kiosk.visit.want(wanted)
        self._wind(4000)

    def _under_a_hand(self) -> Iterator[State]:
        (exhibit, *_) = self._all(ExhibitItem)
        self._put(exhibit)
        yield self._state("a chart is read")
        self._lift(exhibit)
        exhibit.select(None)
        rail = self._stage.touchables()[-1]
        self._put(rail)
        yield self._state("a button is pressed")
        self._stage.arbiter.cancel()
        for segment in self._all(Segment)[1:]:
            segment.activate()
            self._wind(3000)
            yield self._state(segment.name)
        self._kiosk.visit.touch()

    def _between_scenes(self) -> Iterator[State]:
        self._stage.next_requested.emit()
        for name in ("a slide, early", "a slide, late"):
            self._wind(208)
            yield self._state(name)
        for name in ("an entrance, early", "an entrance, late"):
            self._wind(800)
            yield self._state(name)
        self._stage.previous_requested.emit()
        self._wind(4000)

    def _layers(self) -> Iterator[State]:
        self._stage.open_card(self._all_cards()[0])
        self._wind(160)
        yield self._state("a card, opening")
        self._wind(1000)
        yield self._state("a card")
        for kind, name in ((NameLink, "a person"), (TermLink, "a term")):
            for item in self._all(kind)[:1]:
                item.activate()
                self._wind(1000)
                yield self._state(name)
                back = self._stage.touchables()[0]
                back.activate()
                self._wind(1000)
        self._home()
        self._stage.open_card(self._all_cards()[-1])
        self._wind(1000)
        yield self._state("something to take along")
        self._home()
        yield from self._poll()
        self._stage.prologue_requested.emit()
        self._wind(4000)
        yield self._state("the prologue")
        for card in [card for card in self._all_cards() if isinstance(card, DirectoryItem)]:
            self._stage.open_card(card)
            self._wind(1000)
            yield self._state(card.spec.of)
            self._home()
        self._stage.scene_requested.emit(0)
        self._wind(4000)

    def _poll(self) -> Iterator[State]:
        self._stage.scene_requested.emit(3)
        self._wind(4000)
        yield self._state("a scene that asks")
        for card in [card for card in self._all_cards() if isinstance(card, PollItem)]:
            self._stage.open_card(card)
            self._wind(1000)
            yield self._state("asked")
            self._stage.touchables()[1].activate()
            self._wind(300)
            yield self._state("voted, bars growing")
            self._wind(1000)
            yield self._state("voted")
        self._home()

    def _menus(self) -> Iterator[State]:
        self._stage.access_requested.emit()
        self._wind(1000)
        yield self._state("language and display")
        self._home()
        self._stage.pause_requested.emit()
        self._wind(200)
        yield self._state("paused")

    def _leaving(self) -> Iterator[State]:
        self._kiosk.visit.touch()
        self._wind(62_000, step=500)
        yield self._state("still there?")
        self._wind(30_000, step=500)
        yield self._state("the next visitor's")

    def _state(self, name: str) -> State:
        return name, self._stage.view.grab().toImage()

    def _wind(self, ms: float, step: float = FRAME_MS) -> None:
        while ms > 0:
            self._clock.advance(step)
            self._kiosk.ticker.tick()
            ms -= step

    def _all(self, kind: type[Touchable]) -> list:  # type: ignore[type-arg]
        return [item for item in self._stage.touchables() if isinstance(item, kind)]

    def _all_cards(self) -> list:  # type: ignore[type-arg]
        (scene,) = (item for item in self._stage.live_items() if item.isVisible())
        return scene.all_cards()

    def _home(self) -> None:
        self._stage.close_card()
        self._wind(1000)

    def _put(self, item: Touchable) -> None:
        self._stage.arbiter.begin(0, self._spot(item))
        self._wind(100)

    def _lift(self, item: Touchable) -> None:
        self._stage.arbiter.end(0, self._spot(item))
        self._wind(400)

    def _spot(self, item: Touchable) -> QPointF:
        return item.mapToScene(item.boundingRect().center())


def main() -> None:
    """Writes the sheets into the folder that is named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--theme", default="ink-atlas")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--reach", action="store_true")
    parser.add_argument("--landscape", dest="shape", action="append_const", const="landscape")
    parser.add_argument("--portrait", dest="shape", action="append_const", const="portrait")
    asked = parser.parse_args()
    application = QApplication(["state-sheet"])
    wardrobe = open_wardrobe()
    exhibition = load_exhibition(SCENES)
    asked.folder.mkdir(parents=True, exist_ok=True)
    languages: list[Language] = asked.language or list(LANGUAGES)
    for language in languages:
        started = {"language": language, "theme": asked.theme}
        defaults = exhibition.defaults.model_copy(update=started)
        for shape in asked.shape or SIZES:
            shown = exhibition.model_copy(update={"defaults": defaults})
            walk = Walk(shown, wardrobe, SIZES[shape], asked)
            found = list(walk.states())
            walk.close()
            font = wardrobe.look(language, asked.theme).font("sans", 20)
            manner = "".join(f"-{name}" for name in ("large", "reach") if getattr(asked, name))
            image = picture_sheet(found, COLUMNS[shape], SCALE, font)
            image.save(str(asked.folder / f"{language}-{shape}-{asked.theme}{manner}.png"))
    application.quit()


if __name__ == "__main__":
    main()
