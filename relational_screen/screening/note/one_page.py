"""The note for politicians: one page, whatever was answered (note form, For politicians)."""

from collections.abc import Callable, Iterable, Sequence

from relational_screen.catalogue.model import Language
from relational_screen.screening.document import Block, Heading, NoteDocument, Paragraph
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.closing import day, short_hash
from relational_screen.screening.note.naming import file_name
from relational_screen.screening.note.one_page_closing import foot, left_out, unknown, why_nothing
from relational_screen.screening.note.one_page_effects import effects, measures
from relational_screen.screening.note.one_page_opening import bottom_line, groups, must_be_addressed, picture
from relational_screen.screening.note.one_page_questions import questions
from relational_screen.screening.note.shortening import ROOMS, Page, cut
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.result import Result
from relational_screen.screening.screening import Screening

LEVELS = len(ROOMS)
"""How many levels there are: 0 is the fullest, and each next one leaves out more."""

_PARTS: tuple[Callable[[Page], Iterable[Block]], ...] = (
    must_be_addressed,
    picture,
    groups,
    effects,
    measures,
    why_nothing,
    unknown,
    questions,
    left_out,
    foot,
)


def one_page(
    screening: Screening, result: Result, findings: Sequence[Finding], language: Language, level: int = 0
) -> NoteDocument:
    """Return the note for politicians, shortened to a level from 0 to `LEVELS` - 1; it says what it leaves out."""
    room = ROOMS[level]
    wording = Wording(screening, result, language, longest=room.places)
    page = Page(wording, room, tuple(findings))
    proposal = screening.state.proposal
    title = cut(" ".join(proposal.title.split()), room.title)
    opening = (Heading(": ".join(filter(None, (page.get("heading"), title)))), Paragraph(bottom_line(page), "lead"))
    stage = wording.label("stage", proposal.stage)
    return NoteDocument(
        title=f"{page.get('heading')}: {proposal.title}",
        language=language,
        subject=proposal.title,
        footer=wording.get("footer", stage=stage, date=day(wording), hash=short_hash(wording)),
        blocks=(*opening, *(block for part in _PARTS for block in part(page))),
        name=file_name(wording, "one-page"),
        pages=1,
    )
