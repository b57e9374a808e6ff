"""Language and display: everything that a visitor may want otherwise, in one menu.

It shows what it was built with and says what is wanted; whoever grants it builds it anew.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF

from kiosk.content.language import Language, Localised
from kiosk.content.model import Accent
from kiosk.show.preferences import LOUDEST, Preferences
from kiosk.stage.languages import language_buttons
from kiosk.stage.layout import Layout
from kiosk.stage.sheet import BUTTON_PX, MARGIN_PX, Sheet
from kiosk.stage.wishes import Wishes
from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.toggle import STACKED_BELOW_PX, Toggle
from kiosk.toolkit.touchable import Touchable

GAP_PX = 18.0
ROW_PX = 104.0
STACKED_PX = 128.0
ROOMY_PX = 360.0
"""How wide a toggle is where there is room for all of them."""

WIDTHS = (6, 3, 2)
"""In how many columns the six toggles may stand."""

ONE_VOICE_ROW_PX = 1000.0
"""How wide the menu has to be for all of the voice to stand in a row."""

HEADING = TextStyle("serif-bold", (52, 46, 40, 36, 32), 1.25)
NOTE = TextStyle("sans", (30, 28), 1.35)


class AccessPanel(Sheet):
    """The languages, what can be switched on and off, and the voice, if there is one.

    Args:
        preferences: how it is now.
        paused: whether the tour is paused.
        voice: whether anything can be read aloud here; if not, it says so.

    Attributes:
        wishes: what is wanted.
    """

    def __init__(
        self,
        look: Look,
        layout: Layout,
        accent: Accent,
        bounds: QRectF,
        languages: Sequence[Language],
        preferences: Preferences,
        paused: bool,
        voice: bool,
    ) -> None:
        super().__init__(look, layout, accent, bounds)
        self.wishes = Wishes()
        self._preferences = preferences
        self._unit = layout.unit_px
        self._row_px = max(ROW_PX * self._unit, 80.0)
        self._left = MARGIN_PX + 16
        self._width = self.zone.width() - 2 * self._left
        self._controls: list[Touchable] = []
        self._build_head()
        self._y = 2 * MARGIN_PX + BUTTON_PX - 8
        if len(languages) > 1:
            self._add_languages(languages)
        self._add_toggles(paused, voice)
        if voice:
            self._add_voice()
        else:
            self._add_silence()
        self.needed_px = self._y + MARGIN_PX - GAP_PX
        self.panel_px = min(self.needed_px, self.zone.height())
        self.stand(self.needed_px)

    def controls(self) -> list[Touchable]:
        return [*self._controls, self._reset]

    def describe(self) -> str:
        return self.look.text(self.look.strings.access)

    # How it is built

    def _build_head(self) -> None:
        look = self.look
        words = look.text(look.strings.reset)
        wide = min(300.0, self._width * 0.32)
        x = self.zone.width() - MARGIN_PX - BUTTON_PX - GAP_PX - wide
        place = QRectF(x, MARGIN_PX, wide, BUTTON_PX)
        self._reset = Button(self.plate, look, place, words, label=words)
        self._reset.activated.connect(self.wishes.reset_requested)
        zone = QRectF(self._left, MARGIN_PX, x - self._left - GAP_PX, BUTTON_PX)
        title = look.text(look.strings.access)
        block = TextBlock(self.plate, look, title, HEADING, look.palette.text, zone)
        block.setY(MARGIN_PX + (BUTTON_PX - block.height) / 2)

    def _add_languages(self, languages: Sequence[Language]) -> None:
        row = QRectF(self._left, self._y, self._width, self._row_px)
        chosen = self._preferences.language
        for button in language_buttons(self.plate, self.look, row, GAP_PX, languages, chosen):
            button.chosen.connect(self._want_language)
            self._controls.append(button)
        self._y += self._row_px + GAP_PX

    def _add_toggles(self, paused: bool, voice: bool) -> None:
        words, now = self.look.strings, self._preferences
        wanted = [
            ("large_text", "large-text", words.large_text, now.large_text),
            ("high_contrast", "contrast", words.high_contrast, now.high_contrast),
            ("daylight", "daylight", words.daylight, now.daylight),
            ("reduced_motion", "motion", words.reduced_motion, now.reduced_motion),
            ("reach", "reach", words.reach, now.reach),
            ("pause", "pause", words.pause, paused),
        ]
        columns = self._columns(voice)
        width = (self._width + GAP_PX) / columns - GAP_PX
        height = STACKED_PX if width < STACKED_BELOW_PX else self._row_px
        for at, (key, icon, name, is_on) in enumerate(wanted):
            x = self._left + at % columns * (width + GAP_PX)
            y = self._y + at // columns * (height + GAP_PX)
            self._add_toggle(key, icon, name, is_on, QRectF(x, y, width, height))
        self._y += -(-len(wanted) // columns) * (height + GAP_PX)

    def _add_toggle(self, key: str, icon: str, name: Localised, is_on: bool, rect: QRectF) -> None:
        toggle = Toggle(self.plate, self.look, rect, key, icon, self.look.text(name), is_on)
        toggle.flipped.connect(self._flip)
        self._controls.append(toggle)

    def _columns(self, voice: bool) -> int:
        """As few columns as the height allows, but none wider than it has to be."""
        last = self._voice_places()[-1].bottom() - self._y if voice else 48.0
        for columns in sorted(WIDTHS):
            width = (self._width + GAP_PX) / columns - GAP_PX
            height = STACKED_PX if width < STACKED_BELOW_PX else self._row_px
            needed = self._y + 6 / columns * (height + GAP_PX) + last + MARGIN_PX
            roomy = width < 2 * ROOMY_PX - GAP_PX or columns == max(WIDTHS)
            if needed <= self.zone.height() and roomy:
                return columns
        return max(WIDTHS)

    def _voice_places(self) -> list[QRectF]:
        """Where reading aloud, reading again, softer and louder stand: in a row, or in two."""
        if self._width >= ONE_VOICE_ROW_PX:
            pitch = (self._width + GAP_PX) / 6
            columns, rows, spans = (0, 2, 4, 5), (0, 0, 0, 0), (2, 2, 1, 1)
        else:
            pitch = (self._width + GAP_PX) / 2
            columns, rows, spans = (0, 1, 0, 1), (0, 0, 1, 1), (1, 1, 1, 1)
        return [
            QRectF(
                self._left + column * pitch,
                self._y + row * (self._row_px + GAP_PX),
                span * pitch - GAP_PX,
                self._row_px,
            )
            for column, row, span in zip(columns, rows, spans, strict=True)
        ]

    def _add_voice(self) -> None:
        look, words, now = self.look, self.look.strings, self._preferences
        read, again, softer, louder = self._voice_places()
        self._add_toggle("read_aloud", "speaker", words.read_aloud, now.read_aloud, read)
        volume = f"{now.volume}/{LOUDEST}"
        told = look.text(words.volume).format(volume=now.volume, loudest=LOUDEST)
        again_words = look.text(words.read_again)
        for rect, name, icon, label, state, act in (
            (again, again_words, "repeat", again_words, "", self._read_again),
            (softer, look.text(words.softer), "softer", "", told, self._want_softer),
            (louder, look.text(words.louder), "louder", volume, told, self._want_louder),
        ):
            button = Button(self.plate, look, rect, name, icon, label=label, state=state)
            button.activated.connect(act)
            self._controls.append(button)
        self._y = louder.bottom() + GAP_PX

    def _add_silence(self) -> None:
        zone = QRectF(self._left, self._y, self._width, 60)
        words, muted = self.look.text(self.look.strings.silent), self.look.palette.muted
        self._y += TextBlock(self.plate, self.look, words, NOTE, muted, zone).height + GAP_PX

    # What is wanted

    def _read_again(self) -> None:
        self.wishes.read_again_requested.emit()

    def _want_language(self, language: Language) -> None:
        self.wishes.preferences_wanted.emit(replace(self._preferences, language=language))

    def _want_softer(self) -> None:
        self._want_volume(self._preferences.volume - 1)

    def _want_louder(self) -> None:
        self._want_volume(self._preferences.volume + 1)

    def _want_volume(self, volume: int) -> None:
        wanted = replace(self._preferences, volume=min(max(volume, 1), LOUDEST))
        self.wishes.preferences_wanted.emit(wanted)

    def _flip(self, key: str) -> None:
        """Wishes for the opposite of what a toggle stands for."""
        if key == "pause":
            self.wishes.pause_requested.emit()
        else:
            self.wishes.preferences_wanted.emit(self._preferences.turned(key))
