"""A bundle brings every file as it was, the same bytes each time, and opens like any ZIP file."""

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.venue.archive import ArchiveWriter, contents, read_directory
from kiosk.venue.bundle import SUFFIX, BundleError, Manifest, read_manifest, unpack, verify
from kiosk.venue.bundle_names import clashing, objection
from kiosk.venue.bundle_writing import Source, manifest_of, write_bundle
from kiosk.venue.keys import UnusableKeyError, load_private, load_public, new_keys
from tests.venue.bundles import CREATED, KEY, KEYS

FILES = {
    "__main__.py": b"print('it runs')\n",
    "app/main.py": b"print('here')\n",
    "app/run.sh": b"#!/bin/sh\n",
    "content/exhibition.yaml": b"title: here\n" * 100,
    "content/empty": b"",
    "content/zeros": bytes(1_000_000),
    "content/noise": os.urandom(100_000),
    "content/開場/圖.svg": b"<svg/>" * 10,
}


def sources(folder: Path) -> list[Source]:
    made = []
    for number, (path, text) in enumerate(FILES.items()):
        file = folder / f"file-{number}"
        file.write_bytes(text)
        made.append(Source(path, file, path.endswith(".sh")))
    return made


def packed(folder: Path, name: str = "one") -> tuple[Path, Manifest]:
    files = sources(folder)
    manifest = manifest_of(files, "application", "1.0", CREATED, "linux-x86_64")
    out = folder / f"{name}{SUFFIX}"
    write_bundle(out, manifest, files, KEY)
    return out, manifest


def test_what_is_unpacked_is_what_was_packed(tmp_path: Path) -> None:
    bundle, manifest = packed(tmp_path)
    assert read_manifest(bundle, KEYS) == verify(bundle, KEYS) == manifest
    assert [entry.path for entry in manifest.files] == sorted(FILES)
    into = tmp_path / "into"
    into.mkdir()
    unpack(bundle, manifest, into)
    found = {path.relative_to(into).as_posix(): path for path in into.rglob("*") if path.is_file()}
    assert {path: file.read_bytes() for path, file in found.items() if path in FILES} == FILES
    assert set(found) - set(FILES) == {"manifest.json", "manifest.sig"}
    assert [path for path in found if os.access(found[path], os.X_OK)] == ["app/run.sh"]


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    one, _ = packed(tmp_path, "one")
    two, _ = packed(tmp_path, "two")
    assert one.read_bytes() == two.read_bytes()


def test_any_program_that_opens_zip_files_opens_it(tmp_path: Path) -> None:
    bundle, _ = packed(tmp_path)
    with zipfile.ZipFile(bundle) as opened:
        assert opened.testzip() is None
        names = opened.namelist()
        assert names == ["manifest.json", "manifest.sig", *sorted(FILES)]
        assert {name: opened.read(name) for name in names[2:]} == FILES
    ran = subprocess.run([sys.executable, bundle], capture_output=True, check=True)
    assert ran.stdout == b"it runs\n"


def test_only_what_becomes_smaller_is_deflated_and_never_beyond_measure(tmp_path: Path) -> None:
    bundle, _ = packed(tmp_path)
    with zipfile.ZipFile(bundle) as opened:
        methods = {one.filename: one.compress_type for one in opened.infolist()}
    deflated = {name for name, method in methods.items() if method == zipfile.ZIP_DEFLATED}
    assert deflated == {
        "manifest.json",
        "content/exhibition.yaml",
        "content/開場/圖.svg",
    }


def test_a_bundle_is_there_only_when_it_is_whole(tmp_path: Path) -> None:
    files = sources(tmp_path)
    manifest = manifest_of(files, "application", "1.0", CREATED, "linux-x86_64")
    files[-1].file.unlink()
    out = tmp_path / f"one{SUFFIX}"
    with pytest.raises(FileNotFoundError):
        write_bundle(out, manifest, files, KEY)
    assert not list(tmp_path.glob("*.kiosk*")) + list(tmp_path.glob(".*"))


def test_what_would_be_refused_is_not_packed(tmp_path: Path) -> None:
    files = [replace(one, path=one.path.replace("zeros", "ze:ros")) for one in sources(tmp_path)]
    with pytest.raises(BundleError, match="not safe"):
        manifest_of(files, "application", "1.0", CREATED, "linux-x86_64")


def test_a_link_in_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    bundle, manifest = packed(tmp_path)
    into, outside = tmp_path / "into", tmp_path / "outside"
    (into / "app").mkdir(parents=True)
    (into / "app" / "main.py").symlink_to(outside)
    with pytest.raises(BundleError) as refused:
        unpack(bundle, manifest, into)
    assert refused.value.reason == "not-written"
    assert not outside.exists()


@given(st.dictionaries(st.binary(min_size=1, max_size=30), st.binary(max_size=2000), min_size=1))
def test_whatever_is_written_into_an_archive_is_read_from_it(files: dict[bytes, bytes]) -> None:
    file = io.BytesIO()
    writer = ArchiveWriter(file, largest_ratio=20)
    for name, text in files.items():
        writer.add(name, io.BytesIO(text))
    writer.finish()
    members = read_directory(file, len(files), 30)
    assert {one.name: b"".join(contents(file, one)) for one in members} == files
    assert all(one.size <= one.packed * 20 for one in members)


@pytest.mark.parametrize(
    "name",
    ["a", "content/scene.yaml", "app/.hidden", "content/開場 1/圖片.png", "a/console", "a b/c"],
)
def test_ordinary_names_are_good(name: str) -> None:
    assert objection(name) == ""


@pytest.mark.parametrize(
    ("names", "clash"),
    [
        (["a", "b", "c/a", "c/b"], ""),
        (["a", "A"], "A"),
        (["Strasse", "straße"], "straße"),
        (["a", "a/b"], "a/b"),
        (["a/b", "a"], "a"),
        (["a/b", "A/c"], "A/c"),
    ],
)
def test_names_clash_that_some_file_system_confuses(names: list[str], clash: str) -> None:
    assert clashing(names) == clash


# --- keys --------------------------------------------------------------------------------------


def test_a_new_pair_of_keys_fits_and_the_private_one_is_private(tmp_path: Path) -> None:
    private, public = new_keys(tmp_path / "keys")
    assert private.stat().st_mode & 0o777 == 0o600
    (key,) = load_public(public.parent)
    key.verify(load_private(private).sign(b"text"), b"text")


def test_keys_are_never_overwritten(tmp_path: Path) -> None:
    private, _ = new_keys(tmp_path)
    before = private.read_bytes()
    with pytest.raises(UnusableKeyError, match="exists already"):
        new_keys(tmp_path)
    assert private.read_bytes() == before


def test_a_key_that_others_may_read_signs_nothing(tmp_path: Path) -> None:
    private, _ = new_keys(tmp_path)
    private.chmod(0o640)
    with pytest.raises(UnusableKeyError, match="others may read"):
        load_private(private)


def test_what_is_no_key_is_told_with_its_name(tmp_path: Path) -> None:
    private, public = new_keys(tmp_path)
    private.write_bytes(public.read_bytes())
    with pytest.raises(UnusableKeyError, match=r"kiosk\.key.*no private key"):
        load_private(private)
    public.write_text("key")
    with pytest.raises(UnusableKeyError, match=r"kiosk\.pub.*no public key"):
        load_public(tmp_path)
    assert load_public(tmp_path / "nowhere") == ()
