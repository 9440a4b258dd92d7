"""Writes a note as a tagged PDF with embedded typeface, vector pictures and an outline."""

from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Literal

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, Spacer

from relational_screen.export import pdf_style
from relational_screen.export.pdf_blocks import flowables
from relational_screen.export.pdf_canvas import TaggedCanvas
from relational_screen.export.pdf_flowables import TaggedFlowable
from relational_screen.export.pdf_pages import NotePages
from relational_screen.export.pdf_sheet import Sheet, sheet_of
from relational_screen.export.pdf_tags import Tag
from relational_screen.screening.document import Block, Heading, NoteDocument, Paragraph, Table

ROOM_FOR_TABLE = 170
"""Points that a heading, a table's title, its head and a row need, so that they are not parted."""

LEVELS: tuple[Literal[1, 2, 3], ...] = (1, 1, 2, 3)


def write_pdf(note: NoteDocument, path: Path) -> None:
    """Write the note as a PDF. Equal notes give equal bytes.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_bytes(pdf_bytes(note))


def pdf_bytes(note: NoteDocument) -> bytes:
    """Return the note as the bytes of a PDF."""
    pdf_style.register_fonts()
    total = _laid_out(note, BytesIO(), total=0)
    target = BytesIO()
    _laid_out(note, target, total)
    return target.getvalue()


def page_count(note: NoteDocument) -> int:
    """Return how many pages the note fills as a PDF."""
    pdf_style.register_fonts()
    return _laid_out(note, BytesIO(), total=0)


def _laid_out(note: NoteDocument, target: BytesIO, total: int) -> int:
    """Lay the note out and return how many pages it fills; the file is written once that is known as `total`."""
    sheet = sheet_of(note.pages)
    pages = NotePages(target, note, sheet, total)
    root = Tag("Document")
    pages.build(_story(note, sheet, root), canvasmaker=partial(TaggedCanvas, note=note, root=root))
    return int(pages.page)


def _story(note: NoteDocument, sheet: Sheet, root: Tag) -> list[Flowable]:
    story: list[Flowable] = []
    previous: Block | None = None
    for block in _nested(note.blocks):
        if _is_small(block) and not _is_small(previous) and not isinstance(previous, Table):
            story.append(_rule(sheet))
        if isinstance(block, Table):
            before_heading = len(story) - isinstance(previous, Heading)
            story.insert(before_heading, CondPageBreak(ROOM_FOR_TABLE))
        story += flowables(block, sheet, root)
        previous = block
    return story or [Spacer(0, 0)]


def _nested(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with each heading at most one level below the heading before it, as PDF/UA demands.

    A heading without a letter to print is no heading.
    """
    deepest = 0
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif pdf_style.has_letters(block.text):
            deepest = min(block.level, deepest + 1)
            yield Heading(block.text, LEVELS[deepest])


def _rule(sheet: Sheet) -> Flowable:
    above, below = sheet.above_rule, sheet.below_rule
    return TaggedFlowable(HRFlowable("100%", 0.5, color=pdf_style.RULE, spaceBefore=above, spaceAfter=below), None)


def _is_small(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.style == "small"
