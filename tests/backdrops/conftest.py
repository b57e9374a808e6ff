from types import ModuleType
from typing import get_args

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.backdrops import (
    ai_production,
    future_industry,
    internet_of_everything,
    new_energy,
    prologue,
)
from kiosk.backdrops.drawing import SHORT_SIDE, Inks
from kiosk.backdrops.flight import Shine, paint_swarm
from kiosk.backdrops.registry import render, swarm
from kiosk.content.model import Accent

Theme = dict[Accent, Inks]

MOTIFS: dict[Accent, ModuleType] = {
    "new-energy": new_energy,
    "ai-production": ai_production,
    "internet-of-everything": internet_of_everything,
    "future-industry": future_industry,
    "prologue": prologue,
}


def theme(background: str, star: str, *accents: str) -> Theme:
    others = tuple(QColor(accent) for accent in accents[:4])
    return {
        name: Inks(QColor(background), QColor(star), QColor(accent), others)
        for name, accent in zip(get_args(Accent), accents, strict=True)
    }


def whole(accent: Accent, width_px: int, height_px: int, inks: Inks, second: float = 0) -> QImage:
    """A motif with its sparks, as it is after so many seconds."""
    image = render(accent, width_px, height_px, inks)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(width_px, height_px) / SHORT_SIDE
        painter.scale(scale, scale)
        paint_swarm(painter, swarm(accent, width_px, height_px, inks), second, Shine())
    return image


@pytest.fixture
def ink_atlas() -> Theme:
    return theme("#0B1020", "#B8C0D4", "#F0C23C", "#4C9BE8", "#7FE0C0", "#E8735A", "#C9B6F2")


@pytest.fixture
def paper() -> Theme:
    return theme("#F6F2E9", "#525A6B", "#9A5B00", "#00508F", "#1B8A7A", "#7A2A63", "#5B4A8A")


@pytest.fixture(params=get_args(Accent))
def accent(request: pytest.FixtureRequest) -> Accent:
    return request.param


@pytest.fixture
def motif(accent: Accent) -> ModuleType:
    return MOTIFS[accent]


@pytest.fixture(params=[(1920, 1080), (1080, 1920), (1440, 1080), (2520, 1080)], ids=str)
def size(request: pytest.FixtureRequest) -> QSizeF:
    return QSizeF(*request.param)
