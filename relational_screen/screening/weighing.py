"""What one question contributes: its answer, weighed once and used in every score (method 1.0, Scores)."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from relational_screen.catalogue.checklist import Question
from relational_screen.screening.answers import DIRECTIONS, Answer, Direction, Effect
from relational_screen.screening.magnitude import Scale, gross, net
from relational_screen.screening.result import MustAddress


@dataclass(frozen=True, slots=True)
class Part:
    """λ·m of one question in one direction, as the effects stand and after measures in the draft."""

    gross: Fraction
    net: Fraction


Parts = dict[Direction, Part]
"""The directions that a question has effects in."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A question with its answer, weighed; `groups` holds the same for the effects that name each group.

    `weight` is λ, `units` the same as a whole number for adding up shares.
    `is_open`: not answered, unknown, or depending on how it is carried out. `applies`: not answered »not applicable«.
    """

    question: Question
    weight: Fraction
    units: int
    answered: bool
    is_open: bool
    applies: bool
    parts: Parts
    groups: dict[str, Parts]
    must_be_addressed: tuple[MustAddress, ...]


Weigh = Callable[[Question, Answer | None], Weighed]


def weigh(question: Question, answer: Answer | None, scale: Scale) -> Weighed:
    """Weigh one question's answer; where several effects go one way, the largest m counts."""
    effects = answer.effects if answer else ()
    weight = scale.weight[question.weight]
    named = {group for effect in effects for group in effect.groups}
    return Weighed(
        question=question,
        weight=weight,
        units=scale.weight_units[question.weight],
        answered=answer is not None,
        is_open=answer is None or answer.is_open,
        applies=answer is None or answer.status != "not_applicable",
        parts=_parts(effects, weight, scale),
        groups={
            group: _parts(tuple(effect for effect in effects if group in effect.groups), weight, scale)
            for group in named
        },
        must_be_addressed=tuple(
            MustAddress(question.id, number, tuple(sorted(scale.elevated.intersection(effect.groups))))
            for number, effect in enumerate(effects)
            if _must_be_addressed(effect, scale)
        ),
    )


class Memory:
    """Weighs each answer once, as long as it stays the same."""

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self._kept: dict[str, tuple[Answer | None, Weighed]] = {}

    def weigh(self, question: Question, answer: Answer | None) -> Weighed:
        """Return the question weighed."""
        kept = self._kept.get(question.id)
        if kept is None or kept[0] is not answer:
            kept = self._kept[question.id] = (answer, weigh(question, answer, self._scale))
        return kept[1]


def _parts(effects: tuple[Effect, ...], weight: Fraction, scale: Scale) -> Parts:
    result: Parts = {}
    for direction in DIRECTIONS:
        same_way = [effect for effect in effects if effect.direction == direction]
        if same_way:
            standing = max(gross(effect, scale) for effect in same_way)
            left = max(net(effect, scale) for effect in same_way)
            result[direction] = Part(weight * standing, weight * left)
    return result


def _must_be_addressed(effect: Effect, scale: Scale) -> bool:
    """Whether an effect is clear, lasting and lowering for a group at elevated risk, with no measure in the draft."""
    severe = (effect.direction, effect.strength, effect.duration) == ("lowers", "clear", "lasting")
    exposed = not scale.elevated.isdisjoint(effect.groups)
    return severe and exposed and not any(measure.counts for measure in effect.measures)
