"""What the page «Content update» says, and the receipt that is left on the stick."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.content.language import LANGUAGES, Language, Localised
from kiosk.staff.words import PageWords
from kiosk.venue.manifest import BundleKind
from kiosk.venue.update_status import Offer, TrialReason, UpdateReason, UpdateStatus

MEGABYTE = 1_000_000


class UpdatesWords(PageWords):
    """`updates.yaml`."""

    application: Localised
    content: Localised
    since: Localised
    unknown: Localised
    date: Localised
    insert: Localised
    insert_note: Localised
    look: Localised
    again: Localised
    not_possible: Localised
    not_possible_note: Localised
    looking: Localised
    copying: Localised
    checking: Localised
    installing: Localised
    kinds: Mapping[BundleKind, Localised]
    found: Localised
    found_version: Localised
    found_when: Localised
    found_beside: Localised
    install: Localised
    sure_install: Localised
    sure_install_note: Localised
    cancel: Localised
    staged: Localised
    staged_note: Localised
    back: Localised
    noted: Localised
    trial_running: Localised
    trial_running_note: Localised
    trial_passed: Localised
    trial_passed_note: Localised
    trial_failed: Localised
    trial_reasons: Mapping[TrialReason, Localised]
    before: Localised
    go_back: Localised
    sure_back: Localised
    sure_back_note: Localised
    refused: Localised
    reasons: Mapping[UpdateReason, Localised]
    receipt: Localised
    receipt_good: Localised

    def day(self, language: Language, when: datetime | None) -> str:
        """A date as it is written."""
        if when is None:
            return self.unknown.text(language)
        template = self.date.text(language)
        return template.format(year=when.year, month=when.month, day=when.day)

    def offered(self, language: Language, offer: Offer) -> list[str]:
        """What is offered, in lines."""
        lines = [
            self.found_version.text(language).format(version=offer.version),
            self.found_when.text(language).format(
                date=self.day(language, offer.created), size=size_words(offer.size)
            ),
        ]
        if offer.is_beside:
            lines.append(self.found_beside.text(language).format(count=offer.is_beside))
        return lines


def size_words(size: int) -> str:
    """The size of a file."""
    return (
        f"{max(size / MEGABYTE, 0.1):.1f} MB" if size < 10 * MEGABYTE else f"{size // MEGABYTE} MB"
    )


def receipt_text(words: UpdatesWords, status: UpdateStatus, now: datetime) -> str:
    """What became of an update, in all languages of the interface."""
    parts = []
    for language in LANGUAGES:
        lines = [words.receipt.text(language), f"{now:%Y-%m-%d %H:%M}"]
        if offer := status.offer:
            lines += [words.kinds[offer.kind].text(language), *words.offered(language, offer)[:2]]
        if status.reason:
            lines += [words.refused.text(language), words.reasons[status.reason].text(language)]
        else:
            lines.append(words.receipt_good.text(language))
        parts.append("\n".join([*lines, *filter(None, [status.detail])]))
    return "\n\n".join(parts) + "\n"
