"""Writes a note to where the user wants it: the whole file, or the old file unchanged."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from relational_screen.errors import N_, ScreenError
from relational_screen.export.text import text
from relational_screen.screening.document import NoteDocument

Writer = Callable[[NoteDocument, Path], None]

SUFFIXES = (".docx", ".pdf", ".json", ".txt")
"""How a note can be written: as Word, as PDF, as its machine-readable record, as text to paste."""


def suggested_name(note: NoteDocument, suffix: str) -> str:
    """Return what the note's file is called unless the user says otherwise."""
    return f"{note.name or 'note'}{suffix}"


def export_note(note: NoteDocument, path: Path) -> None:
    """Write the note as one of `SUFFIXES`, after the file's own; a failure leaves an earlier file as it was.

    Raises:
        ScreenError: the suffix is another, the folder is missing, the note has no record to be written as .json, or the
            file cannot be written.
    """
    write = check_path(path)
    write_whole(path, lambda unfinished: write(note, unfinished))


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file whole; a failure leaves an earlier one as it was.

    Raises:
        ScreenError: the file cannot be written.
    """
    unfinished = path.with_name(f".{uuid4().hex}.part")
    try:
        _write(write, unfinished)
        _put_in_place(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def check_path(path: Path) -> Writer:
    """Return the writer for a place that a note can be written to.

    Raises:
        ScreenError: the suffix is none of `SUFFIXES`, or the folder is missing.
    """
    write = _writer(path)
    if not path.parent.is_dir():
        raise ScreenError(
            N_("The folder {folder} does not exist."), N_("Choose a folder that exists."), folder=path.parent
        )
    return write


def _writer(path: Path) -> Writer:
    """Return the writer for a suffix; its library is loaded now, not at start-up."""
    match path.suffix.lower():
        case ".docx":
            from relational_screen.export.docx import write_docx

            return write_docx
        case ".pdf":
            from relational_screen.export.pdf import write_pdf

            return write_pdf
        case ".json":
            return _write_record
        case ".txt":
            return _write_text
    raise ScreenError(
        N_("A note cannot be written as {name}."),
        N_("Let the name end in .docx, .pdf, .json or .txt."),
        name=path.name,
    )


def _write_record(note: NoteDocument, path: Path) -> None:
    if not note.record:
        raise ScreenError(
            N_("This note has no machine-readable record, so it cannot be written as .json."),
            N_("Let the name end in .docx, .pdf or .txt."),
        )
    path.write_bytes(note.record)


def _write_text(note: NoteDocument, path: Path) -> None:
    path.write_bytes(text(note).encode())


def _write(write: Callable[[Path], object], unfinished: Path) -> None:
    try:
        write(unfinished)
    except PermissionError as error:
        raise ScreenError(
            N_("The folder {folder} may not be written to."),
            N_("Choose another folder, or ask for access to this one."),
            folder=unfinished.parent,
        ) from error
    except OSError as error:
        raise ScreenError(
            N_("The file could not be written to {folder}: {reason}."),
            N_("See whether there is room on the disk, or choose another folder."),
            folder=unfinished.parent,
            reason=error.strerror,
        ) from error


def _put_in_place(unfinished: Path, path: Path) -> None:
    try:
        unfinished.replace(path)
    except PermissionError as error:
        raise ScreenError(
            N_("{name} could not be replaced; is it open in Word or another program?"),
            N_("Close it and try again, or choose another name."),
            name=path.name,
        ) from error
    except OSError as error:
        raise ScreenError(
            N_("{name} could not be written: {reason}."),
            N_("Choose another name."),
            name=path.name,
            reason=error.strerror,
        ) from error
