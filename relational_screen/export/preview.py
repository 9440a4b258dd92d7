"""A note's pages as pictures, for the preview beside the answers."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from relational_screen.drafts.pdf import PDFIUM_LOCK
from relational_screen.export.pdf import write_pdf
from relational_screen.screening.document import NoteDocument

POINTS_PER_INCH = 72


def pages(note: NoteDocument, dots_per_inch: int) -> list[bytes]:
    """Return each page as PNG, as the PDF shows it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "note.pdf"
        write_pdf(note, path)
        content = path.read_bytes()
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
