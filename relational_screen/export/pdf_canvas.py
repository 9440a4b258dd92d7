"""The pages as they are painted: every piece is marked as an element's content or as an artifact."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from relational_screen.export.pdf_file import add_file_parts
from relational_screen.export.pdf_streams import Stored
from relational_screen.export.pdf_tags import Piece, Tag, add_structure
from relational_screen.screening.document import NoteDocument

PDF_VERSION = (1, 7)


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Pages whose content is marked. What is drawn for an element comes to it in the order in which it is drawn.

    Footers, rules and backgrounds are artifacts, which a screen reader passes over; so is a table's head when it is
    drawn again on a later page.
    """

    def __init__(self, *args: Any, note: NoteDocument, root: Tag, **options: Any) -> None:
        super().__init__(*args, pdfVersion=PDF_VERSION, **options)
        self.note = note
        self.root = root
        self.owners: list[list[Tag]] = [[]]
        self._doc.info = _Properties()
        self._doc.defaultStreamFilters = [Stored()]

    def begin(self, tag: Tag | None) -> None:
        """Begin a piece of an element, or an artifact; `end` ends it. Pieces are never inside each other."""
        if tag is None or (tag.role == "TH" and tag.kids):
            self.addLiteral("/Artifact BMC")
            return
        owners = self.owners[-1]
        self.addLiteral(f"/{tag.role} <</MCID {len(owners)}>> BDC")
        tag.kids.append(Piece(self.getPageNumber(), len(owners)))
        owners.append(tag)

    def end(self) -> None:
        """End the piece that was begun last."""
        self.addLiteral("EMC")

    @contextmanager
    def marked(self, tag: Tag | None) -> Iterator[None]:
        """Mark what is drawn meanwhile as a piece of an element, or as an artifact."""
        self.begin(tag)
        yield
        self.end()

    def showPage(self) -> None:
        """Finish the page and say where its pieces are looked up, and that tabbing follows the structure."""
        super().showPage()
        page = self._doc.Pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self.owners) - 1, PDFName("S")
        self.owners.append([])

    def save(self) -> None:
        """Write the structure, what the file carries beside it, and the file."""
        add_structure(self._doc, self.root, self.owners[:-1])
        add_file_parts(self._doc, self.note)
        super().save()


class _Properties(PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """What a file says about itself, without the times that reportlab would invent."""

    def format(self, document: Any) -> bytes:
        words = {"Title": self.title, "Subject": self.subject, "Creator": self.creator, "Producer": self.producer}
        formatted: bytes = PDFDictionary({name: PDFString(text) for name, text in words.items()}).format(document)
        return formatted
