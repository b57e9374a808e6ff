from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from kiosk.venue.doctor.finding import Finding
from kiosk.venue.doctor.system import check_clock, check_memory, check_power, check_sound

HONG_KONG = timezone(timedelta(hours=8), "HKT")
NOON = datetime(2027, 3, 1, 12, 0, tzinfo=HONG_KONG)
RELEASED = date(2026, 11, 25)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def grades(findings: list[Finding]) -> dict[str, str]:
    return {finding.what: finding.grade for finding in findings}


def test_a_clock_that_is_set_and_knows_its_zone_is_good(tmp_path: Path) -> None:
    put(tmp_path / "etc/timezone", "Asia/Hong_Kong\n")
    put(tmp_path / "run/systemd/timesync/synchronized", "")
    found = grades(check_clock(tmp_path, NOON, RELEASED))
    assert found == {"clock": "good", "time zone": "good", "clock is set": "good"}


def test_a_clock_from_before_the_release_is_bad(tmp_path: Path) -> None:
    findings = check_clock(tmp_path, datetime(2020, 1, 1, tzinfo=UTC), RELEASED)
    assert [finding.grade for finding in findings] == ["bad"]
    assert "2026-11-25" in findings[0].todo


def test_the_zone_may_be_told_by_the_link_alone(tmp_path: Path) -> None:
    link = tmp_path / "etc/localtime"
    link.parent.mkdir()
    link.symlink_to("/usr/share/zoneinfo/Asia/Shanghai")
    assert check_clock(tmp_path, NOON, RELEASED)[1].said == "Asia/Shanghai"


def test_without_a_network_the_clock_has_to_be_looked_at(tmp_path: Path) -> None:
    put(tmp_path / "etc/timezone", "Etc/UTC\n")
    found = grades(check_clock(tmp_path, NOON, RELEASED))
    assert found == {"clock": "good", "time zone": "look", "clock is set": "look"}


def test_a_machine_that_may_sleep_or_blank_is_seen(tmp_path: Path) -> None:
    put(tmp_path / "sys/module/kernel/parameters/consoleblank", "600\n")
    assert grades(check_power(tmp_path)) == {"blanking": "look", "sleep": "look"}


def test_what_the_installer_writes_keeps_it_awake(tmp_path: Path) -> None:
    from kiosk.deploy.system_files import Wishes, system_files

    for file in system_files(Wishes()):
        if file.path.startswith("/etc/systemd/sleep.conf.d"):
            put(tmp_path / file.path.lstrip("/"), file.text)
    put(tmp_path / "sys/module/kernel/parameters/consoleblank", "0\n")
    assert grades(check_power(tmp_path)) == {"blanking": "good", "sleep": "good"}


def test_an_x_server_that_blanks_is_bad(tmp_path: Path) -> None:
    on = "  timeout:  600    cycle:  600\nDPMS is Enabled"
    off = "  timeout:  0    cycle:  600\nDPMS is Disabled"
    assert grades(check_power(tmp_path, on))["X blanking"] == "bad"
    assert grades(check_power(tmp_path, off))["X blanking"] == "good"


def test_memory_must_suffice(tmp_path: Path) -> None:
    put(tmp_path / "proc/meminfo", "MemTotal:        3980000 kB\nMemFree: 1 kB\n")
    assert check_memory(tmp_path).grade == "good"
    put(tmp_path / "proc/meminfo", "MemTotal:        1000000 kB\n")
    assert check_memory(tmp_path).grade == "bad"


def test_sound_takes_a_card_and_a_program(tmp_path: Path) -> None:
    assert check_sound(tmp_path, "/none").said == "there is no sound card"
    put(tmp_path / "proc/asound/cards", " 0 [PCH]: HDA-Intel - HDA Intel PCH\n")
    assert check_sound(tmp_path, "/none").said == "no program speaks or plays"
    program = tmp_path / "bin/espeak-ng"
    put(program, "#!/bin/sh\n")
    program.chmod(0o755)
    assert check_sound(tmp_path, str(program.parent)) == Finding("sound", "good", "espeak-ng")
