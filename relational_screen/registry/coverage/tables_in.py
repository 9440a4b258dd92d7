"""Reads the tables that others send, as CSV or XLSX."""

import csv
from collections import Counter
from collections.abc import Iterable
from io import StringIO
from itertools import islice

from relational_screen.drafts.text import decoded
from relational_screen.errors import N_, ScreenError
from relational_screen.registry.coverage.sheets import LOOKED_AT, MAX_FILE, Sheet, rows_of, too_large

DELIMITERS = ";,\t"
ZIP = b"PK\3\4"


def read_sheet(data: bytes, name: str, sheet: str = "") -> Sheet:
    """Return a sheet of an XLSX file (the first with rows when none is named), or the rows of a CSV file.

    CSV is UTF-8, UTF-16 or Windows-1252, its cells parted by semicolon, comma or tab. Of a formula only the value that
    was stored with it is read. `name` is the file's, for messages.

    Raises:
        ScreenError: it is damaged, too large, built to do harm, empty, or lacks the sheet.
    """
    if len(data) > MAX_FILE:
        raise too_large(name)
    if data.startswith(ZIP):
        from relational_screen.registry.coverage.workbooks import read_workbook

        found = read_workbook(data, name, sheet)
    else:
        found = Sheet(rows_of(_csv(data, name), name))
    if not found.rows:
        raise ScreenError(N_("{name} holds no rows."), N_("Choose the file or sheet that holds the list."), name=name)
    return found


def _csv(data: bytes, name: str) -> Iterable[list[str]]:
    try:
        text = decoded(data, name)
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
