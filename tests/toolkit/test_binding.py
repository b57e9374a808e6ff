"""PySide6 6.12.0 drops references to None on Python 3.11, until the process aborts.

The pin in pyproject.toml keeps it away; this tells whoever lifts the pin too early.
"""

import sys

import pytest
from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QImage, QPainter

pytestmark = pytest.mark.usefixtures("qapp")

MANY = 10_000
NOISE = 500
"""How far the count may wander by itself; the fault costs one reference or more a call."""


def test_painting_keeps_every_reference_to_none() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    before = sys.getrefcount(None)
    with QPainter(image) as painter:
        for _ in range(MANY):
            painter.setOpacity(1.0)
            painter.drawPoint(QPointF(1, 1))
    assert sys.getrefcount(None) > before - NOISE


class Bell(QObject):
    rung = Signal(float)


def test_emitting_keeps_every_reference_to_none() -> None:
    bell = Bell()
    heard: list[float] = []
    bell.rung.connect(heard.append)
    before = sys.getrefcount(None)
    for _ in range(MANY):
        bell.rung.emit(1.0)
    assert len(heard) == MANY
    assert sys.getrefcount(None) > before - NOISE
