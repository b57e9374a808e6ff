"""Where the parts of a programme's row stand."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

TARGET_PX = 96.0
GAP_PX = 16.0
ACTION_COUNT = 6


@dataclass(frozen=True)
class RowPlaces:
    """All in the row's own coordinates, in design pixels."""

    bounds: QRectF
    handle: QRectF
    thumbnail: QRectF
    words: QRectF
    stepper: QRectF
    preview: QRectF
    more: QRectF
    switch: QRectF
    actions: QRectF
    upright: bool


def lying(width: float, height: float) -> RowPlaces:
    """All in one line."""
    top = (height - TARGET_PX) / 2
    picture = height - 28
    switch = QRectF(width - TARGET_PX - 16, top, TARGET_PX, TARGET_PX)
    more = switch.translated(-TARGET_PX - GAP_PX, 0)
    preview = QRectF(more.left() - GAP_PX - 150, top, 150, TARGET_PX)
    stepper = QRectF(preview.left() - GAP_PX - 380, top, 380, TARGET_PX)
    thumbnail = QRectF(104, 14, picture * 16 / 9, picture)
    words = QRectF(thumbnail.right() + 24, 4, 0, height - 8)
    words.setRight(stepper.left() - 12)
    return RowPlaces(
        bounds=QRectF(0, 0, width, height),
        handle=QRectF(4, top, TARGET_PX, TARGET_PX),
        thumbnail=thumbnail,
        words=words,
        stepper=stepper,
        preview=preview,
        more=more,
        switch=switch,
        actions=stepper.united(switch),
        upright=False,
    )


def standing(width: float, height: float) -> RowPlaces:
    """In two storeys beside the picture: what it is above, what is done with it below."""
    below = height - TARGET_PX - 2
    switch = QRectF(width - TARGET_PX - 16, 2, TARGET_PX, TARGET_PX)
    picture = height - 28
    thumbnail = QRectF(104, 14, picture * 9 / 16, picture)
    words = QRectF(thumbnail.right() + 24, 4, switch.left() - thumbnail.right() - 40, 106)
    stepper = QRectF(words.left() - 8, below, 370, TARGET_PX)
    more = QRectF(switch.left(), below, TARGET_PX, TARGET_PX)
    return RowPlaces(
        bounds=QRectF(0, 0, width, height),
        handle=QRectF(4, (height - TARGET_PX) / 2, TARGET_PX, TARGET_PX),
        thumbnail=thumbnail,
        words=words,
        stepper=stepper,
        preview=QRectF(more.left() - GAP_PX - 160, below, 160, TARGET_PX),
        more=more,
        switch=switch,
        actions=QRectF(stepper.topLeft(), more.bottomRight()),
        upright=True,
    )


def beside(zone: QRectF, count: int) -> list[QRectF]:
    """`count` places of the same width that fill `zone` from left to right."""
    wide = (zone.width() + GAP_PX) / count - GAP_PX
    return [
        QRectF(zone.left() + at * (wide + GAP_PX), zone.top(), wide, zone.height())
        for at in range(count)
    ]
