"""The text of one file of a folder, or a sentence about why it cannot be had.

Nothing outside the folder is read, nothing that could block, and nothing that is too large: a file
is judged by its place, its type and its size before it is opened.
"""

import re
from codecs import BOM_UTF8
from os.path import normpath, realpath
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from kiosk.content.problem import ContentError, Mark, quoted

_LARGEST_BYTES = 1_000_000
# U+2028 and U+2029 are among them because YAML counts them as line ends, and editors do not.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def file_mark(folder: Path, name: str) -> Mark:
    """The beginning of the file `name` in `folder`, where `folder` is as the user gave it."""
    return Mark((folder / normpath(name)).as_posix())


def read_text(folder: Path, name: str, named_at: Mark | None = None) -> str:
    r"""The text of the file `name` in `folder`, without a byte order mark, its lines ended by \n.

    Args:
        folder: where the file has to be, all links followed.
        name: the path from `folder` on.
        named_at: where a curator wrote that name. Problems with the file as a whole are reported
            there, otherwise at the file itself.

    Raises:
        ContentError: if there is no such file, or if it is not a text in UTF-8 of at most 1 MB.
    """
    mark = file_mark(folder, name)
    path = folder / name
    try:
        objection = _objection(folder, path)
        raw = b"" if objection else path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        objection = "does not exist"
    except OSError as error:
        objection = f"cannot be read ({error.strerror})"
    if objection:
        raise ContentError.at(named_at or mark, f"{quoted(name)} {objection}")
    return _text(raw.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n"), mark)


def _objection(folder: Path, path: Path) -> str | None:
    if not Path(realpath(path)).is_relative_to(realpath(folder)):
        return f"is outside the folder {quoted(str(folder))}"
    status = path.stat()
    if S_ISDIR(status.st_mode):
        return "is a folder, not a file"
    if not S_ISREG(status.st_mode):
        return "is not an ordinary file"
    if status.st_size > _LARGEST_BYTES:
        return "is larger than 1 MB"
    return None


def _text(raw: bytes, mark: Mark) -> str:
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        place = mark.behind(raw[: error.start].decode())
        raise ContentError.at(place, "this is not text in UTF-8") from None
    if unprintable := _UNPRINTABLE.search(text):
        place = mark.behind(text[: unprintable.start()])
        character = f"U+{ord(unprintable.group()):04X}"
        raise ContentError.at(place, f"an unprintable character ({character}) does not belong here")
    return text
