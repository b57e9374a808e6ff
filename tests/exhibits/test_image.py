import itertools
import struct
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsScene

from kiosk.exhibits.entrance import ENTRANCE_MS
from kiosk.exhibits.image import EACH_MS, FADE_MS, ImageItem, ImageSpec
from kiosk.show.clock import ManualClock
from kiosk.toolkit.palette import _distance as distance
from tests.conftest import LookFactory
from tests.exhibits.conftest import Hang
from tests.exhibits.hung import AREA, Hung, overlap

RED, GREEN, BLUE, WHITE = (QColor(name) for name in ("#c03030", "#30a040", "#3050c0", "#f0f0f0"))
COLOURS = (RED, GREEN, BLUE, WHITE)


def plain(path: Path, colour: QColor, size: QSize) -> Path:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(colour)
    assert image.save(str(path))
    return path


def quartered(size: QSize) -> QImage:
    """A picture whose quarters are red, green, blue and white, from the upper left."""
    image = QImage(size, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        for index, colour in enumerate(COLOURS):
            row, column = divmod(index, 2)
            wide, high = size.width() / 2, size.height() / 2
            painter.fillRect(QRectF(column * wide, row * high, wide, high), colour)
    return image


def image(*files: Path, **more: Any) -> dict[str, Any]:
    """What a file says of some pictures."""
    images = [
        {
            "file": str(file),
            "caption": {"zh-Hant": f"圖片{number}", "en": f"Picture {number}"},
            "credit": f"攝影{number}",
        }
        for number, file in enumerate(files, 1)
    ]
    return {"kind": "image", "title": "機器人汽車亮相", "images": images, **more}


@pytest.fixture
def three(tmp_path: Path) -> dict[str, Any]:
    """A red, a green and a blue picture."""
    files = [
        plain(tmp_path / f"{number}.png", colour, QSize(400, 300))
        for number, colour in enumerate(COLOURS[:3])
    ]
    return image(*files)


def colour_at(hung: Hung, point: QPointF) -> QColor:
    return hung.picture().pixelColor(point.toPoint())


def middle(hung: Hung) -> QPointF:
    """A point inside the picture, whatever its shape."""
    return hung.item.picture_rect.center() - QPointF(0, 40)


def shown(hung: Hung) -> QColor:
    """Which of the plain colours the picture is of."""
    seen = colour_at(hung, middle(hung))
    return min(COLOURS, key=lambda colour: distance(colour, seen))


def extent(hung: Hung, colour: QColor) -> QRectF:
    """What is painted in just about `colour`, along the two lines through the middle."""
    seen = hung.picture()
    at = middle(hung).toPoint()
    xs = [x for x in range(seen.width()) if distance(seen.pixelColor(x, at.y()), colour) < 20]
    ys = [y for y in range(seen.height()) if distance(seen.pixelColor(at.x(), y), colour) < 20]
    return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs) + 1, max(ys) + 1))


def tap(hung: Hung) -> None:
    hung.item.touch(middle(hung))
    hung.item.tap(middle(hung))
    hung.wind(FADE_MS + 32)


def draw(hung: Hung, *offsets: float) -> None:
    """Draws a finger sideways, by way of `offsets` from where it came down."""
    start = middle(hung)
    hung.item.touch(start)
    for offset in offsets:
        hung.item.touch(start + QPointF(offset, 0))
    hung.item.lift()
    hung.wind(FADE_MS + 32)


# --- one picture -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [QSize(800, 200), QSize(300, 300), QSize(200, 900)], ids=str)
def test_a_picture_is_as_large_as_its_place_and_never_cropped(
    hang: Hang, tmp_path: Path, size: QSize
) -> None:
    hung = hang(image(plain(tmp_path / "a.png", RED, size)))
    box = extent(hung, RED)
    assert box.width() / box.height() == pytest.approx(size.width() / size.height(), rel=0.02)
    room = hung.item.picture_rect
    assert room.adjusted(-1, -1, 1, 1).contains(box)
    assert box.center().x() == pytest.approx(room.center().x(), abs=1)
    assert box.width() > room.width() - 2 or box.height() > room.height() * 0.7


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp"])
def test_all_of_it_is_seen(hang: Hang, tmp_path: Path, suffix: str) -> None:
    quartered(QSize(640, 480)).save(str(tmp_path / f"a.{suffix}"), quality=95)
    hung = hang(image(tmp_path / f"a.{suffix}"))
    offset = QPointF(100, 100)
    for colour, sign in zip(COLOURS, [(-1, -1), (1, -1), (-1, 1), (1, 1)], strict=True):
        at = middle(hung) + QPointF(offset.x() * sign[0], offset.y() * sign[1])
        assert distance(colour_at(hung, at), colour) < 30


