"""What an opened card says, whatever its kind; the stage lays it out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Detail:
    """The words of one opened card, in the present language.

    Attributes:
        heading: what it is about; empty for a quotation.
        quotation: somebody's own words; empty where nobody is quoted.
        body: paragraphs, separated by newlines.
        name: whose words or story it is; empty where it is nobody's.
        office: what they are.
        notes: small print, such as the source.
        entries: a list of pairs: a person and an office, or a term and its meaning.
    """

    heading: str = ""
    quotation: str = ""
    body: str = ""
    name: str = ""
    office: str = ""
    notes: tuple[str, ...] = ()
    entries: tuple[tuple[str, str], ...] = ()
