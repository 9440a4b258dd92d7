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


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An arena's cells, one for each column; None where the arena asks nothing of that mechanism."""

    label: str
    cells: tuple[tuple[Bar, Bar] | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The picture of arenas by mechanisms: in each cell raising and lowering side by side."""

    title: str
    description: str
    raises: str
    lowers: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


Block = Heading | Paragraph | Bullets | Table | Bars | Matrix


@dataclass(frozen=True, slots=True)
class NoteDocument:
    """A whole note. `footer` stands at the foot of every page.

    `name` is what its file is called without a suffix: it carries form, stage, date and short hash. `record` is the
    machine-readable result as JSON bytes, which the file carries with it; `pages` is how many A4 pages it may fill.
    """

    title: str
    language: Language
    subject: str
    footer: str
    blocks: tuple[Block, ...]
    name: str = ""
    record: bytes = b""
    pages: int | None = None
