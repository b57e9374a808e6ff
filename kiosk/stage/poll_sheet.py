"""What visitors are asked: every answer is a button, and after the vote a bar of the chart.

How others voted is shown only afterwards, so that nobody is led by it. It shows the votes that it
is told and says what is wanted; whoever grants it tells it the new ones.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor

from kiosk.content.model import Accent
from kiosk.content.poll import PollSpec
from kiosk.show.animator import Animator
from kiosk.show.ballot import Votes
from kiosk.show.glide import Glide
from kiosk.stage.answer_row import (
    GAP_PX,
    STACKED_BELOW_PX,
    STACKED_PX,
    WORDS,
    Answer,
    AnswerRow,
    words_room,
)
from kiosk.stage.layout import Layout
from kiosk.stage.sheet import BUTTON_PX, MARGIN_PX, Sheet
from kiosk.stage.wishes import Wishes
from kiosk.toolkit.discard import discard
from kiosk.toolkit.fitting import fitted, highest
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle, text_width
from kiosk.toolkit.touchable import Touchable

LEFT_PX = MARGIN_PX + 24
NOTE_GAP_PX = 18.0
ROW_PX = 100.0
HIGHEST_PX = 140.0
ROW_GAP_PX = 18.0
COLUMNS = (1, 2, 3)
WORDS_RATIO = 0.36
"""The most of a row's width that the words may take where the bar stands beside them."""

GROWTH_MS = 700.0

HEADING = TextStyle("serif-bold", (56, 52, 46, 40, 36, 32), 1.25)
NOTE = TextStyle("sans", (30, 28, 26), 1.35)


