"""Why the kiosk had to be started again, for whoever looks into it later.

Each restart leaves a file with what is known, and the last picture of the screen beside it. Only
the last ones are kept. A disk that takes nothing is no reason not to start again.
"""

import json
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

FOLDER = "incidents"
MOST_INCIDENTS = 20


@dataclass(frozen=True)
class Incident:
    """One restart that was not wanted, or that somebody asked for.

    Attributes:
        at: the time of day, without a zone.
        because: why it was necessary, as a `StartReason`.
        code: the exit code, or the signal that has ended it, as a negative number.
        show: what was on: `normal`, `safe` or `holding`.
        scene: the id of the scene that was on; empty where that is not known.
        lines: the last ones that it has said.
        picture: the name of the picture beside the file; empty where there is none.
    """

    at: datetime
    because: str
    code: int
    show: str
    scene: str
    lines: tuple[str, ...]
    picture: str = ""

    @property
    def summary(self) -> str:
        """In a line: the scene, how it has ended, and what it has said last."""
        telling = (line.strip() for line in reversed(self.lines) if _tells(line))
        last = next(telling, "")
        return " · ".join(filter(None, (self.scene, f"exit {self.code}", last)))


def _tells(line: str) -> bool:
    """Whether a line is about what has happened: not the supervisor's own, nor Python's list."""
    return bool(line.strip()) and not line.startswith(("---", "Extension modules:"))


class Incidents:
    """The last ones.

    Args:
        folder: the venue's.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def note(self, incident: Incident, picture: Path | None = None) -> None:
        """Keeps one, with a picture that lies somewhere else, if there is one."""
        name = f"{incident.at:%Y%m%dT%H%M%S}-{incident.at.microsecond // 1000:03}"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._clear(MOST_INCIDENTS - 1)
            kept = asdict(incident) | {"at": incident.at.isoformat(timespec="milliseconds")}
            if picture and picture.is_file():
                kept["picture"] = f"{name}{picture.suffix}"
                shutil.copyfile(picture, self._folder / kept["picture"])
            text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
            (self._folder / f"{name}.json").write_text(text, "utf-8")

    def last(self) -> tuple[Incident, ...]:
        """Those that are kept, the newest first; what cannot be read is left out."""
        found = [_read(path) for path in reversed(self._files())]
        return tuple(one for one in found if one)

    def _files(self) -> list[Path]:
        with suppress(OSError):
            return sorted(self._folder.glob("*.json"))
        return []

    def _clear(self, most: int) -> None:
        files = self._files()
        for path in files[: max(0, len(files) - most)]:
            for one in self._folder.glob(f"{path.stem}.*"):
                one.unlink()


def _read(path: Path) -> Incident | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept: dict[str, Any] = json.loads(path.read_text("utf-8"))
        kept["at"] = datetime.fromisoformat(kept["at"])
        kept["lines"] = tuple(kept["lines"])
        return Incident(**kept)
    return None
