"""`main.py settings`: what the venue has chosen, listed and changed from a shell.

It writes the same file as the staff panel, with the same checks; a kiosk that runs takes it over.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kiosk.content.model import Exhibition
from kiosk.content.problem import Caution
from kiosk.resources import SCENES, theme_names
from kiosk.settings import file
from kiosk.settings.choice import ChoiceError, checked_key, parsed_choice
from kiosk.settings.exhibition import exhibition_choices, fitted
from kiosk.settings.file import NotSavedError
from kiosk.settings.layers import Choices, Origin, resolve
from kiosk.settings.model import keys, value
from kiosk.settings.place import VARIABLE, venue_folder
from kiosk.settings.wording import inline
from kiosk.venue import lock

_ORIGINS = {
    Origin.BUILT_IN: "built-in",
    Origin.EXHIBITION: "exhibition",
    Origin.VENUE: "venue",
}


def add_settings_arguments(parser: argparse.ArgumentParser) -> None:
    """Lets `parser` understand what may follow `settings`."""
    _add_folders(parser, SCENES, None)
    # Behind an action they are understood too, but must not undo what was said before it.
    folders = argparse.ArgumentParser(add_help=False)
    _add_folders(folders, argparse.SUPPRESS, argparse.SUPPRESS)
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    actions.add_parser("list", parents=[folders], help="every key, who chose it, and what")
    choose = actions.add_parser("set", parents=[folders], help="choose a value for the venue")
    choose.add_argument("key", metavar="KEY")
    choose.add_argument("value", metavar="VALUE", help="as it would stand in the file, in YAML")
    reset = actions.add_parser("reset", parents=[folders], help="forget what the venue has chosen")
    what = reset.add_mutually_exclusive_group(required=True)
    what.add_argument("key", nargs="?", metavar="KEY")
    what.add_argument("--all", action="store_true", help="every key")
    actions.add_parser(
        "pin", parents=[folders], help="forget the staff's PIN; the kiosk asks for a new one"
    )


def _add_folders(parser: argparse.ArgumentParser, content: Any, venue: Any) -> None:
    parser.add_argument(
        "--content", type=Path, default=content, metavar="DIR", help="the exhibition's folder"
    )
    parser.add_argument(
        "--venue", type=Path, default=venue, metavar="DIR", help=f"its folder, else ${VARIABLE}"
    )


def carry_out_settings(options: argparse.Namespace, load: Callable[[], Exhibition]) -> None:
    """Does what the command line asks for.

    Args:
        options: what it says.
        load: reads the exhibition; a PIN is forgotten without, be there what may.

    Raises:
        ContentError: the venue's file cannot be read, or the exhibition.
        ChoiceError: there is no such key, or it cannot have such a value.
        NotSavedError: something could not be written.
    """
    folder = venue_folder(options.venue, os.environ)
    match options.action:
        case "pin":
            _forget_pin(folder)
        case "set":
            _set(folder, options.key, options.value, load())
        case "reset" if options.all:
            file.write(folder, {})
            _list(folder, load(), keys())
        case "reset":
            _reset(folder, options.key, load())
        case _:
            _list(folder, load(), keys())


def _set(folder: Path, key: str, text: str, exhibition: Exhibition) -> None:
    chosen = {key: parsed_choice(key, text)}
    for misfit in fitted(chosen, exhibition, theme_names()).misfits:
        raise ChoiceError(f"{key}: {misfit.sentence}")
    file.write(folder, {**_read(folder), **chosen})
    _list(folder, exhibition, [key])


def _reset(folder: Path, key: str, exhibition: Exhibition) -> None:
    checked_key(key)
    choices = _read(folder)
    if key in choices:
        file.write(folder, {kept: choices[kept] for kept in choices if kept != key})
    _list(folder, exhibition, [key])


def _forget_pin(folder: Path) -> None:
    try:
        had_one = lock.forget(folder)
    except OSError as error:
        raise NotSavedError(f"{folder / lock.NAME}: {error.strerror}") from None
    print("the PIN is forgotten" if had_one else "there is no PIN", end=": ")
    print("open the staff panel now, and it asks for a new one")


def _read(folder: Path) -> Choices:
    return file.read(folder).choices if file.signature(folder) else {}


def _list(folder: Path, exhibition: Exhibition, listed: Iterable[str]) -> None:
    """Prints some keys; what of the file is of no use to the exhibition is warned of."""
    choices: Choices = {}
    if file.signature(folder):
        read = file.read(folder)
        fit = fitted(read.choices, exhibition, theme_names())
        for misfit in fit.misfits:
            mark = read.mark(misfit.key, *misfit.within)
            print(Caution(mark, misfit.sentence), file=sys.stderr)
        choices = fit.choices
    resolved = resolve({Origin.EXHIBITION: exhibition_choices(exhibition), Origin.VENUE: choices})
    wide = max(map(len, keys()))
    rows = (
        f"{key:{wide}}  {_ORIGINS[resolved.origins[key]]:10}  "
        f"{inline(value(resolved.settings, key))}"
        for key in listed
    )
    print("\n".join(rows))
