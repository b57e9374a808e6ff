"""A card that tells something: a heading and a sentence, more when opened."""

from collections.abc import Iterator
from typing import Literal

from PySide6.QtCore import QRectF

from kiosk.cards.card import CardItem
from kiosk.cards.detail import Detail
from kiosk.content.language import Localised
from kiosk.content.model import CardSpec


class StorySpec(CardSpec):
    """`story`: a heading, with a sentence and a longer text where there is something to tell."""

    kind: Literal["story"]
    heading: Localised
    text: Localised | None = None
    whole: Localised | None = None
    person: str | None = None

    def texts(self) -> Iterator[Localised]:
        """The heading and the sentence."""
        yield self.heading
        if self.text:
            yield self.text

    def people(self) -> Iterator[str]:
        """Whoever the story is about."""
        if self.person:
            yield self.person


class StoryItem(CardItem):
    """The heading over the sentence."""

    spec: StorySpec

    def build(self, rect: QRectF) -> None:
        self.add_heading(rect, self.spec.heading, self.spec.text)

    def detail(self) -> Detail:
        text, strings = self.look.text, self.look.strings
        person = self.person()
        told = self.spec.whole or self.spec.text
        return Detail(
            heading=text(self.spec.heading),
            body=text(told) if told else text(strings.heading_only),
            name=text(person.name) if person else "",
            office=text(person.office) if person else "",
            person=self.spec.person or "",
            notes=self.source_note(),
        )
