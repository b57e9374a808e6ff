"""The venue's folder is where it is told to be, or where the system keeps such things."""

from pathlib import Path

import pytest

from kiosk.settings.place import venue_folder


def test_the_command_line_comes_first_and_the_environment_second() -> None:
    variables = {"KIOSK_VENUE": "/srv/kiosk"}
    assert venue_folder(Path("/mnt/here"), variables) == Path("/mnt/here")
    assert venue_folder(None, variables) == Path("/srv/kiosk")


def test_else_it_is_where_the_system_keeps_its_users_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert venue_folder(None, {"KIOSK_VENUE": ""}) == tmp_path / "kiosk"
