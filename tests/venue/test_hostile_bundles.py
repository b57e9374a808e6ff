"""Bundles that nobody should have made: each is refused for its reason, and leaves nothing."""

import io
import os
import random
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.venue import bundle as bundles
from kiosk.venue import manifest as manifests
from kiosk.venue.archive import NotInFormError, contents, read_directory
from kiosk.venue.bundle import BundleError, BundleReason, Manifest, read_manifest, verify
from kiosk.venue.manifest import FileEntry, manifest_bytes
from kiosk.venue.versions import Versions
from tests.venue.bundles import (
    APPLICATION,
    EXHIBITION,
    KEY,
    KEYS,
    STRANGER,
    Packed,
    application,
    archive,
    deflated,
    manifest,
    members,
    written,
)

MEMBERS = members()
GOOD = archive([*MEMBERS[:2], deflated(MEMBERS[2]), *MEMBERS[3:]])
FLIPS = 200

Hostile = tuple[BundleReason, bytes]


@pytest.fixture(autouse=True)
def _nothing_is_left(tmp_path: Path) -> Iterator[None]:
    """Whatever a test does with a bundle, nothing else is in its folder afterwards."""
    (tmp_path / "stick").mkdir()
    yield
    assert list(tmp_path.iterdir()) == [tmp_path / "stick"]


def install(tmp_path: Path, content: bytes) -> Manifest:
    """Installs a bundle as a machine does."""
    path = written(tmp_path / "stick", content)
    told = verify(path, KEYS)
    Versions(tmp_path / "opt").add(path, told)
    return told


def refusal(tmp_path: Path, content: bytes) -> BundleReason:
    """Why a bundle is refused, which has to be known before anything is unpacked."""
    with pytest.raises(BundleError) as refused:
        install(tmp_path, content)
    assert not (tmp_path / "opt").exists(), "it was refused only after it was unpacked"
    assert str(refused.value)
    return refused.value.reason


# --- what it is --------------------------------------------------------------------------------


def made_by_another_program() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for one in members():
            file.writestr(one.name.decode(), one.text)
    return made.getvalue()


def made_by_tar() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as file:
        for one in members():
            told = tarfile.TarInfo(one.name.decode())
            told.size = len(one.text)
            file.addfile(told, io.BytesIO(one.text))
    return made.getvalue()


def retold(change: Callable[[bytes], bytes], *places: str) -> bytes:
    """A good bundle in which its last member is told of otherwise, in its head or its entry."""
    last = read_directory(io.BytesIO(GOOD), 100, 400)[-1]
    content = GOOD
    for told in (getattr(last, place) for place in places):
        content = content.replace(told, change(told))
    return content


def with_bytes(place: int, new: bytes) -> Callable[[bytes], bytes]:
    return lambda old: old[:place] + new + old[place + len(new) :]


def with_flag(flag: int) -> bytes:
    def change(told: bytes) -> bytes:
        place = 6 if told.startswith(b"PK\x03\x04") else 8
        (flags,) = struct.unpack_from("<H", told, place)
        return with_bytes(place, struct.pack("<H", flags | flag))(told)

    return retold(change, "head", "entry")


def with_mode(mode: int) -> bytes:
    return retold(with_bytes(38, struct.pack("<L", mode << 16)), "entry")


def with_checksum(crc: bytes) -> bytes:
    def change(told: bytes) -> bytes:
        return with_bytes(14 if told.startswith(b"PK\x03\x04") else 16, crc)(told)

    return retold(change, "head", "entry")


def with_comment() -> bytes:
    return GOOD[:-2] + struct.pack("<H", 5) + b"hello"


def with_gap() -> bytes:
    """Something that is in no member, between the last one and the directory."""
    begins = GOOD.index(b"PK\x01\x02")
    (told,) = struct.unpack_from("<L", GOOD, len(GOOD) - 6)
    end = GOOD[begins:-6] + struct.pack("<LH", told + 3, 0)
    return GOOD[:begins] + b"gap" + end


def with_entries(count: int) -> bytes:
    """As many members without a name as fit into a directory of the longest length."""
    entry = Packed(b"", b"").member(0).entry
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0, 0, count * len(entry), 4, 0)
    return b"PK\x03\x04" + count * entry + end


