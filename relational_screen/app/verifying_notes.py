"""Whether a note says what the screening says: its record by its fields, its pages by writing them again."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import ValidationError

from relational_screen.app.application import Application
from relational_screen.app.language import LANGUAGES, _
from relational_screen.app.note_files import read_back
from relational_screen.app.rewriting import Source, Writing, is_rewritten
from relational_screen.app.session import Session
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.errors import N_, ScreenError, raise_all
from relational_screen.registry.bundle.bundle import OpenedBundle
from relational_screen.registry.inbox.entries import scored
from relational_screen.registry.inbox.files import file_name
from relational_screen.screening.note.forms import form_of
from relational_screen.screening.note.record import record_bytes
from relational_screen.screening.result import Result
from relational_screen.screening.screening import Screening
from relational_screen.screening.state import State

COMPARED = ("content", "checklists", "gates", "groups", "result", "completeness")
"""What every copy of a record says alike: the public one has no names in its texts, and findings may be of plugins."""


def told_note(application: Application, path: Path) -> Iterator[str]:
    """Yield what a note's record says of itself, and whether it matches the screening where the store has that.

    Raises:
        ScreenError: the record was changed, or says otherwise than the screening.
    """
    name, said = file_name(path), _record(path)
    told = _("{name}: a note of screening {id}; its record is whole, content hash {hash}.")
    yield told.format(name=name, id=said["screening"], hash=said["content_hash"])
    if not application.has_store or said["screening"] not in application.store.ids():
        return
    raise_all(application.verify(said["screening"]))
    session = application.open(said["screening"])
    if said["content_hash"] == session.state.content_hash:
        _compare(name, said, session.state, session.catalogue, session.result)
        yield _("{name}: its record matches the screening.").format(name=name)
    elif said["content_hash"] in {export.content_hash for export in session.state.exports}:
        yield _("{name}: was made before a later change.").format(name=name)
    else:
        yield _("{name}: says otherwise than the screening, and is not among the notes written from it.").format(
            name=name
        )
        return
    source = Source(session.catalogue, session.versions(), application.plugins)
    yield _told_pages(name, path, source, _exports(session, path.suffix, said["content_hash"]))


def told_attachments(application: Application, opened: OpenedBundle) -> Iterator[str]:
    """Yield for each note in a bundle whether it matches the screening.

    Raises:
        ScreenError: a note is of another screening, its record was changed, or says otherwise than the screening.
    """
    catalogue, result = scored(opened)
    source = Source(catalogue, opened.drafts, application.plugins)
    form = form_of(opened.state.proposal.kind)
    with TemporaryDirectory() as folder:
        for name, data in opened.attachments.items():
            file = Path(folder) / name
            file.write_bytes(data)
            said = _record(file)
            if said["screening"] != opened.screening:
                raise _other(name)
            if said["content_hash"] != opened.state.content_hash:
                yield _("{name}: was made before a later change.").format(name=name)
                continue
            _compare(name, said, opened.state, catalogue, result)
            yield _("{name}: its record matches the screening.").format(name=name)
            yield _told_pages(name, file, source, [Writing(opened.events, form, language) for language in LANGUAGES])


def _told_pages(name: str, path: Path, source: Source, writings: Sequence[Writing]) -> str:
    """Return whether a note's pages are those that the screening gives."""
    if is_rewritten(path, source, writings):
        words = _("{name}: its pages are those that the screening gives, to the last byte.")
    elif None in source.drafts:
        words = _("{name}: its pages cannot be compared without the text of the draft, which did not come along.")
    else:
        words = _(
            "{name}: its pages are not those that this program writes from the screening. Somebody changed them, or "
            "another version of the program wrote them."
        )
    return words.format(name=name)


def _exports(session: Session, suffix: str, content_hash: str) -> list[Writing]:
    """Return when notes of a content left the program as files of some kind."""
    data = {"format": suffix.removeprefix(".").lower(), "content_hash": content_hash}
    return [
        Writing(session.events[: event.seq - 1], event.data["form"], event.data["language"])
        for event in session.events
        if event.type == "exported" and data.items() <= event.data.items()
    ]


def _record(path: Path) -> dict[str, Any]:
    """Return the record of a note; whoever wrote it could give it any fields and a hash that fits them."""
    said = read_back(path)
    named = [said.get(field) for field in ("screening", "content_hash")]
    if not all(isinstance(name, str) and name.isascii() and name.isprintable() for name in named):
        raise _other(file_name(path))
    return said


def _compare(name: str, said: dict[str, Any], state: State, catalogue: Catalogue, result: Result) -> None:
    """Refuse a record with a result that its answers do not give: its hash would fit that as well."""
    try:
        expected = json.loads(record_bytes(Screening(state, catalogue, None), result, ()))
    except ValidationError as fault:  # a draft's hash that is none, for example, which no program of ours writes
        raise _other(name) from fault
    if any(said.get(field) != expected[field] for field in COMPARED):
        raise _other(name)


def _other(name: str) -> ScreenError:
    return ScreenError(
        N_("{name} says otherwise than the screening that it names."),
        N_("Do not rely on it. Write the note again from the screening."),
        name=name,
    )
