"""Inserts a note into the draft's own Word file as a section of its own, tracked so that it can be refused in Word."""

from datetime import datetime
from pathlib import Path

from relational_screen.export.insertion.earlier import find_earlier, parted
from relational_screen.export.insertion.model import DraftHeading, Inserted, PilotRow
from relational_screen.export.insertion.outline import Outline
from relational_screen.export.insertion.package import WordFile
from relational_screen.export.insertion.section import Insertion
from relational_screen.export.insertion.tracking import Tracking
from relational_screen.export.insertion.writing import check_out
from relational_screen.export.writing import write_whole
from relational_screen.screening.document import NoteDocument


def headings(draft: Path) -> list[DraftHeading]:
    """Return the headings of a draft that the section may stand after; those of an earlier section are left out.

    Raises:
        ScreenError: the draft cannot be read, or is no Word document.
    """
    file = WordFile(draft)
    lines = Outline(file).lines
    others, _ = parted(lines, find_earlier(file.body, lines, ""))
    found = [line for line in others if line.level]
    return [DraftHeading(index, line.level, line.full) for index, line in enumerate(found, start=1)]


def insert_note(
    draft: Path,
    note: NoteDocument,
    out: Path,
    *,
    author: str,
    at: datetime,
    tracked: bool = True,
    pilot_row: PilotRow | None = None,
    after: str | None = None,
    replace_changed: bool = False,
) -> Inserted:
    """Write a copy of the draft with the note in it; equal input gives equal bytes, and the draft stays as it is.

    The section takes the place of an earlier one. Else it stands where the guides say, or after the heading `after`:
    its words, or its number in `headings`. `author` is the official's name, which stands at each tracked change after
    the program's; `at` is the time there. Without `tracked` an earlier section that was changed by hand is replaced
    only with `replace_changed`; with `tracked` the old text stays in sight as deleted.

    Raises:
        ScreenError: the draft cannot be read or may not be changed, no place was found, text that somebody wrote would
            be lost, or the copy cannot be written.
    """
    check_out(draft, out)
    file = WordFile(draft)
    file.refuse_protected(tracked=tracked)
    insertion = Insertion(file, note, after)
    if not (tracked or replace_changed):
        insertion.refuse_changed(pilot_row)
    inserted = insertion.carry_out(Tracking(file.body, author, at, on=tracked), pilot_row)
    data = file.packed()
    write_whole(out, lambda unfinished: unfinished.write_bytes(data))
    return inserted
