"""Reads workbooks (XLSX) that others send: values as they are stored, nothing computed, nothing run."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter
from zipfile import BadZipFile

from relational_screen.drafts.zipped import Container
from relational_screen.errors import N_, ScreenError
from relational_screen.registry.coverage.sheets import MAX_COLUMNS, Sheet, rows_of

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

LAST_ROW = 1_048_576
"""The last row that a sheet can have."""


def read_workbook(data: bytes, name: str, sheet: str) -> Sheet:
    """Return the sheet of that name, the first with rows for ""; of a formula only the value that was stored with it.

    Raises:
        ScreenError: the file is damaged, too large, built to do harm, or lacks the sheet.
    """
    _check_parts(Container(data, name))
    with catch_warnings():
        simplefilter("ignore")  # openpyxl tells of styles and rules it does not keep; none of them is read here
        with _damage_told(name):
            from openpyxl import load_workbook

            workbook = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            return _read(workbook.worksheets, name, sheet)
        finally:
            workbook.close()


def _read(worksheets: "Sequence[ReadOnlyWorksheet]", name: str, sheet: str) -> Sheet:
    names = tuple(found.title for found in worksheets)
    if sheet and sheet not in names:
        raise ScreenError(N_("{name} has no sheet {sheet}."), N_("Choose another sheet."), name=name, sheet=sheet)
    for found in worksheets:
        if sheet in ("", found.title):
            rows = rows_of(_values(found, name), name)
            if rows or sheet:
                return Sheet(rows, found.title, names)
    return Sheet((), "", names)


def _values(found: "ReadOnlyWorksheet", name: str) -> Iterator[Sequence[Any]]:
    """Yield the rows of a sheet, the empty ones between too."""
    rows = found.iter_rows(max_row=LAST_ROW, max_col=MAX_COLUMNS, values_only=True)
    while True:
        with _damage_told(name):
            row = next(rows, None)
        if row is None:
            return
        yield row


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    """Turn what openpyxl meets in a damaged file, wherever that is and whatever it brings about, into one error."""
    faults = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, EOFError, OSError, BadZipFile)
    try:
        yield
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
