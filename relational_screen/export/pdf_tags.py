"""The structure of a PDF: what each piece of a page is, in reading order, for those who do not see the page.

PDF 1.7 (ISO 32000-1), 14.7 and 14.8, as PDF/UA-1 (ISO 14289-1) narrows them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

KEPT_EMPTY = {"TH", "TD"}
"""A row has as many cells as its table has columns; every other element without content is left out."""


class Piece(NamedTuple):
    """A marked piece of a page, counted from 1, and its number on that page."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Tag:
    """An element of the structure. `alt` is said instead of a picture; `attributes` are as PDF writes them.

    `boxes` are where a picture's parts stand on their pages: left, bottom, right and top in points.
    """

    role: str
    alt: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list["Tag | Piece"] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    reference: PDFObjectReference | None = None

    def add(self, role: str, alt: str = "", **attributes: Any) -> "Tag":
        """Return a new element, the last one inside this."""
        kid = Tag(role, alt, attributes)
        self.kids.append(kid)
        return kid

    def has_content(self) -> bool:
        """Return whether anything on a page belongs to this element, or it is kept without."""
        return self.role in KEPT_EMPTY or any(isinstance(kid, Piece) or kid.has_content() for kid in self.kids)


def add_structure(document: PDFDocument, root: Tag, owners: Sequence[Sequence[Tag]]) -> None:
    """Write the structure into a document; `owners` are the elements that each page's pieces belong to, by number."""
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    reference = document.Reference(tree)
    tree["K"] = _element(document, root, reference)
    tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(_parents(owners))}))
    tree["ParentTreeNextKey"] = len(owners)
    document.Catalog.StructTreeRoot = tree
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _parents(owners: Sequence[Sequence[Tag]]) -> list[Any]:
    """Return each page's key followed by the elements of its pieces."""
    return [entry for page, tags in enumerate(owners) for entry in (page, PDFArray([tag.reference for tag in tags]))]


def _element(document: PDFDocument, tag: Tag, parent: PDFObjectReference) -> PDFObjectReference:
    element = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(tag.role), "P": parent})
    tag.reference = document.Reference(element)
    home = next((kid.page for kid in tag.kids if isinstance(kid, Piece)), None)
    if home:
        element["Pg"] = _page(home)
    if tag.alt:
        element["Alt"] = PDFString(tag.alt)
    if tag.attributes:
        element["A"] = PDFDictionary(tag.attributes)
    if len(tag.boxes) == 1:
        element["A"] = PDFDictionary({"O": PDFName("Layout"), "BBox": PDFArray(tag.boxes[0])})
    element["K"] = PDFArray(
        [
            _piece(kid, home) if isinstance(kid, Piece) else _element(document, kid, tag.reference)
            for kid in tag.kids
            if isinstance(kid, Piece) or kid.has_content()
        ]
    )
    return tag.reference


def _piece(piece: Piece, home: int | None) -> int | PDFDictionary:
    """Return how an element names its piece: by number alone when it is on the element's own page."""
    if piece.page == home:
        return piece.number
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": _page(piece.page), "MCID": piece.number})


def _page(number: int) -> PDFObjectReference:
    """Return a page as reportlab names it."""
    return PDFObjectReference(f"Page{number}")
