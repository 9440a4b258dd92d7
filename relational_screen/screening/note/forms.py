"""The forms a note can take, by name."""

from collections.abc import Callable, Sequence
from typing import Literal

from relational_screen.catalogue.model import Language
from relational_screen.screening.document import NoteDocument
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.bill import bill_note
from relational_screen.screening.result import Result
from relational_screen.screening.screening import Screening

Form = Literal["bill"]
FORMS: dict[Form, Callable[[Screening, Result, Sequence[Finding], Language], NoteDocument]] = {"bill": bill_note}
