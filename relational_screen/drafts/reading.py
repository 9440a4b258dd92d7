"""Reads a draft from a file: picks the reader by what the file holds, not by its name."""

from hashlib import sha256
from pathlib import Path

from relational_screen.drafts.draft import Draft, Format
from relational_screen.drafts.paragraph import Found
from relational_screen.drafts.progress import Told, telling, untold, when_all_is_read
from relational_screen.drafts.remarks import text_remarks
from relational_screen.drafts.structure import structured
from relational_screen.drafts.text import looks_like_html, looks_like_text, read_text
from relational_screen.drafts.zipped import Container, locked
from relational_screen.errors import N_, ScreenError, readable

MAX_SIZE = 50_000_000
"""Bytes; the largest drafts with maps stay below 30 million."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_HTML_NAMES = (".html", ".htm", ".xhtml")
_OTHER_FORMATS = {".rtf": "RTF", ".doc": "Word 97-2003"}


def read_draft(path: Path, told: Told | None = None) -> Draft:
    """Read a draft (.docx, .pdf, .odt, .html or .txt) and cut it into passages.

    `told` is called with the steps done and all steps (pages of a PDF, else paragraphs or lines), several times with
    all done while the text is cut. What it raises ends the reading; nothing stays open.

    Raises:
        ScreenError: the file is missing, empty, too large, protected, damaged or of another format.
    """
    told = told or untold
    data = _bytes(path)
    file_format, found = _read(data, path, told)
    if not found.paragraphs:
        raise _empty(path)
    for paragraph in telling(found.paragraphs, when_all_is_read(told)):
        _ = paragraph.mark  # the slow part of cutting, so one can be told and may end it
    title, passages = structured(found.paragraphs)
    return Draft(
        name=path.name,
        format=file_format,
        sha256=sha256(data).hexdigest(),
        title=title,
        passages=passages,
        remarks=(*found.remarks, *text_remarks(found.paragraphs)),
    )


def _bytes(path: Path) -> bytes:
    """Return the file's bytes if it is a file of reasonable size."""
    with readable(path):
        if path.is_dir():
            raise ScreenError(N_("{name} is a folder."), N_("Choose the draft's file."), name=path.name)
        if not path.exists():
            raise ScreenError(N_("{name} was not found."), N_("Check the name and the folder."), name=path.name)
        if not path.is_file():
            raise _unknown(path)
        size = path.stat().st_size
        if size > MAX_SIZE:
            raise ScreenError(
                N_("{name} is larger than 50 MB."),
                N_("Save the draft without pictures and annexes, or choose its text alone."),
                name=path.name,
            )
        data = path.read_bytes()
    if not data.strip():
        raise _empty(path)
    return data


def _read(data: bytes, path: Path, told: Told) -> tuple[Format, Found]:
    if data.lstrip()[:5] == b"%PDF-" or (path.suffix.lower() == ".pdf" and b"%PDF-" in data[:1024]):
        from relational_screen.drafts.pdf import read_pdf

        return "pdf", read_pdf(data, path.name, told)
    if data.startswith(_ZIP):
        return _read_zip(data, path, told)
    if looks_like_text(data) and (path.suffix.lower() in _HTML_NAMES or looks_like_html(data)):
        from relational_screen.drafts.html import read_html

        return "html", read_html(data, path.name, told)
    _refuse_other_formats(data, path)
    if not looks_like_text(data):
        raise _unknown(path)
    return "txt", Found(read_text(data, path.name, told))


def _read_zip(data: bytes, path: Path, told: Told) -> tuple[Format, Found]:
    container = Container(data, path.name)
    kind = container.read("mimetype") if "mimetype" in container else b""
    if kind.startswith(_OPEN_DOCUMENT) and not kind.startswith(_OPEN_DOCUMENT + b"text"):
        raise _other(path, "OpenDocument " + kind.removeprefix(_OPEN_DOCUMENT)[:30].decode("ascii", "replace"))
    if kind.startswith(_OPEN_DOCUMENT) or "content.xml" in container:
        from relational_screen.drafts.odt import read_odt

        return "odt", read_odt(container, told)
    from relational_screen.drafts.docx import read_docx

    return "docx", read_docx(container, told)


def _refuse_other_formats(data: bytes, path: Path) -> None:
    """Name the formats that are recognised but not read, and names that promise another content."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise locked(path.name)
        raise _other(path, "Word 97-2003")
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{\\rtf"):
        raise _other(path, "RTF")
    if head.startswith(b"<?xml"):
        raise _other(path, "XML")
    if head.startswith((b"mime-version:", b"from: <saved by")):
        raise _other(path, "MHTML")
    suffix = path.suffix.lower()
    if suffix in _OTHER_FORMATS:
        raise _other(path, _OTHER_FORMATS[suffix])
    if suffix in (".docx", ".odt", ".pdf"):
        raise ScreenError(
            N_("{name} is damaged or only named {suffix}: it does not hold such a document."),
            N_("Open it in the program that made it and save it again, or get a new copy."),
            name=path.name,
            suffix=suffix,
        )


def _other(path: Path, kind: str) -> ScreenError:
    return ScreenError(
        N_("{name} is a file of the format {format}, which cannot be read yet."),
        N_("Save it as .docx, .odt, PDF or text and choose that."),
        name=path.name,
        format=kind,
    )


def _unknown(path: Path) -> ScreenError:
    return ScreenError(
        N_("{name} is not a document that can be read."),
        N_("Choose a .docx, .odt, PDF, .html or text file."),
        name=path.name,
    )


def _empty(path: Path) -> ScreenError:
    return ScreenError(N_("{name} is empty: it holds no text."), N_("Check that it is the right file."), name=path.name)
