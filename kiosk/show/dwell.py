"""How long a scene stays on by itself: long enough to read it all and to watch its chart appear."""

import re
from collections.abc import Iterable, Iterator

from kiosk.content.language import Language, Localised
from kiosk.content.model import Scene

VISIBLE_CARDS = 3
"""How many cards stand open to the eye on a scene; the others wait for a touch."""

# The visitor's bill of rights: 3 s + reading + chart animation + 1.5 s an annotation, 8 to 30 s.
_ARRIVAL_S = 3.0
_ANNOTATION_S = 1.5
_SHORTEST_S = 8.0
_LONGEST_S = 30.0
_CHARACTERS_PER_S = 4.0
_WORDS_PER_S = 2.5

# Han characters with their extensions, the zero of 二〇三〇, and digits.
_CHARACTER = re.compile(r"[\d〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# "don't", "well-known" and "9,587.5" are one word each.
_WORD = re.compile(r"\w+(?:[-.,'’]\w+)*")


def reading_s(texts: Iterable[str], language: Language) -> float:
    """How long a visitor takes to read `texts`, which are written in `language`.

    Chinese goes by Han characters and digits, English by words; spaces and punctuation are free.
    """
    unit, per_s = (_WORD, _WORDS_PER_S) if language == "en" else (_CHARACTER, _CHARACTERS_PER_S)
    return sum(len(unit.findall(text)) for text in texts) / per_s


def dwell_s(scene: Scene, language: Language, entrance_s: float) -> float:
    """How long `scene` stays on by itself: its author's `dwell_s`, or what its words call for.

    Args:
        scene: The scene.
        language: The language it is shown in.
        entrance_s: How long its first exhibit takes to appear.
    """
    if scene.dwell_s is not None:
        return scene.dwell_s
    reading = sum(_reading_s(text, language) for text in _texts(scene))
    annotations = _ANNOTATION_S * scene.exhibits[0].annotation_count()
    return min(max(_ARRIVAL_S + reading + entrance_s + annotations, _SHORTEST_S), _LONGEST_S)


def _texts(scene: Scene) -> Iterator[Localised]:
    """Everything there is to read on `scene` without touching it."""
    yield scene.title
    yield scene.lead
    if scene.hero:
        yield scene.hero.label
    yield from scene.exhibits[0].texts()
    for card in scene.cards[:VISIBLE_CARDS]:
        yield from card.texts()


def _reading_s(text: Localised, language: Language) -> float:
    """How long `text` takes in the language it is really shown in: Chinese if not translated."""
    shown_in: Language = language if text.written(language) else "zh-Hant"
    return reading_s([text.text(language)], shown_in)
