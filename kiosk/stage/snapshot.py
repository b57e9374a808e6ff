"""Renders pages of the exhibition to pictures, settled and without a screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.content.model import Exhibition
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.stage.layout import Layout
from kiosk.stage.pages import Page
from kiosk.stage.stage import Stage
from kiosk.toolkit.look import Look


def snapshots(
    exhibition: Exhibition, look: Look, layout: Layout, size: QSize
) -> list[tuple[str, QImage]]:
    """A picture of each scene, and of the prologue where there is one, by its id.

    A scene's further exhibits have pictures of their own, by its id with `-2`, `-3` and so on.
    `size` is that of the pictures, in device pixels.
    """
    clock = ManualClock()
    stage = Stage(exhibition, look, clock, Animator(clock), layout)
    stage.view.resize(size)
    stage.view.show()
    pages: list[Page] = list(range(len(exhibition.scenes)))
    if exhibition.prologue is not None:
        pages.append(None)
    pictures = []
    for page in pages:
        scene = exhibition.prologue if page is None else exhibition.scenes[page]
        assert scene is not None
        for exhibit in range(len(scene.exhibits)):
            stage.place_page(page, exhibit)
            name = f"{scene.id}-{exhibit + 1}" if exhibit else scene.id
            pictures.append((name, picture(stage)))
    stage.close()
    return pictures


def picture(stage: Stage) -> QImage:
    """What the stage shows, in device pixels."""
    return stage.view.grab().toImage()