def test_a_drawing_is_seen_too(hang: Hang, tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" '
    (tmp_path / "a.svg").write_text(f'{svg}fill="{GREEN.name()}"/></svg>')
    box = extent(hang(image(tmp_path / "a.svg")), GREEN)
    assert box.width() / box.height() == pytest.approx(4 / 3, rel=0.02)
    assert box.height() > 300


def turned(path: Path, picture: QImage, orientation: int) -> Path:
    """A photograph, with the note that a camera makes of how it was held."""
    assert picture.save(str(path), quality=95)
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0" + entry + bytes(4)
    raw = path.read_bytes()
    path.write_bytes(raw[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + raw[2:])
    return path


def test_a_photograph_stands_upright(hang: Hang, tmp_path: Path) -> None:
    upright = hang(image(plain(tmp_path / "a.png", WHITE, QSize(480, 640))))
    place = extent(upright, WHITE)
    beyond = QPointF(place.left() - 8, place.center().y())
    ground = colour_at(upright, beyond)
    hung = hang(image(turned(tmp_path / "a.jpg", quartered(QSize(640, 480)), orientation=6)))
    quarters = [
        place.center() + QPointF(place.width() * x, place.height() * y)
        for y in (-0.4, 0.4)
        for x in (-0.4, 0.4)
    ]
    for at, colour in zip(quarters, (BLUE, RED, WHITE, GREEN), strict=True):
        assert distance(colour_at(hung, at), colour) < 30
    assert colour_at(hung, beyond) == ground


def test_its_corners_are_round(hang: Hang, tmp_path: Path) -> None:
    hung = hang(image(plain(tmp_path / "a.png", WHITE, QSize(900, 400))))
    box = extent(hung, WHITE)
    assert distance(colour_at(hung, box.topLeft() + QPointF(2, 2)), WHITE) > 100
    assert distance(colour_at(hung, box.topLeft() + QPointF(24, 24)), WHITE) < 20


def test_it_is_sharp_on_a_screen_of_twice_the_resolution(
    hang: Hang, canvas: QGraphicsScene, tmp_path: Path
) -> None:
    stripes = QImage(QSize(1600, 1200), QImage.Format.Format_RGB32)
    stripes.fill(0)
    with QPainter(stripes) as painter:
        for x in range(0, 1600, 4):
            painter.fillRect(x, 0, 2, 1200, WHITE)
    stripes.save(str(tmp_path / "a.png"))
    (view,) = canvas.views()
    view.setTransform(QTransform.fromScale(2, 2))
    hung = hang(image(tmp_path / "a.png"))
    seen = QImage(AREA.size().toSize() * 2, QImage.Format.Format_RGB32)
    with QPainter(seen) as painter:
        canvas.render(painter, QRectF(seen.rect()), AREA)
    at = (middle(hung) * 2).toPoint()
    row = [seen.pixelColor(x, at.y()).lightness() for x in range(at.x() - 50, at.x() + 50)]
    assert max(row) - min(row) > 120


def test_caption_and_credit_stand_under_it(hang: Hang, tmp_path: Path) -> None:
    hung = hang(image(plain(tmp_path / "a.png", RED, QSize(800, 300)), sources=["caam"]))
    seen = hung.drawing()
    caption, credit = seen.find("圖片 1"), seen.find("攝影 1")
    source = next(words for words in seen.words if "資料來源" in words.text)
    assert extent(hung, RED).bottom() < caption.box.top()
    assert caption.box.bottom() < credit.box.top()
    assert credit.box.bottom() < source.box.top()
    assert caption.box.height() > credit.box.height()


def test_long_words_have_their_room(hang: Hang, tmp_path: Path) -> None:
    file = plain(tmp_path / "a.png", RED, QSize(800, 300))
    said = image(*[file] * 12)
    for one in said["images"]:
        one["caption"] = "廣州國際汽車展覽會上展出的機器人概念車，吸引不少市民駐足" * 2
    hung = hang(said)
    words = hung.drawing().words
    for one, other in itertools.combinations(words, 2):
        assert not overlap(one.box, other.box)
    assert all(AREA.contains(one.box) for one in words)


# --- the entrance ------------------------------------------------------------------------------


def test_a_frame_comes_first_then_the_picture_then_its_words(hang: Hang, tmp_path: Path) -> None:
    hung = hang(image(plain(tmp_path / "a.png", WHITE, QSize(800, 300))))
    hung.item.enter()
    hung.wind(500)
    assert distance(colour_at(hung, middle(hung)), hung.look.palette.card) < 20
    hung.wind(900)
    assert distance(colour_at(hung, middle(hung)), WHITE) < 20
    assert "圖片 1" not in hung.texts()
    hung.wind(500)
    assert "圖片 1" in hung.texts()


# --- several -----------------------------------------------------------------------------------


def test_a_tap_turns_to_the_next_and_from_the_last_to_the_first(
    hang: Hang, three: dict[str, Any]
) -> None:
    hung = hang(three)
    seen = [shown(hung)]
    for number in (2, 3, 1):
        tap(hung)
        seen.append(shown(hung))
        assert f"圖片 {number}" in hung.texts()
    assert seen == [RED, GREEN, BLUE, RED]


def test_keys_go_from_the_first_to_the_last_and_back(hang: Hang, three: dict[str, Any]) -> None:
    hung = hang(three)
    seen = []
    for step in (1, 1, 1, -1, -1, -1):
        assert hung.item.step(step)
        hung.wind(FADE_MS + 32)
        seen.append(shown(hung))
    assert seen == [GREEN, BLUE, BLUE, GREEN, RED, RED]


def test_enter_turns_too(hang: Hang, three: dict[str, Any]) -> None:
    hung = hang(three)
    hung.item.activate()
    hung.wind(FADE_MS + 32)
    assert shown(hung) == GREEN


@pytest.mark.parametrize(
    ("offsets", "colour"),
    [
        ([-100], RED),
        ([-100, -170], GREEN),
        ([-170, -330], BLUE),
        ([-330, -900], BLUE),
        ([-330, -170], GREEN),
        ([-170, -30], RED),
        ([200], RED),
    ],
    ids=str,
)
def test_a_finger_draws_them_along(
    hang: Hang, three: dict[str, Any], offsets: list[float], colour: QColor
) -> None:
    hung = hang(three)
    draw(hung, *offsets)
    assert shown(hung) == colour


def test_a_finger_that_meant_something_else_has_turned_nothing(
    hang: Hang, three: dict[str, Any]
) -> None:
    hung = hang(three)
    tap(hung)
    hung.item.touch(middle(hung))
    hung.item.touch(middle(hung) - QPointF(200, 0))
    hung.item.lose()
    hung.wind(FADE_MS + 32)
    assert shown(hung) == GREEN


def test_half_way_both_are_seen_but_never_two_captions(hang: Hang, three: dict[str, Any]) -> None:
    hung = hang(three)
    hung.item.step(1)
    mixed = []
    while hung.animator.active:
        hung.wind(32)
        seen = colour_at(hung, middle(hung))
        mixed.append(min(distance(seen, RED), distance(seen, GREEN)) > 30)
        assert len([text for text in hung.texts() if text.startswith("圖片")]) <= 1
    assert any(mixed)
    assert not mixed[-1]


def dots(hung: Hung) -> list[QRectF]:
    palette = hung.look.palette
    drawn = [*hung.drawing().filled(hung.accent), *hung.drawing().filled(palette.rule)]
    return sorted((box for box in drawn if box.height() < 20), key=QRectF.left)


def test_dots_tell_which_is_on(hang: Hang, three: dict[str, Any]) -> None:
    hung = hang(three)
    for on in range(3):
        widths = [dot.width() for dot in dots(hung)]
        assert widths.index(max(widths)) == on
        assert len(widths) == 3
        assert len(hung.drawing().filled(hung.accent)) == 1
        tap(hung)


def test_one_picture_has_no_dots_and_nothing_to_turn(hang: Hang, tmp_path: Path) -> None:
    hung = hang(image(plain(tmp_path / "a.png", RED, QSize(400, 300))))
    assert dots(hung) == []
    assert hung.item.touchables() == []
    assert not hung.item.step(1)
    hung.wind(3 * EACH_MS)
    assert not hung.animator.drifting


def test_no_more_than_two_are_in_memory(hang: Hang, three: dict[str, Any]) -> None:
    hung = hang(three)
    assert isinstance(hung.item, ImageItem)
    assert len(hung.item.album) == 2
    for _ in range(4):
        hung.item.activate()
        hung.wind(100)
        assert len(hung.item.album) == 2
        hung.wind(FADE_MS)
        assert len(hung.item.album) == 2
    hung.take_down()
    assert len(hung.item.album) == 0


# --- by themselves -----------------------------------------------------------------------------


def test_they_turn_by_themselves(hang: Hang, three: dict[str, Any]) -> None:
    hung = hang(three)
    hung.item.enter()
    hung.wind(ENTRANCE_MS + EACH_MS - 100)
    assert shown(hung) == RED
    seen = []
    for _ in range(3):
        hung.wind(FADE_MS + 200)
        seen.append(shown(hung))
        hung.wind(EACH_MS - FADE_MS - 200)
    assert seen == [GREEN, BLUE, RED]


def test_what_a_visitor_turned_to_stays_until_they_have_gone(
    hang: Hang, three: dict[str, Any]
) -> None:
    hung = hang(three)
    tap(hung)
    hung.wind(EACH_MS * 2.5)
    assert shown(hung) == GREEN
    hung.item.reset()
    assert shown(hung) == RED
    hung.wind(EACH_MS + FADE_MS + 100)
    assert shown(hung) == GREEN
    hung.wind(EACH_MS)
    assert shown(hung) == BLUE


def test_none_turns_under_a_finger(hang: Hang, three: dict[str, Any]) -> None:
    hung = hang(three)
    hung.wind(EACH_MS - 500)
    hung.item.touch(middle(hung))
    hung.wind(2 * EACH_MS)
    assert shown(hung) == RED


def test_with_reduced_motion_none_turns_and_a_touch_turns_at_once(
    hang: Hang, three: dict[str, Any]
) -> None:
    hung = hang(three)
    hung.animator.reduced_motion = True
    hung.wind(3 * EACH_MS)
    assert shown(hung) == RED
    hung.item.activate()
    hung.wind(16)
    assert distance(colour_at(hung, middle(hung)), GREEN) < 20


def test_in_another_look_it_goes_on_where_it_is(
    hang: Hang, three: dict[str, Any], canvas: QGraphicsScene, make_look: LookFactory
) -> None:
    old = hang(three)
    tap(old)
    new = Hung(canvas, make_look("en", "paper-observatory"), ManualClock(), three)
    new.item.take_over(old.item)
    old.take_down()
    assert shown(new) == GREEN
    assert "Picture 2" in new.texts()
    new.take_down()


# --- what cannot be had ------------------------------------------------------------------------


@pytest.mark.parametrize("content", [None, b"", b"no picture"])
def test_without_its_file_a_caption_stands_under_a_quiet_frame(
    hang: Hang, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "a.png"
    if content is not None:
        path.write_bytes(content)
    hung = hang(image(path))
    assert "圖片 1" in hung.texts()
    frames = hung.drawing().filled(hung.look.palette.card)
    assert any(frame.width() > 1000 for frame in frames)
    drawn = hung.picture()
    centre = hung.item.picture_rect.center().toPoint()
    around = {
        drawn.pixel(centre.x() + x, centre.y() - 40 + y)
        for x in range(-60, 60)
        for y in (-40, 0, 40)
    }
    assert len(around) > 1  # a symbol says that a picture belongs here


@pytest.mark.qt_log_ignore("libpng|QPng|Jpeg|JPEG")
def test_a_file_that_broke_off_does_not_break_the_show(
    hang: Hang, three: dict[str, Any], tmp_path: Path
) -> None:
    second = tmp_path / "1.png"
    second.write_bytes(second.read_bytes()[:120])
    hung = hang(three)
    tap(hung)
    assert "圖片 2" in hung.texts()
    tap(hung)
    assert shown(hung) == BLUE


# --- in words ----------------------------------------------------------------------------------


def test_it_tells_which_picture_is_on(hang: Hang, three: dict[str, Any]) -> None:
    three["images"][1]["alt"] = {"zh-Hant": "一輛綠色的汽車", "en": "A green car"}
    hung = hang(three | {"sources": ["caam"]})
    assert hung.item.describe().startswith("機器人汽車亮相：3張圖片的第1張，圖片1；資料來源")
    hung.item.step(1)
    assert "第2張，一輛綠色的汽車" in hung.item.describe()
    assert "picture 1 of 3, Picture 1" in hang(three, "en").item.describe()


def test_one_picture_tells_what_is_to_be_seen(hang: Hang, tmp_path: Path) -> None:
    hung = hang(image(plain(tmp_path / "a.png", RED, QSize(400, 300))))
    assert hung.item.describe() == "機器人汽車亮相：圖片1。"


def test_there_is_time_to_read_every_caption(three: dict[str, Any]) -> None:
    read = [text.zh_hant for text in ImageSpec.model_validate(three).texts()]
    assert {"圖片1", "圖片2", "圖片3", "攝影3"} <= set(read)
