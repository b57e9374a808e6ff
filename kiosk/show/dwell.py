"""How long a scene stays on by itself: long enough to read it all and to watch its chart appear."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from kiosk.content.language import Language, Localised
from kiosk.content.model import VISIBLE_CARDS, ExhibitSpec, Scene

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
    """How long `scene` stays on by itself: as long as the turns of its exhibits together."""
    return sum(turns_s(scene, language, entrance_s))


def turns_s(scene: Scene, language: Language, entrance_s: float) -> tuple[float, ...]:
    """How long each exhibit is shown while the scene stays on by itself.

    There is one turn, that of the first exhibit, unless the scene shows its `exhibits_in_turn`. The
    first turn has room for all there is to read on the scene, a later one for its exhibit. Where
    the author has said how long the scene stays on, the turns share that.

    Args:
        scene: The scene.
        language: The language it is shown in.
        entrance_s: How long an exhibit takes to appear.
    """
    shown = scene.exhibits if scene.exhibits_in_turn else scene.exhibits[:1]
    first = _ARRIVAL_S + sum(_reading_s(text, language) for text in _own_texts(scene))
    called_for = [
        _within_bounds(_exhibit_s(exhibit, language, entrance_s) + (0.0 if index else first))
        for index, exhibit in enumerate(shown)
    ]
    if scene.dwell_s is None:
        return tuple(called_for)
    return tuple(turn * scene.dwell_s / sum(called_for) for turn in called_for)


def turn_at(turns: Sequence[float], progress: float) -> int:
    """Whose turn it is when `progress`, from 0 to 1, of all `turns` together is over."""
    ends = accumulate(turns)
    passed = progress * sum(turns)
    return min(sum(end <= passed for end in ends), len(turns) - 1)


def _exhibit_s(exhibit: ExhibitSpec, language: Language, entrance_s: float) -> float:
    """How long it takes to see `exhibit` appear, and to read it with its remarks."""
    reading = sum(_reading_s(text, language) for text in exhibit.texts())
    return entrance_s + reading + _ANNOTATION_S * exhibit.annotation_count()


def _within_bounds(seconds: float) -> float:
    return min(max(seconds, _SHORTEST_S), _LONGEST_S)


def _own_texts(scene: Scene) -> Iterator[Localised]:
    """Everything there is to read on `scene` without touching it, beside its exhibits."""
    yield scene.title
    yield scene.lead
    if scene.hero:
        yield scene.hero.label
    for card in scene.cards[:VISIBLE_CARDS]:
        yield from card.texts()


def _reading_s(text: Localised, language: Language) -> float:
    """How long `text` takes in the language it is really shown in: Chinese if not translated."""
    shown_in: Language = language if text.written(language) else "zh-Hant"
    return reading_s([text.text(language)], shown_in)
