"""A note's pages as pictures, for the preview beside the answers."""

from io import BytesIO

import pypdfium2

from relational_screen.drafts.pdf import PDFIUM_LOCK
from relational_screen.export.pdf import pdf_bytes
from relational_screen.screening.document import NoteDocument

POINTS_PER_INCH = 72


def pages(note: NoteDocument, dots_per_inch: int) -> list[bytes]:
    """Return each page as PNG, as the PDF shows it."""
    content = pdf_bytes(note)
    with PDFIUM_LOCK:
        document = pypdfium2.PdfDocument(content)
        try:
            return [_png(page, dots_per_inch) for page in document]
        finally:
            document.close()


def _png(page: pypdfium2.PdfPage, dots_per_inch: int) -> bytes:
    result = BytesIO()
    page.render(scale=dots_per_inch / POINTS_PER_INCH).to_pil().save(result, "PNG")
    return result.getvalue()
