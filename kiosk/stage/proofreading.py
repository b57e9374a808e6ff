"""Reads an exhibition's proofs in every language and layout; each misfit is told once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.language import LANGUAGES, Language
from kiosk.content.model import Exhibition
from kiosk.content.places import Places
from kiosk.content.problem import Mark, Problem, quoted
from kiosk.resources import STRINGS
from kiosk.stage.layout import MANNERS, Manner, layout_for
from kiosk.stage.misfits import Misfit, misfits
from kiosk.stage.rounds import Rounds
from kiosk.toolkit.look import Look


@dataclass(frozen=True)
class Combination:
    """One of the ways in which a visitor can see it all."""

    language: Language
    manner: Manner

    def __str__(self) -> str:
        upright, large, reach = self.manner
        words = [self.language, "portrait" if upright else "landscape"]
        return ", ".join([*words, *["large text"] * large, *["reach"] * reach])


def combinations(exhibition: Exhibition) -> list[Combination]:
    """Every language of the exhibition in every layout."""
    spoken = [language for language in LANGUAGES if language in exhibition.languages]
    return [Combination(language, manner) for language in spoken for manner in MANNERS]


@dataclass
class _Finding:
    """What is wrong with one text, in all the combinations in which it is."""

    worst: Misfit
    px: float
    where: dict[Combination, None]


class Proofreader:
    """Collects what does not fit, one combination after the other.

    Args:
        folder: the exhibition's, for the places in its files.
    """

    def __init__(self, exhibition: Exhibition, folder: Path) -> None:
        self._exhibition = exhibition
        scenes = [scene.id for scene in exhibition.scenes]
        prologue = [exhibition.prologue.id] if exhibition.prologue else []
        self._places = Places(folder, [*scenes, *prologue], STRINGS)
        self._found: dict[tuple[Mark, str, str], _Finding] = {}

    def read(self, combination: Combination, look: Look) -> None:
        """Walks through every screen in one language and layout."""
        layout = layout_for(*combination.manner)
        for screen in Rounds(self._exhibition, look, layout).screens():
            for misfit in misfits(screen, layout):
                self._note(misfit, screen.scene, combination, misfit.px / layout.unit_px)

    def problems(self) -> list[Problem]:
        """What was found, by its place in the files."""
        return sorted(set(self._told()))

    def _note(self, misfit: Misfit, scene: str, where: Combination, px: float) -> None:
        mark = self._places.find(misfit.words, scene)
        # The pages of a long text are one text; what is in no file is known by its words alone.
        words = misfit.words if mark.line == 1 else ""
        key = (mark, words, misfit.fault)
        finding = self._found.setdefault(key, _Finding(misfit, px, {}))
        finding.where[where] = None
        if px > finding.px:
            finding.worst, finding.px = misfit, px

    def _told(self) -> Iterator[Problem]:
        for (mark, _, fault), finding in self._found.items():
            words = " ".join(finding.worst.words.split())
            where = "; ".join(map(str, finding.where))
            said = fault.replace("{px}", f"{finding.px:.0f}")
            less = finding.worst.characters
            advice = f": shorten it by about {less} characters" if less else ""
            yield Problem(mark, f"{quoted(words)} {said} ({where}){advice}")
