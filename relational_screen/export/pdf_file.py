"""What a PDF carries beside its pages: what it is and in which language, the colours it means, and the record.

A file with a record is PDF/A-3a and otherwise PDF/A-2a, which forbids such attachments; it is PDF/UA-1 in any case.
"""

from hashlib import md5
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFText,
)

from relational_screen.export.plain import LANGUAGE_TAGS, LONGEST_PROPERTY, one_line
from relational_screen.export.reading_back import ATTACHMENT
from relational_screen.screening.document import NoteDocument

COLOURS = Path(__file__).parent / "srgb.icc"
METADATA = (Path(__file__).parent / "pdf_metadata.xml").read_text("utf-8")
UNNAMED = "Relational Screen"
"""The title of a note without one, since PDF/UA demands a title."""


def add_file_parts(document: PDFDocument, note: NoteDocument) -> None:
    """Write metadata, the colour profile and the note's record into a document."""
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    catalog.Metadata = _Metadata(_metadata(document, note))
    catalog.OutputIntents = PDFArray([_output_intent()])
    if note.record:
        record = document.Reference(_file(note.record))
        names = PDFArray([PDFString(ATTACHMENT), record])
        catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})})
        catalog.AF = PDFArray([record])


def title(note: NoteDocument) -> str:
    """Return the title that the file has in its properties and in a window's title bar."""
    return one_line(note.title, LONGEST_PROPERTY) or UNNAMED


def _metadata(document: PDFDocument, note: NoteDocument) -> bytes:
    return METADATA.format(
        title=escape(title(note)),
        subject=escape(one_line(note.subject, LONGEST_PROPERTY)),
        language=LANGUAGE_TAGS[note.language],
        creator=escape(document.info.creator),
        producer=escape(document.info.producer),
        part=3 if note.record else 2,
    ).encode("utf-8")


class _Metadata(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The metadata as plain text, which programs find that do not read PDF."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, _document: PDFDocument) -> bytes:
        head = f"<< /Length {len(self.content)} /Subtype /XML /Type /Metadata >>\nstream\n"
        return head.encode("ascii") + self.content + b"\nendstream\n"


def _output_intent() -> PDFDictionary:
    profile = PDFStream(PDFDictionary({"N": 3}), COLOURS.read_bytes())
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile,
        }
    )


def _file(content: bytes) -> PDFDictionary:
    check = PDFText(md5(content, usedforsecurity=False).digest(), enc="raw")
    head = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": "/application#2Fjson",
        "Params": PDFDictionary({"Size": len(content), "CheckSum": check}),
    }
    stream = PDFStream(PDFDictionary(head), content)
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(ATTACHMENT),
            "UF": PDFString(ATTACHMENT),
            "AFRelationship": PDFName("Data"),
            "EF": PDFDictionary({"F": stream, "UF": stream}),
        }
    )
