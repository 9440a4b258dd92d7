"""What goes into an insertion and what comes out of it, as plain data for the window and the command line."""

from dataclasses import dataclass
from typing import Literal

RowOutcome = Literal["not_asked", "kept", "added", "replaced", "no_table", "no_row"]
"""What became of the pilot row. `kept`: none was asked for, and one stands from before; `no_row`: the summary table
has no row to copy."""


@dataclass(frozen=True, slots=True)
class DraftHeading:
    """A heading of the draft, offered as the one that the section may stand after.

    `text` is the heading as Word shows it, number included. `index` counts the headings from 1.
    """

    index: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class PilotRow:
    """The two short texts of the row »Relationelle konsekvenser« in the summary table (note form, Summary table)."""

    positive: str
    negative: str


@dataclass(frozen=True, slots=True)
class Inserted:
    """Where the section stands now: the heading before it, its number (none where the headings have none)."""

    after: str
    number: str
    replaced: bool
    row: RowOutcome
