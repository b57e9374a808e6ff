"""What was seen a moment ago, over what is seen now, until it has faded."""

from PySide6.QtGui import QPixmap

from kiosk.show.animator import Animation, Animator
from kiosk.stage.view import View

FADE_MS = 250.0
REDUCED_FADE_MS = 150.0
"""How long a scene fades into another while motion is reduced."""


class Veil:
    """Hides that everything under it has been built anew; it holds no finger off."""

    def __init__(self, view: View, animator: Animator) -> None:
        self._view = view
        self._animator = animator
        self._animation: Animation | None = None

    def fade(self, picture: QPixmap, duration_ms: float) -> None:
        """Lays `picture`, as large as the window, over everything, and lets it fade."""
        self.drop()
        self._animation = self._animator.run(
            duration_ms,
            lambda ratio: self._view.cover(picture, 1 - ratio),
            on_done=self.drop,
            is_fade=True,
        )

    def drop(self) -> None:
        """Takes it away at once."""
        if self._animation:
            self._animation.cancel()
            self._animation = None
        self._view.cover(None)
