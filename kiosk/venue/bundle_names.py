"""What the files in a bundle may be called, so that none ends up where it does not belong.

The names have to mean one and the same file on Linux, on Windows and on the sticks between them.
"""

import re
import unicodedata
from collections.abc import Iterable

LONGEST_BYTES = 400
LONGEST_PART_BYTES = 200

_FORBIDDEN = re.compile(r'[\\:*?"<>|]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_UNSEEN = ("C", "Zl", "Zp")
"""Categories of characters that do not show: control, format, private, separators of lines."""


def objection(name: str) -> str:
    """What speaks against a file's name, in a few words; nothing if it is a good one.

    A good name is a relative path with `/` between its parts, composed (NFC), of characters that
    can be seen, without parts that lead up, out or nowhere.
    """
    if not name or len(name.encode(errors="replace")) > LONGEST_BYTES:
        return "is empty or too long"
    if any(unicodedata.category(letter).startswith(_UNSEEN) for letter in name):
        return "has characters that cannot be seen"
    if _FORBIDDEN.search(name):
        return 'has one of the characters \\ : * ? " < > |'
    if unicodedata.normalize("NFC", name) != name:
        return "is not composed (NFC)"
    return next(filter(None, map(_objection_to_part, name.split("/"))), "")


def _objection_to_part(part: str) -> str:
    if part in ("", ".", ".."):
        return "leads out of its folder or nowhere"
    if part.endswith((".", " ")) or part.startswith(" "):
        return "has a part with a space or a dot at its edge"
    if len(part.encode()) > LONGEST_PART_BYTES:
        return "has too long a part"
    return "is what Windows calls a device" if _DEVICE.fullmatch(part) else ""


def clashing(names: Iterable[str]) -> str:
    """The first name that some file system takes for another one, or for a folder; else nothing."""
    files: set[str] = set()
    folders: dict[str, str] = {}
    for name in names:
        parts = name.split("/")
        above = {
            _folded(way): way for way in ("/".join(parts[:end]) for end in range(1, len(parts)))
        }
        if any(way in files or folders.get(way, spelt) != spelt for way, spelt in above.items()):
            return name
        folded = _folded(name)
        if folded in files or folded in folders:
            return name
        files.add(folded)
        folders |= above
    return ""


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())
