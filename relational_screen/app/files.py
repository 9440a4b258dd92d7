"""Files that come in and go out, with the libraries for them loaded when they are first needed."""

from collections.abc import Callable
from pathlib import Path

from relational_screen.drafts.draft import Draft
from relational_screen.screening.document import NoteDocument


def read_draft(path: Path, told: Callable[[int, int], None] | None = None) -> Draft:
    """Read a draft; `told` hears the steps done and all steps, and ends the reading by raising.

    Raises:
        ScreenError: the file cannot be read as a draft.
    """
    from relational_screen.drafts import reading

    return reading.read_draft(path, told)


def check_note_path(path: Path) -> None:
    """Refuse a place that no note can be written to, before any work is done for it.

    Raises:
        ScreenError: the suffix is none that a note can have, or the folder is missing.
    """
    from relational_screen.export.writing import check_path

    check_path(path)


def write_note(note: NoteDocument, path: Path) -> None:
    """Write a note as .docx, .pdf, .json or .txt.

    Raises:
        ScreenError: the file cannot be written.
    """
    from relational_screen.export.writing import export_note

    export_note(note, path)


def suggested_name(note: NoteDocument, suffix: str) -> str:
    """Return what a note's file is called unless the user says otherwise."""
    from relational_screen.export import writing

    return writing.suggested_name(note, suffix)


def note_pages(note: NoteDocument, dots_per_inch: int) -> list[bytes]:
    """Return the note's pages as PNG pictures, as the PDF shows them."""
    from relational_screen.export.preview import pages

    return pages(note, dots_per_inch)


def note_text(note: NoteDocument) -> str:
    """Return the note as plain text, for those who paste."""
    from relational_screen.export.text import text

    return text(note)
