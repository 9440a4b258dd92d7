"""Writes a note as a Word file with real headings, lists and tables, so that it can be edited and read aloud."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from relational_screen.export import look
from relational_screen.export.docx_template import empty_document, packed
from relational_screen.export.plain import LANGUAGE_TAGS, LONGEST_PROPERTY, PAGE_OF, foot, one_line, plain, typeset
from relational_screen.export.png import png, text_width
from relational_screen.screening.document import Bars, Block, Bullets, Heading, NoteDocument, Paragraph, Table
from relational_screen.screening.picture import bar_pictures

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table as WordTable
    from docx.table import _Row
    from docx.text.paragraph import Paragraph as WordParagraph

STYLES = {"body": "Normal", "lead": "Lead", "boxed": "Boxed", "small": "Small"}
BELOW_TABLE = Pt(14)


def write_docx(note: NoteDocument, path: Path) -> None:
    """Write the note as a Word file. Equal notes give equal bytes.

    Raises:
        OSError: the file cannot be written.
    """
    document = empty_document()
    _set_properties(document, note)
    previous: Block | None = None
    for block in note.blocks:
        _add(document, block, below_table=isinstance(previous, Table))
        previous = block
    _add_footer(document, note)
    path.write_bytes(packed(document))


def _set_properties(document: "Document", note: NoteDocument) -> None:
    tag = LANGUAGE_TAGS[note.language]
    properties = document.core_properties
    properties.title = one_line(note.title, LONGEST_PROPERTY)
    properties.subject = one_line(note.subject, LONGEST_PROPERTY)
    properties.language = tag
    (language,) = document.styles.element.xpath("w:docDefaults//w:lang")
    language.set(qn("w:val"), tag)
    language.set(qn("w:eastAsia"), tag)


def _add(document: "Document", block: Block, *, below_table: bool) -> None:
    match block:
        case Table():
            _add_table(document, block)
        case Bars():
            _add_bars(document, block)
        case Heading():
            document.add_paragraph(typeset(" ".join(block.text.split())), f"Heading {block.level}")
        case Paragraph() | Bullets():
            added = [document.add_paragraph(text, style) for text, style in _texts(block)]
            for first in added[:1] if below_table else []:
                first.paragraph_format.space_before = BELOW_TABLE


def _texts(block: Paragraph | Bullets) -> list[tuple[str, str]]:
    """Return the texts of a block, each with its style."""
    if isinstance(block, Paragraph):
        return [(typeset(block.text), STYLES[block.style])]
    return [(typeset(item), "List Bullet") for item in block.items]


def _add_bars(document: "Document", bars: Bars) -> None:
    document.add_paragraph(typeset(bars.title), "Caption")
    for picture in bar_pictures(bars, look.TEXT_WIDTH, look.PICTURE_HEIGHT, text_width):
        run = document.add_paragraph(style="Picture").add_run()
        shape = run.add_picture(BytesIO(png(picture)), width=Pt(look.TEXT_WIDTH))
        shape._inline.docPr.set("descr", plain(bars.description))
        for side in ("distT", "distB", "distL", "distR"):
            shape._inline.set(side, "0")


def _add_table(document: "Document", table: Table) -> None:
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


def _add_footer(document: "Document", note: NoteDocument) -> None:
    page, of = PAGE_OF[note.language]
    (paragraph,) = document.sections[0].footer.paragraphs
    paragraph.add_run(f"{foot(note)}\t{page}\N{NO-BREAK SPACE}")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(f"\N{NO-BREAK SPACE}{of}\N{NO-BREAK SPACE}")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: "WordParagraph", name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {name} ")
    paragraph._p.append(field)
    run = paragraph.add_run("1")
    field.append(run._r)
