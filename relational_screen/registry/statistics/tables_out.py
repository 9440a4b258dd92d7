"""Writes tables as CSV and XLSX that a spreadsheet opens without running anything in them; equal tables, equal bytes.

Source of the rules for CSV: OWASP, CSV Injection (https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any, TypeAlias
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from relational_screen.catalogue.model import Language

if TYPE_CHECKING:
    from openpyxl import Workbook

Cell: TypeAlias = str | int | float | Decimal | date | None

BEGINS_FORMULA = re.compile(r"^(?=\s*[=+\-@＝＋－＠])|^(?=[\t\r\n])")
"""What a spreadsheet may take for a formula, full-width signs included."""

SPLIT_FORMULA = re.compile(r"(?<=[,;\t\r\n\"])(?=[=@]|[+\-](?![\s.]|$))")
"""What begins a formula when the file is parted at another sign than its own; a price such as `500,- kr.` does not."""

UNWRITABLE = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""

BAD_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
LONGEST_TITLE, LONGEST_TEXT = 31, 32_767
"""Characters a sheet's title and a cell may hold in XLSX."""

NARROWEST, WIDEST, WIDTH_ROWS = 8, 60, 200
FIXED = datetime(1980, 1, 1)
WRITTEN_AT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
PROPERTIES = "docProps/core.xml"
FORMATS: dict[type, str] = {date: "yyyy-mm-dd", datetime: "yyyy-mm-dd hh:mm"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table to write. Numbers stay numbers; times have no zone, since spreadsheets know none."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def csv_of(table: Table, language: Language = "da") -> bytes:
    """Return a table as CSV in UTF-8 with a mark, as that language's spreadsheets read it.

    Danish has semicolons and decimal commas. A text that a spreadsheet could take for a formula gets an apostrophe
    in front; all texts are quoted.
    """
    buffer = StringIO(newline="")
    delimiter = ";" if language == "da" else ","
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([_csv_cell(cell, language) for cell in row] for row in (table.headings, *table.rows))
    return buffer.getvalue().encode("utf-8-sig")


def xlsx_of(tables: Sequence[Table]) -> bytes:
    """Return tables as the sheets of one XLSX file; every text is stored as text, so that none is a formula.

    Characters that XLSX cannot hold are replaced by �, and texts longer than it allows end in ….
    """
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    workbook.properties.creator = "Relational Screen"
    for table in tables:
        _add_sheet(workbook, table)
    buffer = BytesIO()
    workbook.save(buffer)
    return _timeless(buffer.getvalue())


def _csv_cell(cell: Cell, language: Language) -> str:
    if isinstance(cell, str):
        return SPLIT_FORMULA.sub("'", BEGINS_FORMULA.sub("'", _writable(cell)))
    if isinstance(cell, float | Decimal):
        return str(cell).replace(".", "," if language == "da" else ".")
    return "" if cell is None else str(cell)


def _writable(text: str) -> str:
    return UNWRITABLE.sub("\ufffd", normalize("NFC", text))


def _add_sheet(workbook: "Workbook", table: Table) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    title = BAD_IN_TITLE.sub(" ", _writable(table.title))[:LONGEST_TITLE].strip(" '")
    sheet = workbook.create_sheet(title or None)
    sheet.freeze_panes = "A2"
    for column, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    headings = [_xlsx_cell(sheet, heading) for heading in table.headings]
    for cell in headings:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    sheet.append(headings)
    for row in table.rows:
        sheet.append([_xlsx_cell(sheet, cell) for cell in row])


def _widths(table: Table) -> Iterator[int]:
    """Yield a width for each column, in characters, that suits its heading and its first rows."""
    shown = [table.headings, *table.rows[:WIDTH_ROWS]]
    for column in range(len(table.headings)):
        longest = max(len(str(row[column])) for row in shown if column < len(row))
        yield min(max(longest + 2, NARROWEST), WIDEST)


def _xlsx_cell(sheet: Any, value: Cell) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str) or not value:
        cell = WriteOnlyCell(sheet, None if value == "" else value)
        cell.number_format = FORMATS.get(type(value), "General")
        return cell
    cell = WriteOnlyCell(sheet, _fitting(value))
    cell.data_type = "s"  # openpyxl makes a formula of what begins with = and an error of what is spelled like one
    cell.quotePrefix = bool(BEGINS_FORMULA.search(value))  # it stays text when somebody edits the cell
    return cell


def _fitting(text: str) -> str:
    """Return a text as a cell can hold it; a carriage return would be lost on the way."""
    text = _writable(text).replace("\r\n", "\n").replace("\r", "\n")
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _timeless(data: bytes) -> bytes:
    """Return the file without the times at which it was written."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(buffer, "w", ZIP_DEFLATED) as timeless:
        for name in made.namelist():
            part = made.read(name)
            if name == PROPERTIES:
                part = WRITTEN_AT.sub(FIXED.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), part)
            info = ZipInfo(name, FIXED.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            timeless.writestr(info, part)
    return buffer.getvalue()
