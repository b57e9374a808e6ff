"""What an opened page says, whatever its kind; the stage lays it out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One entry of a list, which may lead to a page of its own.

    Attributes:
        head: a person, or a term.
        body: an office, or a meaning; it may be empty.
        person: the id of the person whose page it leads to.
        term: the id of the term whose page it leads to.
    """

    head: str
    body: str = ""
    person: str = ""
    term: str = ""


@dataclass(frozen=True)
class Detail:
    """The words of one opened page, in the present language.

    Attributes:
        heading: what it is about; empty for a quotation.
        quotation: somebody's own words; empty where nobody is quoted.
        body: paragraphs, separated by empty lines.
        name: whose words or story it is; empty where it is nobody's.
        office: what they are.
        notes: small print, such as the source.
        entries: a list that fills the page.
        person: the id of whoever is named, whose page the name leads to.
        take_away: what a visitor can take along as a QR code; empty for none.
    """

    heading: str = ""
    quotation: str = ""
    body: str = ""
    name: str = ""
    office: str = ""
    notes: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    person: str = ""
    take_away: str = ""

    def spoken(self) -> str:
        """All of it in the order in which it is read, each part on a line of its own."""
        listed = (" ".join(filter(None, (one.head, one.body))) for one in self.entries)
        parts = (self.heading, self.quotation, self.body, self.name, self.office, *listed)
        return "\n".join(filter(None, (*parts, *self.notes)))
