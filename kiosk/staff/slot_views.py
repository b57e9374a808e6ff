"""What the rows of a programme show, worked out from the status."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPixmap

from kiosk.content.model import Scene
from kiosk.content.programme import Programme, Slot
from kiosk.settings.edits import MOST_SLOTS
from kiosk.staff.loop_bar import Stretch
from kiosk.staff.programme_words import ProgrammeWords
from kiosk.staff.status import Status
from kiosk.toolkit.look import Look
from kiosk.toolkit.typesetting import spaced


@dataclass(frozen=True)
class RowView:
    """What a row shows.

    Attributes:
        number: its place in the programme, from 1.
        title: of the scene.
        note: what the scene shows, or what is wrong.
        said: how long it is on, in words.
        seconds: the same as a number.
        is_short: whether that is too short to read it.
        can_go: whether something else is shown too.
        has_room: whether the programme has room for one more.
        colour: of the scene; None where the exhibition does not have it.
    """

    slot: Slot
    number: int
    count: int
    title: str
    note: str
    said: str
    seconds: float
    is_short: bool
    can_go: bool
    has_room: bool
    colour: QColor | None
    thumbnail: QPixmap | None


def row_views(
    look: Look, words: ProgrammeWords, status: Status, programme: Programme
) -> list[RowView]:
    """A view for each slot."""
    scenes = {scene.id: scene for scene in status.exhibition.scenes}
    return [_view(look, words, status, programme, at, scenes) for at in range(len(programme))]


def stretches(look: Look, words: ProgrammeWords, views: Sequence[RowView]) -> list[Stretch]:
    """What of a programme is on, for its bar."""
    return [
        Stretch(
            view.seconds,
            view.colour,
            spaced(words.length(look, view.seconds)),
            str(round(view.seconds)),
        )
        for view in views
        if view.colour and view.slot.shown
    ]


def loop_s(views: Sequence[RowView]) -> float:
    """How long one round takes, in seconds; what is said of each adds up to it."""
    return sum(round(view.seconds) for view in views if view.colour and view.slot.shown)


def _view(
    look: Look,
    words: ProgrammeWords,
    status: Status,
    programme: Programme,
    at: int,
    scenes: Mapping[str, Scene],
) -> RowView:
    slot = programme[at]
    scene = scenes.get(slot.scene)
    reading_s = status.automatic_s.get(slot.scene, 0.0)
    seconds = reading_s if slot.dwell_s is None else slot.dwell_s
    is_short = scene is not None and round(seconds) < round(reading_s)
    others = [*programme[:at], *programme[at + 1 :]]
    free = any(other.shown and other.scene in scenes for other in others)
    if slot.dwell_s is None:
        said = look.text(words.automatic).format(seconds=round(seconds)) if scene else "–"
    else:
        said = words.length(look, seconds)
    return RowView(
        slot=slot,
        number=at + 1,
        count=len(programme),
        title=look.text(scene.title) if scene else slot.scene,
        note=_note(look, words, slot, scene, reading_s if is_short else None, free),
        said=said,
        seconds=seconds,
        is_short=is_short,
        can_go=free,
        has_room=len(programme) < MOST_SLOTS,
        colour=look.palette.accent(scene.accent) if scene else None,
        thumbnail=status.thumbnails.get(slot.scene),
    )


def _note(
    look: Look,
    words: ProgrammeWords,
    slot: Slot,
    scene: Scene | None,
    reading_s: float | None,
    free: bool,
) -> str:
    """What matters most: that there is no such scene, that it is too short, or what it shows."""
    if scene is None:
        return look.text(words.gone)
    if reading_s is not None:
        return look.text(words.too_short).format(seconds=round(reading_s))
    if slot.shown and not free:
        return look.text(words.last_shown)
    return words.picture(look, scene.exhibits[0])
