"""What staff see in every state, every language and both orientations."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.language import LANGUAGES
from kiosk.content.model import Exhibition
from kiosk.resources import STAFF_STRINGS
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.staff.gate import Gate
from kiosk.staff.pages import PAGES
from kiosk.staff.words import Phrasebook
from tests.conftest import LookFactory
from tests.staff.conftest import LANDSCAPE, PORTRAIT
from tests.staff.measures import faults
from tests.staff_sheet import GATES, STATES, State, built

SIZES = (LANDSCAPE, PORTRAIT)
PAINTED = {page.name: State(page.name) for page in PAGES} | STATES
PAINTED.pop("touch-test")  # it is all one target, and its words stand on that


def named(size: QSizeF) -> str:
    return "landscape" if size == LANDSCAPE else "portrait"


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", PAINTED)
def test_targets_and_words_have_room(
    state: str,
    language: str,
    size: QSizeF,
    canvas: QGraphicsScene,
    exhibition: Exhibition,
    make_look: LookFactory,
    clock: ManualClock,
) -> None:
    look = make_look(language, "ink-atlas")
    panel = built(look, size, exhibition, PAINTED[state], Animator(clock), canvas)
    assert faults(panel, panel.targets(), QRectF(QPointF(), size)) == []
    panel.leave()


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", GATES)
def test_the_number_pad_has_room(
    state: str, language: str, size: QSizeF, canvas: QGraphicsScene, make_look: LookFactory
) -> None:
    status, _ = GATES[state]
    gate = Gate(make_look(language, "ink-atlas"), size, Phrasebook(STAFF_STRINGS), status)
    canvas.addItem(gate)
    assert faults(gate, gate.targets(), QRectF(QPointF(), size)) == []
