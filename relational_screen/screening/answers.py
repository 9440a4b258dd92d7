"""Answers to questions, the effects they hold, and the measures against lowering effects (method 1.0, An answer)."""

from typing import Any, Literal

from pydantic import Field, model_validator

from relational_screen.screening.proposal import Value

Direction = Literal["raises", "lowers"]
Strength = Literal["some", "clear"]
Reach = Literal["few", "some", "most"]
Duration = Literal["temporary", "lasting"]
Basis = Literal["assumption", "practice", "research"]
Status = Literal["effects", "no_effect", "unknown", "depends", "not_applicable"]
GateAnswer = Literal["yes", "no", "unsure"]

DIRECTIONS: tuple[Direction, ...] = ("raises", "lowers")


class PassageRef(Value):
    """A passage of the draft that an answer points at, with the hash of its text at that time."""

    label: str
    hash: str = ""

    @model_validator(mode="before")
    @classmethod
    def _from_label(cls, value: Any) -> Any:
        return {"label": value} if isinstance(value, str) else value


class Residual(Value):
    """What a measure leaves of an effect; a field left out stays as the effect has it."""

    strength: Strength | None = None
    reach: Reach | None = None
    duration: Duration | None = None


class Measure(Value):
    """What is done about a lowering effect. Only `in_draft` with a passage counts in the net score.

    `planning_law` is the number in planloven § 15, stk. 2 that may carry it in a local plan, 0 for none, where the
    official corrects the remedy's own.
    """

    status: Literal["in_draft", "promised", "idea"]
    text: str = ""
    remedy: str = ""
    passages: tuple[PassageRef, ...] = ()
    residual: Residual = Residual()
    planning_law: int | None = Field(default=None, ge=0, le=40)

    @property
    def counts(self) -> bool:
        """Whether the measure counts in the net score."""
        return self.status == "in_draft" and bool(self.passages)


class Effect(Value):
    """One effect on people's relations. It counts once strength, reach and duration are all chosen."""

    direction: Direction
    strength: Strength | None = None
    reach: Reach | None = None
    duration: Duration | None = None
    groups: tuple[str, ...] = ()
    basis: Basis = "assumption"
    reason: str = ""
    passages: tuple[PassageRef, ...] = ()
    measures: tuple[Measure, ...] = ()

    @model_validator(mode="after")
    def _measures_are_for_lowering_effects(self) -> "Effect":
        if self.measures and self.direction == "raises":
            message = "measures belong to lowering effects"
            raise ValueError(message)
        return self

    @property
    def is_complete(self) -> bool:
        """Whether the effect can be scored."""
        return None not in (self.strength, self.reach, self.duration)


class Answer(Value):
    """An answer to one question. `depends_on` and `decided_by` belong to the status `depends`."""

    status: Status
    reason: str = ""
    depends_on: str = ""
    decided_by: str = ""
    effects: tuple[Effect, ...] = ()

    @model_validator(mode="after")
    def _effects_where_they_belong(self) -> "Answer":
        if self.status != "effects" and self.effects:
            message = "effects belong to the status effects"
            raise ValueError(message)
        return self

    @property
    def is_open(self) -> bool:
        """Whether the answer leaves the question undecided, so that it widens the interval."""
        if self.status == "effects":
            return not self.effects or not all(effect.is_complete for effect in self.effects)
        return self.status in ("unknown", "depends")
