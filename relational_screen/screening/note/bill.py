"""The note in the form of a bill's general remarks (note form, In a Danish bill)."""

from collections.abc import Iterable, Sequence

from relational_screen.catalogue.model import Language
from relational_screen.screening.document import Block, Bullets, Heading, NoteDocument, Paragraph
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.closing import contradictions, day, foot, short_hash, unknown
from relational_screen.screening.note.effects import arena_effects, measures
from relational_screen.screening.note.opening import bottom_line, must_be_addressed, picture
from relational_screen.screening.note.people import already_lonely, group_table, tells_of_groups
from relational_screen.screening.note.wording import Wording, sentence
from relational_screen.screening.result import Result, Verdict
from relational_screen.screening.scope import questions_in_scope
from relational_screen.screening.screening import Screening

MOST_REASONS = 5
POINT = 4  # the point before the mandatory assessments (guide on law quality 2023, 4.2.1)


def bill_note(screening: Screening, result: Result, findings: Sequence[Finding], language: Language) -> NoteDocument:
    """Return the note as a section of general remarks, with numbered sub-points."""
    wording = Wording(screening, result, language)
    blocks: list[Block] = [
        Heading(_heading(wording)),
        Paragraph(bottom_line(wording), "lead"),
        *must_be_addressed(wording),
    ]
    if result.arenas:
        blocks += [picture(wording), *_points(wording, findings)]
    blocks += foot(wording)
    stage = wording.label("stage", screening.state.proposal.stage)
    return NoteDocument(
        title=f"{wording.get('heading')}: {screening.state.proposal.title}",
        language=language,
        subject=screening.state.proposal.title,
        footer=wording.get("footer", stage=stage, date=day(wording), hash=short_hash(wording)),
        blocks=tuple(blocks),
    )


def _heading(wording: Wording) -> str:
    number = f"{POINT}. " if wording.screening.state.proposal.kind == "bill" else ""
    return number + wording.get("heading")


def _points(wording: Wording, findings: Sequence[Finding]) -> list[Block]:
    sections: list[tuple[str, Iterable[Block]]] = [
        (wording.arena(arena), arena_effects(wording, arena)) for arena in wording.result.arenas
    ]
    sections.append((wording.get("measures"), measures(wording)))
    if tells_of_groups(wording):
        sections.append((wording.get("groups"), [*group_table(wording), *already_lonely(wording)]))
    sections.append((wording.get("without-effect"), _without_effects(wording)))
    sections.append((wording.get("unknown"), [*_undetermined(wording), *unknown(wording)]))
    sections.append((wording.get("contradictions"), contradictions(wording, findings)))
    in_bill = wording.screening.state.proposal.kind == "bill"
    written = [(title, blocks) for title, content in sections if (blocks := list(content))]
    return [
        block
        for number, (title, content) in enumerate(written, start=1)
        for block in (Heading(f"{POINT}.{number}. {title}" if in_bill else title, 2), *content)
    ]


def _without_effects(wording: Wording) -> list[Block]:
    """Say of which arenas nothing is written above, and why."""
    return [*_arenas(wording, "no_effect", "arenas-no-effect"), *_why_nothing(wording)]


def _undetermined(wording: Wording) -> list[Block]:
    return _arenas(wording, "undetermined", "arenas-undetermined")


def _arenas(wording: Wording, verdict: Verdict, name: str) -> list[Block]:
    """Name the arenas with a verdict in one sentence."""
    found = [arena for arena, result in wording.result.arenas.items() if result.verdict == verdict]
    if not found:
        return []
    return [Paragraph(wording.get(name, arenas=wording.join([f"»{wording.arena(arena)}«" for arena in found])))]


def _why_nothing(wording: Wording) -> list[Block]:
    """Give the reasons, the weightiest questions first, where the whole proposal is found to have no effect."""
    if wording.result.bottom_line != "no_effect":
        return []
    weights = wording.screening.catalogue.method.factors("weight")
    asked = questions_in_scope(wording.screening.state, wording.screening.catalogue)
    told = [
        wording.get("arena-reason", title=question.title.get(wording.language), reason=sentence(answer.reason))
        for question in sorted(asked, key=lambda one: -weights[one.weight])
        if (answer := wording.screening.answer(question.id)) and answer.status == "no_effect" and answer.reason
    ]
    return [Bullets(tuple(told[:MOST_REASONS]))] if told else []
