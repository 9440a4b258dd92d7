"""The note in the form of a bill's general remarks (note form, In a Danish bill)."""

from collections.abc import Iterable, Sequence

from relational_screen.catalogue.model import Language
from relational_screen.screening.document import Block, Heading, NoteDocument, Paragraph
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.closing import contradictions, day, foot, short_hash, unknown
from relational_screen.screening.note.effects import arena_effects, measures
from relational_screen.screening.note.opening import bottom_line, must_be_addressed, picture
from relational_screen.screening.note.people import already_lonely, concerned, group_table
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.result import Result
from relational_screen.screening.screening import Screening

POINT = 4  # the point before the mandatory assessments (guide on law quality 2023, 4.2.1)


def bill_note(screening: Screening, result: Result, findings: Sequence[Finding], language: Language) -> NoteDocument:
    """Return the note as a section of general remarks, with numbered sub-points."""
    wording = Wording(screening, result, language)
    blocks: list[Block] = [
        Heading(wording.get("heading")),
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


def _points(wording: Wording, findings: Sequence[Finding]) -> list[Block]:
    sections: list[tuple[str, Iterable[Block]]] = [
        (wording.arena(arena), arena_effects(wording, arena)) for arena in wording.result.arenas
    ]
    sections.append((wording.get("measures"), measures(wording)))
    if concerned(wording):
        sections.append((wording.get("groups"), [*group_table(wording), *already_lonely(wording)]))
    sections.append((wording.get("unknown"), [*_without_effects(wording), *unknown(wording)]))
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
    blocks: list[Block] = []
    for verdict, name in (("no_effect", "arenas-no-effect"), ("undetermined", "arenas-undetermined")):
        arenas = [wording.arena(arena) for arena, result in wording.result.arenas.items() if result.verdict == verdict]
        if arenas:
            blocks.append(Paragraph(wording.get(name, arenas=wording.join(arenas))))
    return blocks
