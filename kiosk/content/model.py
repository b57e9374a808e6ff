"""What an exhibition is, once its files have been read.

The kinds of exhibits and cards add their own fields by deriving from `ExhibitSpec` and `CardSpec`
in their own rooms; the loader is handed those classes and never imports them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, field_validator, model_validator

from kiosk.content.files import SceneFiles
from kiosk.content.frozen import Frozen, MisfitError
from kiosk.content.keys import KeyMap
from kiosk.content.language import LANGUAGES, Language, Localised
from kiosk.content.numbers import Unit
from kiosk.content.programme import MOST_SLOTS, DwellSeconds
from kiosk.content.timing import Timing
from kiosk.content.tree import MapNode

Accent = Literal[
    "new-energy", "ai-production", "internet-of-everything", "future-industry", "prologue"
]


class Person(Frozen):
    """Somebody the exhibition quotes or names."""

    name: Localised
    office: Localised


class Term(Frozen):
    """One entry of the glossary."""

    term: Localised
    meaning: Localised | None = None


class Source(Frozen):
    """Where a figure or a quotation comes from: the body that issued it, never a mirror of it."""

    name: Localised
    year: int = Field(ge=1900, le=2100)


class Hero(Frozen):
    """The one large number of a scene."""

    value: Decimal
    unit: Unit
    label: Localised
    sources: tuple[str, ...] = Field(min_length=1)


class ExhibitSpec(Frozen):
    """What every kind of exhibit has."""

    kind: str
    title: Localised = Field(description="the finding, in a sentence of at most 18 characters")
    subtitle: Localised | None = None
    tab: Localised | None = Field(
        default=None,
        description="the words on the switch between several exhibits, at most 4 characters",
    )
    sources: tuple[str, ...] = ()
    notes: tuple[Localised, ...] = ()
    illustration: bool = Field(
        default=False, description="true where it only illustrates: the screen then says so"
    )

    @classmethod
    def prepare(cls, node: MapNode, files: SceneFiles) -> MapNode:
        """`node` with what its files make of it; a kind that names files overrides this.

        Args:
            node: an exhibit as it stands in `scene.yaml`, before it is validated as this class.
            files: the files that its scene may name.

        Raises:
            ContentError: with everything that is wrong with those files.
        """
        return node

    def texts(self) -> Iterator[Localised]:
        """Every text that a visitor reads on this exhibit without touching it."""
        yield self.title
        if self.subtitle:
            yield self.subtitle
        yield from self.notes

    def annotation_count(self) -> int:
        """How many remarks on the picture a visitor has to take in."""
        return 0


LONGEST_CODE_BYTES = 330
"""What a QR code holds that a telephone still reads from the screen at arm's length."""


def _fits_a_code(words: Localised) -> Localised:
    for language in LANGUAGES:
        taken = len((words.written(language) or "").encode())
        if taken > LONGEST_CODE_BYTES:
            sentence = f"too long for a QR code: {taken} bytes of at most {LONGEST_CODE_BYTES}"
            raise MisfitError(sentence, language)
    return words


TakeAway = Annotated[Localised, AfterValidator(_fits_a_code)]
"""A link or a short text that a visitor takes along as a QR code."""


class CardSpec(Frozen):
    """What every kind of card has."""

    kind: str
    sources: tuple[str, ...] = ()
    take_away: TakeAway | None = Field(
        default=None, description="a link or a short text, shown as a QR code when it is opened"
    )

    def texts(self) -> Iterator[Localised]:
        """Every text that a visitor reads on the closed card."""
        yield from ()

    def people(self) -> Iterator[str]:
        """The ids of the people this card names."""
        yield from ()


@dataclass(frozen=True)
class Kinds:
    """The classes that the word after `kind` stands for."""

    exhibits: Mapping[str, type[ExhibitSpec]]
    cards: Mapping[str, type[CardSpec]]


VISIBLE_CARDS = 3
"""How many cards stand open to the eye on a scene; the others wait for a touch."""


class SceneFile(Frozen):
    """`scene.yaml`, with `exhibits` and `cards` already turned into their kinds' own classes."""

    title: Localised
    lead: Localised
    accent: Accent
    hero: Hero | None = None
    exhibits: tuple[ExhibitSpec, ...] = Field(min_length=1)
    cards: tuple[CardSpec, ...] = Field(min_length=1)
    sources: dict[str, Source] = Field(min_length=1)
    exhibits_in_turn: bool = Field(
        default=False, description="true where the tour shows each exhibit, not the first alone"
    )
    dwell_s: DwellSeconds | None = None


class Scene(SceneFile):
    """A scene of the exhibition; its id is the name of its folder."""

    id: str


class Defaults(Timing):
    """What the exhibition starts with until a venue or the command line says otherwise."""

    language: Language = "zh-Hant"
    theme: str = "ink-atlas"
    keys: KeyMap = KeyMap()


def _is_answer_id(key: str) -> str:
    if not re.fullmatch(r"[\w-]{1,40}", key):
        raise ValueError(f"'{key}' is no id of an answer: 1 to 40 letters, digits, '-' and '_'")
    return key


AnswerId = Annotated[str, AfterValidator(_is_answer_id)]
"""What votes for an answer are kept under, whatever becomes of its words."""


class PollFile(Frozen):
    """What visitors are asked in `exhibition.yaml`; an answer may be a scene, by its id."""

    question: Localised
    answers: dict[AnswerId, Localised] = Field(min_length=2, max_length=6)

    @field_validator("answers")
    @classmethod
    def _can_be_told_apart(cls, answers: dict[str, Localised]) -> dict[str, Localised]:
        for language in LANGUAGES:
            seen: dict[str, str] = {}
            for key, words in answers.items():
                if (other := seen.setdefault(words.text(language), key)) != key:
                    raise MisfitError(f"this is what '{other}' says already", key)
        return answers


class Poll(PollFile):
    """What visitors are asked, with the accents of those answers that are scenes."""

    accents: dict[str, Accent]


class ExhibitionFile(Frozen):
    """`exhibition.yaml`."""

    title: Localised
    subtitle: Localised
    question: Localised | None = Field(
        default=None, description="what the attract screen asks, in two lines"
    )
    languages: tuple[Language, ...] = Field(default=LANGUAGES, min_length=1)
    order: tuple[str, ...] = Field(min_length=1, max_length=MOST_SLOTS)
    prologue: str | None = None
    poll: PollFile | None = Field(default=None, description="what visitors are asked")
    defaults: Defaults = Defaults()

    @model_validator(mode="after")
    def _starts_in_one_of_its_languages(self) -> Self:
        if self.defaults.language not in self.languages:
            sentence = f"'{self.defaults.language}' is not one of the languages"
            raise MisfitError(sentence, "defaults", "language")
        return self


class Exhibition(Frozen):
    """Everything that is shown, validated and complete."""

    title: Localised
    subtitle: Localised
    question: Localised | None
    languages: tuple[Language, ...]
    defaults: Defaults
    scenes: tuple[Scene, ...]
    prologue: Scene | None
    people: dict[str, Person]
    glossary: dict[str, Term]
    poll: Poll | None
