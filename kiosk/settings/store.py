"""What counts, kept in step with the venue's file, whatever happens to that file."""

from collections.abc import Collection
from pathlib import Path

from kiosk.content.model import Exhibition
from kiosk.content.problem import ContentError, Problem
from kiosk.settings import file
from kiosk.settings.changes import changes
from kiosk.settings.draft import Draft
from kiosk.settings.exhibition import exhibition_choices, fitted
from kiosk.settings.layers import Choices, Origin, Resolved, resolve


class Store:
    """The settings of a kiosk that runs: those that count, those that are drafted, and their file.

    A file that cannot be read changes nothing: what was read before counts, at a start the newest
    earlier state that can be read. A file that cannot be written changes nothing either: what was
    applied counts, and `poll` tries again.

    Args:
        folder: the venue's folder, which need not be there.
        exhibition: what is shown.
        themes: the names of all themes.
        command_line: what the call says, which counts before everything else.

    Attributes:
        draft: what staff have changed and not applied.
        applied: what counts.
        problems: what is wrong with the file, as it was read last.
        not_saved: why what counts is not in the file; None if it is.
    """

    def __init__(
        self,
        folder: Path,
        exhibition: Exhibition,
        themes: Collection[str],
        command_line: Choices | None = None,
    ) -> None:
        self._folder = folder
        self._exhibition = exhibition
        self._themes = themes
        self._layers = {
            Origin.EXHIBITION: exhibition_choices(exhibition),
            Origin.COMMAND_LINE: command_line or {},
        }
        self.problems: tuple[Problem, ...] = ()
        self.not_saved: file.NotSavedError | None = None
        self._known = self._seen = file.signature(folder)
        choices = self._read()
        if choices is None:
            earlier = file.newest_good_backup(folder)
            choices = fitted(earlier.choices, exhibition, themes).choices if earlier else {}
        self.draft = Draft(choices)
        self.applied = self._resolved(choices)

    @property
    def drafted(self) -> Resolved:
        """What would count if the draft were applied."""
        return self._resolved(self.draft.choices)

    @property
    def changes(self) -> int:
        """How many things differ between what is drafted and what counts."""
        return changes(self.applied.settings, self.drafted.settings)

    def apply(self) -> file.NotSavedError | None:
        """Let the draft count, and write it.

        What somebody has just changed in the file stays, unless it was drafted otherwise.

        Returns:
            Why it could not be written, if so; it counts all the same.
        """
        if self._differs(file.signature(self._folder)):
            self._take_over()
        self.draft.apply()
        self.applied = self._resolved(self.draft.applied)
        self._save()
        return self.not_saved

    def poll(self) -> bool:
        """Take over what somebody has written into the file; to be called every few seconds.

        The file is read once it has been the same in two calls, so that nobody is met in the
        middle of writing it.

        Returns:
            Whether something else counts now.
        """
        before, self._seen = self._seen, file.signature(self._folder)
        if self._differs(self._seen):
            return self._seen == before and self._take_over()
        if self.not_saved:
            self._save()
        return False

    def _differs(self, signature: file.Signature | None) -> bool:
        """Whether somebody has changed the file; a folder that is gone says nothing of it."""
        return signature != self._known and self._folder.is_dir()

    def _take_over(self) -> bool:
        self._known = file.signature(self._folder)
        choices = self._read()
        if choices is None:
            return False
        self.not_saved = None
        before = self.applied
        self.draft.rebase(choices)
        self.applied = self._resolved(choices)
        return self.applied != before

    def _read(self) -> Choices | None:
        """What the file chooses: nothing if there is none, None if it cannot be read."""
        self.problems = ()
        if self._known is None:
            return {}
        try:
            read = file.read(self._folder)
        except ContentError as error:
            self.problems = error.problems
            return None
        fit = fitted(read.choices, self._exhibition, self._themes)
        self.problems = tuple(
            Problem(read.mark(misfit.key, *misfit.within), misfit.sentence)
            for misfit in fit.misfits
        )
        return fit.choices

    def _save(self) -> None:
        try:
            self._known = self._seen = file.write(self._folder, self.draft.applied)
        except file.NotSavedError as error:
            self.not_saved = error
        else:
            self.not_saved, self.problems = None, ()

    def _resolved(self, venue: Choices) -> Resolved:
        return resolve({**self._layers, Origin.VENUE: venue})
