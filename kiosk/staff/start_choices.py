"""How everything is when a visitor comes: language, theme, sound; and where staff get in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.language import OWN_NAMES
from kiosk.show.preferences import LOUDEST
from kiosk.staff.choice import Choice
from kiosk.staff.field import Field
from kiosk.staff.origin import Origins
from kiosk.staff.section import BUTTON_PX, GAP_PX, Section, columns
from kiosk.staff.start_words import StartWords
from kiosk.staff.status import Status
from kiosk.staff.stepper import Stepper
from kiosk.staff.swatch import Swatch
from kiosk.staff.switch import Switch
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import Palette

FIELD_PX = 112.0
SWATCH_PX = 132.0
SWITCH_PX = 112.0
STEPPER_PX = 300.0
WORDS_PX = 300.0
"""What a field in full width leaves to its words."""


class StartChoices(Section):
    """Fields under one another; on a lying screen two of the small ones share a row."""

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        words: StartWords,
        origins: Origins,
        status: Status,
        upright: bool,
    ) -> None:
        super().__init__(parent, look, zone)
        self._words = words
        self._origins = origins
        self._status = status
        self._upright = upright
        self._y = zone.top()
        asked = getattr(status.exhibition, "poll", None)
        self._add_side_by_side(self._add_language, *[self._add_poll] * bool(asked))
        self._add_themes()
        self._add_side_by_side(self._add_sound, self._add_volume)
        self._add_corner(self._row())

    def _add_side_by_side(self, *adders: Callable[[QRectF], None]) -> None:
        """Adds fields in one row, or under one another on a standing screen."""
        if self._upright:
            for add in adders:
                add(self._row())
            return
        for add, rect in zip(adders, columns(self._row(), len(adders)), strict=True):
            add(rect)

    def _row(self, high: float = FIELD_PX) -> QRectF:
        """The next row."""
        row = QRectF(self.zone.left(), self._y, self.zone.width(), high)
        self._y += high + GAP_PX
        return row

    def _field(self, rect: QRectF, key: str, name: str, place_px: float) -> Field:
        note = self._origins.of(self._status.drafted, key)
        return Field(self, self.look, rect, name, note, place_px)

    def _add_choice(
        self, rect: QRectF, key: str, name: str, options: Sequence[tuple[str, str]], chosen: str
    ) -> None:
        field = self._field(rect, key, name, rect.width() - WORDS_PX)
        place = QRectF(0, 0, field.place.width(), BUTTON_PX)
        place.moveCenter(field.place.center())
        choice = Choice(field, self.look, place, options, chosen)
        choice.chosen.connect(lambda value: self.draft({key: value}))
        self.add(choice)

    def _add_language(self, rect: QRectF) -> None:
        options = [(one, OWN_NAMES[one]) for one in self._status.exhibition.languages]
        chosen = self._status.drafted.settings.start.language
        name = self.look.text(self._words.language)
        self._add_choice(rect, "start.language", name, options, chosen)

    def _add_themes(self) -> None:
        """A swatch for each theme, two in a row on a standing screen."""
        words, status = self.look.text(self._words.theme), self._status
        across = 2 if self._upright else len(status.themes)
        lines = -(-len(status.themes) // across)
        swatch_px = BUTTON_PX if lines > 1 else SWATCH_PX
        rect = self._row(lines * (swatch_px + GAP_PX) + GAP_PX)
        field = self._field(rect, "start.theme", words, rect.width() - WORDS_PX)
        chosen = status.drafted.settings.start.theme
        for at, theme in enumerate(status.themes):
            top = GAP_PX + at // across * (swatch_px + GAP_PX)
            line = QRectF(field.place.left(), top, field.place.width(), swatch_px)
            file = status.swatches.get(theme)
            name = self.look.text(file.name) if file else theme.replace("-", " ")
            palette = Palette(file) if file else self.look.palette
            slot = columns(line, across)[at % across]
            swatch = Swatch(field, self.look, slot, theme, name, palette, theme == chosen)
            swatch.chosen.connect(lambda theme: self.draft({"start.theme": theme}))
            self.controls.append(swatch)

    def _add_sound(self, rect: QRectF) -> None:
        name = self.look.text(self._words.sound)
        field = self._field(rect, "sound.on", name, SWITCH_PX)
        is_on = self._status.drafted.settings.sound.on
        switch = Switch(field, self.look, field.place, name, is_on)
        switch.flipped.connect(lambda on: self.draft({"sound.on": on}))
        self.controls.append(switch)

    def _add_volume(self, rect: QRectF) -> None:
        name = self.look.text(self._words.volume)
        field = self._field(rect, "sound.volume", name, STEPPER_PX)
        volume = self._status.drafted.settings.sound.volume
        stepper = Stepper(field, self.look, field.place, name)
        said = f"{volume} / {LOUDEST}"
        stepper.show_value(said, can_less=volume > 1, can_more=volume < LOUDEST)
        stepper.stepped.connect(lambda step: self.draft({"sound.volume": volume + step}))
        self.add(stepper)

    def _add_corner(self, rect: QRectF) -> None:
        options = [(one, self.look.text(words)) for one, words in self._words.corners.items()]
        chosen = self._status.drafted.settings.staff.corner
        name = self.look.text(self._words.corner)
        self._add_choice(rect, "staff.corner", name, options, chosen)

    def _add_poll(self, rect: QRectF) -> None:
        options = [(one, self.look.text(words)) for one, words in self._words.polls.items()]
        chosen = self._status.drafted.settings.poll.place
        self._add_choice(rect, "poll.place", self.look.text(self._words.poll), options, chosen)
