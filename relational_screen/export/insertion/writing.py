"""Where the copy of the draft goes: never over the draft, and whole or not at all."""

from pathlib import Path

from relational_screen.errors import N_, ScreenError
from relational_screen.export.writing import check_path


def check_out(draft: Path, out: Path) -> None:
    """Check the place for the copy before any work is done.

    Raises:
        ScreenError: it is the draft itself, its name does not end in .docx, or its folder is missing.
    """
    if out.suffix.lower() != ".docx":
        raise ScreenError(
            N_("A draft with the note in it cannot be written as {name}."),
            N_("Let the name end in .docx."),
            name=out.name,
        )
    check_path(out)
    if out.exists() and draft.exists() and out.samefile(draft):
        raise ScreenError(
            N_("{name} is the draft itself, which is never written over."),
            N_("Choose another name for the copy."),
            name=out.name,
        )