def packed_as(one: Packed, change: Callable[[bytes], bytes]) -> bytes:
    """The right contents, packed in another way than they are said to be."""
    lying = replace(one)
    vars(lying)["data"] = change(one.text)
    return archive([*MEMBERS[:2], lying, *MEMBERS[3:]])


def without_an_end(text: bytes) -> bytes:
    deflating = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflating.compress(text) + deflating.flush(zlib.Z_SYNC_FLUSH)


def with_more_behind(text: bytes) -> bytes:
    return deflated(Packed(b"", text)).data + b"more"


def twice(one: Packed) -> bytes:
    """The archive has a member twice, the manifest lists it once."""
    return archive([*members(), one])


FOREIGN: dict[str, Hostile] = {
    "empty": ("not-a-bundle", b""),
    "zeros": ("not-a-bundle", bytes(4096)),
    "a text": ("not-a-bundle", b"title: here\n" * 100),
    "a tar file": ("not-a-bundle", made_by_tar()),
    "four bytes": ("cut-off", b"PK\x03\x04"),
    "an empty ZIP file": ("not-a-bundle", archive([])),
    "something before it": ("not-a-bundle", b"#!/bin/sh\nreboot\n" + GOOD),
    "a ZIP file before it": ("cut-off", made_by_another_program() + GOOD),
    "something behind it": ("cut-off", GOOD + b"more"),
    "itself behind it": ("cut-off", GOOD + GOOD),
    "a comment": ("cut-off", with_comment()),
    "a gap": ("foreign", with_gap()),
    "a member of four gigabytes": (
        "foreign",
        retold(with_bytes(20, struct.pack("<LL", 2**32 - 1, 2**32 - 1)), "entry"),
    ),
    "more members than can be counted": ("foreign", with_entries(70_000)),
    "deflated, and larger than before": (
        "foreign",
        archive([*MEMBERS[:3], deflated(MEMBERS[3])]),
    ),
    "stored, and more than it says": (
        "foreign",
        packed_as(MEMBERS[2], lambda text: text + b"more"),
    ),
    "deflated without an end": ("altered", packed_as(deflated(MEMBERS[2]), without_an_end)),
    "deflated with something behind": (
        "altered",
        packed_as(deflated(MEMBERS[2]), with_more_behind),
    ),
    "made by another program": ("foreign", made_by_another_program()),
    "encrypted": ("foreign", with_flag(1)),
    "sizes behind the contents": ("foreign", with_flag(8)),
    "another way of packing": ("foreign", retold(with_bytes(10, b"\x0c"), "entry")),
    "a link": ("foreign", with_mode(0o120777)),
    "a device": ("foreign", with_mode(0o060666)),
    "a pipe": ("foreign", with_mode(0o010666)),
    "a folder": ("foreign", with_mode(0o040755)),
    "a program that runs as its owner": ("foreign", with_mode(0o104755)),
    "another checksum": ("altered", with_checksum(b"\0\0\0\0")),
    "a head that tells another name": ("foreign", retold(with_bytes(40, b"x"), "head")),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_pack_did_not_make_is_refused(name: str, tmp_path: Path) -> None:
    reason, content = FOREIGN[name]
    assert refusal(tmp_path, content) == reason


def test_the_good_one_is_good(tmp_path: Path) -> None:
    path = written(tmp_path / "stick", GOOD)
    assert verify(path, KEYS) == read_manifest(path, KEYS) == manifest()


@pytest.mark.parametrize("tenth", range(10))
def test_what_is_cut_off_anywhere_is_refused(tenth: int, tmp_path: Path) -> None:
    length = len(GOOD) * tenth // 10 or 3
    expected = {"cut-off"} if length > 4 else {"not-a-bundle"}
    assert refusal(tmp_path, GOOD[:length]) in expected
    assert refusal(tmp_path, GOOD[: len(GOOD) - 1 - tenth]) == "cut-off"


@pytest.mark.parametrize("name", ["bundle.zip", "bundle", "bundle.kiosk.part", "bundle.KIOSK"])
def test_another_suffix_is_no_bundle(name: str, tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="no bundle"):
        read_manifest(written(tmp_path / "stick", GOOD, name), KEYS)


def test_what_is_no_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    os.mkfifo(stick / "pipe.kiosk")
    (stick / "folder.kiosk").mkdir()
    (stick / "nowhere.kiosk").symlink_to("/nowhere")
    (stick / "zeros.kiosk").symlink_to("/dev/zero")
    (stick / "torn-out.kiosk").symlink_to("/proc/self/mem")  # an input/output error
    found = {}
    for path in stick.iterdir():
        with pytest.raises(BundleError) as refused:
            read_manifest(path, KEYS)
        found[path.stem] = refused.value.reason
    assert found == {
        "pipe": "not-a-bundle",
        "folder": "unreadable",
        "nowhere": "unreadable",
        "zeros": "not-a-bundle",
        "torn-out": "unreadable",
    }


# --- who vouches for it ------------------------------------------------------------------------


def signature_of(content: bytes) -> bytes:
    return archive([members()[0], Packed(b"manifest.sig", content), *members()[2:]])


ALTERED = EXHIBITION | {"content/exhibition.yaml": EXHIBITION["content/exhibition.yaml"][::-1]}

UNSIGNED: dict[str, Hostile] = {
    "no signature": ("unsigned", archive([members()[0], *members()[2:]])),
    "only a manifest": ("unsigned", archive(members()[:1])),
    "no manifest": ("not-a-bundle", archive(members()[2:])),
    "the signature first": ("not-a-bundle", archive([members()[1], members()[0], *members()[2:]])),
    "the signature last": ("unsigned", archive([members()[0], *members()[2:], members()[1]])),
    "signed by a stranger": ("wrong-signature", archive(members(key=STRANGER))),
    "an empty signature": ("wrong-signature", signature_of(b"")),
    "a signature of zeros": ("wrong-signature", signature_of(bytes(64))),
    "a long signature": ("wrong-signature", signature_of(members()[1].text + b"\0")),
    "the signature of another": (
        "wrong-signature",
        signature_of(KEY.sign(manifest_bytes(manifest(version="2026.0")))),
    ),
    "a manifest with one more space": (
        "wrong-signature",
        archive([replace(members()[0], text=members()[0].text + b" "), *members()[1:]]),
    ),
    "a file with other contents": ("altered", archive(members(ALTERED, manifest()))),
    "a file too long": (
        "altered",
        archive(members(EXHIBITION | {"content/exhibition.yaml": b"t"}, manifest())),
    ),
    "a file too many": ("altered", twice(Packed(b"content/more.yaml", b"more"))),
    "a file twice": ("altered", twice(members()[2])),
    "a second manifest": ("altered", twice(members()[0])),
    "a file too few": ("altered", archive(members()[:-1])),
    "the files in another order": (
        "altered",
        archive([*members()[:2], *reversed(members()[2:])]),
    ),
    "a file under another name": (
        "altered",
        archive([*members()[:-1], replace(members()[-1], name=b"content/other.yaml")]),
    ),
}


@pytest.mark.parametrize("name", UNSIGNED)
def test_what_nobody_vouches_for_is_refused(name: str, tmp_path: Path) -> None:
    reason, content = UNSIGNED[name]
    assert refusal(tmp_path, content) == reason


def test_without_keys_nothing_is_good(tmp_path: Path) -> None:
    with pytest.raises(BundleError) as refused:
        verify(written(tmp_path / "stick", GOOD), ())
    assert refused.value.reason == "wrong-signature"


# --- what has a good signature, and is bad all the same ---------------------------------------


def vouched(told: Manifest | bytes, files: dict[str, bytes] = EXHIBITION) -> bytes:
    return archive(members(files, told))


def said(old: str, new: str) -> bytes:
    text = manifest_bytes(manifest()).decode()
    assert old in text
    return vouched(text.replace(old, new, 1).encode())


def with_entry(entry: FileEntry) -> bytes:
    return vouched(manifest(files=(*manifest().files, entry)), EXHIBITION)


LONG = FileEntry("content/long", 0, "0" * 64, False)


def many(count: int, size: int) -> tuple[FileEntry, ...]:
    return tuple(replace(LONG, path=f"content/{number}", size=size) for number in range(count))


NONSENSE: dict[str, Hostile] = {
    "no JSON": ("wrong-manifest", vouched(b"{")),
    "an empty manifest": ("wrong-manifest", vouched(b"")),
    "nothing but brackets": ("wrong-manifest", vouched(b"[" * 100_000)),
    "a list": ("wrong-manifest", vouched(b"[]")),
    "a kind we do not know": ("wrong-manifest", said('"content"', '"firmware"')),
    "a platform we do not know": ("wrong-manifest", said('"any"', '"amiga"')),
    "a field we do not know": ("wrong-manifest", said('"kind"', '"also": 1, "kind"')),
    "a version that leads out": ("wrong-manifest", vouched(manifest(version="../../etc"))),
    "a version that is no name": ("wrong-manifest", vouched(manifest(version=".."))),
    "an empty version": ("wrong-manifest", vouched(manifest(version=""))),
    "a date without a place": (
        "wrong-manifest",
        vouched(manifest(created=datetime(2026, 11, 25))),
    ),
    "a size below nothing": ("wrong-manifest", with_entry(replace(LONG, size=-1))),
    "a size that is a text": ("wrong-manifest", said('"size": 480', '"size": "480"')),
    "a hash that is none": ("wrong-manifest", with_entry(replace(LONG, sha256="0" * 63))),
    "no files": ("wrong-manifest", vouched(manifest(files=()), {})),
    "no exhibition": ("wrong-manifest", vouched(manifest({"content/a": b""}), {"content/a": b""})),
    "a program in an exhibition": (
        "wrong-manifest",
        vouched(manifest(APPLICATION), APPLICATION),
    ),
    "an application that cannot be run": ("wrong-manifest", vouched(manifest(kind="application"))),
    "a file of more than a gigabyte": ("too-large", with_entry(replace(LONG, size=10**9 + 1))),
    "more than four gigabytes": (
        "too-large",
        vouched(manifest(files=many(5, 10**9))),
    ),
    "more files than anybody has": (
        "too-large",
        vouched(manifest(files=many(20_001, 0))),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NONSENSE)
def test_what_makes_no_sense_is_refused_though_it_is_signed(name: str, tmp_path: Path) -> None:
    reason, content = NONSENSE[name]
    assert refusal(tmp_path, content) == reason


@pytest.mark.parametrize(
    "path",
    [
        "../escaped",
        "content/../../escaped",
        "content/./escaped",
        "content//escaped",
        "content/",
        "/etc/escaped",
        "//host/share/escaped",
        "C:/escaped",
        "C:escaped",
        "content\\..\\..\\escaped",
        "content/a:stream",
        "content/nul",
        "content/COM1.yaml",
        "content/.. /escaped",
        "content/dots...",
        "content/space ",
        "content/ space",
        "content/line\nfeed",
        "content/zero\x00",
        "content/escape\x1b[2J",
        "content/right-to-left\u202e",
        "content/unseen\u200b",
        "content/e\u0301",
        "content/what?",
        "content/" + "x" * 201,
        "content/" + "/".join("x" * 100 for _ in range(5)),
        "",
        "content",
        "content/exhibition.yaml/below",
        "content/EXHIBITION.yaml",
        "Content/a",
        "content/scenes",
        "manifest.json",
        "manifest.sig/a",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused_though_it_is_signed(
    path: str, tmp_path: Path
) -> None:
    files = EXHIBITION | {path: b"escaped"}
    assert refusal(tmp_path, vouched(manifest(files), files)) == "unsafe-names"


def test_a_name_in_half_a_character_is_refused(tmp_path: Path) -> None:
    told = manifest_bytes(manifest()).replace(b"content/scenes", b"content/\\ud800")
    assert refusal(tmp_path, vouched(told)) == "wrong-manifest"


# --- too much of it ----------------------------------------------------------------------------


def test_a_file_that_grows_beyond_measure_is_refused(tmp_path: Path) -> None:
    files = EXHIBITION | {"content/zeros": bytes(10_000_000)}
    packed = members(files)
    assert refusal(tmp_path, archive([*packed[:-1], deflated(packed[-1])])) == "bomb"


def test_a_manifest_that_grows_beyond_measure_is_refused(tmp_path: Path) -> None:
    told = deflated(Packed(b"manifest.json", bytes(7_000_000)))
    assert refusal(tmp_path, archive([told, *members()[1:]])) == "bomb"


def test_a_manifest_too_large_to_read_is_refused(tmp_path: Path) -> None:
    told = Packed(b"manifest.json", bytes(8_000_001))
    assert refusal(tmp_path, archive([told, *members()[1:]])) == "too-large"


def test_what_has_more_in_it_than_it_says_is_not_unpacked_further() -> None:
    """Its sizes are lies, and what it unpacks to would be a hundred times as much."""
    lying = deflated(Packed(b"manifest.json", bytes(20_000)))
    vars(lying)["data"] = deflated(Packed(b"", bytes(10_000_000))).data
    file = io.BytesIO(archive([lying]))
    (member,) = read_directory(file, 1, 400)
    got = 0
    with pytest.raises(NotInFormError) as refused:
        for piece in contents(file, member):
            got += len(piece)
    assert refused.value.kind == "contents"
    assert got <= member.size


def test_more_members_than_are_allowed_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundles, "MOST_FILES", 2)
    assert verify(written(tmp_path / "stick", GOOD), KEYS)
    monkeypatch.setattr(bundles, "MOST_FILES", 1)
    assert refusal(tmp_path, GOOD) == "foreign"


def test_a_directory_too_long_is_refused_unread() -> None:
    class Noted(io.BytesIO):
        most_read = 0

        def read(self, size: int | None = -1) -> bytes:
            got = super().read(size)
            self.most_read = max(self.most_read, len(got))
            return got

    file = Noted(GOOD)
    with pytest.raises(NotInFormError):
        read_directory(file, 2, 10)
    assert file.most_read < 100


def test_a_bundle_larger_than_all_it_may_hold_is_refused_unread(tmp_path: Path) -> None:
    path = written(tmp_path / "stick", b"PK\x03\x04")
    with path.open("r+b") as file:
        file.truncate(manifests.LARGEST_BUNDLE_BYTES + 1)  # a sparse file takes no room
    with pytest.raises(BundleError) as refused:
        read_manifest(path, KEYS)
    path.unlink()
    assert refused.value.reason == "too-large"


# --- by chance, and on the way -----------------------------------------------------------------


def test_a_bit_that_is_changed_anywhere_is_noticed_or_changes_nothing(tmp_path: Path) -> None:
    """Where a deflated file ends, there may be a few bits that mean nothing."""
    chance, refused = random.Random(20261125), 0
    for place in chance.sample(range(len(GOOD)), FLIPS):
        changed = bytearray(GOOD)
        changed[place] ^= 1 << chance.randrange(8)
        path = written(tmp_path / "stick", bytes(changed))
        try:
            assert verify(path, KEYS) == manifest(), "its hashes are those of the good files"
        except BundleError:
            refused += 1
    assert refused > FLIPS * 0.9


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (ALTERED, manifest()),
        (ALTERED, manifest(ALTERED)),
        (EXHIBITION, manifest(version="2026.2")),
        (EXHIBITION | {"content/more.yaml": b"more"}, manifest()),
    ],
    ids=["files", "files and hashes", "version", "more files"],
)
def test_a_stick_that_is_exchanged_after_it_was_looked_at_is_refused(
    files: dict[str, bytes], told: Manifest, tmp_path: Path
) -> None:
    path = written(tmp_path / "stick", GOOD)
    looked_at = verify(path, KEYS)
    versions = Versions(tmp_path / "stick" / "opt")
    versions.activate(versions.add(*application(tmp_path / "stick")))
    written(tmp_path / "stick", archive(members(files, told)))
    before = sorted((tmp_path / "stick" / "opt").rglob("*"))
    with pytest.raises(BundleError) as refused:
        versions.add(path, looked_at)
    assert refused.value.reason == "altered"
    assert sorted((tmp_path / "stick" / "opt").rglob("*")) == before
