"""Where everything lies on a machine, under a root that can be another folder."""

from dataclasses import dataclass
from pathlib import Path

USER = "kiosk"
"""Who the kiosk runs as: a user without a password and without a shell."""


@dataclass(frozen=True)
class Places:
    """The folders and files of an installation.

    Attributes:
        root: `/`, or the folder that stands for it.
    """

    root: Path = Path("/")

    def at(self, path: str) -> Path:
        """Where an absolute path of the machine is."""
        return self.root / path.lstrip("/")

    @property
    def real(self) -> bool:
        """Whether this is the machine itself, with users and services."""
        return self.root.resolve() == Path("/")

    @property
    def kiosk(self) -> Path:
        """What is root's: the versions, the keys, the programs."""
        return self.at("/opt/kiosk")

    @property
    def keys(self) -> Path:
        """The public keys whose bundles are taken."""
        return self.kiosk / "keys"

    @property
    def receipt(self) -> Path:
        """What was written to the machine, for whoever takes it off again."""
        return self.kiosk / "installed.json"

    @property
    def outcome(self) -> Path:
        """What became of the last update, for the kiosk to read."""
        return self.kiosk / "outcome.json"

    @property
    def venue(self) -> Path:
        """What is the venue's own, and the only place that the kiosk writes to."""
        return self.at("/var/lib/kiosk")

    @property
    def incoming(self) -> Path:
        """Where the kiosk lays what root is to take in."""
        return self.venue / "incoming"
