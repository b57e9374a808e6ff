"""From one time of day to another, each between a minus and a plus."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QGraphicsItem

from kiosk.settings.spans import Edge, Spans, limits
from kiosk.staff.hours_words import Calendar
from kiosk.staff.section import BUTTON_PX, GAP_PX, NOTE, Section
from kiosk.staff.stepper import Stepper
from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look

CAPTION_PX = 92.0
EDGES: tuple[Edge, Edge] = ("start", "end")


class SpanRow(Section):
    """One span of a day, 96 high; it may be taken away where there are others.

    Args:
        spans: all of that day.
        index: of the one that stands here.
        captions: what stands before its start and before its end.
        removal: what the button is called that takes it away; empty for no button.

    Signals:
        stepped: which edge, and 1 for later or -1 for earlier.
        removed: it is to go.
    """

    stepped = Signal(str, int)
    removed = Signal()

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        calendar: Calendar,
        spans: Spans,
        index: int,
        captions: tuple[str, str],
        removal: str = "",
    ) -> None:
        super().__init__(parent, look, zone)
        wide = (zone.width() - BUTTON_PX - 2 * GAP_PX) / 2
        for at, (edge, caption) in enumerate(zip(EDGES, captions, strict=True)):
            left = zone.left() + at * (wide + GAP_PX)
            place = QRectF(left, zone.top(), CAPTION_PX, zone.height())
            self.add_text(caption, NOTE, place, look.palette.muted, middle=True)
            rect = QRectF(place.right(), zone.top(), wide - CAPTION_PX, zone.height())
            nth = calendar.text(calendar.words.nth, what=caption, number=index + 1)
            stepper = Stepper(self, look, rect, nth if len(spans) > 1 else caption)
            minute = spans[index].start_min if edge == "start" else spans[index].end_min
            low, high = limits(spans, index, edge)
            stepper.show_value(
                calendar.minute(minute), can_less=minute > low, can_more=minute < high
            )
            stepper.stepped.connect(lambda step, edge=edge: self.stepped.emit(edge, step))
            self.controls += stepper.touchables()
        if removal:
            corner = QRectF(zone.right() - BUTTON_PX, zone.top(), BUTTON_PX, BUTTON_PX)
            button = Button(self, look, corner, removal, "close")
            button.activated.connect(self.removed)
            self.controls.append(button)
