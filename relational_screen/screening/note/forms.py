"""The forms a note can take, by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from relational_screen.catalogue.model import Kind, Language
from relational_screen.screening.document import NoteDocument
from relational_screen.screening.events import Event
from relational_screen.screening.findings import Finding
from relational_screen.screening.note import one_page
from relational_screen.screening.note.bill import bill_note
from relational_screen.screening.note.full import full_note
from relational_screen.screening.note.local_plan import local_plan_note
from relational_screen.screening.note.publication import publication_note
from relational_screen.screening.note.record import record_bytes
from relational_screen.screening.result import Result
from relational_screen.screening.screening import Screening

Form = Literal["bill", "local-plan", "one-page", "full", "publication"]
FORMS: tuple[Form, ...] = ("bill", "local-plan", "one-page", "full", "publication")


@dataclass(frozen=True, slots=True)
class NoteInput:
    """What a note is made from; `history` is the screening's chain of events."""

    screening: Screening
    result: Result
    findings: Sequence[Finding]
    history: Sequence[Event]


def form_of(kind: Kind) -> Form:
    """Return the form in which a note goes into a draft of some kind."""
    return "local-plan" if kind == "local_plan" else "bill"


def levels_of(form: Form) -> int:
    """Return how many lengths a form comes in, of which the first is the fullest."""
    return one_page.LEVELS if form == "one-page" else 1


def make_note(given: NoteInput, form: Form, language: Language, level: int = 0) -> NoteDocument:
    """Return a note in a form and a language; every note carries the machine-readable record."""
    note = _WRITERS[form](given, language, level)
    if note.record:
        return note
    return replace(note, record=record_bytes(given.screening, given.result, given.findings))


_WRITERS: dict[Form, Callable[[NoteInput, Language, int], NoteDocument]] = {
    "bill": lambda given, language, _: bill_note(given.screening, given.result, given.findings, language),
    "local-plan": lambda given, language, _: local_plan_note(given.screening, given.result, given.findings, language),
    "one-page": lambda given, language, level: one_page.one_page(
        given.screening, given.result, given.findings, language, level
    ),
    "full": lambda given, language, _: full_note(
        given.screening, given.result, given.findings, language, given.history
    ),
    "publication": lambda given, language, _: publication_note(
        given.screening, given.result, given.findings, language, given.history
    ),
}
