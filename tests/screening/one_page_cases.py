"""Invented screenings, also very large ones, for the note of one page. Nothing here is real content."""

from collections.abc import Iterable, Sequence
from functools import cache

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.groups import Group
from relational_screen.catalogue.model import Kind, Language
from relational_screen.screening.answers import Answer, Basis, Direction, Effect, GateAnswer, Measure, PassageRef
from relational_screen.screening.document import Block, Bullets, Heading, NoteDocument, Paragraph
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.one_page import one_page
from relational_screen.screening.proposal import Proposal
from relational_screen.screening.score import Scorer
from relational_screen.screening.screening import Screening
from relational_screen.screening.signing import Reading, SignOff
from relational_screen.screening.state import DraftRef, State
from tests.builders import catalogue, checklist, group, question

NOON = "2027-03-01T12:00:00+01:00"
MANY_GROUPS = tuple(f"invented-group-{number}" for number in range(60))


@cache
def content(arenas: int = 6, questions: int = 9) -> Catalogue:
    """Arenas called a0, a1, … with questions q0, q1, …, and sixty groups at elevated risk."""
    checklists = [
        checklist(f"a{arena}", [question(f"a{arena}.q{number}") for number in range(questions)], order=arena)
        for arena in range(arenas)
    ]
    groups: tuple[Group, ...] = tuple(group(name, elevated=True) for name in MANY_GROUPS)
    return catalogue(*checklists).model_copy(update={"groups": groups})


def effect(
    direction: Direction = "lowers",
    reason: str = "An invented reason.",
    groups: Iterable[str] = MANY_GROUPS[:1],
    labels: Iterable[str] = ("§ 1",),
    measures: Sequence[Measure] = (),
    basis: Basis = "assumption",
    strength: str = "clear",
) -> Effect:
    passages = [PassageRef(label=label) for label in labels]
    return Effect.model_validate(
        {
            "direction": direction,
            "strength": strength,
            "reach": "most",
            "duration": "lasting",
            "groups": tuple(groups),
            "basis": basis,
            "reason": reason,
            "passages": passages,
            "measures": measures,
        }
    )


def answer(*effects: Effect) -> Answer:
    return Answer(status="effects", effects=effects)


def screening(
    answers: dict[str, Answer],
    *,
    gates: GateAnswer | None = "yes",
    words: str = "Invented",
    kind: Kind = "bill",
    of: Catalogue | None = None,
    lapsed: bool = False,
) -> Screening:
    """A screening with these answers and no others; `words` stand wherever a user can write of the proposal.

    With `lapsed` it was read and signed off, and has changed since.
    """
    other = "b" * 64
    reading = Reading(
        reader=words, asked_by=words, asked_at=NOON, outcome="approved", by=words, at=NOON, content_hash=other
    )
    found = of or content()
    given = {gate.id: gates for item in found.checklists for gate in item.gates} if gates else {}
    state = State(
        id="00000000-0000-0000-0000-000000000000",
        changed=NOON,
        proposal=Proposal(kind=kind, title=words, authority=words, unit=words, responsible=words, date="2027-01-01"),
        drafts=(DraftRef(words, "txt", "a" * 64, "invented", NOON),),
        gates=given,
        relevance_reason=words,
        answers=answers,
        readings=(reading,) if lapsed else (),
        sign_offs=(SignOff(by=words, at=NOON, content_hash=other),) if lapsed else (),
    )
    return Screening(state, found, None)


def all_answered(of: Catalogue, given: Answer) -> dict[str, Answer]:
    """The same answer to every question."""
    return {question.id: given for item in of.checklists for question in item.questions}


def everything(words: str, *, status: str = "effects", measure: str = "idea") -> dict[str, Answer]:
    """A hundred and eight effects, each on eight groups, with twelve places and three measures; or another answer."""
    measures = [Measure.model_validate({"status": measure, "text": words, "passages": ["§ 9"]})] * 3
    labels = [f"§ {number}, nr. {number}, jf. § {number} a, stk. 2" for number in range(12)]
    both = answer(
        effect("raises", words, MANY_GROUPS[8:16], labels), effect("lowers", words, MANY_GROUPS, labels, measures)
    )
    other = {"depends_on": words, "decided_by": words} if status == "depends" else {}
    given = both if status == "effects" else Answer.model_validate({"status": status, "reason": words, **other})
    return all_answered(content(), given)


def page(found: Screening, language: Language = "da", level: int = 0, findings: Sequence[Finding] = ()) -> NoteDocument:
    return one_page(found, Scorer(found.catalogue).score(found.state), findings, language, level)


def below(note: NoteDocument, heading: str) -> list[Block]:
    """The blocks between a heading and the next."""
    names = [block.text if isinstance(block, Heading) else None for block in note.blocks]
    start = names.index(heading) + 1
    rest = note.blocks[start:]
    ends = [number for number, block in enumerate(rest) if isinstance(block, Heading)]
    return list(rest[: ends[0]] if ends else rest)


def items(note: NoteDocument, heading: str) -> tuple[str, ...]:
    """The items of the list below a heading."""
    return next((block.items for block in below(note, heading) if isinstance(block, Bullets)), ())


def all_text(note: NoteDocument) -> str:
    """The running text of a note."""
    texts: list[str] = []
    for block in note.blocks:
        texts += [block.text] if isinstance(block, Heading | Paragraph) else []
        texts += block.items if isinstance(block, Bullets) else ()
    return "\n".join(texts)
