"""Where a venue keeps what is its own."""

from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "KIOSK_VENUE"
"""The environment variable that names the folder."""


def venue_folder(given: Path | None, environment: Mapping[str, str]) -> Path:
    """The venue's folder, which need not be there yet.

    Args:
        given: what the command line names, if it does.
        environment: the variables of the process.

    Returns:
        The folder that is given, else the one that `KIOSK_VENUE` names, else the one where the
        system keeps the data of its user's programs.
    """
    if given:
        return given
    if named := environment.get(VARIABLE):
        return Path(named)
    return user_data_path("kiosk", appauthor=False)
