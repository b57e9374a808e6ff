"""Versions are installed side by side, one of them is current, and there is a way back."""

import os
from pathlib import Path
from threading import Thread

import pytest

from kiosk.venue.bundle import BundleError
from kiosk.venue.versions import NoVersionError, Version, Versions
from tests.venue.bundles import (
    APPLICATION,
    application,
    archive,
    exhibition,
    manifest,
    members,
    written,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "opt"


@pytest.fixture
def versions(root: Path) -> Versions:
    return Versions(root)


def installed(versions: Versions, folder: Path, *names: str) -> list[Version]:
    """Applications of these versions, each made current as it comes."""
    made = []
    for name in names:
        made.append(versions.add(*application(folder, name)))
        versions.activate(made[-1])
    return made


def listed(root: Path) -> list[str]:
    found = (path for kind in ("apps", "contents", "versions") for path in (root / kind).iterdir())
    return sorted(path.relative_to(root).as_posix() for path in found)


def test_a_first_application_is_unpacked_and_current_when_it_is_activated(
    versions: Versions, root: Path, tmp_path: Path
) -> None:
    version = versions.add(*application(tmp_path))
    assert versions.current is None
    versions.activate(version)
    assert versions.current == version
    assert (root / "current/app/app/main.py").read_bytes() == APPLICATION["app/main.py"]
    assert (root / "current/content/exhibition.yaml").is_file()
    assert (root / "current/app/app/run.sh").stat().st_mode & 0o777 == 0o755
    assert (root / "current/app/app/main.py").stat().st_mode & 0o777 == 0o644


def test_nothing_leads_out_of_the_root(versions: Versions, root: Path, tmp_path: Path) -> None:
    installed(versions, tmp_path, "1.0")
    moved = root.rename(tmp_path / "moved")
    assert (moved / "current/app/app/main.py").is_file()
    assert Versions(moved).current is not None


def test_an_exhibition_alone_goes_with_the_application_that_runs(
    versions: Versions, tmp_path: Path
) -> None:
    (first,) = installed(versions, tmp_path, "1.0")
    second = versions.add(*exhibition(tmp_path))
    assert second.app == first.app and second.content != first.content
    assert (second.number, second.before) == (2, 1)


def test_an_exhibition_needs_an_application(versions: Versions, tmp_path: Path) -> None:
    with pytest.raises(NoVersionError):
        versions.add(*exhibition(tmp_path))


def test_what_is_there_already_is_not_installed_again(versions: Versions, tmp_path: Path) -> None:
    (first,) = installed(versions, tmp_path, "1.0")
    assert versions.add(*application(tmp_path)) == first
    assert versions.installed == (first,)


def test_another_bundle_of_the_same_version_is_refused(versions: Versions, tmp_path: Path) -> None:
    installed(versions, tmp_path, "1.0")
    files = APPLICATION | {"app/main.py": b"other\n"}
    told = manifest(files, kind="application", version="1.0", app_version="")
    with pytest.raises(BundleError) as refused:
        versions.add(written(tmp_path, archive(members(files, told))), told)
    assert refused.value.reason == "version-taken"


def test_the_way_back_leads_to_what_ran_before_and_not_to_what_failed(
    versions: Versions, tmp_path: Path
) -> None:
    first, second = installed(versions, tmp_path, "1.0", "2.0")
    assert versions.roll_back() == first
    (third,) = installed(versions, tmp_path, "3.0")
    assert versions.current == third
    assert versions.roll_back() == first != second
    with pytest.raises(NoVersionError):
        versions.roll_back()
    assert versions.current == first


def test_three_are_kept_and_among_them_the_one_that_runs_and_the_way_back(
    versions: Versions, root: Path, tmp_path: Path
) -> None:
    installed(versions, tmp_path, "1.0", "2.0", "3.0", "4.0")
    versions.prune()
    assert [one.number for one in versions.installed] == [2, 3, 4]
    assert not (root / "apps/1.0").exists()
    versions.roll_back()
    versions.roll_back()
    staged = versions.add(*application(tmp_path, "5.0"))
    versions.prune()
    assert [one.number for one in versions.installed] == [2, 4, 5]
    assert staged in versions.installed


def test_an_application_stays_while_an_exhibition_needs_it(
    versions: Versions, root: Path, tmp_path: Path
) -> None:
    installed(versions, tmp_path, "1.0")
    for name in ("a", "b", "c", "d"):
        versions.activate(versions.add(*exhibition(tmp_path, name)))
    versions.prune()
    assert listed(root) == [
        "apps/1.0",
        *("contents/b", "contents/c", "contents/d"),
        *("versions/3", "versions/4", "versions/5"),
    ]


def test_an_application_is_finished_before_it_has_its_place(
    versions: Versions, root: Path, tmp_path: Path
) -> None:
    def finish(folder: Path) -> None:
        assert not (root / "apps").exists()
        (folder / "venv").mkdir()

    version = versions.add(*application(tmp_path), finish)
    assert (version.app / "venv").is_dir()


def test_what_cannot_be_finished_leaves_nothing(
    versions: Versions, root: Path, tmp_path: Path
) -> None:
    def finish(folder: Path) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        versions.add(*application(tmp_path), finish)
    assert list(root.iterdir()) == []


def test_a_version_that_was_removed_cannot_become_current(
    versions: Versions, tmp_path: Path
) -> None:
    first, *_ = installed(versions, tmp_path, "1.0", "2.0", "3.0", "4.0")
    versions.prune()
    with pytest.raises(NoVersionError):
        versions.activate(first)


def test_what_lies_there_by_half_is_removed(versions: Versions, root: Path, tmp_path: Path) -> None:
    (first,) = installed(versions, tmp_path, "1.0")
    before = listed(root)
    (root / ".staging/unpacked").mkdir(parents=True)
    (root / ".next").symlink_to("versions/9")
    (root / "apps/2.0/app").mkdir(parents=True)
    (root / "contents/stray").write_text("")
    (root / "versions/2").mkdir()
    (root / "versions/2/app").symlink_to("../../apps/2.0")
    assert versions.installed == (first,)
    versions.clean_up()
    assert listed(root) == before
    assert sorted(path.name for path in root.iterdir()) == [
        "apps", "contents", "current", "versions"
    ]  # fmt: skip


def test_two_never_change_something_at_the_same_time(versions: Versions, tmp_path: Path) -> None:
    (first,) = installed(versions, tmp_path, "1.0")
    other = Thread(target=lambda: Versions(tmp_path / "opt").activate(first))

    def finish(folder: Path) -> None:
        other.start()
        other.join(0.2)
        assert other.is_alive(), "it did not wait"

    versions.add(*application(tmp_path, "2.0"), finish)
    other.join()


def test_the_mask_of_the_process_makes_no_difference(
    versions: Versions, root: Path, tmp_path: Path
) -> None:
    mask = os.umask(0o077)
    try:
        installed(versions, tmp_path, "1.0")
    finally:
        os.umask(mask)
    for path in root.rglob("*"):
        open_to_all = 0o755 if path.is_dir() else 0o644
        assert path.is_symlink() or path.stat().st_mode & open_to_all == open_to_all, path
