"""The note as a section of a local plan's report (planloven § 16; note form, In a local plan)."""

from collections.abc import Iterable, Iterator, Sequence

from relational_screen.catalogue.model import Language
from relational_screen.screening.answers import Measure
from relational_screen.screening.document import Block, Bullets, Heading, NoteDocument, Paragraph
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.bill import arenas_named, as_document
from relational_screen.screening.note.closing import contradictions, foot, unknown
from relational_screen.screening.note.effects import arena_effects, measure_told, other_effects, strongest
from relational_screen.screening.note.gains import in_sentences
from relational_screen.screening.note.opening import bottom_line, must_be_addressed, picture
from relational_screen.screening.note.wording import LONGEST_LIST, Wording
from relational_screen.screening.result import Result
from relational_screen.screening.screening import Screening

IN_FULL, FIGURES, LONGEST = 6, 3, 600
"""How many effects are told in full, how many figures of groups, and the most letters of what a user wrote."""


def local_plan_note(
    screening: Screening, result: Result, findings: Sequence[Finding], language: Language
) -> NoteDocument:
    """Return the note as a section of the report, its headings without numbers."""
    wording = Wording(screening, result, language)
    blocks: list[Block] = [
        Heading(wording.get("heading")),
        Paragraph(bottom_line(wording), "lead"),
        *must_be_addressed(wording, LONGEST_LIST),
    ]
    if result.arenas:
        blocks.append(picture(wording))
    for title, content in _sections(wording, findings):
        written = list(content)
        blocks += [Heading(title, 2), *written] if written else []
    return as_document(wording, "local-plan", [*blocks, *foot(wording)])


def _sections(wording: Wording, findings: Sequence[Finding]) -> Iterator[tuple[str, Iterable[Block]]]:
    in_full = strongest(wording, IN_FULL)
    for arena in wording.result.arenas:
        yield wording.arena(arena), arena_effects(wording, arena, in_full, LONGEST, with_measures=False)
    yield wording.get("other-effects"), other_effects(wording, in_full, LONGEST_LIST)
    yield wording.get("plan-measures"), _measures(wording)
    yield wording.get("groups"), in_sentences(wording, FIGURES)
    if wording.result.bottom_line != "no_effect":
        yield wording.get("without-effect"), arenas_named(wording, "no_effect", "arenas-no-effect")
    undetermined = arenas_named(wording, "undetermined", "arenas-undetermined")
    yield wording.get("unknown"), [*undetermined, *unknown(wording, LONGEST_LIST, LONGEST)]
    yield wording.get("contradictions"), contradictions(wording, findings, LONGEST_LIST)


def _measures(wording: Wording) -> Iterator[Block]:
    """Yield measures with what may carry them, the effects without one, and whose judgement that is."""
    items, without = [], []
    for item in wording.effects("lowers"):
        title = item.question.title.get(wording.language)
        told = [
            f"{measure_told(wording, measure, item.effect, LONGEST)} {authority(wording, measure)}"
            for measure in item.effect.measures
        ]
        items += [wording.get("plan-measure", title=title, text=text) for text in told]
        without += [] if told else [title]
    shown, more = wording.shown(items)
    if more:
        shown = [*shown, wording.get("plan-more-measures", count=wording.count(more))]
    if shown:
        yield Bullets(tuple(shown))
    if without:
        yield Paragraph(wording.get("plan-without-measure", titles=wording.join(list(dict.fromkeys(without)))))
    if items:
        yield Paragraph(wording.get("plan-judgement"))


def authority(wording: Wording, measure: Measure) -> str:
    """Return the number in planloven § 15, stk. 2 that may carry a measure, or that it has no authority in the plan."""
    number = measure.planning_law
    if number is None:
        number = wording.screening.catalogue.remedy(measure.remedy).planning_law if measure.remedy else 0
    if number:
        return wording.get("plan-authority", number=number, matter=_matter(wording, number))
    return wording.get(f"plan-none-{measure.status.replace('_', '-')}")


def _matter(wording: Wording, number: int) -> str:
    """Return what a number is about; content may name one that the program has no words for."""
    name = f"plan-matter-{number}"
    return f" ({wording.get(name)})" if name in wording.screening.catalogue.note.words else ""
