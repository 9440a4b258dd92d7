"""The PDF's pages: what stands on each of them beside the text, the outline, and what the file says about itself."""

from typing import BinaryIO
from xml.sax.saxutils import escape

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus import Paragraph as PdfParagraph

from relational_screen.export import look, pdf_style
from relational_screen.export.pdf_canvas import TaggedCanvas
from relational_screen.export.pdf_file import title
from relational_screen.export.pdf_sheet import Sheet
from relational_screen.export.plain import LANGUAGE_TAGS, LONGEST_PROPERTY, PAGE_OF, foot, one_line
from relational_screen.screening.document import NoteDocument

PAGE_NUMBER_WIDTH = 90


class NotePages(BaseDocTemplate):  # type: ignore[misc]  # reportlab has no types
    """A4 pages with the note's footer and page number, and an outline of its headings.

    `total` is the number of pages that each page names. It is known once the note has been laid out with 0, which
    writes no file.
    """

    def __init__(self, target: BinaryIO, note: NoteDocument, sheet: Sheet, total: int) -> None:
        super().__init__(
            target,
            pagesize=(look.PAGE_WIDTH, look.PAGE_HEIGHT),
            title=title(note),
            subject=one_line(note.subject, LONGEST_PROPERTY),
            author="",
            creator="Relational Screen",
            lang=LANGUAGE_TAGS[note.language],
            displayDocTitle=True,
            initialFontName=pdf_style.REGULAR,
            invariant=1,
            pageCompression=0,
        )
        self.words = PAGE_OF[note.language]
        self.sheet = sheet
        self.total = total
        self._doSave = total > 0  # reportlab's own switch
        self.footer = PdfParagraph(escape(pdf_style.shown(foot(note))), sheet.styles["footer"])
        _, self.footer_height = self.footer.wrap(sheet.width - PAGE_NUMBER_WIDTH, look.PAGE_HEIGHT)
        self.addPageTemplates(PageTemplate(frames=[self._frame()], onPage=self._draw_footer))

    def _frame(self) -> Frame:
        sheet = self.sheet
        bottom = max(sheet.top, sheet.below_footer + self.footer_height + sheet.above_footer)
        height = look.PAGE_HEIGHT - sheet.top - bottom
        padding = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
        return Frame(sheet.side, bottom, sheet.width, height, **padding)

    def _draw_footer(self, canvas: TaggedCanvas, _pages: BaseDocTemplate) -> None:
        page, of = self.words
        style = self.sheet.styles["footer"]
        baseline = self.sheet.below_footer + max(self.footer_height, style.leading) - style.fontSize
        number = f"{page} {canvas.getPageNumber()} {of} {self.total}"
        with canvas.marked(None):
            self.footer.drawOn(canvas, self.sheet.side, self.sheet.below_footer)
            canvas.setFont(style.fontName, style.fontSize)
            canvas.setFillColor(style.textColor)
            canvas.drawRightString(look.PAGE_WIDTH - self.sheet.side, baseline, number)

    def afterFlowable(self, flowable: Flowable) -> None:
        """Put a heading into the outline, once where it runs over to the next page."""
        tag = getattr(flowable, "tag", None)
        if tag and tag.role in pdf_style.HEADING_ROLES and len(tag.kids) == 1:
            key = f"heading-{self.seq.next('heading')}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, pdf_style.HEADING_ROLES.index(tag.role))
