from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.language import Language
from kiosk.show.clock import ManualClock
from tests.conftest import LookFactory
from tests.exhibits.hung import Hung

Hang = Callable[..., Hung]


@pytest.fixture
def hang(canvas: QGraphicsScene, make_look: LookFactory, clock: ManualClock) -> Iterator[Hang]:
    """Hangs an exhibit made from what a file would say, in place of the one before."""
    hanging: list[Hung] = []

    def build(said: dict[str, Any], language: Language = "zh-Hant") -> Hung:
        while hanging:
            hanging.pop().take_down()
        hanging.append(Hung(canvas, make_look(language, "ink-atlas"), clock, said))
        return hanging[0]

    yield build
    while hanging:
        hanging.pop().take_down()
