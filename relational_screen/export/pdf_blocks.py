"""What each block of a note becomes in a PDF: what is drawn, and the elements of the structure that it belongs to."""

from collections.abc import Iterable, Sequence
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFName, PDFString
from reportlab.platypus import Flowable
from reportlab.platypus import Table as PdfTable

from relational_screen.export import look, pdf_style
from relational_screen.export.pdf_bars import PictureFlowable
from relational_screen.export.pdf_flowables import TaggedFlowable, TaggedParagraph, mark_rules
from relational_screen.export.pdf_sheet import Sheet
from relational_screen.export.pdf_tags import Tag
from relational_screen.export.plain import plain, typeset
from relational_screen.screening.document import Bars, Block, Bullets, Heading, Matrix, Paragraph, Table
from relational_screen.screening.picture import pictures

NO_WORDS = "–"
"""Said of a picture that has neither description nor title, since PDF/UA demands an alternative."""

TABLE_STYLE = [
    ("FONTNAME", (0, 0), (-1, -1), pdf_style.REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ("BACKGROUND", (0, 0), (-1, 0), pdf_style.TINT),
    ("LINEBELOW", (0, 1), (-1, -2), 0.5, pdf_style.RULE),
    ("LINEABOVE", (0, 0), (-1, 0), 1, pdf_style.INK),
    ("LINEBELOW", (0, 0), (-1, 0), 1, pdf_style.INK),
    ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.5, pdf_style.RULE),
    ("LINEBELOW", (0, -1), (-1, -1), 1, pdf_style.INK),
]

HIGHEST_WHOLE_ROW = look.PAGE_HEIGHT / 3
"""Points of a row that is not parted at the foot of a page: reportlab repeats the head before each part."""

CELL_STYLES = {"TH": "head", "TD": "cell"}
CELL_ATTRIBUTES = {"TH": {"O": PDFName("Table"), "Scope": PDFName("Column")}, "TD": {}}


def flowables(block: Block, sheet: Sheet, root: Tag) -> list[Flowable]:
    """Return what a block becomes, and put the elements that it is into the structure."""
    match block:
        case Heading():
            return [_heading(block, sheet, root)]
        case Paragraph():
            return [_text(block.text, sheet.styles[block.style], root.add("P"))]
        case Bullets():
            items = root.add("L", O=PDFName("List"), ListNumbering=PDFName("Disc"))
            return [_item(item, sheet, items.add("LI")) for item in block.items]
        case Table():
            summary = PDFString(plain(block.description))
            return _table(block, sheet, root.add("Table", O=PDFName("Table"), Summary=summary))
        case Bars() | Matrix():
            return _figure(block, sheet, root.add("Div"))


def _markup(text: str) -> str:
    """Escape a text for reportlab, which reads markup, and keep its line breaks."""
    return escape(pdf_style.shown(typeset(text))).replace("\n", "<br/>")


def _heading(heading: Heading, sheet: Sheet, root: Tag) -> Flowable:
    tag = root.add(pdf_style.HEADING_ROLES[heading.level - 1])
    return _text(heading.text, sheet.headings[heading.level], tag)


def _text(text: str, style: ParagraphStyle, tag: Tag) -> Flowable:
    return TaggedParagraph(_markup(text), style).tagged(tag)


def _item(text: str, sheet: Sheet, tag: Tag) -> Flowable:
    paragraph = TaggedParagraph(_markup(text), sheet.styles["bullet"], bulletText="•")
    return paragraph.tagged(label=tag.add("Lbl"), tag=tag.add("LBody"))


def _figure(block: Bars | Matrix, sheet: Sheet, tag: Tag) -> list[Flowable]:
    """Return title and picture side by side in the structure: inside the figure its alternative would hide the title.

    The parts of a picture higher than a page are one figure.
    """
    title = _text(block.title, sheet.styles["caption"], tag.add("Caption"))
    figure = tag.add("Figure", plain(block.description) or plain(block.title) or NO_WORDS)
    drawn = pictures(block, sheet.width, look.PICTURE_HEIGHT, pdf_style.text_width)
    return [title, *(TaggedFlowable(PictureFlowable(picture), figure) for picture in drawn)]


def _table(table: Table, sheet: Sheet, tag: Tag) -> list[Flowable]:
    title = _text(table.title, sheet.styles["table_title"], tag.add("Caption"))
    rows = [
        _row(table.header, sheet, tag.add("TR"), "TH"),
        *(_row(row, sheet, tag.add("TR"), "TD") for row in table.rows),
    ]
    widths = [width * sheet.width / look.TEXT_WIDTH for width in look.column_widths(table.header, table.rows)]
    drawn = PdfTable(
        rows,
        colWidths=widths,
        style=TABLE_STYLE,
        repeatRows=1,
        splitInRow=int(_height(rows, widths) > HIGHEST_WHOLE_ROW),
        spaceAfter=14,
        renderCB=mark_rules,
    )
    return [title, drawn]


def _height(rows: list[list[Flowable]], widths: Sequence[float]) -> float:
    """Return how high the highest text in a table's rows is."""
    return max(float(cell.wrap(width, 0)[1]) for row in rows for cell, width in zip(row, widths, strict=True))


def _row(texts: Iterable[str], sheet: Sheet, tag: Tag, role: Literal["TH", "TD"]) -> list[Flowable]:
    style, attributes = sheet.styles[CELL_STYLES[role]], CELL_ATTRIBUTES[role]
    return [_text(text, style, tag.add(role, **attributes)) for text in texts]
