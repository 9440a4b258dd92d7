"""Reads PDF drafts with PDFium."""

import re
from threading import Lock

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from relational_screen.drafts.lines import Line, paragraphs_of
from relational_screen.drafts.paragraph import Paragraph, evened
from relational_screen.drafts.zipped import locked
from relational_screen.errors import N_, ScreenError

MAX_PAGES = 3_000

LETTERS_A_PAGE = 15
"""Fewer letters than this per page on average, and the PDF is taken for scanned pictures."""

PDFIUM_LOCK = Lock()
"""PDFium is not thread-safe."""

_PAGE_NUMBER = re.compile(r"(?:side|page|s\.)? ?[-–]? ?\d{1,4} ?[-–]?(?: ?(?:af|of|/) ?\d{1,4})?", re.IGNORECASE)
_BROKEN_WORD = re.compile(r"(\w)[\ufffe\x02](?:\r?\n)?(\w+)")
_KEPT_HYPHEN = re.compile(r"(?:og|eller|samt|and|or)\b|[A-ZÆØÅ0-9]")


def read_pdf(data: bytes, name: str) -> list[Paragraph]:
    """Return the paragraphs of a PDF with their pages; nothing outside the file is fetched and no script runs.

    Raises:
        ScreenError: it needs a password, is damaged, has too many pages or holds pictures instead of text.
    """
    with PDFIUM_LOCK:
        pages = _pages(data, name)
    letters = sum(sign.isalpha() for page in pages for sign in page)
    if letters < LETTERS_A_PAGE * len(pages):
        raise ScreenError(
            N_("{name} holds no text, only pictures of pages (it is probably scanned)."),
            N_("Get the draft as .docx or as a PDF with text, or run text recognition on it first."),
            name=name,
        )
    return paragraphs_of(_lines(pages))


def _pages(data: bytes, name: str) -> list[str]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        password = pdfium_c.FPDF_ERR_PASSWORD
        raise (locked(name) if fault.err_code == password else _damaged(name)) from fault
    try:
        if not 0 < len(document) <= MAX_PAGES:
            raise _damaged(name)
        return [_page_text(document, index) for index in range(len(document))]
    except pdfium.PdfiumError as fault:
        raise _damaged(name) from fault
    finally:
        document.close()


def _page_text(document: pdfium.PdfDocument, index: int) -> str:
    page = document[index]
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_range())
    finally:
        text_page.close()
        page.close()


def _lines(pages: list[str]) -> list[Line]:
    """Return the lines of all pages without page numbers; a running head or foot is kept where it first stands."""
    found: list[Line] = []
    edges: set[str] = set()
    for number, text in enumerate(pages, 1):
        lines = [line for line in map(evened, _BROKEN_WORD.sub(_mended, text).splitlines()) if line]
        for index, line in enumerate(lines):
            edge = index in (0, len(lines) - 1)
            if edge and (_PAGE_NUMBER.fullmatch(line) or line in edges):
                continue
            if edge:
                edges.add(line)
            found.append(Line(line, number))
    return found


def _mended(match: re.Match[str]) -> str:
    """Put a word together again that a line's end broke; »læge- og plejepersonale« keeps its hyphen."""
    if match[2][0].isupper() or match[2][0].isdigit():
        return f"{match[1]}-{match[2]}"
    hyphen = "- " if _KEPT_HYPHEN.fullmatch(match[2]) else ""
    return match[1] + hyphen + match[2]


def _damaged(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} is damaged: it cannot be read as a PDF."),
        N_("Open it in a PDF reader and save it again, or get a new copy."),
        name=name,
    )
