"""Words are seen with their place, whoever paints them and by whichever call."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QGraphicsItem

from kiosk.toolkit.look import Look
from kiosk.toolkit.proof import proof
from kiosk.toolkit.text import LEAD, TextBlock


class Sign(QGraphicsItem):
    """Paints a few words on a rectangle, as a label or at a point."""

    def __init__(self, words: str, rect: QRectF | None = None, opacity: float = 1.0) -> None:
        super().__init__()
        self._words = words
        self._rect = rect
        self._painted_opacity = opacity

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, 400, 100)

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        font = QFont("Noto Sans HK")
        font.setPixelSize(40)
        painter.setFont(font)
        painter.setOpacity(painter.opacity() * self._painted_opacity)
        painter.drawRect(10, 10, 20, 20)
        if self._rect is None:
            painter.drawText(QPointF(0, 40), self._words)
        else:
            painter.drawText(self._rect, Qt.AlignmentFlag.AlignCenter, self._words)


def test_painted_words_are_seen_where_they_stand(look: Look) -> None:
    sign = Sign("停")
    sign.setPos(300, 200)
    (seen,) = proof([sign])
    assert (seen.text, seen.item, seen.clip) == ("停", sign, None)
    assert QRectF(300, 200, 44, 50).contains(seen.box)


def test_a_text_block_is_seen_line_by_line(look: Look) -> None:
    root = Sign("")
    zone = QRectF(0, 0, 200, 400)
    block = TextBlock(root, look, "將來的能源，多來自太陽能", LEAD, look.palette.text, zone)
    seen = proof([root])
    assert tuple(words.text for words in seen) == block.lines
    assert all(words.item is block for words in seen)


def test_letters_of_two_scripts_on_a_line_are_one_text(look: Look) -> None:
    assert [words.text for words in proof([Sign("AI 生產 2026")])] == ["AI 生產 2026"]


def test_what_is_cut_off_by_its_rectangle_is_seen_with_it(look: Look) -> None:
    (seen,) = proof([Sign("Prototype", QRectF(0, 0, 300, 20))])
    assert seen.clip == QRectF(0, 0, 300, 20)
    assert not seen.clip.contains(seen.box)


def test_what_is_hidden_or_transparent_is_not_seen(look: Look) -> None:
    hidden, faint = Sign("藏"), Sign("淡")
    hidden.setVisible(False)
    faint.setOpacity(0.0)
    assert proof([hidden, faint, Sign("無", opacity=0.0)]) == []
