"""Versions while the power goes and while the disk is full."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.venue.versions import Versions
from tests.venue.bundles import application, exhibition
from tests.venue.programs import numbers, program, run

KILLS = 100


def test_what_is_current_is_whole_whenever_the_power_goes(tmp_path: Path) -> None:
    said = numbers(run(*program("killed_versions", tmp_path, str(KILLS))))
    assert int(said["half done"]) > KILLS // 10, "most kills came when there was nothing to lose"
    assert int(said["were current"]) > 2


def test_on_a_full_disk_nothing_is_installed_and_nothing_left(
    tmp_path: Path, small_disk: tuple[str | Path, ...]
) -> None:
    said = numbers(run(*small_disk, *program("full_versions", tmp_path)))
    assert int(said["refused"]) > 1


@contextmanager
def all_flushed_before_it_is_named(root: Path) -> Iterator[list[Path]]:
    """Fails where a folder is given its name before all that is in it was handed to the disk."""
    flushed: set[int] = set()
    named: list[Path] = []
    flush, rename = os.fsync, Path.rename

    def flush_and_note(file: int) -> None:
        flush(file)
        flushed.add(os.fstat(file).st_ino)

    def rename_and_look(path: Path, target: Path) -> Path:
        if not target.is_relative_to(root / ".staging"):
            for one in (path, *path.rglob("*")):
                assert one.is_symlink() or one.stat().st_ino in flushed, one
            named.append(target)
        return rename(path, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", flush_and_note)
        patch.setattr(Path, "rename", rename_and_look)
        yield named
    assert all(path.parent.stat().st_ino in flushed for path in named)


def test_all_of_a_version_is_on_the_disk_before_it_has_its_name(tmp_path: Path) -> None:
    def finish(folder: Path) -> None:
        (folder / "venv").mkdir()
        (folder / "venv" / "pyvenv.cfg").write_text("home = /usr/bin\n")

    root = tmp_path / "opt"
    with all_flushed_before_it_is_named(root) as named:
        versions = Versions(root)
        versions.activate(versions.add(*application(tmp_path), finish))
        versions.add(*exhibition(tmp_path))
    assert [path.parent.name for path in named] == [
        *("apps", "contents", "versions"),
        *("contents", "versions"),
    ]
