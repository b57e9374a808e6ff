import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from tests.toolkit.drawn import Drawing, drawing, picture

STYLE = TextStyle("sans", (40, 32, 24), 1.5)
LONG = "新能源汽車的產量和銷量在四年間升至七倍多，連續九年位居全球第一。"
AREA = QRectF(0, 0, 900, 600)


class Page:
    """A text block on a scene of its own."""

    def __init__(self, look: Look, text: str, zone: QRectF, align: str = "AlignLeft") -> None:
        self.graphics = QGraphicsScene()
        self.root = self.graphics.addRect(QRectF())
        flag = getattr(Qt.AlignmentFlag, align)
        self.block = TextBlock(self.root, look, text, STYLE, QColor("#ffffff"), zone, flag)

    def drawing(self) -> Drawing:
        return drawing(self.graphics, AREA)


def test_the_largest_size_that_fits_is_taken(look: Look) -> None:
    roomy = Page(look, LONG, QRectF(0, 0, 700, 400)).block
    tight = Page(look, LONG, QRectF(0, 0, 700, 90)).block
    assert (roomy.size_px, roomy.overflow_px) == (40, 0)
    assert (tight.size_px, tight.overflow_px) == (24, 0)


def test_what_does_not_fit_at_any_size_is_told(look: Look) -> None:
    block = Page(look, LONG, QRectF(0, 0, 200, 80)).block
    assert block.size_px == 24
    assert block.overflow_px == block.height - 80 > 0


def test_every_line_is_drawn_in_its_column(look: Look) -> None:
    zone = QRectF(100, 50, 400, 400)
    page = Page(look, LONG, zone)
    seen = page.drawing().words
    assert "".join(words.text for words in seen) == LONG
    assert all(zone.contains(words.box) for words in seen)
    baselines = [words.baseline for words in seen]
    assert baselines == sorted(baselines)
    assert baselines[1] - baselines[0] == pytest.approx(page.block.line_px, abs=0.01)


def test_paragraphs_begin_on_lines_of_their_own(look: Look) -> None:
    block = Page(look, "一二三\n四五六", QRectF(0, 0, 700, 400)).block
    assert block.lines == ("一二三", "四五六")


@pytest.mark.parametrize(
    ("align", "edge"), [("AlignLeft", 100.0), ("AlignRight", 500.0), ("AlignHCenter", 300.0)]
)
def test_lines_are_aligned(look: Look, align: str, edge: float) -> None:
    (words,) = Page(look, "一二三", QRectF(100, 0, 400, 100), align).drawing().words
    reached = {
        "AlignLeft": words.box.left(),
        "AlignRight": words.box.right(),
        "AlignHCenter": words.box.center().x(),
    }
    assert reached[align] == pytest.approx(edge, abs=4)


def test_an_opening_mark_hangs_into_the_margin(look: Look) -> None:
    zone = QRectF(100, 0, 400, 100)
    hanging = Page(look, "「國」", zone).drawing().words[0]
    plain = Page(look, "國", zone).drawing().words[0]
    assert abs(hanging.box.left() - plain.box.left()) < 8


def test_nothing_is_painted_outside_the_bounding_rect(look: Look) -> None:
    page = Page(look, "「國Ågj", QRectF(100, 100, 400, 100))
    image = picture(page.graphics, AREA, QColor("#000000"))
    assert not blank(image)
    with QPainter(image) as painter:
        painter.fillRect(page.block.sceneBoundingRect(), QColor("#000000"))
    assert blank(image)


def blank(image: QImage) -> bool:
    return set(memoryview(image.constBits()).cast("I")) == {0xFF000000}
