"""Simplified Chinese where its author left it out: derived from the traditional text.

The exhibition's own words come first: whatever the glossary and the list of people say in both is
taken over as it stands there. The rest is OpenCC's, from the characters that Hong Kong uses, and
quotation marks become those of the mainland. What was written by hand is never touched.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from kiosk.content.language import Localised
from kiosk.content.model import Exhibition
from kiosk.content.texts import with_texts

if TYPE_CHECKING:
    from opencc import OpenCC

_QUOTATION_MARKS = str.maketrans("「」『』", "“”‘’")

_LEFT_BY_OPENCC = {"甚麼": "什么"}
"""What it turns into characters that are right one by one, and no word of the mainland."""


def with_simplified(exhibition: Exhibition) -> Exhibition:
    """`exhibition` with simplified Chinese for every text, if that is one of its languages."""
    if "zh-Hans" not in exhibition.languages:
        return exhibition
    return with_texts(exhibition, Simplifier(_own_words(exhibition)).completed)


class Simplifier:
    """Writes simplified Chinese.

    Args:
        own_words: words that are not left to OpenCC, from traditional to simplified.
    """

    def __init__(self, own_words: Mapping[str, str]) -> None:
        self._own_words = _LEFT_BY_OPENCC | dict(own_words)
        longest_first = sorted(self._own_words, key=len, reverse=True)
        self._own = re.compile("(" + "|".join(map(re.escape, longest_first)) + ")")

    def completed(self, text: Localised) -> Localised:
        """`text` with simplified Chinese, which is derived where it was not written."""
        if text.zh_hans is not None:
            return text
        return text.model_copy(update={"zh_hans": self.simplified(text.zh_hant)})

    def simplified(self, traditional: str) -> str:
        """What `traditional` is in simplified Chinese."""
        parts = self._own.split(traditional)
        return "".join(self._own_words.get(part) or self._converted(part) for part in parts)

    def _converted(self, part: str) -> str:
        converted: str = self._opencc.convert(part)
        return converted.translate(_QUOTATION_MARKS)

    @cached_property
    def _opencc(self) -> "OpenCC":
        from opencc import OpenCC  # only where a text is left out: it takes a frame or two

        return OpenCC("hk2s")


def _own_words(exhibition: Exhibition) -> dict[str, str]:
    """The names of people and the terms, where they were written in both."""
    terms = (entry.term for entry in exhibition.glossary.values())
    names = (person.name for person in exhibition.people.values())
    return {text.zh_hant: text.zh_hans for text in chain(names, terms) if text.zh_hans}
