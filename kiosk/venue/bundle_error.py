"""Why a bundle is refused, in a word for the panel and in a sentence for everybody else."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

BundleReason = Literal[
    "unreadable",
    "not-a-bundle",
    "cut-off",
    "foreign",
    "unsigned",
    "wrong-signature",
    "wrong-manifest",
    "unsafe-names",
    "too-large",
    "altered",
    "bomb",
    "disk-full",
    "not-written",
    "version-taken",
]
"""Why a bundle is refused; the panel has a sentence for each."""

SENTENCES: dict[BundleReason, str] = {
    "unreadable": "the bundle cannot be read from the stick",
    "not-a-bundle": "this file is no bundle",
    "cut-off": "the bundle is not whole: copy it to the stick again",
    "foreign": "this file was not made by the program that makes bundles",
    "unsigned": "the bundle is not signed",
    "wrong-signature": "the bundle is not signed by anyone this machine knows, or was altered",
    "wrong-manifest": "what the bundle says of itself makes no sense to this version",
    "unsafe-names": "a file in the bundle has a name that is not safe",
    "too-large": "the bundle is too large",
    "altered": "the bundle was altered or damaged: copy it to the stick again",
    "bomb": "a file in the bundle grows beyond all measure when it is unpacked",
    "disk-full": "there is not enough room on this machine's disk",
    "not-written": "the bundle could not be written to this machine's disk",
    "version-taken": "another bundle of the same version is installed already",
}


class BundleError(Exception):
    """A bundle is refused, or could not be installed; the text is a sentence for staff.

    Attributes:
        reason: which of them it is.
        detail: what else is known, such as a file's name; may be empty.
    """

    def __init__(self, reason: BundleReason, detail: str = "") -> None:
        super().__init__(SENTENCES[reason] + (f" ({detail})" if detail else ""))
        self.reason = reason
        self.detail = detail


@contextmanager
def reporting_writing() -> Iterator[None]:
    """Tells in a word what is wrong with this machine's disk.

    Raises:
        BundleError: instead of any `OSError`.
    """
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise BundleError("disk-full" if full else "not-written", error.strerror or "") from None
