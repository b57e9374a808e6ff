"""Programs that speak what is written: how each is asked for its voices, and how it is told.

They come in the order in which they are preferred. What a venue has set up in speech-dispatcher may
be better than espeak-ng, which is also what most of them speak through.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kiosk.content.language import Language

TAGS: dict[Language, tuple[str, ...]] = {
    "zh-Hant": ("yue", "zh-yue", "zh-hk", "cmn", "zh-cmn", "zh-tw", "zh"),
    "zh-Hans": ("cmn", "zh-cmn", "zh-cn", "zh"),
    "en": ("en-gb", "en", "en-us"),
}
"""What engines call a language, the best of their voices first: Cantonese in Hong Kong."""


@dataclass(frozen=True)
class Engine:
    """One program that speaks.

    Attributes:
        program: its name, or its path once it has been found.
        listing: the arguments that make it list its voices.
        column: the word of each of those lines that tells the language.
        trying: the arguments that make it speak without a sound.
        speaking: the arguments that make it speak, with `{voice}`, `{volume}` and `{words}` in
            them; without the last it reads the words from its standard input.
        volumes: the number for each of the five volumes.
        hushing: the arguments that make it fall silent, where ending it is not enough.
        tags: the languages that it speaks, as it calls them.
    """

    program: str
    listing: tuple[str, ...]
    column: int
    trying: tuple[str, ...]
    speaking: tuple[str, ...]
    volumes: tuple[int, ...]
    hushing: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def knowing(self, listed: str) -> "Engine":
        """This engine, with the languages that it has listed."""
        lines = (line.split() for line in listed.splitlines())
        # speech-dispatcher lists a hundred variants of each.
        tags = dict.fromkeys(words[self.column] for words in lines if len(words) > 2)
        return replace(self, tags=tuple(tags))

    def command(self, tag: str, volume: int, words: str) -> list[str]:
        """What makes it say `words`, at a volume from 1 to 5."""
        filled = {"voice": tag, "volume": self.volumes[volume - 1], "words": words}
        return [self.program, *(argument.format(**filled) for argument in self.speaking)]


ENGINES = (
    Engine(
        "spd-say",
        listing=("--list-synthesis-voices",),
        column=-2,
        trying=("--wait", "--volume", "-100", "--", "."),
        speaking=("--wait", "--language", "{voice}", "--volume", "{volume}", "--", "{words}"),
        volumes=(-60, -30, 0, 50, 100),
        hushing=("--cancel",),  # who speaks is a service, which goes on when spd-say has ended
    ),
    Engine(
        "espeak-ng",
        listing=("--voices",),
        column=1,
        trying=("-a", "0", "--", "."),
        speaking=("-v", "{voice}", "-a", "{volume}", "-s", "150", "--stdin"),
        volumes=(30, 60, 100, 140, 200),
    ),
)


def best_voice(engines: Sequence[Engine], language: Language) -> tuple[Engine, str] | None:
    """The engine that speaks a language best, and what it calls it; None where none does."""
    for tag in TAGS[language]:
        for engine in engines:
            if known := _known(tag, engine.tags):
                return engine, known
    return None


def _known(tag: str, tags: Collection[str]) -> str | None:
    return next((known for known in tags if known.lower() == tag), None)
