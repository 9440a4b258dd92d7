"""Invented proposals, screenings and tables that tests of lists and coverage are built of. Nothing here is real."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from relational_screen.registry.coverage.finding import Screened
from relational_screen.registry.coverage.lists import Listed

STARTED = "2026-11-02T09:00:00+00:00"


def listed(title: str = "Lov om opdigtede naboer", **fields: Any) -> Listed:
    return Listed.model_validate({"row": 2, "title": title, "kind": "bill", **fields})


def screened(name: str = "s1", title: str = "Lov om opdigtede naboer", **fields: Any) -> Screened:
    line = {"kind": "bill", "stage": "consultation", "started": STARTED, "changed": STARTED, "relevance": "relevant"}
    done = {"bottom_line": "raises", "asked": 10, "not_examined": 0}
    return Screened.model_validate({"id": name, "title": title, **line, **done, **fields})


def workbook(*sheets: list[list[Any]]) -> bytes:
    """An XLSX file with these sheets, named Sheet, Sheet1 and so on."""
    book = Workbook(write_only=True)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """The zip file with one part put in the place of another."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, part if each == name else old.read(each))
    return buffer.getvalue()
