"""A table in the look of the draft's own tables, or with thin black lines where it has none."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from relational_screen.drafts.docx_xml import W, value
from relational_screen.drafts.guarded_xml import Element
from relational_screen.export import look as measures
from relational_screen.export.insertion.elements import make, make_run
from relational_screen.export.insertion.look import Look, emphasised
from relational_screen.export.insertion.outline import Line
from relational_screen.export.insertion.styles import Styles
from relational_screen.export.plain import plain, typeset

A4_TEXT = 9071
"""Width of the text on an A4 page with margins of 25 mm, in twentieths of a point (dxa), as in the note's own file."""

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class TableLook:
    """How tables look: `style` is the id of a table style or nothing, `width` is in twentieths of a point."""

    style: str
    borders: Element | None
    cell: Look
    width: int


def table_look(lines: Sequence[Line], index: int, body: Element, styles: Styles, text: Look) -> TableLook:
    """Return the look of the draft's table nearest to the line `index`; the text is as the running text, set tight."""
    tables = sorted((abs(at - index), at) for at, line in enumerate(lines) if line.is_table)
    sample = lines[tables[0][1]].element.find(W + "tblPr") if tables else None
    style = "" if sample is None else value(sample.find(W + "tblStyle"))
    borders = None if sample is None else sample.find(W + "tblBorders")
    if borders is None and not styles.has_borders(style):
        borders = make("tblBorders", *(make(side, val="single", sz="4", space="0", color="auto") for side in _SIDES))
    return TableLook(style, borders, _cell_look(text), _text_width(lines[index:], body))


def make_table(
    look: TableLook, header: Sequence[str], rows: Sequence[Sequence[str]], *, title: str, description: str
) -> Element:
    """Return a table with a head that is repeated on each page, and with words for a screen reader."""
    shares = measures.column_widths(header, rows)
    widths = [round(share * look.width / sum(shares)) for share in shares]
    grid = make("tblGrid", *(make("gridCol", w=str(width)) for width in widths))
    head = _row(header, widths, emphasised(look.cell, "b", "bCs"), make("tblHeader"))
    return make(
        "tbl", _properties(look, title, description), grid, head, *(_row(row, widths, look.cell) for row in rows)
    )


def _properties(look: TableLook, title: str, description: str) -> Element:
    """Return the table's properties, in the order of the schema."""
    properties = make("tblPr")
    if look.style:
        properties.append(make("tblStyle", val=look.style))
    properties.append(make("tblW", w=str(look.width), type="dxa"))
    if look.borders is not None:
        properties.append(deepcopy(look.borders))
    properties.append(make("tblLayout", type="fixed"))
    first = {"firstRow": "1", "lastRow": "0", "firstColumn": "0", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}
    properties.append(make("tblLook", val="0620", **first))
    properties.append(make("tblCaption", val=plain(title)))
    properties.append(make("tblDescription", val=plain(description)))
    return properties


def _row(texts: Sequence[str], widths: Sequence[int], look: Look, *marks: Element) -> Element:
    cells = (
        make("tc", make("tcPr", make("tcW", w=str(width), type="dxa")), _paragraph(text, look))
        for text, width in zip(texts, widths, strict=True)
    )
    return make("tr", make("trPr", make("cantSplit"), *marks), *cells)


def _paragraph(text: str, look: Look) -> Element:
    return make("p", deepcopy(look.paragraph), make_run(typeset(text), deepcopy(look.text)))


def _cell_look(text: Look) -> Look:
    """Return the running text's look without its space, indents and justification, which narrow columns do not bear."""
    properties = make("pPr")
    style = text.paragraph.find(W + "pStyle")
    if style is not None:
        properties.append(deepcopy(style))
    properties.append(make("spacing", before="40", after="40", line="240", lineRule="auto"))
    properties.append(make("ind", left="0", right="0", firstLine="0"))
    properties.append(make("jc", val="left"))
    return Look(properties, text.text)


def _text_width(after: Sequence[Line], body: Element) -> int:
    """Return the width of the text in the section (of pages) that the lines `after` begin in."""
    inside = (line.element.find(f"{W}pPr/{W}sectPr") for line in after if not line.is_table)
    section = next((one for one in inside if one is not None), body.find(W + "sectPr"))
    size = None if section is None else section.find(W + "pgSz")
    margins = None if section is None else section.find(W + "pgMar")
    if size is None or margins is None:
        return A4_TEXT
    width = _number(size, "w") - _number(margins, "left") - _number(margins, "right") - _number(margins, "gutter")
    return width if width > 0 else A4_TEXT


def _number(element: Element, name: str) -> int:
    text = element.get(W + name, "0")
    return int(text) if text.isdecimal() else 0
