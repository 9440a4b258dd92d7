"""A paragraph as a reader hands it on, before anyone knows what it is in the draft."""

from dataclasses import dataclass, field
from functools import cached_property
from unicodedata import category, normalize

from relational_screen.drafts.draft import Remark
from relational_screen.drafts.marks import Mark, is_title, mark_of


@dataclass(frozen=True)
class Paragraph:
    """Running text without line breaks.

    `heading` says that the file itself calls it a heading. `label` is set where the file gives the place
    (a footnote). `page` counts from 1.
    """

    text: str
    page: int | None = None
    heading: bool = False
    label: str | None = None

    @cached_property
    def mark(self) -> Mark | None:
        """What the paragraph begins with."""
        return mark_of(self.text)

    @cached_property
    def heads(self) -> bool:
        """Whether it is, or reads like, a heading without a number of its own."""
        return self.heading or (self.mark is None and is_title(self.text))


@dataclass
class Found:
    """What a reader found in a file: its paragraphs in reading order, and what must be said of it."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def evened(text: str) -> str:
    """Return text with single spaces, composed letters (NFC) and without invisible characters.

    Soft hyphens, zero-width characters and control characters would keep words from being found and cannot stand
    in the XML of a note.
    """
    visible = normalize("NFC", text)
    if not visible.isprintable():
        visible = "".join(sign for sign in visible if sign.isspace() or category(sign) not in _INVISIBLE)
    return " ".join(visible.split())


_INVISIBLE = ("Cc", "Cf", "Cs", "Cn", "Co")
