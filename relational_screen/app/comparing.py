"""Two screenings, or two dates of one, side by side as a note."""

from collections.abc import Sequence
from datetime import date

from relational_screen.app.language import _
from relational_screen.app.session import Session
from relational_screen.catalogue.model import Language
from relational_screen.drafts.pieces import shortened
from relational_screen.errors import N_, ScreenError
from relational_screen.screening.document import NoteDocument
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.result import Result
from relational_screen.screening.score import score
from relational_screen.screening.screening import Screening
from relational_screen.screening.state import fold

LONGEST_LABEL = 40
"""Letters of a title that stands at the head of a column."""


def compare_screenings(before: Session, after: Session, language: Language) -> NoteDocument:
    """Return two screenings, such as two variants of a proposal, side by side."""
    return _compared((before.screening, before.result), (after.screening, after.result), language)


def compare_dates(session: Session, day: str, language: Language) -> NoteDocument:
    """Return a screening as it was at the end of a day beside itself now.

    Raises:
        ScreenError: the day is no date, or the screening was not yet begun.
    """
    before, after = _as_it_was(session, day), (session.screening, session.result)
    return _compared(before, after, language, [Wording(*before, language).date(day), _("now")])


def days_of(session: Session) -> list[str]:
    """Return the days on which the screening was worked on, but the last, the latest first."""
    return sorted({event.at[:10] for event in session.events}, reverse=True)[1:]


def _as_it_was(session: Session, day: str) -> tuple[Screening, Result]:
    try:
        last = date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise ScreenError(
            N_("{day} is not a date."), N_("Write it as year, month and day: 2026-11-21."), day=day
        ) from error
    events = [event for event in session.events if event.at[:10] <= last]
    if not events:
        raise ScreenError(N_("The screening was not yet begun on {day}."), N_("Choose a later day; see list."), day=day)
    state = fold(events)
    draft = session.versions()[len(state.drafts) - 1] if state.drafts else None
    return Screening(state, session.catalogue, draft), score(state, session.catalogue)


def _compared(
    before: tuple[Screening, Result], after: tuple[Screening, Result], language: Language, labels: Sequence[str] = ()
) -> NoteDocument:
    from relational_screen.screening.note.compare import Side, compare_note

    labels = labels or _labels(before, after, language)
    first, second = (Side(label, *side) for label, side in zip(labels, (before, after), strict=True))
    return compare_note(first, second, language)


def _labels(before: tuple[Screening, Result], after: tuple[Screening, Result], language: Language) -> list[str]:
    """Return what the two are called: by stage and date, by title where those are the same, else by number."""
    words = [Wording(*side, language) for side in (before, after)]
    stages = [
        f"{one.label('stage', one.screening.state.proposal.stage)}, {one.date(one.screening.state.changed)}"
        for one in words
    ]
    titles = [shortened(one.screening.state.proposal.title, LONGEST_LABEL) for one in words]
    whole = [one.screening.state.proposal.title for one in words]
    return next((names for names in (stages, titles, whole) if names[0] != names[1]), ["1", "2"])
