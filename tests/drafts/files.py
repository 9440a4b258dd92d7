"""Builds small invented drafts as files."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import docx
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from relational_screen.drafts.draft import Draft
from relational_screen.drafts.reading import read_draft

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = {"office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style"}
_ROOT_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def draft_of(folder: Path, text: str, name: str = "udkast.txt") -> Draft:
    """Read an invented text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_draft(path)


def labels(draft: Draft) -> list[str]:
    return [passage.label for passage in draft.passages]


def words(draft: Draft) -> list[str]:
    return " ".join(passage.text for passage in draft.passages).split()


def text_at(draft: Draft, label: str) -> str:
    passage = draft.find(label)
    assert passage is not None, f"{label} is not among {labels(draft)}"
    return passage.text


def word_file(path: Path, paragraphs: Sequence[str]) -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def raw_word_file(path: Path, body: str, **parts: str) -> Path:
    """Write a Word file from the XML of its body; `parts` are further files in `word/`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _ROOT_RELATIONS)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return path


def odt_file(path: Path, body: str, styles: str = "", **parts: str) -> Path:
    """Write an OpenDocument text from the XML of its body and its automatic styles; `parts` are further files."""
    names = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"' for short, long in ODF.items())
    content = (
        f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def pdf_file(path: Path, paragraphs: Sequence[str]) -> Path:
    """Write a PDF with page numbers at the foot."""

    def foot(canvas: Canvas, _: object) -> None:
        canvas.drawCentredString(300, 20, f"Side {canvas.getPageNumber()}")

    style = getSampleStyleSheet()["BodyText"]
    story = [Paragraph(text, style) for text in paragraphs]
    SimpleDocTemplate(str(path)).build(story, onFirstPage=foot, onLaterPages=foot)
    return path


def pdf_lines(path: Path, pages: Sequence[Sequence[str]], password: str = "") -> Path:
    """Write a PDF line by line."""
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password) if password else None)
    for lines in pages:
        for index, line in enumerate(lines):
            canvas.drawString(72, 760 - 15 * index, line)
        canvas.showPage()
    canvas.save()
    path.write_bytes(buffer.getvalue())
    return path
