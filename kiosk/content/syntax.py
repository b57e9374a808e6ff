"""What a curator is told when a file is not YAML: PyYAML's findings in plain words."""

import re
from typing import NamedTuple

from yaml import MarkedYAMLError

from kiosk.content.problem import ContentError, Mark


class _Finding(NamedTuple):
    """A finding of PyYAML, whose two parsers word it differently, and our sentence for it."""

    pattern: str  # in what the parser was doing, a colon, and what it met
    at_its_beginning: bool  # the mistake is where the parser began doing so, not where it stopped
    sentence: str


_NOT_YAML = "this is not YAML: check the indentation and the quotes"
_STRAY_COLON = "this ':' is out of place: check this line and the one above, or quote the text"
_NEEDS_QUOTES = "a text that begins with '{character}' needs quotes"
_UNCLOSED = "this '{character}' is not closed, or a ',' is missing"
_FINDINGS = (
    _Finding("mapping values are not allowed", False, _STRAY_COLON),
    _Finding("cannot start any token", False, _NEEDS_QUOTES),
    _Finding("(an alias|an anchor|a tag):", True, _NEEDS_QUOTES),
    _Finding("could not find expected ':'", True, "a key needs a ':' and a space behind it"),
    _Finding("quoted scalar: found unexpected", True, "this quotation is never closed"),
    _Finding("escape", True, "a '\\' has no place in double quotes: use single quotes"),
    _Finding("flow (sequence|mapping):", True, _UNCLOSED),
    _Finding("", False, _NOT_YAML),
)


def syntax_error(error: Exception, text: str, file: str) -> ContentError:
    """The one problem that keeps `text`, the content of `file`, from being read as YAML."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return ContentError.at(Mark(file), _NOT_YAML)
    words = f"{error.context}: {error.problem}"
    finding = next(finding for finding in _FINDINGS if re.search(finding.pattern, words))
    place = (finding.at_its_beginning and error.context_mark) or error.problem_mark
    sentence = finding.sentence.format(character=text[place.index : place.index + 1])
    return ContentError.at(Mark(file, place.line + 1, place.column + 1), sentence)