class PollSheet(Sheet):
    """The question, what to do, the answers, and what the votes are worth.

    Args:
        card: what is asked.
        votes: how it stands.
        note: what else has to be said, or "".

    Attributes:
        wishes: what is wanted.
        needed_px: how high the panel has to be for all of it, in design units.
        panel_px: how high it is.
    """

    def __init__(
        self,
        look: Look,
        layout: Layout,
        accent: Accent,
        bounds: QRectF,
        card: PollSpec,
        votes: Votes,
        note: str,
        animator: Animator,
    ) -> None:
        super().__init__(look, layout, accent, bounds)
        self.wishes = Wishes()
        self._card = card
        self._note = note
        self._votes = votes
        self._unit = layout.unit_px
        self._width = self.zone.width() - 2 * LEFT_PX
        self._notes: list[TextBlock] = []
        top = self._add_question()
        line = self._note_height()
        self._hint_zone = QRectF(LEFT_PX, top, self._width, line)
        top = self._hint_zone.bottom() + NOTE_GAP_PX
        most = self.zone.height() - MARGIN_PX - line - NOTE_GAP_PX - top
        self._rows = self._build_rows(QRectF(LEFT_PX, top, self._width, most), accent)
        bottom = max(row.y() + row.target().height() for row in self._rows.values())
        self._foot_zone = QRectF(LEFT_PX, bottom + NOTE_GAP_PX, self._width, line)
        self.needed_px = self._foot_zone.bottom() + MARGIN_PX
        self.panel_px = min(self.needed_px, self.zone.height())
        self.stand(self.needed_px)
        self._growth = Glide(animator, [0.0] * len(self._rows), self._on_grown)
        self._show_words()
        self._growth.jump(self._ratios())

    def show_votes(self, votes: Votes) -> None:
        """Shows how it stands now, from how it stood."""
        if votes != self._votes:
            self._votes = votes
            self._show_words()
            self._growth.to(self._ratios(), GROWTH_MS)

    def stop(self) -> None:
        super().stop()
        self._growth.stop()

    def controls(self) -> list[Touchable]:
        return list(self._rows.values())

    def describe(self) -> str:
        """The question, what to do, each answer, and what the votes are worth."""
        rows = (row.describe() for row in self._rows.values())
        hint, foot = self._said()
        return "\n".join((self.look.text(self._card.question), hint, *rows, foot))

    # How it is built

    def _add_question(self) -> float:
        """Beside the close button, as high as it is at least; returns where it ends."""
        words = self.look.text(self._card.question)
        width = self._width - BUTTON_PX - GAP_PX
        style = fitted(self.look, HEADING, [words], width, BUTTON_PX)
        height = max(BUTTON_PX, highest(self.look, style, [words], width))
        zone = QRectF(LEFT_PX, MARGIN_PX, width, height)
        block = TextBlock(self.plate, self.look, words, style, self.look.palette.text, zone)
        block.setY(MARGIN_PX + (height - block.height) / 2)
        return MARGIN_PX + height + NOTE_GAP_PX / 2

    def _note_height(self) -> float:
        """How high the highest of all that may stand over or under the answers is."""
        said = [words for votes in (True, False) for words in self._words(votes)]
        return highest(self.look, NOTE, said, self._width)

    def _build_rows(self, zone: QRectF, accent: Accent) -> dict[str, AnswerRow]:
        answers = self._answers(accent)
        columns, height = self._arrangement(zone, len(answers))
        gap = ROW_GAP_PX * self._unit
        width = (zone.width() + gap) / columns - gap
        words = [answer.words for answer in answers]
        widest = min(width * WORDS_RATIO, self._widest(words))
        room = words_room(answers, QSizeF(width, height), widest)
        style = fitted(self.look, WORDS, words, room.width(), room.height())
        rows = {}
        for at, answer in enumerate(answers):
            x = zone.left() + at % columns * (width + gap)
            y = zone.top() + at // columns * (height + gap)
            place = QRectF(x, y, width, height)
            row = AnswerRow(self.plate, self.look, place, answer, style, room)
            row.chosen.connect(self.wishes.vote_requested)
            rows[answer.key] = row
        return rows

    def _answers(self, accent: Accent) -> list[Answer]:
        palette, accents = self.look.palette, self._card.accents
        found = []
        for key, words in self._card.answers.items():
            icon = accents.get(key, "")
            colour: QColor = palette.accent(accents.get(key, accent))
            found.append(Answer(key, self.look.text(words), icon, colour))
        return found

    def _arrangement(self, zone: QRectF, count: int) -> tuple[int, float]:
        """In as few columns as the height allows, and how high a row is then."""
        gap = ROW_GAP_PX * self._unit
        for columns in COLUMNS:
            height = (zone.height() + gap) / -(-count // columns) - gap
            is_stacked = (zone.width() + gap) / columns - gap < STACKED_BELOW_PX
            if height >= max(ROW_PX * self._unit, STACKED_PX if is_stacked else 0.0):
                break
        return columns, min(height, HIGHEST_PX)

    def _widest(self, words: Sequence[str]) -> float:
        font = self.look.font(WORDS.face, WORDS.sizes[0])
        return max(text_width(font, one) for one in words) + 1

    # What it shows

    def _show_words(self) -> None:
        votes, muted = self._votes, self.look.palette.muted
        for block in self._notes:
            discard(block)
        zones = (self._hint_zone, self._foot_zone)
        self._notes = [
            TextBlock(self.plate, self.look, words, NOTE, muted, zone)
            for words, zone in zip(self._said(), zones, strict=True)
        ]
        for key, row in self._rows.items():
            row.show_votes(None if votes.own is None else votes.tally[key], key == votes.own)

    def _said(self) -> tuple[str, str]:
        return self._words(has_voted=self._votes.own is not None)

    def _words(self, has_voted: bool) -> tuple[str, str]:
        """What stands over and under the answers."""
        text, strings = self.look.text, self.look.strings
        over, under = text(strings.vote_for_one), text(strings.votes_later)
        if has_voted:
            count = f"{sum(self._votes.tally.values()):,}"
            over, under = text(strings.vote_taken), text(strings.votes_in_all).format(count=count)
        return over, " · ".join(filter(None, (under, self._note)))

    def _ratios(self) -> list[float]:
        """How long each bar is: the longest is as long as it can be, and none is there untold."""
        most = max(self._votes.tally.values(), default=0)
        if self._votes.own is None or not most:
            return [0.0] * len(self._rows)
        return [self._votes.tally[key] / most for key in self._rows]

    def _on_grown(self) -> None:
        for row, ratio in zip(self._rows.values(), self._growth.values, strict=True):
            row.grow(ratio)
