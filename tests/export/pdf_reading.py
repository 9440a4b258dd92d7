"""Reads back what our own PDF files say of their structure: objects, pages, pieces and elements. Nothing else."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

_TOKEN = re.compile(
    rb"\s*(<<|>>|\[|\]|/[^\s<>\[\]()/]*|\((?:\\.|[^\\()])*\)|<[0-9a-fA-F]*>|\d+ 0 R|[^\s<>\[\]()/]+)", re.S
)
_ESCAPED = re.compile(rb"\\(\d{3}|.)", re.S)
_MARK = re.compile(r"/(\w+) <</MCID (\d+)>> BDC|/Artifact BMC|EMC")


class Reference(NamedTuple):
    number: int


class Piece(NamedTuple):
    """A marked piece: the page counts from 0, as in the document."""

    page: int
    number: int


@dataclass(frozen=True)
class Element:
    """An element of the structure; `kids` holds elements and pieces in reading order."""

    number: int
    role: str
    entries: dict[str, Any]
    kids: tuple["Element | Piece", ...]

    def walk(self) -> "Iterator[Element]":
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def pieces(self) -> Iterator[Piece]:
        for kid in self.kids:
            yield from kid.pieces() if isinstance(kid, Element) else [kid]


class PdfFile:
    """A PDF as this program writes it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        found = re.search(rb"startxref\n(\d+)\n%%EOF\n$", content)
        assert found
        table, _, trailer = content[int(found[1]) :].partition(b"trailer")
        self.offsets = [int(line[:10]) for line in table.split(b"\n")[2:-1]]
        self.trailer, _ = self._value(len(content) - len(trailer))

    @cached_property
    def catalog(self) -> dict[str, Any]:
        catalog: dict[str, Any] = self.get(self.trailer["/Root"])
        return catalog

    @cached_property
    def pages(self) -> list[Reference]:
        pages: list[Reference] = self.get(self.catalog["/Pages"])["/Kids"]
        return pages

    @cached_property
    def structure(self) -> Element:
        (document,) = (self.get(self.catalog["/StructTreeRoot"])["/K"],)
        return self._element(document)

    def get(self, value: Any) -> Any:
        """Return what a reference points at."""
        return self._value(self._start(value))[0] if isinstance(value, Reference) else value

    def stream(self, reference: Reference) -> bytes:
        entries, after = self._value(self._start(reference))
        start = self.content.index(b"stream\n", after) + len(b"stream\n")
        content = self.content[start : start + entries["/Length"]]
        assert self.content[start + entries["/Length"] :].lstrip(b"\r").startswith(b"\nendstream\n")
        return zlib.decompress(content) if "/Filter" in entries else content

    def painted(self, page: int) -> str:
        return self.stream(self.get(self.pages[page])["/Contents"]).decode("latin-1")

    def marks(self, page: int) -> list[tuple[str, int]]:
        """Return role and number of each marked piece of a page, as they are painted."""
        return [(mark[1], int(mark[2])) for mark in _MARK.finditer(self.painted(page)) if mark[1]]

    def unmarked(self, page: int) -> str:
        """Return what is painted on a page outside every piece and artifact, which may be nothing but states."""
        outside, depth, last = [], 0, 0
        painted = self.painted(page)
        for mark in _MARK.finditer(painted):
            if not depth:
                outside.append(painted[last : mark.start()])
            depth += -1 if mark[0] == "EMC" else 1
            assert depth in (0, 1), "pieces are not inside each other"
            last = mark.end()
        return "\n".join([*outside, painted[last:]])

    def texts(self) -> dict[Piece, str]:
        """Return the text of each piece, as PDFium reads it."""
        found: dict[Piece, str] = {}
        document = pypdfium2.PdfDocument(self.content)
        for number, page in enumerate(document):
            text = page.get_textpage()
            for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                piece = Piece(number, raw.FPDFPageObj_GetMarkedContentID(shape.raw))
                length = raw.FPDFTextObj_GetText(shape.raw, text.raw, None, 0)
                letters = (raw.FPDF_WCHAR * (length // 2))()
                raw.FPDFTextObj_GetText(shape.raw, text.raw, letters, length)
                found[piece] = found.get(piece, "") + bytes(letters).decode("utf-16-le").rstrip("\0")
        document.close()
        return found

    def _start(self, reference: Reference) -> int:
        return self.content.index(b"obj\n", self.offsets[reference.number]) + len(b"obj\n")

    def _element(self, reference: Reference) -> Element:
        entries = self.get(reference)
        home = entries.get("/Pg")
        kids = tuple(self._kid(kid, home) for kid in entries["/K"])
        return Element(reference.number, entries["/S"][1:], entries, kids)

    def _kid(self, kid: Any, home: Reference) -> Element | Piece:
        if isinstance(kid, Reference):
            return self._element(kid)
        if isinstance(kid, dict):
            return Piece(self.pages.index(kid["/Pg"]), kid["/MCID"])
        return Piece(self.pages.index(home), kid)

    def _value(self, start: int) -> tuple[Any, int]:
        token, after = self._token(start)
        if token == b"[":
            return self._list(after, b"]")
        if token == b"<<":
            items, after = self._list(after, b">>")
            return dict(zip(items[::2], items[1::2], strict=True)), after
        return _plain_value(token), after

    def _list(self, after: int, end: bytes) -> tuple[list[Any], int]:
        items = []
        while self._token(after)[0] != end:
            item, after = self._value(after)
            items.append(item)
        return items, self._token(after)[1]

    def _token(self, start: int) -> tuple[bytes, int]:
        found = _TOKEN.match(self.content, start)
        assert found, self.content[start : start + 40]
        return found[1], found.end()


def _plain_value(token: bytes) -> Any:
    if token.endswith(b" 0 R"):
        return Reference(int(token.split()[0]))
    if token.startswith(b"("):
        return _string(token[1:-1])
    text = token.decode("ascii")
    return float(text) if re.fullmatch(r"-?\d*\.\d+", text) else int(text) if re.fullmatch(r"-?\d+", text) else text


def _string(escaped: bytes) -> str:
    """Return a string of PDF; its own encoding, `pdfdoc`, is a codec that reportlab brings."""
    letters = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
    said = _ESCAPED.sub(
        lambda found: bytes([int(found[1], 8)]) if len(found[1]) == 3 else letters.get(found[1], found[1]), escaped
    )
    return said[2:].decode("utf-16-be") if said.startswith(b"\xfe\xff") else said.decode("pdfdoc")
