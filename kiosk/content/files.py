"""The files of a folder, each as its text or its path, or a sentence about why it cannot be had.

Nothing outside the folder is read, nothing that could block, and nothing that is too large: a file
is judged by its place, its type and its size before it is opened.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os.path import normpath, realpath
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from kiosk.content.problem import ContentError, Mark, quoted
from kiosk.content.tree import Leaf, Node

MEGABYTE = 1_000_000
LARGEST_YAML_BYTES = MEGABYTE
LARGEST_TABLE_BYTES = 8 * MEGABYTE
LARGEST_PICTURE_BYTES = 25 * MEGABYTE
LARGEST_RECORDING_BYTES = 25 * MEGABYTE

# U+2028 and U+2029 are among them because YAML counts them as line ends, and editors do not.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def file_mark(folder: Path, name: str) -> Mark:
    """The beginning of the file `name` in `folder`, where `folder` is as the user gave it."""
    return Mark((folder / normpath(name)).as_posix())


def checked_path(
    folder: Path,
    name: str,
    named_at: Mark | None = None,
    largest_bytes: int = LARGEST_YAML_BYTES,
) -> Path:
    """The path of the ordinary file `name` in `folder`.

    Args:
        folder: where the file has to be, all links followed.
        name: the path from `folder` on.
        named_at: where a curator wrote that name. Problems are reported there, otherwise at the
            file itself.
        largest_bytes: how large it may be.

    Raises:
        ContentError: if there is no such file, or if it is too large.
    """
    mark = named_at or file_mark(folder, name)
    path = folder / name
    with _refusals_told(name, mark):
        if objection := _objection(folder, path, largest_bytes):
            raise ContentError.at(mark, f"{quoted(name)} {objection}")
    return path


def read_text(
    folder: Path,
    name: str,
    named_at: Mark | None = None,
    largest_bytes: int = LARGEST_YAML_BYTES,
) -> str:
    r"""The text of the file `name` in `folder`, without a byte order mark, its lines ended by \n.

    The arguments are those of `checked_path`; what is wrong inside the file is reported there.

    Raises:
        ContentError: if there is no such file, or if it is not a text in UTF-8 of that size.
    """
    mark = file_mark(folder, name)
    path = checked_path(folder, name, named_at, largest_bytes)
    with _refusals_told(name, named_at or mark):
        raw = path.read_bytes()
    return _text(raw.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n"), mark)


@dataclass(frozen=True)
class SceneFiles:
    """The files that one scene may name, by their paths from its own folder on.

    Each method takes a name as it stands in the scene, and reports there if nothing is to be had
    under it.

    Args:
        folder: the exhibition's folder, which the files have to be in.
        scene: the scene's folder in it; the exhibition's own unless told otherwise.
    """

    folder: Path
    scene: str = "."

    def text(self, name: Node, largest_bytes: int = LARGEST_TABLE_BYTES) -> str:
        r"""What the file says, without a byte order mark, its lines ended by \n.

        Raises:
            ContentError: if there is no such file, or if it is not a text in UTF-8 of that size.
        """
        return read_text(self.folder, self._place(name), name.mark, largest_bytes)

    def path(self, name: Node, largest_bytes: int = LARGEST_PICTURE_BYTES) -> Path:
        """Where the file is, for what is no text.

        Raises:
            ContentError: if there is no such file, or if it is too large.
        """
        return checked_path(self.folder, self._place(name), name.mark, largest_bytes)

    def mark(self, name: Node) -> Mark:
        """The beginning of the file, for problems inside it.

        Raises:
            ContentError: if there is no name.
        """
        return file_mark(self.folder, self._place(name))

    def _place(self, name: Node) -> str:
        if not isinstance(name, Leaf) or name.value is None:
            raise ContentError.at(name.mark, "the name of a file belongs here")
        return (Path(self.scene) / str(name.value)).as_posix()


@contextmanager
def _refusals_told(name: str, mark: Mark) -> Iterator[None]:
    """Tells at `mark` what the system has against the file `name`."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError):
        raise ContentError.at(mark, f"{quoted(name)} does not exist") from None
    except OSError as error:
        sentence = f"{quoted(name)} cannot be read ({error.strerror})"
        raise ContentError.at(mark, sentence) from None


def _objection(folder: Path, path: Path, largest_bytes: int) -> str | None:
    if not Path(realpath(path)).is_relative_to(realpath(folder)):
        return f"is outside the folder {quoted(str(folder))}"
    status = path.stat()
    if S_ISDIR(status.st_mode):
        return "is a folder, not a file"
    if not S_ISREG(status.st_mode):
        return "is not an ordinary file"
    if status.st_size > largest_bytes:
        return f"is larger than {largest_bytes // MEGABYTE} MB"
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
