"""Sets a Word file densely, so that a note which has one page fills no more."""

from typing import TYPE_CHECKING

from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt

from relational_screen.export import dense

if TYPE_CHECKING:
    from docx.document import Document

TWIPS = 20  # to a point

SMALLER, HEADING_SMALLER = 0.5, 1.5
"""Points by which type and lines are smaller than in the PDF: the typeface put in for ours may be wider."""


def _smaller(kind: dense.Type, by: float = SMALLER) -> dense.Type:
    return kind._replace(size=kind.size - by, leading=kind.leading - SMALLER)


_STYLES = {
    "Normal": _smaller(dense.BODY),
    "Lead": _smaller(dense.LEAD),
    "Boxed": _smaller(dense.BOXED)._replace(before=7, after=8),  # Word counts from the frame, the PDF from the text
    "Small": dense.SMALL._replace(before=4),
    "List Bullet": _smaller(dense.BULLET),
    "Caption": dense.CAPTION,
    "Table Text": dense.CELL,
    "Footer": dense.FOOTER,
    "Heading 1": _smaller(dense.HEADINGS[1], HEADING_SMALLER),
    "Heading 2": _smaller(dense.HEADINGS[2]),
    "Heading 3": dense.HEADINGS[3],
}
BELOW_PICTURE = Pt(6)
BOX_SPACE = 3
RULE_SPACE = 3


def condense(document: "Document") -> None:
    """Give a document that still has no text the dense margins and styles.

    Lines get an exact height, since a reader's computer may put another typeface in, with higher lines.
    """
    _set_margins(document)
    for name, kind in _STYLES.items():
        style = document.styles[name]
        style.font.size = Pt(kind.size)
        for size in style.element.xpath("./w:rPr/w:szCs"):
            size.set(qn("w:val"), str(round(2 * kind.size)))
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(kind.before), Pt(kind.after)
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(kind.leading)
    document.styles["Picture"].paragraph_format.space_after = BELOW_PICTURE
    _set_spaces(document)


def _set_margins(document: "Document") -> None:
    section = document.sections[0]
    section.left_margin = section.right_margin = Pt(dense.SIDE)
    section.top_margin = Pt(dense.TOP)
    section.footer_distance = Pt(dense.BELOW_FOOTER)
    section.bottom_margin = Pt(dense.BELOW_FOOTER + dense.FOOTER.leading + dense.ABOVE_FOOTER)


def _set_spaces(document: "Document") -> None:
    """Set what python-docx has no names for: the room inside frames, the list's indent and the footer's tab."""
    styles = document.styles.element
    for edge in ("top", "bottom"):
        for border in styles.xpath(f"./w:style[@w:styleId='Boxed']//w:pBdr/w:{edge}"):
            border.set(qn("w:space"), str(BOX_SPACE))
    for border in styles.xpath("./w:style[@w:styleId='Small']//w:pBdr/w:top"):
        border.set(qn("w:space"), str(RULE_SPACE))
    for tab in styles.xpath("./w:style[@w:styleId='Footer']//w:tab"):
        tab.set(qn("w:pos"), str(round(dense.TEXT_WIDTH * TWIPS)))
    form = document.styles["List Bullet"].paragraph_format
    form.left_indent, form.first_line_indent = Pt(dense.INDENT), Pt(-dense.INDENT)


def width_of(document: "Document") -> float:
    """Return the width of a document's text, in points."""
    section = document.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    assert page is not None
    assert left is not None
    assert right is not None
    return float(page.pt - left.pt - right.pt)
