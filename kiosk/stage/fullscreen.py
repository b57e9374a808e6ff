"""Keeps the window over all of the screen, whatever becomes of the screens."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class FullScreen(QObject):
    """Shows a window over the main screen, and again whenever that is another or of another size.

    A screen that is switched off and on, or a cable that is pulled and put back, may leave a window
    where the screen no longer is. Without a window manager, nobody else gives it its size.
    """

    def __init__(self, window: QWidget, application: QGuiApplication) -> None:
        super().__init__()
        self._window = window
        self._application = application
        application.screenAdded.connect(self._on_added)
        application.screenRemoved.connect(self._on_changed)
        application.primaryScreenChanged.connect(self._on_changed)
        for screen in application.screens():
            screen.geometryChanged.connect(self._on_changed)
        self._fill()

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_changed)
        self._fill()

    def _on_changed(self, _: object) -> None:
        self._fill()

    def _fill(self) -> None:
        # While the last screen is gone there may be none at all, or one of no size.
        screen = self._application.primaryScreen()
        if screen is None or screen.geometry().isEmpty():
            return
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()
