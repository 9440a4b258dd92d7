"""Small invented catalogues, answers and events that tests are built of. Nothing here is real content."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Checklist, Gate, PerDirection, Question, Weight
from relational_screen.catalogue.facts import Document
from relational_screen.catalogue.groups import Group, Prevalence
from relational_screen.catalogue.model import KINDS, Kind, Mechanism, Text
from relational_screen.catalogue.shipped import read_catalogue, shipped_folder
from relational_screen.drafts.draft import Draft, Passage
from relational_screen.screening.answers import (
    Answer,
    Direction,
    Duration,
    Effect,
    GateAnswer,
    Measure,
    PassageRef,
    Reach,
    Residual,
    Strength,
)
from relational_screen.screening.events import Event, EventType, make_event
from relational_screen.screening.proposal import Proposal
from relational_screen.screening.state import State

RISK, OTHER_RISK, PLAIN = "people-at-risk", "others-at-risk", "people-not-at-risk"
NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


def text(words: str) -> Text:
    return Text(da=words, en=words)


@cache
def core() -> Catalogue:
    """The catalogue that ships, for its method and words."""
    return read_catalogue(shipped_folder())


def question(
    name: str, weight: Weight = "normal", mechanism: Mechanism = "places", kinds: Iterable[Kind] = KINDS
) -> Question:
    return Question(
        id=name,
        mechanism=mechanism,
        weight=weight,
        kinds=tuple(kinds),
        title=text(f"Invented {name}"),
        question=text("Does the proposal change something invented?"),
        phrase=PerDirection(raises=text("do invented good"), lowers=text("do invented harm")),
        sources=("invented: page 1",),
    )


def checklist(arena: str, questions: Iterable[Question] = (), order: int = 10) -> Checklist:
    gate = Gate(id=f"{arena}.gate-any", question=text("Does the proposal touch something invented?"))
    asked = tuple(questions) or (question(f"{arena}.one"),)
    return Checklist(
        id=arena,
        version="1.0",
        order=order,
        complete=False,
        title=text(f"Invented arena {arena}"),
        gates=(gate,),
        questions=asked,
    )


def weighed(arena: str, *weights: Weight) -> Checklist:
    """A checklist whose questions are called q0, q1, … and have these weights."""
    return checklist(arena, [question(f"{arena}.q{number}", weight) for number, weight in enumerate(weights)])


def group(name: str, *, elevated: bool) -> Group:
    figure = Decimal(40) if elevated else Decimal(10)
    known = Prevalence(
        figure=figure,
        year=2021,
        measure="t_ils_7",
        population=text("invented people"),
        source="invented: page 2",
        average=Decimal(10),
    )
    return Group(id=name, label=text(name), elevated=elevated, prevalence=known)


GROUPS = (group(RISK, elevated=True), group(OTHER_RISK, elevated=True), group(PLAIN, elevated=False))


def catalogue(*checklists: Checklist) -> Catalogue:
    """A catalogue of invented checklists and groups with the method and words that ship."""
    return Catalogue(
        method=core().method,
        note=core().note,
        groups=GROUPS,
        documents=(Document(id="invented", title="Invented", year=2027, publisher="Nobody", file="invented.txt"),),
        facts=(),
        remedies=(),
        checklists=checklists,
    )


def effect(
    direction: Direction = "lowers",
    strength: Strength | None = "clear",
    reach: Reach | None = "most",
    duration: Duration | None = "lasting",
    groups: Iterable[str] = (),
    measures: Iterable[Measure] = (),
) -> Effect:
    return Effect(
        direction=direction,
        strength=strength,
        reach=reach,
        duration=duration,
        groups=tuple(groups),
        reason="An invented reason.",
        measures=tuple(measures),
    )


def measure(
    strength: Strength | None = None,
    reach: Reach | None = None,
    duration: Duration | None = None,
    *,
    status: Any = "in_draft",
    passages: Iterable[str] = ("§ 1",),
) -> Measure:
    return Measure(
        status=status,
        text="An invented measure.",
        passages=tuple(PassageRef(label=label) for label in passages),
        residual=Residual(strength=strength, reach=reach, duration=duration),
    )


def answer(*effects: Effect) -> Answer:
    return Answer(status="effects", effects=effects)


NO_EFFECT = Answer(status="no_effect")
UNKNOWN = Answer(status="unknown")
DEPENDS = Answer(status="depends", depends_on="an invented order", decided_by="an invented minister")
NOT_APPLICABLE = Answer(status="not_applicable", reason="An invented reason.")


def state(
    content: Catalogue,
    answers: Mapping[str, Answer] | None = None,
    gates: Mapping[str, GateAnswer] | None = None,
    kind: Kind = "bill",
) -> State:
    """A state with every arena in scope unless gates are given."""
    all_yes: dict[str, GateAnswer] = {gate.id: "yes" for item in content.checklists for gate in item.gates}
    return State(
        id="invented",
        proposal=Proposal(kind=kind, title="Invented"),
        gates=dict(all_yes if gates is None else gates),
        answers=dict(answers or {}),
    )


def draft(*texts: str) -> Draft:
    """An invented draft with the passages § 1, § 2, …"""
    passages = tuple(Passage(label=f"§ {number}", level="section", text=words) for number, words in enumerate(texts, 1))
    return Draft(name="invented.txt", format="txt", sha256="0" * 64, title="Invented act", passages=passages)


class Chain:
    """Events of one invented screening, each a minute after the one before."""

    def __init__(self, screening: str = "s1") -> None:
        self.screening = screening
        self.events: list[Event] = []
        self.add("started", content="pinned", proposal=Proposal(title="Invented").model_dump())

    def add(self, event_type: EventType, **data: object) -> Event:
        last = self.events[-1] if self.events else None
        at = NOON + timedelta(minutes=len(self.events))
        self.events.append(make_event(self.screening, last, event_type, data, "Invented Person", at))
        return self.events[-1]

    def gate(self, name: str, given: str | None = "yes") -> Event:
        return self.add("gate_answered", gate=name, answer=given)

    def answer(self, name: str, given: Answer | None) -> Event:
        return self.add("question_answered", question=name, answer=given.model_dump() if given else None)
