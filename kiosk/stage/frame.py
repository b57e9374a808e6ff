"""How everything on the stage is shown now: which exhibition, in which look, and laid out how."""

from PySide6.QtCore import QRectF

from kiosk.content.model import Exhibition
from kiosk.stage.layout import LANDSCAPE, Layout, layout_for
from kiosk.stage.view import View
from kiosk.toolkit.look import Look


class Frame:
    """One for the whole stage, so that all who build something build it in the same way.

    Args:
        layout: a fixed layout, or None to follow the window's shape.

    Attributes:
        exhibition: what is shown, with the scenes of the round that is on.
        look: colours, words and faces.
        layout: where everything stands.
        silent: whether nothing can be read aloud here.
    """

    def __init__(
        self, view: View, exhibition: Exhibition, look: Look, layout: Layout | None
    ) -> None:
        self._view = view
        self._is_fixed = layout is not None
        self._manner = (False, False)
        self.exhibition = exhibition
        self.look = look
        self.layout = layout or LANDSCAPE
        self.silent = True

    @property
    def bounds(self) -> QRectF:
        """All that is seen, in design units: the layout and what the window has beyond it."""
        return self._view.sceneRect()

    def wear(self, look: Look, large: bool, reach: bool) -> None:
        """Is in another look from now on, drawn larger or not, what can be touched low or not."""
        self.look = look
        self._manner = (large, reach)
        self.fit()

    def fit(self) -> bool:
        """Takes the layout that fits the window; returns whether it is another."""
        size = self._view.viewport().size()
        upright = self.layout.upright if self._is_fixed else size.height() > size.width()
        before, self.layout = self.layout, layout_for(upright, *self._manner)
        return self.layout is not before
