"""The full record: every gate, question, answer, reason, passage, fact and source, and the screening's history."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from relational_screen.catalogue.catalogue import arena_of
from relational_screen.catalogue.model import Language
from relational_screen.screening.document import Block, Bullets, Heading, NoteDocument, Paragraph
from relational_screen.screening.events import Event
from relational_screen.screening.findings import LEVELS, Finding
from relational_screen.screening.note.closing import day, foot, short_hash
from relational_screen.screening.note.full_answers import arena_answers
from relational_screen.screening.note.full_basis import basis, passages, remedies
from relational_screen.screening.note.full_follow_up import follow_up
from relational_screen.screening.note.full_history import history_table
from relational_screen.screening.note.naming import file_name
from relational_screen.screening.note.opening import bottom_line, must_be_addressed, picture
from relational_screen.screening.note.people import already_lonely, concerned, group_table
from relational_screen.screening.note.pictures import matrix, people
from relational_screen.screening.note.record import record_bytes
from relational_screen.screening.note.tables import EVERYTHING, table
from relational_screen.screening.note.wording import Wording, sentence
from relational_screen.screening.result import Result
from relational_screen.screening.robustness import robustness
from relational_screen.screening.screening import Screening


def full_note(
    screening: Screening, result: Result, findings: Sequence[Finding], language: Language, history: Sequence[Event] = ()
) -> NoteDocument:
    """Return the full record; `history` is the screening's chain of events, from which exports are left out."""
    note = written(Wording(screening, result, language, EVERYTHING), findings, history, "full")
    return replace(note, record=record_bytes(screening, result, findings))


def written(
    wording: Wording, findings: Sequence[Finding], history: Sequence[Event], form: Literal["full", "publication"]
) -> NoteDocument:
    """Return the full record under the heading and file name of a form."""
    proposal = wording.screening.state.proposal
    heading = wording.get(f"{form}-heading")
    blocks: list[Block] = [Heading(heading), Paragraph(bottom_line(wording), "lead"), *must_be_addressed(wording)]
    if wording.result.arenas:
        blocks += [picture(wording), matrix(wording)]
    for title, content in _sections(wording, findings, history):
        told = list(content)
        blocks += [Heading(title, 2), *told] if told else []
    blocks += foot(wording)
    return NoteDocument(
        title=f"{heading}: {proposal.title}",
        language=wording.language,
        subject=proposal.title,
        footer=wording.get(
            "footer", stage=wording.label("stage", proposal.stage), date=day(wording), hash=short_hash(wording)
        ),
        blocks=tuple(blocks),
        name=file_name(wording, form),
    )


def _sections(
    wording: Wording, findings: Sequence[Finding], history: Sequence[Event]
) -> Iterator[tuple[str, Iterator[Block]]]:
    yield wording.get("full-relevance"), _relevance(wording)
    yield wording.get("groups"), _groups(wording)
    if wording.result.arenas:
        yield wording.get("full-method"), _method(wording)
    for arena in wording.result.arenas:
        yield wording.arena(arena), arena_answers(wording, arena)
    yield wording.get("full-robustness"), _robustness(wording)
    yield wording.get("full-findings"), _findings(wording, findings)
    yield wording.get("full-passages"), passages(wording)
    yield wording.get("full-basis"), basis(wording)
    yield wording.get("full-remedies"), remedies(wording)
    yield wording.get("full-follow-up"), follow_up(wording)
    yield wording.get("full-history"), history_table(wording, history)


def _method(wording: Wording) -> Iterator[Block]:
    """Yield how scores come about, and in a local plan whose judgement it is what may carry a measure."""
    risk = wording.number(wording.screening.catalogue.method.risk.factor)
    yield Paragraph(wording.get("full-method-text", risk=risk))
    if wording.screening.state.proposal.kind == "local_plan":
        yield Paragraph(wording.get("plan-judgement"))


def _relevance(wording: Wording) -> Iterator[Block]:
    """Yield every gate with its answer, and a reason for not being relevant that the bottom line does not give."""
    state, catalogue = wording.screening.state, wording.screening.catalogue
    gates = [gate for checklist in catalogue.checklists for gate in checklist.applicable_gates(state.proposal.kind)]
    rows = [
        (wording.arena(arena_of(gate.id)), gate.question.get(wording.language), _gate(wording, gate.id))
        for gate in gates
    ]
    yield from table(wording, "full-gates", ("arena", "question", "answer"), rows)
    if state.relevance_reason and wording.result.bottom_line != "not_relevant":
        yield Paragraph(sentence(state.relevance_reason))


def _gate(wording: Wording, gate: str) -> str:
    given = wording.screening.state.gates.get(gate)
    return wording.label("gate", given) if given else wording.get("full-not-examined")


def _groups(wording: Wording) -> Iterator[Block]:
    """Yield the groups with their numbers, figures and results, and what the catalogue remarks on the figures."""
    named = concerned(wording)
    if not named:
        return
    if wording.result.groups:
        yield people(wording)
    yield from group_table(wording)
    yield from already_lonely(wording)
    groups = [wording.screening.catalogue.group(name) for name in named]
    notes = tuple(
        wording.get("full-group-note", group=sentence(group.label.get(wording.language))[:-1], note=group.note)
        for group in groups
        if group.note
    )
    if notes:
        yield Paragraph(wording.get("full-group-notes"))
        yield Bullets(notes)


def _robustness(wording: Wording) -> Iterator[Block]:
    """Yield the single steps that would turn the bottom line."""
    if not wording.result.arenas:
        return
    screening = wording.screening
    turns = robustness(screening.state, screening.catalogue, wording.result)
    if not turns:
        yield Paragraph(wording.get("full-robust"))
        return
    rows = [
        (
            screening.catalogue.question(turn.question).title.get(wording.language),
            wording.get(
                "full-step",
                number=turn.effect + 1,
                field=wording.get(f"full-{turn.field}"),
                old=wording.label(turn.field, turn.old),
                new=wording.label(turn.field, turn.new),
            ),
            wording.label("verdict", turn.bottom_line),
        )
        for turn in turns
    ]
    yield from table(wording, "full-turns", ("question", "if", "then"), rows)


def _findings(wording: Wording, findings: Sequence[Finding]) -> Iterator[Block]:
    """Yield what the review found and is left open, the gravest first."""
    ordered = sorted(findings, key=lambda finding: LEVELS.index(finding.level))
    rows = [(wording.get(f"full-level-{one.level}"), one.text.get(wording.language)) for one in ordered]
    yield from table(wording, "full-findings", ("level", "finding"), rows)
