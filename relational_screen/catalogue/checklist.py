"""A life arena's checklist: the gates that test relevance and the questions that follow."""

from typing import Literal

from pydantic import Field, StrictBool

from relational_screen.catalogue.model import KINDS, Kind, Mechanism, Name, QuestionId, Record, Source, Text, Words

Weight = Literal["key", "normal", "minor"]


class Terms(Record):
    """Words that point at a passage in one language; `checklists/README.md` describes a term."""

    strong: tuple[Words, ...] = ()
    weak: tuple[Words, ...] = ()
    against: tuple[Words, ...] = ()


class Signals(Record):
    """Words that point at a passage, per language."""

    da: Terms
    en: Terms


class PerDirection(Record):
    """A text for a raising and one for a lowering effect."""

    raises: Text
    lowers: Text


class Gate(Record):
    """A yes/no/unsure question that tests whether an arena is touched (method 1.0, step 2)."""

    id: QuestionId
    question: Text
    kinds: tuple[Kind, ...] = KINDS
    signals: Signals | None = None


class Question(Record):
    """One question of a checklist; `checklists/README.md` says what each field is for."""

    id: QuestionId
    mechanism: Mechanism
    weight: Weight
    weight_reason: Text | None = None
    kinds: tuple[Kind, ...] = KINDS
    ability: Literal["enter", "keep", "both"] | None = None
    ties: tuple[Literal["close", "everyday", "chance"], ...] = ()
    title: Text
    question: Text
    help: Text | None = None
    example: PerDirection | None = None
    phrase: PerDirection
    signals: Signals | None = None
    facts: tuple[Name, ...] = ()
    groups: tuple[Name, ...] = ()
    remedies: tuple[Name, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)

    def missing(self) -> list[str]:
        """Return the names of fields that a complete question has and this one lacks."""
        return [name for name in type(self).model_fields if getattr(self, name) in (None, ())]


class Checklist(Record):
    """The questions of one life arena, in the order in which they are asked."""

    id: Name
    version: Words
    order: int
    complete: StrictBool
    title: Text
    retired: tuple[QuestionId, ...] = ()
    gates: tuple[Gate, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = Field(min_length=1)

    def applicable(self, kind: Kind) -> tuple[Question, ...]:
        """Return the questions that are asked for a kind of proposal (method 1.0, step 4)."""
        return tuple(question for question in self.questions if kind in question.kinds)

    def applicable_gates(self, kind: Kind) -> tuple[Gate, ...]:
        """Return the gates that are asked for a kind of proposal."""
        return tuple(gate for gate in self.gates if kind in gate.kinds)
