"""Every text of the exhibition and of the interface, by language."""

from collections.abc import Iterable, Iterator

from kiosk.app import load_exhibition
from kiosk.content.language import LANGUAGES, Language, Localised
from kiosk.content.strings import load_strings
from kiosk.resources import SCENES, STRINGS

_EVERYTHING = (load_exhibition(SCENES), load_strings(STRINGS))


def _localised(thing: object) -> Iterator[Localised]:
    if isinstance(thing, Localised):
        yield thing
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from _localised(value)
    elif isinstance(thing, tuple):
        for value in thing:
            yield from _localised(value)
    elif hasattr(type(thing), "model_fields"):
        for name in type(thing).model_fields:
            yield from _localised(getattr(thing, name))


def texts(language: Language) -> list[str]:
    """Every text there is, as it is shown in `language`."""
    return _unique(text.text(language) for text in _localised(_EVERYTHING))


def all_texts() -> list[str]:
    """Every text there is, in every language."""
    return _unique(text for language in LANGUAGES for text in texts(language))


def _unique(found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(found))
