"""What there is to be said of what happens on the stage; whether it is said is not decided here."""

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from kiosk.content.language import Language
from kiosk.show.preferences import LOUDEST
from kiosk.stage.controls import Controls
from kiosk.stage.front import Front
from kiosk.stage.layers import AccessLayer, Layer, Layers
from kiosk.stage.pages import Page
from kiosk.stage.scene_item import SceneItem
from kiosk.stage.scenery import Scenery
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable


class Narrator(QObject):
    """Tells a scene when it comes, a layer when it opens, and what the keys are on.

    Signals:
        told: the words for it, empty where it is to become silent; and whether they are about the
            exhibition, and not about the menu over it.
    """

    told = Signal(str, bool)

    def __init__(self, scenery: Scenery, layers: Layers, front: Front, controls: Controls) -> None:
        super().__init__()
        self._scenery = scenery
        self._layers = layers
        self._front = front
        self._opened: tuple[Layer, ...] = ()
        self._page: tuple[Page, Language] | None = None
        self._exhibit = 0
        self._focus = ""
        scenery.entered.connect(self._on_entered)
        layers.changed.connect(self._on_layers_changed)
        controls.keys.focused.connect(self.tell_focus)
        controls.keys.acted.connect(self._on_acted)
        controls.hands.acted.connect(self._on_acted)
        controls.hands.held.connect(self.tell_held)

    def tell_page(self) -> None:
        """Tells the scene that is on."""
        self._note_page()
        self.told.emit(self.page_words(), True)

    def page_words(self) -> str:
        """What there is to be said of the scene that is on."""
        return self._scene().describe()

    def question(self) -> str:
        """The question whether somebody is still there, while it is asked."""
        asked = self._front.question
        return asked.describe() if asked else ""

    def turn_page(self) -> None:
        """What was told is over: another scene is coming, and nothing lies open any more."""
        self._opened, self._focus = (), ""
        self.told.emit("", True)

    def tell_volume(self, look: Look, volume: int) -> None:
        """Tells how loud it is, so that it can be heard."""
        words = look.text(look.strings.volume).format(volume=volume, loudest=LOUDEST)
        self.told.emit(words, False)

    def tell_held(self, item: Touchable) -> None:
        """Tells what lies under a finger that rests on it."""
        self.told.emit(item.describe(), self._is_about_exhibition())

    def tell_focus(self, item: Touchable) -> None:
        """Tells what the keys are on now, if it does not say what it said before."""
        words = item.describe()
        if words != self._focus:
            self._focus = words
            self.told.emit(words, self._is_about_exhibition())

    def forget(self) -> None:
        """Nobody is here any more who has been told anything."""
        self._page, self._opened, self._focus = None, (), ""

    def _scene(self) -> SceneItem:
        return self._scenery.current()

    def _is_about_exhibition(self) -> bool:
        return AccessLayer() not in self._layers.opened

    def _note_page(self) -> None:
        self._page = (self._scenery.page, self._scene().language)
        self._exhibit = self._scene().shown_exhibit
        self._focus = ""

    def _on_entered(self) -> None:
        """A scene that was built anew, in other colours, has been told already."""
        if self._page != (self._scenery.page, self._scene().language):
            self.tell_page()

    def _on_layers_changed(self) -> None:
        opened, before = self._layers.opened, self._opened
        self._opened = opened
        if opened == before:
            return
        self._focus = ""
        top = self._layers.top
        if top and len(opened) >= len(before):
            self.told.emit(top.describe(), self._is_about_exhibition())
        elif AccessLayer() not in before:  # what was asked for in the menu goes on without it
            self.told.emit("", True)

    def _on_acted(self, item: Touchable) -> None:
        exhibit = self._scene().shown_exhibit
        if exhibit != self._exhibit:
            self._exhibit = exhibit
            self.told.emit(self._scene().describe_exhibit(), True)
        elif isValid(item) and (words := item.reads()):
            self.told.emit(words, True)
