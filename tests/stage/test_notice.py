"""Closed, paused by the venue or being cleaned: said in all languages, and fit for a night."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.language import LANGUAGES, Language
from kiosk.content.model import Exhibition
from kiosk.stage.front import Screen
from kiosk.stage.layout import LANDSCAPE, MANNERS, Layout, Manner, layout_for
from kiosk.stage.night import SHIFT_PX, SHIFT_STEPS, by_day, by_night, shift_at
from kiosk.stage.notice import CleaningNotice, ClosedNotice, HoldingNotice, Notice
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import contrast
from kiosk.toolkit.text import TextBlock
from tests.conftest import LookFactory
from tests.toolkit.drawn import Drawing, drawing

THEMES = ("ink-atlas", "paper-observatory", "high-contrast", "high-contrast-daylight")
NIGHT = datetime(2026, 9, 22, 21, 30)
TOMORROW = datetime(2026, 9, 23, 10, 0)
FAR = datetime(2026, 9, 30, 10, 0)
BODY_TEXT = 7.0


def closed(exhibition: Exhibition, look: Look, layout: Layout = LANDSCAPE) -> ClosedNotice:
    return ClosedNotice(exhibition, look, layout, NIGHT, FAR)


def seen(canvas: QGraphicsScene, notice: Notice) -> Drawing:
    canvas.addItem(notice)
    return drawing(canvas, LANDSCAPE.rect)


def texts(canvas: QGraphicsScene, notice: Notice) -> str:
    canvas.addItem(notice)
    blocks = [item for item in notice.childItems() if isinstance(item, TextBlock)]
    return "\n".join(block.text for block in blocks)


def test_closed_it_says_when_it_opens_in_all_languages(
    exhibition: Exhibition, look: Look, canvas: QGraphicsScene
) -> None:
    said = texts(canvas, ClosedNotice(exhibition, look, LANDSCAPE, NIGHT, TOMORROW))
    for words in ("新質生產力", "現已關閉", "明天10:00開放", "现已关闭", "明天10:00开放"):
        assert words in said
    assert "Closed" in said and "Opens tomorrow at 10:00" in said


def test_closed_for_good_it_promises_nothing(
    exhibition: Exhibition, look: Look, canvas: QGraphicsScene
) -> None:
    said = texts(canvas, ClosedNotice(exhibition, look, LANDSCAPE, NIGHT, None))
    assert "Closed" in said and "Opens" not in said


def test_an_exhibition_in_one_language_is_closed_in_one(
    exhibition: Exhibition, look: Look, canvas: QGraphicsScene
) -> None:
    chinese = exhibition.model_copy(update={"languages": ("zh-Hant",)})
    said = texts(canvas, closed(chinese, look))
    assert "現已關閉" in said and "Closed" not in said and "现已关闭" not in said


def test_held_it_says_that_it_is_back_soon(
    exhibition: Exhibition, look: Look, canvas: QGraphicsScene
) -> None:
    said = texts(canvas, HoldingNotice(exhibition, look, LANDSCAPE))
    assert all(words in said for words in ("新質生產力", "稍後回來", "稍后回来", "Back soon"))


def test_while_it_is_cleaned_the_ring_counts_down(
    exhibition: Exhibition, look: Look, canvas: QGraphicsScene
) -> None:
    notice = CleaningNotice(exhibition, look, LANDSCAPE)
    notice.set_seconds(41.2, 60)
    assert "42" in seen(canvas, notice).texts()
    notice.set_seconds(0.4, 60)
    now = drawing(canvas, LANDSCAPE.rect).texts()
    assert "1" in now and "42" not in now


def all_kinds(exhibition: Exhibition, look: Look, layout: Layout) -> list[Notice]:
    return [
        closed(exhibition, look, layout),
        HoldingNotice(exhibition, look, layout),
        CleaningNotice(exhibition, look, layout),
    ]


def test_nothing_on_it_can_be_touched(exhibition: Exhibition, look: Look) -> None:
    for notice in all_kinds(exhibition, look, LANDSCAPE):
        screen: Screen = notice
        assert screen.touchables() == [] and screen.targets() == []


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_have_room_wherever_they_are_shifted_to(
    exhibition: Exhibition,
    make_look: LookFactory,
    canvas: QGraphicsScene,
    language: Language,
    manner: Manner,
) -> None:
    layout = layout_for(*manner)
    for notice in all_kinds(exhibition, make_look(language, "ink-atlas"), layout):
        canvas.addItem(notice)
        blocks = [item for item in notice.childItems() if isinstance(item, TextBlock)]
        assert not any(block.overflow_px or block.cut_word for block in blocks)
        for minute in range(SHIFT_STEPS):
            notice.shift(shift_at(minute))
            places = [block.mapRectToScene(block.inked()) for block in blocks]
            assert all(layout.rect.contains(place) for place in places)
        for at, place in enumerate(places):
            assert not any(place.intersects(other) for other in places[at + 1 :])


def test_no_word_stays_where_it_is_for_a_night(
    exhibition: Exhibition, look: Look, canvas: QGraphicsScene
) -> None:
    notice = closed(exhibition, look)
    canvas.addItem(notice)
    spots = set()
    for minute in range(SHIFT_STEPS):
        notice.shift(shift_at(minute))
        corner = notice.childItems()[0].scenePos()
        spots.add((round(corner.x()), round(corner.y())))
        assert abs(notice.x()) <= SHIFT_PX and abs(notice.y()) <= SHIFT_PX
    assert len(spots) == SHIFT_STEPS
    widths, heights = (max(way) - min(way) for way in zip(*spots, strict=True))
    assert min(widths, heights) > SHIFT_PX


def picture(canvas: QGraphicsScene, area: QRectF) -> QImage:
    image = QImage(area.size().toSize() / 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    canvas.render(painter, QRectF(image.rect()), area)
    painter.end()
    return image


def test_it_covers_all_there_is_also_when_shifted(
    exhibition: Exhibition, look: Look, canvas: QGraphicsScene
) -> None:
    wider = LANDSCAPE.rect.adjusted(-200, 0, 200, 0)
    notice = closed(exhibition, look)
    canvas.addItem(notice)
    notice.cover(wider)
    for minute in range(SHIFT_STEPS):
        notice.shift(shift_at(minute))
        image = picture(canvas, wider)
        edge = image.rect().adjusted(0, 0, -1, -1)
        for corner in (edge.topLeft(), edge.topRight(), edge.bottomLeft(), edge.bottomRight()):
            assert image.pixelColor(corner) == by_night(look.palette).ground


@pytest.mark.parametrize("theme", THEMES)
def test_by_night_it_is_dark_and_can_still_be_read(make_look: LookFactory, theme: str) -> None:
    palette = make_look("zh-Hant", theme).palette
    inks = by_night(palette)
    assert contrast(inks.ground, QColor("black")) < 1.4
    assert contrast(inks.words, inks.ground) >= BODY_TEXT
    assert contrast(inks.notes, inks.ground) >= BODY_TEXT
    assert contrast(inks.rule, inks.ground) >= 3
    brightest = max(palette.text.lightness(), palette.background.lightness())
    assert inks.notes.lightness() < inks.words.lightness() < brightest


@pytest.mark.parametrize("theme", THEMES)
def test_by_day_it_looks_like_the_exhibition(make_look: LookFactory, theme: str) -> None:
    palette = make_look("zh-Hant", theme).palette
    assert by_day(palette)[:3] == (palette.background, palette.text, palette.muted)


def test_after_midnight_it_can_be_told_anew(
    exhibition: Exhibition, look: Look, canvas: QGraphicsScene
) -> None:
    later = NIGHT + timedelta(hours=3)
    assert "Opens today at 10:00" in texts(
        canvas, ClosedNotice(exhibition, look, LANDSCAPE, later, TOMORROW)
    )
