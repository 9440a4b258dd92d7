"""A note's table in a Word file, with its head and its meaning told to a screen reader."""

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from relational_screen.export import look
from relational_screen.export.plain import plain, typeset
from relational_screen.screening.document import Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table as WordTable
    from docx.table import _Row


MOST_LINES = 25
"""A row with more lines may be split: moved whole it would leave half a page empty, or be cut off in LibreOffice."""


def add_table(document: "Document", table: Table) -> None:
    """Add the table below its title; its head is repeated on every page, and no short row is split."""
    document.add_paragraph(typeset(table.title), "Caption")
    drawn = document.add_table(len(table.rows) + 1, len(table.header), "Note Table")
    drawn.autofit = False
    _describe(drawn, table)
    widths = [Pt(width) for width in look.column_widths(table.header, table.rows)]
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    for number, (row, texts) in enumerate(zip(drawn.rows, (table.header, *table.rows), strict=True)):
        _fill(row, texts, widths, "Table Text" if number else "Table Head")
    _append(drawn.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")


def _describe(drawn: "WordTable", table: Table) -> None:
    """Say for a screen reader what the table shows; the schema wants both after `w:tblLook`, which is last."""
    properties = drawn._tbl.tblPr
    _append(properties, "w:tblCaption", plain(table.title))
    _append(properties, "w:tblDescription", plain(table.description))


def _fill(row: "_Row", texts: tuple[str, ...], widths: list[Pt], style: str) -> None:
    if all(look.lines(text, width.pt) <= MOST_LINES for text, width in zip(texts, widths, strict=True)):
        _append(row._tr.get_or_add_trPr(), "w:cantSplit")
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = width
        (paragraph,) = cell.paragraphs
        paragraph.style = style
        paragraph.add_run(typeset(text))


def _append(parent: "BaseOxmlElement", tag: str, value: str | None = None) -> None:
    element = OxmlElement(tag)
    if value is not None:
        element.set(qn("w:val"), value)
    parent.append(element)
