"""From one time of day to another, each between a minus and a plus."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QGraphicsItem

from kiosk.settings.spans import Edge, Spans, limits
from kiosk.staff.hours_words import Calendar
from kiosk.staff.section import SMALL, Section, columns
from kiosk.staff.stepper import Stepper
from kiosk.toolkit.look import Look

EDGES: tuple[Edge, Edge] = ("start", "end")


class SpanRow(Section):
    """One span of a day, 96 high.

    Args:
        spans: all of that day.
        index: of the one that stands here.
        captions: what its start and its end are called.

    Signals:
        stepped: which edge, and 1 for later or -1 for earlier.
    """

    stepped = Signal(str, int)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        calendar: Calendar,
        spans: Spans,
        index: int,
        captions: tuple[str, str],
    ) -> None:
        super().__init__(parent, look, zone)
        places = columns(zone, 2)
        for edge, caption, rect in zip(EDGES, captions, places, strict=True):
            nth = calendar.text(calendar.words.nth, what=caption, number=index + 1)
            stepper = Stepper(self, look, rect, nth if len(spans) > 1 else caption)
            minute = spans[index].start_min if edge == "start" else spans[index].end_min
            low, high = limits(spans, index, edge)
            stepper.show_value(
                calendar.minute(minute), can_less=minute > low, can_more=minute < high
            )
            stepper.stepped.connect(lambda step, edge=edge: self.stepped.emit(edge, step))
            self.add(stepper)


def add_captions(section: Section, zone: QRectF, captions: tuple[str, str]) -> None:
    """Sets what start and end are called above a row of them."""
    middle, muted = Qt.AlignmentFlag.AlignHCenter, section.look.palette.muted
    for caption, rect in zip(captions, columns(zone, 2), strict=True):
        section.add_text(caption, SMALL, rect, muted, middle)
