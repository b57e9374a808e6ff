"""Says where a value comes from: nobody's, the exhibition's, the venue's or the command line's."""

from collections.abc import Sequence

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.settings.layers import Origin, Resolved
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.look import Look

BETWEEN = " · "


class OriginWords(Frozen):
    """`origin.yaml`."""

    from_where: Localised
    origin: Localised
    built_in: Localised
    exhibition: Localised
    venue: Localised
    command_line: Localised


class Origins:
    """Words for the origins of what is drafted."""

    def __init__(self, look: Look, words: Phrasebook) -> None:
        self._look = look
        self._words = words.words(OriginWords, "origin")

    def word(self, origin: Origin) -> str:
        """Who has chosen it, in a word."""
        words = self._words
        names = {
            Origin.BUILT_IN: words.built_in,
            Origin.EXHIBITION: words.exhibition,
            Origin.VENUE: words.venue,
            Origin.COMMAND_LINE: words.command_line,
        }
        return self._look.text(names[origin])

    def of(self, drafted: Resolved, *keys: str) -> str:
        """Who has chosen a value: «Set by: venue»; where it has several keys, the highest."""
        origin = max(drafted.origins[key] for key in keys)
        return self._pair(self._look.text(self._words.origin), origin)

    def line(self, drafted: Resolved, values: Sequence[tuple[str, str]]) -> str:
        """Who has chosen several values, each with its name and its key, in one line."""
        told = [self._pair(name, drafted.origins[key]) for name, key in values]
        return f"{self._look.text(self._words.origin)} — {BETWEEN.join(told)}"

    def _pair(self, what: str, origin: Origin) -> str:
        return self._look.text(self._words.from_where).format(what=what, origin=self.word(origin))
