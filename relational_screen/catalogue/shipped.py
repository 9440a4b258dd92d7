"""Finds and reads the catalogue that ships with the program, and adds the checklists of plugins."""

from collections.abc import Iterable
from pathlib import Path

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Checklist
from relational_screen.catalogue.checks import find_problems
from relational_screen.catalogue.facts import FactFile
from relational_screen.catalogue.groups import GroupFile
from relational_screen.catalogue.method import Method
from relational_screen.catalogue.model import Record
from relational_screen.catalogue.note_words import NoteWords
from relational_screen.catalogue.reading import read_record
from relational_screen.catalogue.remedies import RemedyFile
from relational_screen.errors import ScreenError, raise_all

FILES: dict[str, type[Record]] = {
    "method.toml": Method,
    "note.toml": NoteWords,
    "groups.toml": GroupFile,
    "facts.toml": FactFile,
    "remedies.toml": RemedyFile,
    "common.toml": Checklist,
}


def content_file(module_file: str, name: str) -> Path:
    """Return a content file that ships inside a package, or, in a source checkout, lies in `checklists/`."""
    packaged = Path(module_file).parent / name
    if packaged.exists():
        return packaged
    for parent in Path(module_file).resolve().parents:
        if (parent / "checklists" / "method.toml").exists():
            return parent / "checklists" / Path(name).name
    return packaged


def shipped_folder() -> Path:
    """Return the folder of the catalogue that ships with the core."""
    package = Path(__file__).parent.parent / "__init__.py"
    return content_file(str(package), "checklists/method.toml").parent


def read_catalogue(folder: Path) -> Catalogue:
    """Read what ships with the core: method, words, groups, facts, remedies and the common checklist.

    Raises:
        ScreenError: everything that is wrong in the files, at once.
    """
    problems: list[ScreenError] = []
    parts: dict[str, Record] = {}
    for name, kind in FILES.items():
        try:
            parts[name] = read_record(folder / name, kind)
        except ScreenError as error:
            problems.extend(getattr(error, "problems", [error]))
    raise_all(problems)
    return _assemble(parts)


def add_checklists(catalogue: Catalogue, checklists: Iterable[Checklist]) -> Catalogue:
    """Return the catalogue with these checklists among its own, in their order.

    Raises:
        ScreenError: an id is used twice or a reference leads nowhere; all of them at once.
    """
    ordered = sorted([*catalogue.checklists, *checklists], key=lambda checklist: (checklist.order, checklist.id))
    whole = catalogue.model_copy(update={"checklists": tuple(ordered)})
    raise_all(list(find_problems(whole)))
    return whole


def _assemble(parts: dict[str, Record]) -> Catalogue:
    method, note, groups, facts, remedies, common = parts.values()
    assert isinstance(method, Method)
    assert isinstance(note, NoteWords)
    assert isinstance(groups, GroupFile)
    assert isinstance(facts, FactFile)
    assert isinstance(remedies, RemedyFile)
    assert isinstance(common, Checklist)
    core = Catalogue(
        method=method,
        note=note,
        groups=groups.groups,
        documents=facts.documents,
        facts=facts.facts,
        remedies=remedies.remedies,
        strategies=remedies.strategies,
    )
    return add_checklists(core, [common])
