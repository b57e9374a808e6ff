"""Says where a value comes from: nobody's, the exhibition's, the venue's or the command line's."""

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.settings.layers import Origin, Resolved
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.look import Look


class OriginWords(Frozen):
    """`origin.yaml`."""

    set_by: Localised
    built_in: Localised
    exhibition: Localised
    venue: Localised
    command_line: Localised


class Origins:
    """Words for the origins of what is drafted."""

    def __init__(self, look: Look, words: Phrasebook) -> None:
        self._look = look
        self._words = words.words(OriginWords, "origin")

    def of(self, drafted: Resolved, key: str) -> str:
        """Who has chosen a value: `Set by: venue`."""
        words = self._words
        names = {
            Origin.BUILT_IN: words.built_in,
            Origin.EXHIBITION: words.exhibition,
            Origin.VENUE: words.venue,
            Origin.COMMAND_LINE: words.command_line,
        }
        name = self._look.text(names[drafted.origins[key]])
        return self._look.text(words.set_by).format(origin=name)
