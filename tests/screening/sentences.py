"""A table of the note's sentences over every combination of what an effect can be. Reasons and measures are invented,
and in Danish in both tables, since they are what a user wrote.

`python -m tests.screening.sentences` writes the known-good files anew; they are to be read before they are kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import cycle, product
from pathlib import Path
from typing import Any, get_args

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Checklist, Question
from relational_screen.catalogue.model import KINDS, Kind, Language
from relational_screen.catalogue.reading import read_record
from relational_screen.catalogue.shipped import read_catalogue, shipped_folder
from relational_screen.screening.answers import (
    DIRECTIONS,
    Answer,
    Basis,
    Direction,
    Effect,
    GateAnswer,
    Measure,
    PassageRef,
    Reach,
    Residual,
)
from relational_screen.screening.document import Block, Bullets, Paragraph
from relational_screen.screening.note.closing import unknown
from relational_screen.screening.note.effects import effect_in_full, other_effects, strongest
from relational_screen.screening.note.gains import in_sentences
from relational_screen.screening.note.local_plan import authority
from relational_screen.screening.note.opening import bottom_line, must_be_addressed
from relational_screen.screening.note.wording import FoundEffect, Wording
from relational_screen.screening.proposal import GroupChoice, Proposal
from relational_screen.screening.result import Verdict
from relational_screen.screening.score import Scorer
from relational_screen.screening.screening import Screening
from relational_screen.screening.state import State

DATA = Path(__file__).parent.parent / "data"
CHANGED = "2027-03-01T12:00:00+01:00"
ARENAS = ("housing", "education", "leisure", "labour", "health")

PLACES: tuple[tuple[str, ...], ...] = (
    (),
    ("§ 2, stk. 1",),
    ("§ 1, nr. 2", "§ 1, nr. 4"),
    ("§ 3, stk. 3", "§ 3, stk. 1", "§ 3, stk. 2"),
    ("§ 1", "§ 4"),
    ("§ 2, nr. 10, jf. § 24 i, stk. 1", "§ 2, nr. 10, jf. § 24 j, stk. 3"),
    ("§ 1, nr. 3, jf. § 9, stk. 1", "§ 1, nr. 3, jf. § 9, stk. 2", "Bemærkninger, pkt. 3.1, afsnit 2"),
    ("pkt. 8.1", "pkt. 6.3"),
    ("§ 1, nr. 1", "§ 2", "§ 4, stk. 2", "§ 7, nr. 3", "§ 9", "§ 11, stk. 4", "§ 12, stk. 1"),
)
REACHES, BASES, VERDICTS = get_args(Reach), get_args(Basis), get_args(Verdict)
REMEDIES = ("shared-house-area", "path-connections", "owners-association-upkeep", "one-contact-person")

GROUPS: tuple[tuple[str, ...], ...] = (
    (),
    ("living-alone",),
    ("single-parents", "living-alone"),
    ("aged-75-plus", "living-alone", "social-housing-tenants"),
)
MEASURES: tuple[tuple[Measure, ...], ...] = (
    (),
    (Measure(status="idea", text="der kan gives ret til en bolig i samme kvarter"),),
    (Measure(status="promised", text="Der søges midler til vejledere."),),
    (
        Measure(
            status="in_draft",
            text="Et midlertidigt mødested skal stå klar",
            passages=(PassageRef(label="§ 5, stk. 2"),),
            residual=Residual(strength="some", duration="temporary"),
        ),
    ),
    (
        Measure(status="in_draft", text="En vært ansættes", passages=(PassageRef(label="pkt. 4"),)),
        Measure(status="idea", text="Der kan gives tilskud", remedy="handover-talk"),
    ),
    (
        Measure(status="idea", text="Lejen kan indfases over fem år"),
        Measure(status="promised", text="Der søges midler til vejledere"),
        Measure(status="idea", text="En vært kan ansættes", remedy="one-contact-person"),
    ),
)


@cache
def catalogue() -> Catalogue:
    """The whole catalogue that ships, all arenas in it."""
    core = read_catalogue(shipped_folder())
    arenas = [read_record(shipped_folder() / f"{name}.toml", Checklist) for name in ARENAS]
    return core.model_copy(update={"checklists": (*arenas, *core.checklists)})


def wording(language: Language, kind: Kind = "bill", **fields: Any) -> Wording:
    """Return what writes for an invented screening with every arena in scope."""
    gates: dict[str, GateAnswer] = {gate.id: "yes" for item in catalogue().checklists for gate in item.gates}
    start = State(id="invented", changed=CHANGED, proposal=Proposal(kind=kind, title="Opdigtet"), gates=gates)
    screening = Screening(replace(start, **fields), catalogue(), None)
    return Wording(screening, Scorer(catalogue()).score(screening.state), language)


def questions() -> list[Question]:
    """Return every question of every arena."""
    return [question for checklist in catalogue().checklists for question in checklist.questions]


def made(direction: Direction, number: int = 0, **fields: Any) -> Effect:
    """Return an effect that is clear, wide and lasting unless told otherwise."""
    given = {"strength": "clear", "reach": "most", "duration": "lasting", "basis": "practice", **fields}
    reason = ("Naboer ses sjældnere", "fælles måltider bliver færre.", "Det gælder fra 2027!")[number % 3]
    return Effect.model_validate({"direction": direction, "reason": reason, **given})


def refs(labels: Iterable[str]) -> tuple[PassageRef, ...]:
    """Return references to places in a draft."""
    return tuple(PassageRef(label=label) for label in labels)


def effects(language: Language) -> Iterator[str]:
    """Yield an effect told in full for every combination of what it can be; places, questions and kinds rotate."""
    combined = product(DIRECTIONS, ("clear", "some"), REACHES, ("lasting", "temporary"), BASES, GROUPS)
    asked = questions()
    for number, (direction, strength, reach, duration, basis, groups) in enumerate(combined):
        given = {"strength": strength, "reach": reach, "duration": duration, "basis": basis, "groups": groups}
        places = PLACES[number % len(PLACES)]
        against = MEASURES[number % len(MEASURES)] if direction == "lowers" else ()
        effect = made(direction, number, passages=refs(places), measures=against, **given)
        question, opening = asked[number % len(asked)], ("first", "too", "also")[number // 2 % 3]
        told = effect_in_full(wording(language, KINDS[number % 5]), FoundEffect(question, effect), 400, opening)
        size = f"{direction} {strength} {reach} {duration} {basis}"
        yield f"{size}, groups {len(groups)}, places {len(places)}, {question.id}: {told}"


def bottom_lines(language: Language) -> Iterator[str]:
    """Yield the bottom line of every verdict for every kind of proposal; lean, certainty and what must be vary."""
    asked = questions()
    clear = made("lowers", groups=("living-alone",))
    answers = {
        asked[0].id: Answer(status="effects", effects=(made("raises"), made("raises", strength="some"))),
        asked[1].id: Answer(status="effects", effects=(made("raises", strength="some"), clear)),
    }
    for number, (verdict, kind) in enumerate(product(VERDICTS, KINDS)):
        writes = wording(language, kind, answers=answers, relevance_reason="forslaget ændrer kun en frist")
        lean = ("raises", "lowers", "even")[number % 3] if verdict == "both_ways" else None
        must = (writes.result.must_be_addressed * 2)[: number % 3] if verdict in ("lowers", "both_ways") else ()
        if verdict == "undetermined":
            must = writes.result.must_be_addressed[: number % 2]
        certainty = ("firm", "open")[number % 2]
        varied: Any = {"bottom_line": verdict, "lean": lean, "certainty": certainty, "must_be_addressed": must}
        yield f"{verdict} {kind}: {bottom_line(replace(writes, result=replace(writes.result, **varied)))}"


def shortened(language: Language) -> Iterator[str]:
    """Yield what is told in brief: other effects, boxes, groups, and what is not known, of one, a few and many."""
    for direction, count, limited in product(DIRECTIONS, (1, 2, 5, 9), (0, 1, 2)):
        found = {
            question.id: Answer(
                status="effects",
                effects=(
                    made(
                        direction,
                        passages=refs(PLACES[(number + 1) % len(PLACES)]),
                        groups=("living-alone",),
                        measures=MEASURES[3] if direction == "lowers" and number % 2 < limited else (),
                    ),
                ),
            )
            for number, question in enumerate(questions()[3 : 3 + count])
        }
        if direction == "raises" and limited:
            continue
        writes = wording(language, KINDS[count % 5], answers=found)
        yield from texts(f"brief {direction} {count}", other_effects(writes, (), 5))
        if not limited:
            yield from texts(f"boxes {direction} {count}", must_be_addressed(writes, 3))
            yield from texts(f"full {direction} {count}", other_effects(writes, strongest(writes, 1), 5))


def groups(language: Language) -> Iterator[str]:
    """Yield who gains and who loses, with and without numbers, of one group and of many."""
    names = [group.id for group in catalogue().groups]
    numbers = (
        GroupChoice(low=1200, high=1800),
        GroupChoice(low=5),
        GroupChoice(high=900),
        GroupChoice(low=60, high=60),
    )
    for raising, lowering in (((0, 1), ()), ((), (0, 3)), ((0, 4), (3, 9)), ((9, 20), (0, 5)), ((0, 10), (0, 10))):
        given = [
            ("raises", names[slice(*raising)] if raising else []),
            ("lowers", names[slice(*lowering)] if lowering else []),
        ]
        found = tuple(made(direction, groups=tuple(chosen)) for direction, chosen in given if chosen)  # type: ignore[arg-type]
        choices = dict(zip(names, cycle(numbers), strict=False))
        answers = {questions()[0].id: Answer(status="effects", effects=found)}
        for chosen in ({}, choices):
            yield from texts("groups", in_sentences(wording(language, answers=answers, groups=chosen), 3))


def open_questions(language: Language) -> Iterator[str]:
    """Yield what is not known, of one question and of many."""
    given = (
        Answer(status="unknown"),
        Answer(status="unknown", reason="det er ikke belyst"),
        Answer(status="depends", depends_on="kommunens valg", decided_by="kommunalbestyrelsen"),
        Answer(
            status="depends",
            depends_on="hvordan rummet bruges",
            decided_by="den, der bestyrer det",
            reason="Det er nyt",
        ),
    )
    for count in (1, 4, 9):
        answers = {question.id: given[number % 4] for number, question in enumerate(questions()[:count])}
        yield from texts(f"open {count}", unknown(wording(language, answers=answers), 5, 200))


def authorities(language: Language) -> Iterator[str]:
    """Yield what may carry a measure in a local plan."""
    writes = wording(language, "local_plan")
    for status, remedy in product(("in_draft", "promised", "idea"), ("", *REMEDIES)):
        measure = Measure.model_validate({"status": status, "text": "Opdigtet", "remedy": remedy})
        yield f"authority {status} {remedy or '-'}: {authority(writes, measure)}"


def texts(name: str, blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the sentences of blocks, each with a name before it."""
    for block in blocks:
        if isinstance(block, Bullets):
            yield from (f"{name}: {item}" for item in block.items)
        elif isinstance(block, Paragraph):
            yield f"{name}: {block.text}"


def table(language: Language) -> str:
    """Return the whole table, a line per text."""
    parts = (effects, bottom_lines, shortened, groups, open_questions, authorities)
    return "".join(f"{line}\n" for part in parts for line in part(language))


if __name__ == "__main__":
    for tongue in get_args(Language):
        (DATA / f"sentences_{tongue}.txt").write_text(table(tongue), encoding="utf-8")
