"""How a PDF's streams are written, so that they are the same bytes on every machine."""

import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

_LONGEST_BLOCK = 0xFFFF


class Stored:
    """Writes streams as deflate's stored blocks: compressors differ from machine to machine, these bytes do not."""

    pdfname = "FlateDecode"

    def encode(self, content: str | bytes) -> "_Stream":
        """Return a stream's content; reportlab asks for its length and has it formatted."""
        raw = content.encode("utf-8") if isinstance(content, str) else content
        starts = range(0, len(raw), _LONGEST_BLOCK)
        blocks = [raw[start : start + _LONGEST_BLOCK] for start in starts] or [b""]
        stored = [_block(block, last=number == len(blocks)) for number, block in enumerate(blocks, start=1)]
        return _Stream(b"\x78\x01" + b"".join(stored) + zlib.adler32(raw).to_bytes(4, "big"))


def _block(content: bytes, *, last: bool) -> bytes:
    size = len(content)
    return bytes([last]) + size.to_bytes(2, "little") + (size ^ _LONGEST_BLOCK).to_bytes(2, "little") + content


class _Stream(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A stream's bytes and the line end before `endstream` that PDF/A wants and the length leaves out.

    With LF alone, a CR that is the stream's last byte would be taken for a part of the line end.
    """

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __len__(self) -> int:
        return len(self.content)

    def format(self, _document: PDFDocument) -> bytes:
        return self.content + b"\r\n"
