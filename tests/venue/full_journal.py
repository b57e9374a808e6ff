"""Fills the disk under a journal, twice, and looks at what becomes of the visits.

    python -m tests.venue.full_journal FOLDER disk|quota

`disk` fills whatever FOLDER is on, so let it be small. `quota` lets no file of this process grow,
which SQLite hears of as another error. It changes the process's limits, and so it is a program of
its own.
"""

import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.venue.journal import Journal
from tests.venue.conftest import PATIENCE_S, TODAY, figures, visit

MOST_VISITS = 3000


class FullDisk:
    """A disk that a file takes up whole; what is on it can be read."""

    can_be_read = True

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        with self._ballast.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(512))

    def free(self) -> None:
        self._ballast.unlink()


class Quota:
    """A limit on how long files may be that is shorter than those there are.

    SQLite needs a longer one beside the journal to read it too.
    """

    can_be_read = False

    def __init__(self, folder: Path) -> None:
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, self._before[1]))

    def free(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


LIMITS: dict[str, Callable[[Path], FullDisk | Quota]] = {"disk": FullDisk, "quota": Quota}


def main() -> None:
    folder = Path(sys.argv[1])
    limit = LIMITS[sys.argv[2]](folder)
    journal = Journal(folder, lambda: TODAY, list)
    added = 0

    def add() -> bool:
        nonlocal added
        journal.add(visit(added % 300, added % 24, added * 5, scenes=(f"{added}" * 40,)))
        added += 1
        return journal.flush(PATIENCE_S)

    assert add(), "it writes at first"
    for _ in range(2):
        limit.fill()
        while add():
            assert added < MOST_VISITS, "the disk never became full"
        for _ in range(20):
            assert not add(), "a full disk takes nothing"
        told = journal.take_troubles()
        assert [kind for kind, _ in told] == ["journal-not-written"], f"told once: {told}"
        seen = figures(journal, 400).visits
        assert seen == added or not limit.can_be_read, "those that wait are counted too"
        limit.free()
        assert add(), "it writes again"
        assert figures(journal, 400).visits == added
        assert journal.take_troubles() == []
        print(f"visits: {added}, told: {told[0][1]}")
    limit.fill()
    while add():
        assert added < MOST_VISITS, "the disk never became full"
    assert not journal.close(), "at the end it says that not all is written"
    limit.free()
    again = Journal(folder, lambda: TODAY, list)
    kept = figures(again, 400).visits
    assert again.take_troubles() == [], "the file is sound"
    assert added - 30 < kept < added, f"{kept} of {added}"
    assert again.close()


if __name__ == "__main__":
    main()
