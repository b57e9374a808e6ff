import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.deploy.incoming import take_in
from kiosk.deploy.places import Places
from kiosk.venue.bundle_error import BundleError


class Root:
    """Stands for what root does, and notes what it was given."""

    def __init__(self, folder: Path) -> None:
        self.places = Places(folder)
        self.places.incoming.mkdir(parents=True)
        self.places.kiosk.mkdir(parents=True)
        self.given: list[bytes] = []
        self.went_back = 0
        self.refusal: Exception | None = None

    def install(self, bundle: Path) -> str:
        if self.refusal:
            raise self.refusal
        self.given.append(bundle.read_bytes())
        return "2"

    def go_back(self) -> str:
        self.went_back += 1
        return "1"

    def take_in(self) -> None:
        take_in(self.places, self.install, self.go_back)

    @property
    def outcome(self) -> dict[str, str]:
        return json.loads(self.places.outcome.read_text())

    @property
    def left(self) -> list[str]:
        return [path.name for path in self.places.incoming.iterdir()]


@pytest.fixture
def root(tmp_path: Path) -> Root:
    return Root(tmp_path / "root")


def test_a_bundle_is_installed_and_answered(root: Root) -> None:
    (root.places.incoming / "new.kiosk").write_bytes(b"new")
    root.take_in()
    assert root.given == [b"new"]
    assert root.outcome == {"asked": "new.kiosk", "version": "2", "error": "", "reason": ""}
    assert root.left == []


def test_a_refusal_is_answered_in_words_and_does_not_come_again(root: Root) -> None:
    (root.places.incoming / "new.kiosk").write_bytes(b"new")
    root.refusal = BundleError("altered")
    root.take_in()
    assert root.outcome["reason"] == "altered"
    assert "altered or damaged" in root.outcome["error"]
    assert root.left == []


def test_the_wish_to_go_back_is_granted(root: Root) -> None:
    (root.places.incoming / "roll-back").touch()
    root.take_in()
    assert root.went_back == 1
    assert root.outcome["version"] == "1"
    assert root.left == []


def test_what_is_still_being_copied_is_left_alone(root: Root) -> None:
    (root.places.incoming / ".new.kiosk.part").write_bytes(b"half")
    root.take_in()
    assert root.left == [".new.kiosk.part"]
    assert not root.places.outcome.exists()


def _link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _folder(path: Path) -> None:
    (path / "deep").mkdir(parents=True)
    (path / "deep" / "file").touch()


@pytest.mark.parametrize("make", [_link, _loop, _folder, os.mkfifo])
def test_what_is_no_ordinary_file_is_refused_and_removed(
    root: Root, make: Callable[[Path], None]
) -> None:
    make(root.places.incoming / "new.kiosk")
    root.take_in()
    assert root.given == []
    assert root.outcome["error"]
    assert root.left == []
    assert Path("/etc/hostname").exists()


def test_a_folder_that_is_a_link_is_not_followed(root: Root, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.kiosk").write_bytes(b"mine")
    root.places.incoming.rmdir()
    root.places.incoming.symlink_to(elsewhere)
    with pytest.raises(OSError):
        root.take_in()
    assert (elsewhere / "mine.kiosk").exists()
    assert root.given == []


def test_a_bundle_is_read_once_and_verified_where_only_root_writes(root: Root) -> None:
    bundle = root.places.incoming / "new.kiosk"
    bundle.write_bytes(b"good")
    install = root.install

    def exchanged_meanwhile(copy: Path) -> str:
        bundle.write_bytes(b"evil")
        assert copy.is_relative_to(root.places.kiosk)
        return install(copy)

    root.install = exchanged_meanwhile  # type: ignore[method-assign]
    root.take_in()
    assert root.given == [b"good"]
    assert not list(root.places.kiosk.glob(".incoming-*"))
