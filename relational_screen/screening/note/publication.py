"""The copy for the public: the full record without personal names, internal remarks and history."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from relational_screen.catalogue.model import Language
from relational_screen.screening.document import NoteDocument
from relational_screen.screening.events import Event
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.full import written
from relational_screen.screening.note.names import Change, without_names
from relational_screen.screening.note.record import record_bytes
from relational_screen.screening.note.tables import EVERYTHING
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.result import Result
from relational_screen.screening.screening import Screening

PUBLIC_LEVELS = ("contradiction", "open")
"""What is left unresolved concerns every reader; warnings and information are advice to the official alone."""

NOT_TEXT = ("language", "style")

T = TypeVar("T")


def publication_note(
    screening: Screening, result: Result, findings: Sequence[Finding], language: Language, history: Sequence[Event] = ()
) -> NoteDocument:
    """Return the public copy, which carries the same content hash.

    `history` is not told: it names those who worked on the screening, so that their names are taken out wherever they
    stand, also in reasons, in the draft's file name and text, and in the record.
    """
    wording = Wording(screening, result, language, EVERYTHING, named=False)
    public = [finding for finding in findings if finding.level in PUBLIC_LEVELS]
    change = without_names(screening, history, wording.get("publication-name"))
    whole = written(wording, public, (), "publication")
    name = _file_name(whole.name) if change(whole.subject) != whole.subject else whole.name
    record = record_bytes(screening, result, public, change)
    return replace(with_texts(whole, change), name=name, record=record)


def _file_name(name: str) -> str:
    """Return a file name without its second part, the title."""
    form, _title, *rest = name.split("_")
    return "_".join((form, *rest))


def with_texts(value: T, change: Change) -> T:
    """Return a note, or a part of one, with every text changed."""
    if isinstance(value, str):
        return cast(T, change(value))
    if isinstance(value, tuple):
        return cast(T, tuple(with_texts(item, change) for item in value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    texts = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in NOT_TEXT}
    return replace(value, **{name: with_texts(item, change) for name, item in texts.items()})
