"""Reads the tables that others send, as CSV or XLSX: text in rows, nothing computed, nothing run."""

import csv
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO, StringIO
from itertools import islice
from typing import Any
from unicodedata import normalize
from warnings import catch_warnings, simplefilter
from zipfile import BadZipFile

from relational_screen.drafts.text import decoded
from relational_screen.drafts.zipped import Container
from relational_screen.errors import N_, ScreenError

MAX_FILE = 64_000_000
"""Bytes a list may hold; ten thousand plans take about three million."""

MAX_ROWS, MAX_COLUMNS = 100_000, 200
LAST_ROW = 1_048_576
"""The last row that a sheet can have."""

DELIMITERS = ";,\t"
LOOKED_AT = 20
"""How many rows at the top are looked at to tell delimiter and headings."""

ZIP = b"PK\3\4"


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


def read_sheet(data: bytes, name: str, sheet: str = "") -> Sheet:
    """Return a sheet of an XLSX file (the first with rows when none is named), or the rows of a CSV file.

    CSV is UTF-8, UTF-16 or Windows-1252, its cells parted by semicolon, comma or tab. Of a formula only the value that
    was stored with it is read. `name` is the file's, for messages.

    Raises:
        ScreenError: it is damaged, too large, built to do harm, empty, or lacks the sheet.
    """
    if len(data) > MAX_FILE:
        raise _too_large(name)
    found = _xlsx(data, name, sheet) if data.startswith(ZIP) else Sheet(_rows(_csv(data, name), name))
    if not found.rows:
        raise ScreenError(N_("{name} holds no rows."), N_("Choose the file or sheet that holds the list."), name=name)
    return found


def _rows(rows: Iterable[Sequence[Any]], name: str) -> tuple[TableRow, ...]:
    numbered = (TableRow(number, _cells(row)) for number, row in enumerate(rows, start=1))
    found = tuple(islice((row for row in numbered if row.cells), MAX_ROWS + 1))
    if len(found) > MAX_ROWS:
        raise _too_large(name)
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


def _csv(data: bytes, name: str) -> Iterable[list[str]]:
    try:
        text = decoded(data, name).removeprefix("\ufeff")
    except ScreenError as fault:
        raise ScreenError(fault.what, N_("Save the list as .xlsx, or as CSV in UTF-8."), **fault.values) from fault
    if text[:4].lower() == "sep=":  # how spreadsheets let a file name its own delimiter
        delimiter, text = text[4:5], text.partition("\n")[2]
    else:
        delimiter = max(DELIMITERS, key=lambda each: _regularity(text, each))
    try:
        yield from _read(text, delimiter)
    except (csv.Error, TypeError) as fault:
        raise ScreenError(
            N_("{name} is not a list that can be read ({detail})."),
            N_("Save the list as .xlsx, or as CSV in UTF-8."),
            name=name,
            detail=fault,
        ) from fault


def _read(text: str, delimiter: str) -> Iterable[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter)


def _regularity(text: str, delimiter: str) -> tuple[int, int]:
    """Return how many of the first rows have the commonest width, and that width: more of both is likelier."""
    try:
        widths = Counter(len(row) for row in islice(_read(text, delimiter), LOOKED_AT) if len(row) > 1)
    except csv.Error:
        return 0, 0
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _xlsx(data: bytes, name: str, sheet: str) -> Sheet:
    _check_parts(Container(data, name))
    # The file is another program's: openpyxl meets its faults wherever they lie, with whatever they cause there.
    faults = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, EOFError, OSError, BadZipFile)
    try:
        return _read_workbook(data, name, sheet)
    except (*faults, zlib.error) as fault:
        raise ScreenError(
            N_("{name} is damaged and cannot be opened."),
            N_("Open it in the program that made it and save it again, or get a new copy."),
            name=name,
        ) from fault


def _check_parts(container: Container) -> None:
    """Refuse document type definitions, which bombs need and offices never write."""
    for part in container.parts:
        if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in container.read(part).replace(b"\0", b""):
            raise ScreenError(
                N_("{name} is built in a way that office programs do not use, so it was not read."),
                N_("Open it in the program that made it and save it again."),
                name=container.name,
            )


def _read_workbook(data: bytes, name: str, sheet: str) -> Sheet:
    from openpyxl import load_workbook

    with catch_warnings():
        simplefilter("ignore")  # openpyxl tells of styles and rules it does not keep; none of them is read here
        workbook = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            names = tuple(found.title for found in workbook.worksheets)
            if sheet and sheet not in names:
                raise ScreenError(
                    N_("{name} has no sheet {sheet}."), N_("Choose another sheet."), name=name, sheet=sheet
                )
            for found in workbook.worksheets:
                if sheet in ("", found.title):
                    found.reset_dimensions()  # what programs write there is not always so
                    rows = _rows(found.iter_rows(max_row=LAST_ROW, max_col=MAX_COLUMNS, values_only=True), name)
                    if rows or sheet:
                        return Sheet(rows, found.title, names)
            return Sheet((), "", names)
        finally:
            workbook.close()


def _too_large(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} is too large: a list holds at most {rows} rows and {limit} MB."),
        N_("Split the list, for instance by year."),
        name=name,
        rows=MAX_ROWS,
        limit=MAX_FILE // 1_000_000,
    )
