"""Writes a note as a PDF with embedded typeface, vector pictures and an outline."""

from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable

from relational_screen.export import look, pdf_style
from relational_screen.export.pdf_bars import PictureFlowable
from relational_screen.export.pdf_pages import NotePages
from relational_screen.export.plain import typeset
from relational_screen.screening.document import Bars, Block, Bullets, Heading, NoteDocument, Paragraph, Table
from relational_screen.screening.picture import bar_pictures

ROOM_FOR_TABLE = 170
"""Points that a heading, a table's title, its head and a row need, so that they are not parted."""

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


def write_pdf(note: NoteDocument, path: Path) -> None:
    """Write the note as a PDF. Equal notes give equal bytes.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_bytes(pdf_bytes(note))


def pdf_bytes(note: NoteDocument) -> bytes:
    """Return the note as the bytes of a PDF."""
    pdf_style.register_fonts()
    _, pages = _laid_out(note, total=0)
    content, _ = _laid_out(note, total=pages)
    return content


def _laid_out(note: NoteDocument, total: int) -> tuple[bytes, int]:
    target = BytesIO()
    pages = NotePages(target, note, total)
    pages.build(_story(note))
    return target.getvalue(), pages.page


def _story(note: NoteDocument) -> list[Flowable]:
    story: list[Flowable] = []
    previous: Block | None = None
    for block in note.blocks:
        if _is_small(block) and not _is_small(previous) and not isinstance(previous, Table):
            story.append(HRFlowable("100%", 0.5, color=pdf_style.RULE, spaceBefore=14, spaceAfter=8))
        if isinstance(block, Table):
            before_heading = len(story) - isinstance(previous, Heading)
            story.insert(before_heading, CondPageBreak(ROOM_FOR_TABLE))
        story += _flowables(block)
        previous = block
    return story


def _is_small(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.style == "small"


def _flowables(block: Block) -> list[Flowable]:
    match block:
        case Heading():
            return [PdfParagraph(_markup(block.text), pdf_style.HEADINGS[block.level])]
        case Paragraph():
            return [_text(block.text, block.style)]
        case Bullets():
            return [_text(item, "bullet", bullet="•") for item in block.items]
        case Table():
            return [_text(block.title, "table_title"), _table(block)]
        case Bars():
            pictures = bar_pictures(block, look.TEXT_WIDTH, look.PICTURE_HEIGHT, pdf_style.text_width)
            return [_text(block.title, "caption"), *map(PictureFlowable, pictures)]


def _markup(text: str) -> str:
    """Escape a text for reportlab, which reads markup, and keep its line breaks."""
    return escape(pdf_style.shown(typeset(text))).replace("\n", "<br/>")


def _text(text: str, style: str, bullet: str | None = None) -> PdfParagraph:
    return PdfParagraph(_markup(text), pdf_style.STYLES[style], bulletText=bullet)


def _table(table: Table) -> PdfTable:
    rows = [[_text(text, "cell") for text in row] for row in table.rows]
    return PdfTable(
        [[_text(text, "head") for text in table.header], *rows],
        colWidths=look.column_widths(table.header, table.rows),
        style=TABLE_STYLE,
        repeatRows=1,
        splitInRow=1,
        spaceAfter=14,
    )
