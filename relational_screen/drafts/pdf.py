"""Reads PDF drafts with PDFium."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Lock

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from relational_screen.drafts.draft import Remark
from relational_screen.drafts.lines import paragraphs_of
from relational_screen.drafts.paragraph import Found
from relational_screen.drafts.pdf_lines import lines_of
from relational_screen.drafts.progress import Told
from relational_screen.drafts.zipped import locked
from relational_screen.errors import N_, ScreenError

MAX_PAGES = 3_000

LETTERS_A_PAGE = 15
"""Fewer letters than this per page on average, and the PDF is taken for scanned pictures."""

PDFIUM_LOCK = Lock()
"""PDFium is not thread-safe."""

FEWEST_WORDS = 200
"""Words that a PDF must hold before the lack of small words says anything about its fonts."""

_SMALL_WORDS = frozenset({
    "og", "i", "at", "er", "en", "af", "der", "til", "for", "det", "den", "på", "med", "de", "et", "the", "of",
    "and", "to", "in", "a", "is", "å", "av", "som",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_OWN = r"\ue000-\uf8ff"
_NAMELESS = re.compile(rf"[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ufffd]|[{_OWN}](?=[\w{_OWN}])|(?<=[\w{_OWN}])[{_OWN}]")
"""Signs that a font without a table of letters gives; a bullet of an old symbol font, which stands alone, is none."""


@dataclass
class _Signs:
    """What kinds of signs the pages hold, counted while they are read."""

    pages: int = 0
    all: int = 0
    letters: int = 0
    nameless: int = 0
    words: int = 0
    small_words: int = 0

    def counted(self, pages: Iterable[str]) -> Iterator[str]:
        """Hand the pages on and count what they hold."""
        for page in pages:
            words = _WORD.findall(page.lower())
            self.pages += 1
            self.all += len(page)
            self.letters += sum(map(len, words))
            self.nameless += len(_NAMELESS.findall(page))
            self.words += len(words)
            self.small_words += sum(word in _SMALL_WORDS for word in words)
            yield page

    @property
    def read_like_no_words(self) -> bool:
        """Whether the small words are missing that every text in a Nordic language or English is full of."""
        return self.words >= FEWEST_WORDS and self.small_words * 50 < self.words


def read_pdf(data: bytes, name: str, told: Told) -> Found:
    """Return the paragraphs of a PDF with their pages; nothing outside the file is fetched and no script runs.

    Raises:
        ScreenError: it needs a password, is damaged, has too many pages, holds pictures instead of text or letters
            that do not say which ones they are.
    """
    remarks: set[Remark] = set()
    signs = _Signs()
    lines = lines_of(signs.counted(_pages(data, name, remarks, told)))
    if signs.nameless * 2 > signs.all:
        raise _without_letters(name)
    if signs.letters < LETTERS_A_PAGE * signs.pages:
        raise _only_pictures(name)
    if signs.nameless * 200 > signs.all or signs.read_like_no_words:
        remarks.add("broken-fonts")
    return Found(paragraphs_of(lines, told), sorted(remarks))


def _pages(data: bytes, name: str, remarks: set[Remark], told: Told) -> Iterator[str]:
    """Yield the text of each page. The lock is only held inside PDFium, so that the preview can work in between."""
    with PDFIUM_LOCK:
        document = _opened(data, name)
        count = len(document)
        if pdfium_c.FPDFDoc_GetJavaScriptActionCount(document) > 0:
            remarks.add("macros")
    try:
        if not 0 < count <= MAX_PAGES:
            raise _damaged(name)
        for index in range(count):
            told(index, count)
            with PDFIUM_LOCK:
                text, pictured = _page_text(document, index)
            if pictured:
                remarks.add("scanned-pages")
            yield text
        told(count, count)
    except pdfium.PdfiumError as fault:
        raise _damaged(name) from fault
    finally:
        with PDFIUM_LOCK:
            document.close()


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        password = pdfium_c.FPDF_ERR_PASSWORD
        raise (locked(name) if fault.err_code == password else _damaged(name)) from fault


def _page_text(document: pdfium.PdfDocument, index: int) -> tuple[str, bool]:
    """Return a page's text, and whether it is a picture instead."""
    page = document[index]
    text_page = page.get_textpage()
    try:
        text = str(text_page.get_text_range())
        pictures = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE])
        return text, sum(map(str.isalpha, text)) < LETTERS_A_PAGE and next(pictures, None) is not None
    finally:
        text_page.close()
        page.close()


def _only_pictures(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} holds no text, only pictures of pages (it is probably scanned)."),
        N_("Get the draft as .docx or as a PDF with text, or run text recognition on it first."),
        name=name,
    )


def _without_letters(name: str) -> ScreenError:
    return ScreenError(
        N_("The fonts of {name} do not say which letters they show, so its text cannot be read."),
        N_("Get the draft as .docx, or run text recognition on it first."),
        name=name,
    )


def _damaged(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} is damaged: it cannot be read as a PDF."),
        N_("Open it in a PDF reader and save it again, or get a new copy."),
        name=name,
    )
