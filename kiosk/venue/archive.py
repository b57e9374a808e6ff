"""ZIP files in one single form, of which no byte is left to chance.

ZIP leaves much open: what stands before, between and behind the members, two tellings of each
member that may differ, links, ciphers, streams. Each has been the way in for somebody. So whatever
a member's name, method, checksum and sizes do not settle is always the same here, and a file that
says it otherwise is refused. Any program that opens ZIP files opens these; few could make one.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Literal

Method = Literal[0, 8]
STORED: Method = 0
DEFLATED: Method = 8
CHUNK_BYTES = 1 << 18

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_NEEDS_VERSION = 20
_MADE_BY = 3 << 8 | _NEEDS_VERSION  # on a Unix, so that the modes below are understood
_NAMES_ARE_UTF8 = 0x800
_TIME, _DATE = 0, 1 << 5 | 1  # midnight of 1 January 1980, the beginning of time
_MODE = 0o100644 << 16  # an ordinary file, never a link or a device
_DEFLATE_WINDOW = -15  # without a head, as ZIP wants it


class NotInFormError(Exception):
    """This is no ZIP file, or not in this form.

    Attributes:
        kind: `none`, no ZIP file; `cut`, its end is missing or has something behind it; `foreign`,
            made by another program; `contents`, what is in a member is not what is told of it.
    """

    def __init__(self, kind: Literal["none", "cut", "foreign", "contents"]) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True)
class Member:
    """One file in the archive.

    Attributes:
        name: as it is written, in UTF-8; whether it may be used as a path is not known here.
        size: in bytes, unpacked.
        packed: in bytes, as it lies in the archive.
        offset: where its head begins.
    """

    name: bytes
    method: Method
    crc: int
    size: int
    packed: int
    offset: int

    @property
    def head(self) -> bytes:
        """What stands before its contents."""
        fields = (_NEEDS_VERSION, _NAMES_ARE_UTF8, self.method, _TIME, _DATE)
        sizes = (self.crc, self.packed, self.size, len(self.name), 0)
        return _LOCAL.pack(b"PK\x03\x04", *fields, *sizes) + self.name

    @property
    def entry(self) -> bytes:
        """What stands of it in the directory."""
        fields = (_MADE_BY, _NEEDS_VERSION, _NAMES_ARE_UTF8, self.method, _TIME, _DATE)
        sizes = (self.crc, self.packed, self.size, len(self.name), 0, 0, 0, 0, _MODE)
        return _ENTRY.pack(b"PK\x01\x02", *fields, *sizes, self.offset) + self.name

    @property
    def end(self) -> int:
        """Where the next one begins."""
        return self.offset + _LOCAL.size + len(self.name) + self.packed


def directory(members: tuple[Member, ...]) -> bytes:
    """What stands behind the last member: the list of all, and the end of the file."""
    entries = b"".join(member.entry for member in members)
    begins = members[-1].end if members else 0
    count = len(members)
    return entries + _END.pack(b"PK\x05\x06", 0, 0, count, count, len(entries), begins, 0)


def read_directory(file: BinaryIO, most_members: int, longest_name: int) -> tuple[Member, ...]:
    """The members, once it is sure that the file consists of them and nothing else.

    Args:
        file: the archive, which may say anything.
        most_members: more than so many are refused before memory is taken for them.
        longest_name: in bytes of UTF-8.

    Raises:
        NotInFormError: it is not in form.
        OSError: it cannot be read.
    """
    size = file.seek(0, 2)
    file.seek(0)
    if file.read(4) != b"PK\x03\x04":
        raise NotInFormError("none")
    if size < _END.size:
        raise NotInFormError("cut")
    file.seek(size - _END.size)
    mark, *_, length, begins, comment = _END.unpack(file.read(_END.size))
    if mark != b"PK\x05\x06" or comment or begins + length + _END.size != size:
        raise NotInFormError("cut")
    if length > most_members * (_ENTRY.size + longest_name):
        raise NotInFormError("foreign")
    file.seek(begins)
    told = file.read(size - begins)
    members = tuple(_entries(told[:length]))
    if directory(members) != told or len(members) > most_members:
        raise NotInFormError("foreign")
    for member in members:
        file.seek(member.offset)
        if file.read(len(member.head)) != member.head:
            raise NotInFormError("foreign")
    return members


def _entries(told: bytes) -> Iterator[Member]:
    """What the directory lists; each member begins where the one before ends."""
    place = begins = 0
    while place < len(told):
        if len(told) - place < _ENTRY.size:
            raise NotInFormError("foreign")
        fields = _ENTRY.unpack_from(told, place)
        method, crc, packed, size, length = fields[4], *fields[7:11]
        place += _ENTRY.size
        name = told[place : place + length]
        place += length
        if method not in (STORED, DEFLATED) or (packed < size) != (method == DEFLATED):
            raise NotInFormError("foreign")
        member = Member(name, method, crc, size, packed, begins)
        yield member
        begins = member.end


def contents(file: BinaryIO, member: Member) -> Iterator[bytes]:
    """What is in a member, piece by piece, never more than it is told to have.

    Raises:
        NotInFormError: it has more, less or something else than is told of it.
        OSError: it cannot be read.
    """
    file.seek(member.end - member.packed)
    crc = size = 0
    for piece in _unpacked(file, member):
        size += len(piece)
        crc = zlib.crc32(piece, crc)
        if size > member.size:
            raise NotInFormError("contents")
        yield piece
    if (size, crc) != (member.size, member.crc):
        raise NotInFormError("contents")


def _packed(file: BinaryIO, member: Member) -> Iterator[bytes]:
    left = member.packed
    while left:
        piece = file.read(min(left, CHUNK_BYTES))
        if not piece:
            raise NotInFormError("contents")
        left -= len(piece)
        yield piece


def _unpacked(file: BinaryIO, member: Member) -> Iterator[bytes]:
    if member.method == STORED:
        yield from _packed(file, member)
        return
    inflating = zlib.decompressobj(_DEFLATE_WINDOW)
    try:
        for piece in _packed(file, member):
            while piece:
                yield inflating.decompress(piece, CHUNK_BYTES)
                piece = inflating.unconsumed_tail
            if inflating.unused_data:
                raise NotInFormError("contents")
        yield inflating.flush()
    except zlib.error:
        raise NotInFormError("contents") from None
    if not inflating.eof:
        raise NotInFormError("contents")


class ArchiveWriter:
    """Writes members one after the other into an empty file, and at last their directory.

    Args:
        file: can be read back and cut off.
        largest_ratio: a member that deflates further is stored as it is.
    """

    def __init__(self, file: BinaryIO, largest_ratio: int) -> None:
        self._file = file
        self._largest_ratio = largest_ratio
        self._members: list[Member] = []

    def add(self, name: bytes, source: BinaryIO) -> None:
        """Appends a file with what `source` has from its beginning."""
        member = self._add(name, source, DEFLATED)
        too_small = member.size > member.packed * self._largest_ratio
        if too_small or member.packed >= member.size:
            member = self._add(name, source, STORED)
        self._members.append(member)

    def finish(self) -> None:
        """Writes the directory; nothing can be added afterwards."""
        self._file.write(directory(tuple(self._members)))

    def _add(self, name: bytes, source: BinaryIO, method: Method) -> Member:
        offset = self._members[-1].end if self._members else 0
        self._file.seek(offset)
        self._file.truncate()
        self._file.write(Member(name, method, 0, 0, 0, offset).head)
        crc = size = packed = 0
        deflating = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, _DEFLATE_WINDOW)
        source.seek(0)
        while piece := source.read(CHUNK_BYTES):
            size += len(piece)
            crc = zlib.crc32(piece, crc)
            packed += self._file.write(deflating.compress(piece) if method else piece)
        if method:
            packed += self._file.write(deflating.flush())
        member = Member(name, method, crc, size, packed, offset)
        self._file.seek(offset)
        self._file.write(member.head)
        self._file.seek(member.end)
        return member
