"""A note as content: blocks of plain text that every exporter renders, without markup and without layout."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from relational_screen.catalogue.model import Language


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the note's own."""

    text: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `lead` is the bottom line, `boxed` must be addressed, `small` the foot of the note."""

    text: str
    style: Literal["body", "lead", "boxed", "small"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; `description` says for a screen reader what it shows."""

    title: str
    description: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One side of a pair: 0-100, and the word that is printed beside it."""

    value: Decimal
    word: str


@dataclass(frozen=True, slots=True)
class BarPair:
    """An arena's raising and lowering score, side by side and never netted."""

    label: str
    raises: Bar
    lowers: Bar


@dataclass(frozen=True, slots=True)
class Bars:
    """The picture of paired bars; `description` says in words what it shows."""

    title: str
    description: str
    raises: str
    lowers: str
    pairs: tuple[BarPair, ...]


Block = Heading | Paragraph | Bullets | Table | Bars


@dataclass(frozen=True, slots=True)
class NoteDocument:
    """A whole note. `footer` stands at the foot of every page."""

    title: str
    language: Language
    subject: str
    footer: str
    blocks: tuple[Block, ...]
