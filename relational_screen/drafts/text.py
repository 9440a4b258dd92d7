"""Reads plain text drafts."""

import codecs

from relational_screen.drafts.lines import Line, paragraphs_of
from relational_screen.drafts.paragraph import Paragraph, evened
from relational_screen.errors import N_, ScreenError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(range(32)) - set(b"\t\n\v\f\r")


def read_text(data: bytes, name: str) -> list[Paragraph]:
    """Return the paragraphs of a text file in UTF-8, UTF-16 or Windows-1252.

    Raises:
        ScreenError: the bytes are not text.
    """
    lines: list[Line] = []
    gap = False
    for raw in _decoded(data, name).splitlines():
        text = evened(raw)
        if text:
            lines.append(Line(text, after_gap=gap))
        gap = not text
    return paragraphs_of(lines)


def looks_like_text(data: bytes) -> bool:
    """Tell text from binary by its control characters."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _is_bare_utf16(data):
        return True
    head = data[:100_000]
    return 0 not in head and sum(byte in _CONTROLS for byte in head) * 100 <= len(head)


def _is_bare_utf16(data: bytes) -> bool:
    """Tell UTF-16 (little-endian) without a mark: nearly every second byte of European text is zero."""
    head = data[:10_000]
    return len(data) % 2 == 0 and head[1::2].count(0) * 10 > len(head[1::2]) * 8 and head[::2].count(0) == 0


def _decoded(data: bytes, name: str) -> str:
    encodings = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    if not encodings:
        encodings = ["utf-16-le"] if _is_bare_utf16(data) else ["utf-8", "cp1252"]
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
