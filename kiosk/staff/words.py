"""The words of the panel: a file for each page, in the languages of the interface."""

from pathlib import Path
from typing import TypeVar

from kiosk.content.document import read_model
from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised

W = TypeVar("W", bound=Frozen)


class PageWords(Frozen):
    """What every page says."""

    title: Localised
    blurb: Localised


class Phrasebook:
    """Reads each file once.

    Args:
        folder: where the files are.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Frozen] = {}

    def words(self, kind: type[W], name: str) -> W:
        """What the file `NAME.yaml` says.

        Raises:
            ContentError: with everything that is wrong with it.
        """
        if name not in self._read:
            self._read[name] = read_model(kind, self._folder, f"{name}.yaml")
        found = self._read[name]
        assert isinstance(found, kind)
        return found
