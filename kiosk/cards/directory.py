"""A card that opens a list: the people of the exhibition, or its glossary."""

from collections.abc import Iterator
from typing import Literal

from PySide6.QtCore import QRectF

from kiosk.cards.card import CardItem
from kiosk.cards.detail import Detail, Entry
from kiosk.content.language import Localised
from kiosk.content.model import CardSpec, Term
from kiosk.content.texts import texts_in


class DirectorySpec(CardSpec):
    """`directory`: everybody of `people.yaml`, or every term of `glossary.yaml`."""

    kind: Literal["directory"]
    of: Literal["people", "glossary"]
    heading: Localised
    text: Localised

    def texts(self) -> Iterator[Localised]:
        """The heading and the sentence."""
        yield self.heading
        yield self.text


class DirectoryItem(CardItem):
    """The heading over the sentence; opened, the whole list."""

    spec: DirectorySpec

    def build(self, rect: QRectF) -> None:
        self.add_heading(rect, self.spec.heading, self.spec.text)

    def detail(self) -> Detail:
        return Detail(heading=self.look.text(self.spec.heading), entries=self._entries())

    def texts(self) -> Iterator[Localised]:
        """The card's own texts, then those of the list."""
        yield from super().texts()
        listed = self.frame.people if self.spec.of == "people" else self.frame.glossary
        yield from (text for _, text in texts_in(dict(listed)))

    def _entries(self) -> tuple[Entry, ...]:
        text = self.look.text
        if self.spec.of == "people":
            return tuple(
                Entry(text(person.name), text(person.office), person=key)
                for key, person in self.frame.people.items()
            )
        return tuple(
            Entry(self._term(term), text(term.meaning) if term.meaning else "", term=key)
            for key, term in self.frame.glossary.items()
        )

    def _term(self, term: Term) -> str:
        """A term, and in Chinese its English beside it: the glossary is a dictionary too."""
        words = self.look.text(term.term)
        english = term.term.written("en")
        return f"{words}　{english}" if english and self.look.language != "en" else words
