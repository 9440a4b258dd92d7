"""A table as it was read: rows of text, within limits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import islice
from typing import Any
from unicodedata import normalize

from relational_screen.errors import N_, ScreenError

MAX_FILE = 64_000_000
"""Bytes a list may hold; ten thousand plans take about three million."""

MAX_ROWS, MAX_COLUMNS = 100_000, 200
LOOKED_AT = 20
"""How many rows at the top are looked at to tell delimiter and headings."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row's cells as text, and its number as a spreadsheet counts it, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows that are not empty, of the sheet that was read; `sheets` names all there are (none in CSV)."""

    rows: tuple[TableRow, ...]
    name: str = ""
    sheets: tuple[str, ...] = ()


def rows_of(rows: Iterable[Sequence[Any]], name: str) -> tuple[TableRow, ...]:
    """Return the rows that are not empty, each as text; `name` is the file's.

    Raises:
        ScreenError: there are more than `MAX_ROWS`.
    """
    numbered = (TableRow(number, _cells(row)) for number, row in enumerate(rows, start=1))
    found = tuple(islice((row for row in numbered if row.cells), MAX_ROWS + 1))
    if len(found) > MAX_ROWS:
        raise too_large(name)
    return found


def _cells(row: Sequence[Any]) -> tuple[str, ...]:
    """Return cells as text, without the empty ones at the end."""
    cells = [_text(cell) for cell in row[:MAX_COLUMNS]]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _text(cell: Any) -> str:
    """Return a cell as one line of text: a date as ISO, a whole number without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime) and cell.time() == time.min:
        cell = cell.date()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(normalize("NFC", str(cell)).split())


def too_large(name: str) -> ScreenError:
    """Return the error for a list that is larger than lists are."""
    return ScreenError(
        N_("{name} is too large: a list holds at most {rows} rows and {limit} MB."),
        N_("Split the list, for instance by year."),
        name=name,
        rows=MAX_ROWS,
        limit=MAX_FILE // 1_000_000,
    )
