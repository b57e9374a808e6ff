"""The words that the interface itself says, as opposed to the exhibition."""

from pathlib import Path

from kiosk.content.document import read_model
from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised


class Strings(Frozen):
    """`resources/strings/interface.yaml`."""

    scene: Localised
    pause: Localised
    resume: Localised
    previous: Localised
    next: Localised
    read_more: Localised
    close: Localised
    source: Localised
    forecast: Localised
    missing: Localised
    translation: Localised
    illustration: Localised
    what_is_it: Localised
    more_cards: Localised
    more_charts: Localised
    heading_only: Localised
    more_entries: Localised


def load_strings(path: Path) -> Strings:
    """The interface's words in the file `path`.

    Raises:
        ContentError: with everything that is wrong with the file.
    """
    return read_model(Strings, path.parent, path.name)
