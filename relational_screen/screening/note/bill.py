"""The note in the form of a bill's general remarks (note form, In a Danish bill)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from relational_screen.catalogue.model import Language
from relational_screen.screening.document import Block, Bullets, Heading, NoteDocument, Paragraph
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.closing import contradictions, day, foot, short_hash, unknown
from relational_screen.screening.note.effects import arena_effects, other_effects, strongest
from relational_screen.screening.note.gains import in_sentences
from relational_screen.screening.note.naming import file_name
from relational_screen.screening.note.opening import bottom_line, must_be_addressed
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.result import Result, Verdict
from relational_screen.screening.screening import Screening

POINT = 4  # the point before the mandatory assessments (guide on law quality 2023, 4.2.1)

PAGE_AND_A_HALF = 6_050
"""Letters that a page and a half holds, as `_size` counts them: measured on the PDF, with room to spare."""

_LINE, _HEADING = 90, 230
"""Letters of a line, and of a heading with the space around it."""

_STYLES = {"body": 1.0, "lead": 1.6, "boxed": 1.2, "small": 0.75}
"""How much room a letter takes in each style of paragraph."""


@dataclass(frozen=True, slots=True)
class Detail:
    """How much is told.

    `effects` are told in full, `brief` shortly in each direction; `figures` are those of groups, and `longest` is the
    most letters of what a user wrote.
    """

    effects: int
    brief: int
    boxes: int
    unknown: int
    figures: int
    longest: int


DETAILS = (
    Detail(effects=8, brief=5, boxes=3, unknown=5, figures=3, longest=600),
    Detail(effects=6, brief=5, boxes=2, unknown=5, figures=2, longest=400),
    Detail(effects=5, brief=5, boxes=2, unknown=5, figures=2, longest=400),
    Detail(effects=4, brief=5, boxes=2, unknown=4, figures=1, longest=400),
    Detail(effects=4, brief=3, boxes=2, unknown=3, figures=0, longest=300),
    Detail(effects=3, brief=3, boxes=2, unknown=3, figures=0, longest=300),
    Detail(effects=2, brief=5, boxes=2, unknown=3, figures=1, longest=300),
    Detail(effects=2, brief=3, boxes=2, unknown=3, figures=0, longest=250),
    Detail(effects=2, brief=2, boxes=2, unknown=2, figures=0, longest=220),
    Detail(effects=2, brief=2, boxes=2, unknown=2, figures=0, longest=120),
    Detail(effects=2, brief=2, boxes=2, unknown=2, figures=0, longest=60),
)
"""From the fullest to the shortest: what weighs least is left out first."""


def bill_note(screening: Screening, result: Result, findings: Sequence[Finding], language: Language) -> NoteDocument:
    """Return the note as a section of general remarks with numbered sub-points, of a page and a half at most."""
    wording = Wording(screening, result, language)
    notes = (_blocks(wording, findings, detail) for detail in DETAILS)
    blocks = next((blocks for blocks in notes if _size(blocks) <= PAGE_AND_A_HALF), None)
    return as_document(wording, "bill", blocks or _blocks(wording, findings, DETAILS[-1]))


def as_document(wording: Wording, form: str, blocks: Iterable[Block]) -> NoteDocument:
    """Return blocks as a note with its title, foot line and file name."""
    proposal = wording.screening.state.proposal
    stage = wording.label("stage", proposal.stage)
    return NoteDocument(
        title=f"{wording.get('heading')}: {proposal.title}",
        language=wording.language,
        subject=proposal.title,
        footer=wording.get("footer", stage=stage, date=day(wording), hash=short_hash(wording)),
        blocks=tuple(blocks),
        name=file_name(wording, form),
    )


def arenas_named(wording: Wording, verdict: Verdict, name: str) -> list[Block]:
    """Name the arenas with a verdict in one sentence."""
    found = [arena for arena, result in wording.result.arenas.items() if result.verdict == verdict]
    arenas = wording.join([wording.quoted(wording.arena(arena)) for arena in found])
    return [Paragraph(wording.get(name, arenas=arenas))] if found else []


def _blocks(wording: Wording, findings: Sequence[Finding], detail: Detail) -> list[Block]:
    in_bill = wording.screening.state.proposal.kind == "bill"
    heading = wording.get("heading")
    blocks: list[Block] = [
        Heading(f"{POINT}. {heading}" if in_bill else heading),
        Paragraph(bottom_line(wording), "lead"),
        *must_be_addressed(wording, detail.boxes),
    ]
    sections = [(title, written) for title, content in _sections(wording, findings, detail) if (written := [*content])]
    for number, (title, content) in enumerate(sections, start=1):
        blocks += [Heading(f"{POINT}.{number}. {title}" if in_bill else title, 2), *content]
    return [*blocks, *_foot(wording, detail, in_bill=in_bill)]


def _sections(wording: Wording, findings: Sequence[Finding], detail: Detail) -> Iterable[tuple[str, Iterable[Block]]]:
    in_full = strongest(wording, detail.effects)
    for arena in wording.result.arenas:
        yield wording.arena(arena), arena_effects(wording, arena, in_full, detail.longest)
    yield wording.get("other-effects"), [*other_effects(wording, in_full, detail.brief), *_without_effect(wording)]
    yield wording.get("groups"), in_sentences(wording, detail.figures)
    undetermined = arenas_named(wording, "undetermined", "arenas-undetermined")
    yield wording.get("unknown"), [*undetermined, *unknown(wording, detail.unknown, detail.longest)]
    yield wording.get("contradictions"), contradictions(wording, findings, detail.unknown)


def _without_effect(wording: Wording) -> list[Block]:
    """Name the arenas without effect; where that is the bottom line, it has been said."""
    if wording.result.bottom_line == "no_effect":
        return []
    return arenas_named(wording, "no_effect", "arenas-no-effect")


def _foot(wording: Wording, detail: Detail, *, in_bill: bool) -> list[Block]:
    """Return the foot as one paragraph; a bill does not print that there are no consequences (note form, No effect)."""
    nothing = wording.result.bottom_line in ("not_relevant", "no_effect")
    told = [wording.get("foot-not-printed")] if nothing and in_bill else []
    told += [block.text for block in foot(wording) if isinstance(block, Paragraph)]
    if any(len(item.effect.reason) > detail.longest for item in strongest(wording, detail.effects)):
        told.append(wording.get("foot-shortened"))
    return [Paragraph(" ".join(told), "small")]


def _size(blocks: Iterable[Block]) -> float:
    """Return about how much room blocks take, in letters of running text."""
    return sum(_size_of(block) for block in blocks)


def _size_of(block: Block) -> float:
    match block:
        case Heading():
            return _HEADING
        case Paragraph(text, style):
            return (len(text) + _LINE) * _STYLES[style]
        case Bullets(items):
            return sum(len(item) + _LINE for item in items)
        case _:
            return 0
