"""Notes written again from their screening, to hold the pages of a file against them byte for byte."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from relational_screen.app.forms import write_form
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language
from relational_screen.drafts.draft import Draft
from relational_screen.errors import ScreenError
from relational_screen.export.writing import export_note
from relational_screen.plugin_loader import Plugins
from relational_screen.screening.events import Event
from relational_screen.screening.findings import LEVELS
from relational_screen.screening.note.forms import Form, NoteInput
from relational_screen.screening.review import review
from relational_screen.screening.score import score
from relational_screen.screening.screening import Screening
from relational_screen.screening.state import fold


@dataclass(frozen=True, slots=True)
class Writing:
    """When a note was written: from which events, in which form and language."""

    events: Sequence[Event]
    form: Form
    language: Language


@dataclass(frozen=True, slots=True)
class Source:
    """What a screening's notes are written from beside its events; `drafts` are all versions, None where withheld."""

    catalogue: Catalogue
    drafts: Sequence[Draft | None]
    plugins: Plugins


def is_rewritten(path: Path, source: Source, writings: Iterable[Writing]) -> bool:
    """Whether this program writes a note's very bytes again for one of the times that it may have been written.

    Another version of the program may write other words, so False alone does not say that somebody changed the file.
    """
    found = path.read_bytes()
    return any(_written(source, writing, path.suffix) == found for writing in writings)


def _written(source: Source, writing: Writing, suffix: str) -> bytes | None:
    """Return the bytes of a note, or None where none could be made."""
    state = fold(writing.events)
    draft = source.drafts[len(state.drafts) - 1] if state.drafts else None
    screening = Screening(state, source.catalogue, draft)
    findings = [*review(screening), *source.plugins.review(screening)]
    findings.sort(key=lambda finding: LEVELS.index(finding.level))
    given = NoteInput(screening, score(state, source.catalogue), findings, writing.events)
    with TemporaryDirectory() as folder:
        out = Path(folder) / f"note{suffix}"
        try:
            export_note(write_form(given, writing.form, writing.language), out)
        except ScreenError:
            return None
        return out.read_bytes()
