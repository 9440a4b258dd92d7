"""The PDF's pages: what stands on each of them beside the text, the outline, and what the file says about itself."""

from typing import BinaryIO
from xml.sax.saxutils import escape

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus import Paragraph as PdfParagraph

from relational_screen.export import look, pdf_style
from relational_screen.export.plain import LANGUAGE_TAGS, LONGEST_PROPERTY, PAGE_OF, foot, one_line
from relational_screen.screening.document import NoteDocument

PAGE_NUMBER_WIDTH = 90
BELOW_FOOTER = 34
ABOVE_FOOTER = 14


class NotePages(BaseDocTemplate):  # type: ignore[misc]  # reportlab has no types
    """A4 pages with the note's footer and page number, and an outline of its headings.

    `total` is the number of pages that each page names; it is known once the note has been laid out.
    """

    def __init__(self, target: BinaryIO, note: NoteDocument, total: int) -> None:
        super().__init__(
            target,
            pagesize=(look.PAGE_WIDTH, look.PAGE_HEIGHT),
            title=one_line(note.title, LONGEST_PROPERTY),
            subject=one_line(note.subject, LONGEST_PROPERTY),
            author="",
            creator="Relational Screen",
            lang=LANGUAGE_TAGS[note.language],
            displayDocTitle=True,
            initialFontName=pdf_style.REGULAR,
            invariant=1,
        )
        self.words = PAGE_OF[note.language]
        self.total = total
        self.depth = -1
        self.footer = PdfParagraph(escape(pdf_style.shown(foot(note))), pdf_style.STYLES["footer"])
        _, self.footer_height = self.footer.wrap(look.TEXT_WIDTH - PAGE_NUMBER_WIDTH, look.PAGE_HEIGHT)
        self.addPageTemplates(PageTemplate(frames=[self._frame()], onPage=self._draw_footer))

    def _frame(self) -> Frame:
        bottom = max(look.MARGIN, BELOW_FOOTER + self.footer_height + ABOVE_FOOTER)
        height = look.PAGE_HEIGHT - look.MARGIN - bottom
        padding = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
        return Frame(look.MARGIN, bottom, look.TEXT_WIDTH, height, **padding)

    def _draw_footer(self, canvas: Canvas, _pages: BaseDocTemplate) -> None:
        page, of = self.words
        style = pdf_style.STYLES["footer"]
        self.footer.drawOn(canvas, look.MARGIN, BELOW_FOOTER)
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        baseline = BELOW_FOOTER + max(self.footer_height, style.leading) - style.fontSize
        number = f"{page} {canvas.getPageNumber()} {of} {self.total}"
        canvas.drawRightString(look.PAGE_WIDTH - look.MARGIN, baseline, number)

    def afterFlowable(self, flowable: Flowable) -> None:
        """Put a heading into the outline, at most one level below the heading before it, as PDF demands."""
        levels = [level for level, style in pdf_style.HEADINGS.items() if getattr(flowable, "style", None) is style]
        for level in levels:
            self.depth = min(level - 1, self.depth + 1)
            key = f"heading-{self.seq.next('heading')}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, self.depth)
