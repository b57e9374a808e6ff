"""`main.py keys`: the pair of keys with which bundles are signed and machines know them."""

import argparse
from pathlib import Path


class NoKeysError(Exception):
    """No keys were made; the text says why."""


def add_keys_arguments(parser: argparse.ArgumentParser) -> None:
    """Lets `parser` understand what may follow `keys`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    new = actions.add_parser("new", help="make a pair of keys")
    new.add_argument("folder", type=Path, metavar="FOLDER", help="where to write them")


def carry_out_keys(options: argparse.Namespace) -> None:
    """Makes the keys, and says what each is for.

    Raises:
        NoKeysError: they cannot be written, or there are some already.
    """
    from kiosk.venue.keys import UnusableKeyError, new_keys

    try:
        private, public = new_keys(options.folder)
    except UnusableKeyError as error:
        raise NoKeysError(error) from None
    print(f"{private}: signs bundles; keep it where nobody else can read it, and a copy of it")
    print(f"{public}: goes onto each machine, which then takes what was signed with the other")
