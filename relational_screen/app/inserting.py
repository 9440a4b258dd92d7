"""The note put into the draft, in words for window and command line."""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from relational_screen.app.language import _, in_words
from relational_screen.app.session import Session
from relational_screen.errors import N_

if TYPE_CHECKING:
    from relational_screen.export.insertion.model import DraftHeading, Inserted

_ROWS = {
    "added": N_("A row was put into the summary table."),
    "replaced": N_("The row in the summary table was replaced."),
    "kept": N_("The row in the summary table from before still stands; look whether it still fits."),
    "no_table": N_("No summary table was found, so no row was put in."),
    "no_row": N_("The summary table has no row to copy, so no row was put in."),
}


def draft_headings(draft: Path) -> "list[DraftHeading]":
    """Return the headings of a Word draft that the note may stand after.

    Raises:
        ScreenError: the file cannot be read, or is no Word document.
    """
    from relational_screen.export.insertion.insert import headings

    return headings(draft)


def is_screened_version(session: Session, draft: Path) -> bool:
    """Whether a file is the very version of the draft that a screening speaks of."""
    screened = session.state.draft
    return screened is not None and sha256(draft.read_bytes()).hexdigest() == screened.sha256


def told_insertion(inserted: "Inserted") -> list[str]:
    """Return where the note stands now, what became of the row, and what Word does not do by itself."""
    stands = (
        _("The earlier section was replaced; it stands after »{heading}«.")
        if inserted.replaced
        else _("The section stands after »{heading}«.")
    )
    lines = [stands.format(heading=inserted.after)]
    if inserted.number and not inserted.replaced:  # Word still counts the struck section until it is accepted
        lines.append(_("Its number is {number}. Check references to later points.").format(number=inserted.number))
    if inserted.row in _ROWS:
        lines.append(in_words(_ROWS[inserted.row]))
    return [*lines, _("Update the table of contents in Word (F9).")]
