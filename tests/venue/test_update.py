"""From a stick to the machine: what is installed, what is refused, and what is left of it."""

import json
import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiosk.venue import candidate
from kiosk.venue.installation import INCOMING, OUTCOME, ROLL_BACK, Installation, installed_at
from kiosk.venue.manifest import Manifest
from kiosk.venue.trial import read_trial
from kiosk.venue.update import FOLDER, Update
from kiosk.venue.update_status import UpdateStatus
from kiosk.venue.versions import Versions
from tests.venue.bundles import (
    APPLICATION,
    CREATED,
    EXHIBITION,
    KEYS,
    STRANGER,
    application,
    archive,
    manifest,
    members,
    written,
)

LATER = CREATED + timedelta(days=1)
NEW = manifest(created=LATER)
PATIENCE_S = 20.0


class Machine:
    """A machine with version 1.0 on it, a stick in it, and whoever looks for updates."""

    def __init__(self, folder: Path) -> None:
        self.root, self.venue, self.stick = folder / "opt", folder / "venue", folder / "stick"
        for one in (self.root / "keys", self.venue, self.stick):
            one.mkdir(parents=True)
        pem = KEYS[0].public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        (self.root / "keys" / "kiosk.pub").write_bytes(pem)
        self.versions = Versions(self.root)
        bundle, told = application(folder)
        self.versions.activate(self.versions.add(bundle, told))
        self.installation = Installation(self.root, self.venue)
        self.problem = ""
        self.checked: list[str] = []
        self.sticks = [self.stick]
        self.update = self.start()

    def start(self) -> Update:
        """Somebody looks for updates, from a new start on."""
        self.update = Update(
            self.installation, "0.1.0", self._check, _note, find_sticks=lambda: self.sticks
        )
        self.settle()
        return self.update

    def plug_in(self, told: Manifest = NEW, name: str = "new.kiosk", **signed: object) -> Path:
        """Puts a bundle on the stick."""
        files = APPLICATION if told.kind == "application" else EXHIBITION
        return written(self.stick, archive(members(files, told, **signed)), name)

    def look(self) -> UpdateStatus:
        self.update.look()
        return self.settle()

    def install(self) -> UpdateStatus:
        self.update.install()
        return self.settle()

    def settle(self) -> UpdateStatus:
        assert self.update.flush(PATIENCE_S)
        return self.update.status

    def current(self) -> str:
        version = self.installation.current
        assert version
        return version.content.name

    def receipt(self) -> str:
        (path,) = self.stick.glob("kiosk-receipt-*.txt")
        return path.read_text("utf-8-sig")

    def _check(self, folder: Path) -> str:
        self.checked += sorted(path.name for path in folder.iterdir())
        return self.problem


def _note(status: UpdateStatus) -> str:
    return f"{status.step} {status.reason} {status.offer.version if status.offer else ''}"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    monkeypatch.setattr(candidate, "RESERVE_BYTES", 0)
    built = Machine(tmp_path / "machine")
    yield built
    built.update.close()


def test_a_good_exhibition_is_offered_installed_and_put_on_trial(machine: Machine) -> None:
    machine.plug_in()
    found = machine.look()
    assert (found.step, found.offer and found.offer.version) == ("found", "2026.1")
    assert machine.current() == "1.0", "nothing happens before it is asked for"
    assert machine.install().step == "staged"
    assert machine.current() == "2026.1"
    assert machine.checked == ["exhibition.yaml", "scenes"]
    assert (read_trial(machine.venue).version, read_trial(machine.venue).state) == (
        "2026.1",
        "running",
    )
    assert "staged" in machine.receipt() and machine.update.status.noted
    assert not any(machine.venue.rglob("*.kiosk")), "its copy is gone"


def test_the_newest_bundle_of_several_is_offered(machine: Machine) -> None:
    old = machine.plug_in(manifest(version="2026.0", created=LATER), "old.kiosk")
    os.utime(old, (1, 1))
    machine.plug_in(name="new.kiosk")
    machine.plug_in(name=".hidden.kiosk")
    offer = machine.look().offer
    assert offer and (offer.version, offer.is_beside) == ("2026.1", 1)


def test_a_stick_may_be_pulled_out_once_it_is_copied(machine: Machine) -> None:
    machine.plug_in()
    machine.look()
    machine.installation.venue.mkdir(exist_ok=True)
    check = machine._check

    def pull_out_and_check(folder: Path) -> str:
        shutil.rmtree(machine.stick)
        return check(folder)

    machine.update._check = pull_out_and_check
    assert machine.install().step == "staged"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"created": CREATED - timedelta(days=1)}, "older"),
        ({"created": LATER, "platform": "windows-x86_64"}, "other-platform"),
        ({"created": LATER, "app_version": "0.2.0"}, "other-application"),
    ],
)
def test_what_does_not_belong_here_is_refused(
    machine: Machine, changes: dict[str, object], reason: str
) -> None:
    machine.plug_in(manifest(**changes))
    refused = machine.look()
    assert (refused.step, refused.reason) == ("refused", reason)
    assert reason in machine.receipt()
    assert machine.install().step == "refused", "there is nothing to install"
    assert machine.current() == "1.0"


