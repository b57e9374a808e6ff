"""Programs that stand in for those of a venue, on a PATH where nothing else is to be found."""

from pathlib import Path

import pytest

LISTS = {
    "espeak-ng": (
        "Pty Language Age/Gender VoiceName File\n"
        " 5  yue  --/M  Chinese_(Cantonese)  sit/yue\n"
        " 5  cmn  --/M  Chinese_(Mandarin)  sit/cmn\n"
        " 2  en-gb  --/M  English  gmw/en\n"
    ),
    "spd-say": (
        "  NAME  LANGUAGE  VARIANT\n"
        "  Chinese (Mandarin)  cmn  none\n"
        "  Chinese (Mandarin)+Adam  cmn  Adam\n"
        "  English (Great Britain)  en-GB  none\n"
    ),
}

SCRIPT = """#!/bin/sh
case "$*" in
    *--voices*|*--list-synthesis-voices*) {list}; exit 0 ;;
    "-a 0 -- ."|*"--volume -100 -- ."|*silence.wav) {tried} ;;
esac
case {name} in espeak-ng) /bin/cat ;; esac > {folder}/$$.heard
echo "$*" > {folder}/$$.told
/bin/mv {folder}/$$.told {folder}/{name}.$$
{then}
"""


class StandIns:
    """Puts programs on the PATH, and knows what they were told.

    A program that was tried without a sound keeps that to itself.
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._programs, self._notes = folder / "bin", folder / "notes"
        self._programs.mkdir()
        self._notes.mkdir()
        patch.setenv("PATH", str(self._programs))

    def put(self, name: str, then: str = "exit 0", tried: str = "exit 0") -> None:
        """A program that notes what it was told and does what the shell reads in `then`.

        Args:
            name: what it is called.
            then: what it does when it is to be heard.
            tried: what it does when it is only tried.
        """
        listed = f"printf '{LISTS.get(name, '')}'".replace("\n", "\\n")
        path = self._programs / name
        path.write_text(
            SCRIPT.format(list=listed, tried=tried, folder=self._notes, name=name, then=then),
            "utf-8",
        )
        path.chmod(0o755)

    def told(self, name: str) -> list[str]:
        """The arguments with which a program was called to be heard, in no order."""
        return [note.read_text("utf-8").strip() for note in self._notes.glob(f"{name}.*")]

    def heard(self, name: str) -> list[str]:
        """What it found at its standard input each time."""
        notes = self._notes.glob(f"{name}.*")
        return [self._heard(note).read_text("utf-8").strip() for note in notes]

    def running(self) -> list[int]:
        """The numbers of those that have not ended, or that nobody has taken note of."""
        notes = self._notes.glob("*.heard")
        return [int(note.stem) for note in notes if Path(f"/proc/{note.stem}").exists()]

    def _heard(self, note: Path) -> Path:
        return note.with_name(f"{note.suffix[1:]}.heard")
