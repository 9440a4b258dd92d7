"""Writes a note as a Word file with real headings, lists and tables, so that it can be edited and read aloud."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from relational_screen.export import dense, look
from relational_screen.export.docx_dense import condense, width_of
from relational_screen.export.docx_record import add_record
from relational_screen.export.docx_table import add_table
from relational_screen.export.docx_template import empty_document, packed
from relational_screen.export.plain import LANGUAGE_TAGS, LONGEST_PROPERTY, PAGE_OF, foot, one_line, plain, typeset
from relational_screen.export.png import png, text_width
from relational_screen.screening.document import (
    Bars,
    Block,
    Bullets,
    Heading,
    Matrix,
    NoteDocument,
    Paragraph,
    Table,
)
from relational_screen.screening.picture import pictures

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

STYLES = {"body": "Normal", "lead": "Lead", "boxed": "Boxed", "small": "Small"}
BELOW_TABLE = Pt(14)
BELOW_LIST = Pt(9)


def write_docx(note: NoteDocument, path: Path) -> None:
    """Write the note as a Word file. Equal notes give equal bytes.

    Raises:
        OSError: the file cannot be written.
    """
    document = empty_document()
    is_dense = dense.is_dense(note.pages)
    if is_dense:
        condense(document)
    _set_properties(document, note)
    above: Block | None = None
    for previous, block, following in zip((None, *note.blocks), note.blocks, (*note.blocks[1:], None), strict=False):
        above = above if _is_small(block) else block
        added = _add(document, block, above)
        if not is_dense:
            _set_apart(added, previous, block)
        _keep_together(added, block, following)
    _add_footer(document, note)
    if note.record:
        add_record(document, note.record)
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


def _add(document: "Document", block: Block, above: Block | None) -> "list[WordParagraph]":
    """Add a block and return the paragraphs of its running text; `above` is the last block that is no small print."""
    match block:
        case Table():
            add_table(document, block)
        case Bars() | Matrix():
            _add_pictures(document, block)
        case Heading():
            document.add_paragraph(typeset(" ".join(block.text.split())), f"Heading {block.level}")
        case Paragraph():
            return [document.add_paragraph(typeset(block.text), _style(block, above))]
        case Bullets():
            return [document.add_paragraph(typeset(item), "List Bullet") for item in block.items]
    return []


def _set_apart(added: "Sequence[WordParagraph]", previous: Block | None, block: Block) -> None:
    """Leave room below a table, which has none of its own, and below a list, whose items stand closer than text."""
    if added and isinstance(previous, Table):
        added[0].paragraph_format.space_before = BELOW_TABLE
    if added and isinstance(block, Bullets):
        added[-1].paragraph_format.space_after = BELOW_LIST


def _keep_together(added: "Sequence[WordParagraph]", block: Block, following: Block | None) -> None:
    """Keep what introduces a list on its page, and the lines at the note's foot on one."""
    in_foot = _is_small(block) and _is_small(following)
    if in_foot or isinstance(following, Bullets):
        for paragraph in added:
            paragraph.paragraph_format.keep_with_next = True


def _is_small(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.style == "small"


def _style(block: Paragraph, above: Block | None) -> str:
    """Return the name of a paragraph's style; small print below a table needs no rule of its own."""
    return "Source" if _is_small(block) and isinstance(above, Table) else STYLES[block.style]


def _add_pictures(document: "Document", block: Bars | Matrix) -> None:
    """Add a picture below its title; where it is parted, the first part carries the description of the whole."""
    document.add_paragraph(typeset(block.title), "Caption")
    parts = pictures(block, width_of(document), look.PICTURE_HEIGHT, text_width)
    for number, picture in enumerate(parts, start=1):
        run = document.add_paragraph(style="Picture").add_run()
        shape = run.add_picture(BytesIO(png(picture)), width=Pt(picture.width))
        told = block.description if number == 1 else f"{block.title} ({number}/{len(parts)})"
        shape._inline.docPr.set("descr", plain(told))
        for side in ("distT", "distB", "distL", "distR"):
            shape._inline.set(side, "0")


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