def test_who_has_signed_is_asked(machine: Machine) -> None:
    machine.plug_in(key=STRANGER)
    assert machine.look().reason == "wrong-signature"
    shutil.rmtree(machine.root / "keys")
    assert machine.look().reason == "no-key"


def test_what_runs_already_is_not_installed_again(machine: Machine) -> None:
    machine.plug_in()
    machine.look()
    machine.install()
    machine.update.close()
    machine.start()
    assert machine.look().reason == "running-already"


def test_a_bundle_that_was_altered_on_the_stick_is_refused_before_it_is_unpacked(
    machine: Machine,
) -> None:
    path = machine.plug_in()
    machine.look()
    content = bytearray(path.read_bytes())
    at = content.index(b"title: here")
    content[at] ^= 1
    path.write_bytes(content)
    assert machine.install().reason == "altered"
    assert machine.checked == []


@pytest.mark.parametrize("share", [0.2, 0.9])
def test_a_truncated_bundle_is_refused(machine: Machine, share: float) -> None:
    path = machine.plug_in()
    path.write_bytes(path.read_bytes()[: round(path.stat().st_size * share)])
    assert machine.look().step == "refused"


def test_a_stick_pulled_out_half_way_changes_nothing(machine: Machine) -> None:
    path = machine.plug_in()
    machine.look()
    path.unlink()
    assert machine.install().reason == "pulled-out"
    assert machine.current() == "1.0"
    assert not (machine.venue / FOLDER).exists()
    assert read_trial(machine.venue).state == "none"


def test_an_exhibition_with_an_error_is_refused_with_its_place(machine: Machine) -> None:
    machine.problem = "scene.yaml:3:1: unknown key"
    machine.plug_in()
    machine.look()
    refused = machine.install()
    assert (refused.reason, refused.detail) == ("exhibition-wrong", machine.problem)
    assert machine.current() == "1.0"


def test_a_full_disk_is_told_before_anything_is_written(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidate, "RESERVE_BYTES", 10**18)
    machine.plug_in()
    assert machine.look().reason == "disk-full"


def test_without_a_stick_or_a_bundle_it_says_so(machine: Machine) -> None:
    assert machine.look().reason == "no-bundle"
    machine.sticks = []
    assert machine.look().reason == "no-stick"


def test_a_loss_of_power_leaves_nothing_half_done(machine: Machine) -> None:
    machine.update.close()
    half = machine.venue / FOLDER / "bundle.kiosk"
    half.parent.mkdir()
    half.write_bytes(b"PK")
    (machine.root / ".staging").mkdir()
    machine.start()
    assert not half.exists()
    assert not (machine.root / ".staging").exists()
    assert machine.current() == "1.0"


def test_one_goes_back_to_the_version_before(machine: Machine) -> None:
    machine.plug_in()
    machine.look()
    machine.install()
    machine.update.close()
    assert machine.start().status.before == "1.0"
    machine.update.go_back()
    assert machine.settle().step == "back"
    assert machine.current() == "1.0"


def test_without_a_version_before_nothing_changes(machine: Machine) -> None:
    machine.update.go_back()
    assert machine.settle().reason == "not-taken"
    assert machine.current() == "1.0"


# --- where root installs -----------------------------------------------------------------------


@pytest.fixture
def foreign(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """The kiosk's user may not write to the installation."""
    monkeypatch.setattr(Installation, "is_own", property(lambda _self: False))
    machine.plug_in()
    machine.look()
    return machine


def answer(machine: Machine, **told: str) -> None:
    outcome = {"asked": "bundle.kiosk", "version": "", "error": "", "reason": ""} | told
    (machine.root / OUTCOME).write_text(json.dumps(outcome))


def test_root_is_given_the_bundle_and_waited_for(foreign: Machine) -> None:
    assert foreign.install().step == "installing"
    (laid,) = (foreign.venue / INCOMING).glob("*.kiosk")
    foreign.update.poll()
    assert foreign.settle().step == "installing"
    foreign.versions.activate(foreign.versions.add(laid, NEW))
    answer(foreign, version="2026.1")
    laid.unlink()
    foreign.update.poll()
    assert foreign.settle().step == "staged"
    assert read_trial(foreign.venue).state == "running"


def test_what_root_refuses_is_told_and_not_on_trial(foreign: Machine) -> None:
    foreign.install()
    answer(foreign, error="the disk is full", reason="disk-full")
    next((foreign.venue / INCOMING).glob("*.kiosk")).unlink()
    foreign.update.poll()
    assert foreign.settle().reason == "disk-full"
    assert read_trial(foreign.venue).state == "none"


def test_root_is_asked_to_go_back(foreign: Machine) -> None:
    foreign.update.go_back()
    foreign.settle()
    wish = foreign.venue / INCOMING / ROLL_BACK
    assert wish.exists()
    answer(foreign, version="1.0")
    wish.unlink()
    foreign.update.poll()
    assert foreign.settle().step == "back"


def test_only_what_was_installed_knows_where(machine: Machine, tmp_path: Path) -> None:
    assert installed_at(machine.root / "apps" / "1.0" / "app") == machine.root
    assert installed_at(tmp_path) is None
    assert installed_at(Path("/")) is None
