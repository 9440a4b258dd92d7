"""Gets the record back out of a note's file, and says whether it is the one that was written."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from relational_screen.drafts.zipped import MAX_PART, Container, locked
from relational_screen.errors import N_, ScreenError, readable
from relational_screen.screening.note.record import hash_of

RECORD_NAMESPACE = "urn:relational-screen:record:1"
RECORD = f"{{{RECORD_NAMESPACE}}}record"
"""The root of the custom XML part of a Word file; its text is the record."""

ATTACHMENT = "relational-screen.json"
"""What the record is called that a PDF carries as an attached file."""

MAX_FILE = MAX_PART
"""Bytes; a note of a hundred pages stays below two million."""


def read_record(path: Path) -> bytes:
    """Return the record that a note carries: a .docx, a .pdf, or the .json that is nothing but the record.

    Raises:
        ScreenError: there is no such file, it is damaged or locked, or it carries no record or more than one.
    """
    data = _bytes(path)
    if data.startswith(b"%PDF-"):
        found = _attached(data, path.name)
    elif data.startswith(b"PK"):
        found = list(_custom_parts(Container(data, path.name)))
    else:
        found = [data] if data.lstrip().startswith(b"{") else []
    if len(found) != 1:
        raise _several(path.name) if found else _not_a_note(path.name)
    return found[0]


def check_record(record: bytes) -> dict[str, Any]:
    """Return what a record says, if its hash fits it: SHA-256 of its canonical JSON without the field `hash`.

    Raises:
        ScreenError: the record is damaged or was changed.
    """
    try:
        said = json.loads(record, object_pairs_hook=_without_twins)
        fits = said["hash"] == hash_of(said)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
        raise _damaged() from fault
    if not fits:
        raise ScreenError(
            N_("The machine-readable part of this note was changed after the note was written."),
            N_("Get the note from the authority that made it, or write it again from the screening."),
        )
    return dict(said)


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: two readers could take different values for the same hash."""
    found = dict(pairs)
    if len(found) != len(pairs):
        message = "a key stands twice"
        raise ValueError(message)
    return found


def _bytes(path: Path) -> bytes:
    with readable(path):
        if not path.is_file():
            raise ScreenError(N_("{name} was not found."), N_("Check the name and the folder."), name=path.name)
        if path.stat().st_size > MAX_FILE:
            raise _not_a_note(path.name)
        return path.read_bytes()


def _custom_parts(container: Container) -> Iterator[bytes]:
    """Yield the record of each custom XML part of ours; programs number the parts anew when they save."""
    from relational_screen.drafts.guarded_xml import parsed

    for part in container.parts:
        if part.startswith("customXml/") and RECORD_NAMESPACE.encode() in container.read(part):
            root = parsed(container, part)
            if root.tag == RECORD:
                yield (root.text or "").encode()


def _attached(data: bytes, name: str) -> list[bytes]:
    """Return the attached files that bear the record's name."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as pdfium_c

    from relational_screen.drafts.pdf import PDFIUM_LOCK

    with PDFIUM_LOCK:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as fault:
            raise (locked(name) if fault.err_code == pdfium_c.FPDF_ERR_PASSWORD else _damaged_pdf(name)) from fault
        try:
            files = [document.get_attachment(number) for number in range(document.count_attachments())]
            return [bytes(file.get_data()) for file in files if file.get_name() == ATTACHMENT]
        except pdfium.PdfiumError as fault:
            raise _damaged_pdf(name) from fault
        finally:
            document.close()


def _not_a_note(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} carries no record of a screening."),
        N_("Choose a note that was written by this program and was not converted to another format since."),
        name=name,
    )


def _several(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} carries the records of several notes."),
        N_("Choose one of the notes that it was put together from."),
        name=name,
    )


def _damaged() -> ScreenError:
    return ScreenError(
        N_("The machine-readable part of this note is damaged."),
        N_("Get a new copy of the note, or write it again from the screening."),
    )


def _damaged_pdf(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} is damaged: it cannot be read as a PDF."),
        N_("Open it in a PDF reader and save it again, or get a new copy."),
        name=name,
    )
