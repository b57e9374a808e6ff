"""What visitors open over the scene, and what stands on it while it is open."""

from PySide6.QtWidgets import QGraphicsScene

from kiosk.show.animator import Animator
from kiosk.show.ballot import Votes
from kiosk.show.preferences import Preferences
from kiosk.stage.access import AccessPanel
from kiosk.stage.frame import Frame
from kiosk.stage.layers import AccessLayer, Layer, Layers
from kiosk.stage.panels import Surroundings, build_sheet
from kiosk.stage.poll_sheet import PollSheet
from kiosk.stage.scenery import Scenery
from kiosk.stage.sheet import Sheet
from kiosk.stage.wishes import Wishes


class Sheets(Wishes):
    """Builds the sheets of the layers, in one frame and over whatever scene is on.

    Attributes:
        layers: what lies open.
        preferences: how the visitor wants it all.
        paused: whether they have stopped the tour.
    """

    def __init__(
        self, graphics: QGraphicsScene, frame: Frame, scenery: Scenery, animator: Animator
    ) -> None:
        super().__init__()
        self._frame = frame
        self._scenery = scenery
        self._animator = animator
        self._votes = Votes({})
        self.layers = Layers(graphics, animator, self._build)
        self.preferences = Preferences(frame.look.language)
        self.paused = False

    @property
    def shows_access(self) -> bool:
        """Whether language and display lie open."""
        return AccessLayer() in self.layers.opened

    def renew(self) -> None:
        """Shows what is open as everything is now."""
        self.layers.place(self.layers.opened, self.layers.read_shares)

    def show_votes(self, votes: Votes) -> None:
        """Shows how the poll stands."""
        self._votes = votes
        if isinstance(self.layers.top, PollSheet):
            self.layers.top.show_votes(votes)

    def _build(self, layer: Layer, deeper: bool) -> Sheet:
        frame, scene = self._frame, self._scenery.current()
        around = Surroundings(
            look=frame.look,
            layout=frame.layout,
            accent=scene.scene_content.accent,
            bounds=frame.bounds,
            cards=scene.all_cards(),
            preferences=self.preferences,
            paused=self.paused,
            voice=not frame.silent,
            votes=self._votes,
            animator=self._animator,
        )
        sheet = build_sheet(layer, deeper, frame.exhibition, around)
        if isinstance(sheet, AccessPanel | PollSheet):
            self.pass_on(sheet.wishes)
        return sheet
