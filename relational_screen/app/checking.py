"""Checks content files on behalf of those who write them."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from relational_screen.catalogue.checklist import Checklist, Question
from relational_screen.catalogue.checks import find_gaps
from relational_screen.catalogue.readability import lix
from relational_screen.catalogue.reading import read_record
from relational_screen.catalogue.shipped import FILES, add_checklists, read_catalogue, shipped_folder
from relational_screen.errors import ScreenError


def check_files(files: Iterable[Path], *, strict: bool = False) -> list[ScreenError]:
    """Return everything that is wrong with content files; `strict` also holds them to every field.

    A file is read as what its name says (`groups.toml`, `facts.toml`, …), any other as a checklist.
    """
    problems: list[ScreenError] = []
    checklists: list[Checklist] = []
    for file in files:
        try:
            record = read_record(file, FILES.get(file.name, Checklist))
        except ScreenError as error:
            problems.extend(getattr(error, "problems", [error]))
            continue
        if isinstance(record, Checklist):
            checklists.append(record)
    problems.extend(_held_together(checklists))
    if strict:
        problems.extend(gap for checklist in checklists if not checklist.complete for gap in find_gaps(checklist))
    return problems


def readability(files: Iterable[Path]) -> list[str]:
    """Return a line per question: LIX of question and help, words of the question, missing fields.

    Files that are no checklist, or cannot be read as one, are passed over.
    """
    lines: list[str] = []
    for file in files:
        if FILES.get(file.name, Checklist) is Checklist:
            with suppress(ScreenError):
                lines += [_readability(question) for question in read_record(file, Checklist).questions]
    return lines


def _readability(question: Question) -> str:
    help_lix = lix(question.help.da) if question.help else 0
    words = len(question.question.da.split())
    missing = f"  {', '.join(question.missing())}" if question.missing() else ""
    return f"{question.id:<40} LIX {lix(question.question.da):>3} / {help_lix:>3}  {words:>3}{missing}"


def shipped_files() -> list[Path]:
    """Return the content files that ship with the core and, in a source checkout, those of our plugins."""
    return sorted(shipped_folder().glob("*.toml"))


def _held_together(checklists: list[Checklist]) -> list[ScreenError]:
    try:
        catalogue = read_catalogue(shipped_folder())
        given = {checklist.id for checklist in checklists}
        others = tuple(checklist for checklist in catalogue.checklists if checklist.id not in given)
        add_checklists(catalogue.model_copy(update={"checklists": others}), checklists)
    except ScreenError as error:
        return list(getattr(error, "problems", [error]))
    return []
