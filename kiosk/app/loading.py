"""Reads what a kiosk is built from: an exhibition with every kind there is, and every look."""

from pathlib import Path

from kiosk.cards import registry as cards
from kiosk.content.load import Kinds, load
from kiosk.content.model import Exhibition
from kiosk.content.poll import with_poll
from kiosk.content.problem import Report
from kiosk.content.theme import load_theme
from kiosk.exhibits import registry as exhibits
from kiosk.resources import FONTS, ICONS, STRINGS, THEMES
from kiosk.toolkit.wardrobe import Wardrobe


def load_exhibition(folder: Path, report: Report | None = None) -> Exhibition:
    """The exhibition in `folder`, with every kind of exhibit and card there is.

    Its poll, if it has one, stands in the last scene, until a venue places it elsewhere.

    Args:
        folder: where `exhibition.yaml` is.
        report: takes the warnings, for whoever wants them.

    Raises:
        ContentError: something in it is wrong.
    """
    exhibition = load(
        folder,
        Kinds(
            exhibits={name: kind.spec for name, kind in exhibits.KINDS.items()},
            cards={name: kind.spec for name, kind in cards.KINDS.items()},
        ),
        report,
    )
    load_theme(THEMES, exhibition.defaults.theme)
    return with_poll(exhibition, "last-scene")


def open_wardrobe() -> Wardrobe:
    """Every look there is in `resources`; needs a QGuiApplication for its fonts.

    Raises:
        ContentError: something in the interface's words is wrong.
    """
    return Wardrobe(THEMES, FONTS, ICONS, STRINGS)
