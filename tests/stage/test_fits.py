"""Every word has its room: each scene and each opened card, in each language and orientation."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize

from kiosk.content.language import Language
from kiosk.content.model import Exhibition
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.stage.layout import PORTRAIT, Layout
from kiosk.stage.stage import Stage
from kiosk.toolkit.text import TextBlock
from tests.conftest import LookFactory

SMALLEST_TARGET_PX = 96


@pytest.fixture
def stage(
    exhibition: Exhibition, make_look: LookFactory, language: Language, layout: Layout
) -> Stage:
    clock = ManualClock()
    look = make_look(language, "ink-atlas")
    built = Stage(exhibition, look, clock, Animator(clock), layout)
    built.view.resize(QSize(720, 1280) if layout is PORTRAIT else QSize(1280, 720))
    built.view.show()
    yield built
    built.close()


def pages(exhibition: Exhibition) -> list[int | None]:
    return [*range(len(exhibition.scenes)), None]


def overflowing(stage: Stage) -> list[str]:
    blocks = [item for item in stage.graphics.items() if isinstance(item, TextBlock)]
    return [f"{b.text!r} by {b.overflow_px:.0f} px" for b in blocks if b.overflow_px > 0.5]


def test_every_text_of_a_scene_fits_its_zone(stage: Stage, exhibition: Exhibition) -> None:
    failures = []
    for page in pages(exhibition):
        stage.place_page(page)
        failures += [f"page {page}: {failure}" for failure in overflowing(stage)]
    assert not failures


def test_every_opened_card_fits_its_panel(stage: Stage, exhibition: Exhibition) -> None:
    failures = []
    for page in pages(exhibition):
        stage.place_page(page)
        for card in stage.live_items()[-1].all_cards():
            stage.open_card(card)
            overlay = stage.overlay()
            assert overlay is not None
            if overlay.needed_px > overlay.panel_px + 0.5:
                failures.append(f"page {page}: {card.describe()[:30]!r}")
            failures += [f"page {page}: {failure}" for failure in overflowing(stage)]
    assert not failures


def test_everything_that_can_be_touched_is_large_enough(
    stage: Stage, exhibition: Exhibition
) -> None:
    for page in pages(exhibition):
        stage.place_page(page)
        for item in stage.touchables():
            box = item.mapRectToScene(item.boundingRect())
            assert min(box.width(), box.height()) >= SMALLEST_TARGET_PX, item.describe()


def test_nothing_that_can_be_touched_lies_on_another(stage: Stage, exhibition: Exhibition) -> None:
    for page in pages(exhibition):
        stage.place_page(page)
        # An exhibit is touched where its own controls, which stand on it, are not.
        items = [item for item in stage.touchables() if not isinstance(item, ExhibitItem)]
        boxes = [item.mapRectToScene(item.boundingRect()) for item in items]
        assert all(not a.intersects(b) for a, b in combinations(boxes, 2))
        inside: QRectF = stage.layout.rect
        assert all(inside.contains(box) for box in boxes)
