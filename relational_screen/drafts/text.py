"""Reads plain text drafts."""

import codecs

from relational_screen.drafts.lines import Line, paragraphs_of
from relational_screen.drafts.paragraph import Paragraph, evened
from relational_screen.drafts.progress import Told, telling, untold
from relational_screen.errors import N_, ScreenError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
HEAD = 4_096
"""Bytes in which a web page must say what it is and how it is encoded."""

_CONTROLS = frozenset(range(32)) - set(b"\t\n\v\f\r")


def read_text(data: bytes, name: str, told: Told = untold) -> list[Paragraph]:
    """Return the paragraphs of a text file in UTF-8, UTF-16 or Windows-1252.

    Raises:
        ScreenError: the bytes are not text.
    """
    return paragraphs_in(decoded(data, name), told)


def paragraphs_in(text: str, told: Told = untold) -> list[Paragraph]:
    """Return the paragraphs of a text whose line ends mean something."""
    lines: list[Line] = []
    gap = False
    for raw in telling(text.splitlines(), told):
        line = evened(raw)
        if line:
            lines.append(Line(line, after_gap=gap))
        gap = not line
    return paragraphs_of(lines, told)


def looks_like_text(data: bytes) -> bool:
    """Tell text from binary by its control characters."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _bare_utf16(data):
        return True
    head = data[:100_000]
    return 0 not in head and sum(byte in _CONTROLS for byte in head) * 100 <= len(head)


def looks_like_html(data: bytes) -> bool:
    """Tell a web page by how it begins."""
    head = data[:HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return head.startswith(b"<") and (b"<html" in head or b"<!doctype html" in head)


def _bare_utf16(data: bytes) -> str | None:
    """Name UTF-16 without a mark: nearly every second byte of European text is zero."""
    low, high = data[:10_000:2], data[1:10_000:2]
    for text, zeros, encoding in ((low, high, "utf-16-le"), (high, low, "utf-16-be")):
        if len(data) % 2 == 0 and zeros.count(0) * 10 > len(zeros) * 8 and text.count(0) == 0:
            return encoding
    return None


def decoded(data: bytes, name: str, declared: str | None = None) -> str:
    """Return a file's text: by its mark, as UTF-8, in the encoding it declares, or as Windows-1252.

    UTF-8 goes before what is declared: bytes that happen to be UTF-8 are, whatever an old header says.

    Raises:
        ScreenError: the bytes are text in none of them.
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None) or _bare_utf16(data)
    encodings = [marked] if marked else list(filter(None, ["utf-8", declared, "cp1252"]))
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ScreenError(
        N_("{name} is not text that can be read: it is neither UTF-8, UTF-16 nor Windows-1252."),
        N_("Save it as .docx, as PDF or as text in UTF-8."),
        name=name,
    )
