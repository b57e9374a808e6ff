"""What is to be said, cut into what was recorded and what has to be spoken."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.language import Language

STOPS = ".!?:;,…。！？：；，"


@dataclass(frozen=True)
class Piece:
    """Words that are heard in one go.

    Attributes:
        language: in which they are written.
        recording: somebody reading them, if there is one.
    """

    words: str
    language: Language
    recording: Path | None = None


def pieces(words: str, language: Language, recordings: Mapping[str, Path]) -> list[Piece]:
    """`words` in pieces: wherever a recorded text stands in them as a whole, that is one.

    Args:
        words: what is to be said, which may be made of several texts.
        language: which the visitor reads.
        recordings: the recorded texts in that language. Longer ones are looked for first.
    """
    for text in sorted(recordings, key=len, reverse=True):
        at = _where(text, words)
        if at is not None:
            before, after = words[:at], words[at + len(text) :]
            recorded = Piece(text, language, recordings[text])
            return [
                *pieces(before, language, recordings),
                recorded,
                *pieces(after, language, recordings),
            ]
    if not any(character.isalnum() for character in words):
        return []
    return [Piece(_with_stops(words, language), written_in(words, language))]


def written_in(words: str, language: Language) -> Language:
    """The language of `words` that a reader of `language` sees: Chinese may stand in for English.

    A few characters among English words are names, which leave the sentence English.
    """
    letters = [character for character in words if character.isalpha()]
    han = sum("\u4e00" <= letter <= "\u9fff" for letter in letters)
    return "zh-Hant" if language == "en" and han * 2 > len(letters) else language


def _with_stops(words: str, language: Language) -> str:
    """`words` in one line, with a full stop where a line ended without one.

    What stood between them and a recording before them is left out.
    """
    stop, gap = (".", " ") if language == "en" else ("。", "")
    lines = [line.strip() for line in words.lstrip(STOPS).splitlines()]
    return gap.join(line if line[-1] in STOPS else line + stop for line in lines if line)


def _where(text: str, words: str) -> int | None:
    """Where `text` begins in `words` without being a part of another word."""
    at = words.find(text)
    while at >= 0:
        end = at + len(text)
        joined_before = at > 0 and words[at - 1].isalnum() and text[0].isalnum()
        joined_after = end < len(words) and words[end].isalnum() and text[-1].isalnum()
        if not (joined_before or joined_after):
            return at
        at = words.find(text, at + 1)
    return None
