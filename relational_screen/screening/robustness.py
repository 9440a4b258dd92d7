"""Which single step in one answer would turn the bottom line (method 1.0, Robustness)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.method import SCALES
from relational_screen.screening.answers import Answer
from relational_screen.screening.result import Result, Verdict
from relational_screen.screening.score import Scorer, score_arena
from relational_screen.screening.state import State
from relational_screen.screening.verdict import bottom_line
from relational_screen.screening.weighing import weigh

STEPPED_FIELDS = ("strength", "reach", "duration")


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of one field that turns the bottom line; `effect` counts from 0 within the answer."""

    question: str
    effect: int
    field: str
    old: str
    new: str
    bottom_line: Verdict

    def as_json(self) -> dict[str, Any]:
        """Return the turn as JSON data."""
        return {
            "question": self.question,
            "effect": self.effect,
            "field": self.field,
            "from": self.old,
            "to": self.new,
            "bottom_line": self.bottom_line,
        }


def robustness(state: State, catalogue: Catalogue, result: Result) -> tuple[Turn, ...]:
    """Return every single step of an answered question's field that turns the bottom line of `result`."""
    scorer = Scorer(catalogue)
    verdicts = {name: arena.verdict for name, arena in result.arenas.items()}
    turns: list[Turn] = []
    for arena in result.arenas:
        asked = scorer.asked_in(arena, state)
        for number, item in enumerate(asked):
            for step in _steps(state.answers.get(item.question.id)):
                moved = (*asked[:number], weigh(item.question, step.answer, scorer.scale), *asked[number + 1 :])
                line = bottom_line({**verdicts, arena: score_arena(moved, scorer.scale).verdict}.values())
                if line != result.bottom_line:
                    turns.append(Turn(item.question.id, step.effect, step.field, step.old, step.new, line))
    return tuple(turns)


@dataclass(frozen=True, slots=True)
class _Step:
    effect: int
    field: str
    old: str
    new: str
    answer: Answer


def _steps(answer: Answer | None) -> Iterator[_Step]:
    """Yield each single step each way."""
    if answer is None:
        return
    for number, effect in enumerate(answer.effects):
        for field in STEPPED_FIELDS:
            old = getattr(effect, field)
            for new in _neighbours(field, old):
                changed = effect.model_copy(update={field: new})
                effects = (*answer.effects[:number], changed, *answer.effects[number + 1 :])
                yield _Step(number, field, old, new, answer.model_copy(update={"effects": effects}))


def _neighbours(field: str, value: str | None) -> tuple[str, ...]:
    """Return the values one step below and above on a scale."""
    if value is None:
        return ()
    values = SCALES[field]
    place = values.index(value)
    return values[max(place - 1, 0) : place] + values[place + 1 : place + 2]
