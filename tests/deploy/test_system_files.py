import re
import subprocess
from configparser import RawConfigParser
from pathlib import Path

import pytest

from kiosk.deploy.places import Places
from kiosk.deploy.receipt import Receipt, put, read, take_back, write
from kiosk.deploy.system_files import SESSIONS, Session, Wishes, system_files
from kiosk.resources import ROOT


def texts(wishes: Wishes) -> dict[str, str]:
    return {file.path: file.text for file in system_files(wishes)}


@pytest.mark.parametrize("session", SESSIONS)
def test_the_page_for_it_names_every_file(session: Session) -> None:
    page = (ROOT / "docs" / "it.md").read_text(encoding="utf-8")
    for path in texts(Wishes(session)):
        assert f"`{path}`" in page, path


@pytest.mark.parametrize("session", SESSIONS)
def test_every_script_is_one_that_a_shell_reads(session: Session) -> None:
    for file in system_files(Wishes(session, "HDMI-A-1")):
        if file.executable:
            subprocess.run(["sh", "-n"], input=file.text, text=True, check=True)


def test_no_place_in_a_template_is_left_open() -> None:
    for path, text in texts(Wishes("x", "DP-1")).items():
        rest = text.replace('"$output"', "")  # a variable of the shell's own
        assert not re.search(r"\$\{?(user|output|ignore_mouse)\b", rest), path


def service(name: str) -> dict[str, str]:
    parser = RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read_string(texts(Wishes())[f"/etc/systemd/system/{name}"])
    return dict(parser["Service"])


def test_the_kiosk_has_no_network_and_still_hears_of_devices() -> None:
    settings = service("kiosk.service")
    assert settings["RestrictAddressFamilies"] == "AF_UNIX AF_NETLINK"
    assert settings["IPAddressDeny"] == "any"
    assert "PrivateNetwork" not in settings


def test_the_kiosk_is_started_again_and_cannot_write_its_code() -> None:
    settings = service("kiosk.service")
    assert settings["Restart"] == "always"
    assert float(service("kiosk.service.d/session.conf")["WatchdogSec"]) > 0
    assert settings["ProtectSystem"] == "strict"
    assert "/opt" not in settings["ReadWritePaths"]
    assert settings["NoNewPrivileges"] == "yes"
    assert settings["CapabilityBoundingSet"] == ""


def test_no_session_of_logind_takes_cage_out_of_its_service() -> None:
    assert "PAMName" not in service("kiosk.service") | service("kiosk.service.d/session.conf")
    assert "/etc/pam.d/kiosk" not in texts(Wishes())


def test_a_mouse_is_ignored_unless_it_is_wanted() -> None:
    rules = "/etc/udev/rules.d/70-kiosk.rules"
    assert 'ENV{LIBINPUT_IGNORE_DEVICE}="1"' in texts(Wishes())[rules]
    assert 'ENV{LIBINPUT_IGNORE_DEVICE}=""' in texts(Wishes(mouse=True))[rules]


def test_touch_belongs_to_its_screen() -> None:
    rules = "/etc/udev/rules.d/70-kiosk.rules"
    assert 'ENV{WL_OUTPUT}="HDMI-A-1"' in texts(Wishes(output="HDMI-A-1"))[rules]
    show = "/opt/kiosk/bin/kiosk-show"
    assert 'output="HDMI-A-1"' in texts(Wishes("x", "HDMI-A-1"))[show]


def test_what_a_power_cut_left_half_written_can_be_taken_off(tmp_path: Path) -> None:
    places, files = Places(tmp_path), system_files(Wishes())
    half = len(files) // 2
    write(places, Receipt().with_files(places, files))
    for file in files[:half]:
        put(places, file, ours=False)
    receipt = read(places)
    assert receipt
    for path in receipt.files:
        take_back(places, path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [places.receipt]
