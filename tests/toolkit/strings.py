"""Every text of the exhibition and of the interface, by language."""

from collections.abc import Iterable
from functools import cache

from kiosk.app import load_exhibition
from kiosk.content.language import LANGUAGES, Language
from kiosk.content.strings import load_strings
from kiosk.content.texts import texts_in
from kiosk.resources import SCENES, STRINGS


@cache
def everything() -> tuple[object, ...]:
    """The exhibition and the words of the interface."""
    return load_exhibition(SCENES), load_strings(STRINGS)


def texts(language: Language) -> list[str]:
    """Every text there is, as it is shown in `language`."""
    return _unique(text.text(language) for _, text in texts_in(everything()))


def all_texts() -> list[str]:
    """Every text there is, in every language."""
    return _unique(text for language in LANGUAGES for text in texts(language))


def _unique(found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(found))
