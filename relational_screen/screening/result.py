"""The result of a screening: the one object that screen, command line, note and registry print."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

Verdict = Literal["raises", "lowers", "both_ways", "no_effect", "undetermined", "not_relevant", "not_tested"]
Certainty = Literal["firm", "open"]
Lean = Literal["raises", "lowers", "even"]


@dataclass(frozen=True, slots=True)
class Side:
    """The score of one direction, 0-100 with two decimals. `band` and the interval are those of `net`."""

    gross: Decimal
    net: Decimal
    low: Decimal
    high: Decimal
    band: str

    def as_json(self) -> dict[str, Any]:
        """Return the side as JSON data."""
        numbers = {name: float(getattr(self, name)) for name in ("gross", "net", "low", "high")}
        return {**numbers, "band": self.band}


@dataclass(frozen=True, slots=True)
class Pair:
    """Raising and lowering beside each other, never netted."""

    raises: Side
    lowers: Side

    def as_json(self) -> dict[str, Any]:
        """Return both sides as JSON data."""
        return {"raises": self.raises.as_json(), "lowers": self.lowers.as_json()}


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions are asked, answered, left undecided and not examined."""

    asked: int
    answered: int
    undecided: int
    not_examined: int

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(
            self.asked + other.asked,
            self.answered + other.answered,
            self.undecided + other.undecided,
            self.not_examined + other.not_examined,
        )


@dataclass(frozen=True, slots=True)
class ArenaResult:
    """One arena's verdict and scores; `open_questions` could change the verdict.

    `least` and `most` are the verdicts when every open question is filled with nothing, and with everything.
    """

    verdict: Verdict
    least: Verdict
    most: Verdict
    lean: Lean | None
    certainty: Certainty
    pair: Pair
    open_questions: tuple[str, ...]
    progress: Progress

    def as_json(self) -> dict[str, Any]:
        """Return the arena as JSON data."""
        return {
            "verdict": self.verdict,
            "lean": self.lean,
            "certainty": self.certainty,
            **self.pair.as_json(),
            "open_questions": list(self.open_questions),
        }


@dataclass(frozen=True, slots=True)
class MustAddress:
    """A clear, lasting, lowering effect on groups at elevated risk without a measure in the draft."""

    question: str
    effect: int
    groups: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON data; `effect` counts from 0 within the question's answer."""
        return {"question": self.question, "effect": self.effect, "groups": list(self.groups)}


@dataclass(frozen=True)
class Result:
    """The bottom line and everything it rests on (method 1.0, Scores).

    `groups` and `mechanisms` are counted when they are first asked for, since no answer waits for them.
    """

    method: str
    bottom_line: Verdict
    certainty: Certainty
    lean: Lean | None
    worst_arena: str | None
    best_arena: str | None
    must_be_addressed: tuple[MustAddress, ...]
    arenas: dict[str, ArenaResult]
    count_groups: Callable[[], dict[str, Pair]] = field(repr=False, compare=False)
    count_mechanisms: Callable[[], dict[str, dict[str, Pair]]] = field(repr=False, compare=False)

    @cached_property
    def groups(self) -> dict[str, Pair]:
        """Both directions over the effects that name each group."""
        return self.count_groups()

    @cached_property
    def mechanisms(self) -> dict[str, dict[str, Pair]]:
        """Both directions per mechanism of each arena in scope."""
        return self.count_mechanisms()

    @property
    def progress(self) -> Progress:
        """How far the screening has come."""
        return sum((arena.progress for arena in self.arenas.values()), Progress(0, 0, 0, 0))

    def as_json(self) -> dict[str, Any]:
        """Return the result as JSON data; the README documents the keys."""
        return {
            "method": self.method,
            "bottom_line": self.bottom_line,
            "certainty": self.certainty,
            "lean": self.lean,
            "worst_arena": self.worst_arena,
            "best_arena": self.best_arena,
            "must_be_addressed": [item.as_json() for item in self.must_be_addressed],
            "arenas": {name: arena.as_json() for name, arena in self.arenas.items()},
            "groups": {name: pair.as_json() for name, pair in self.groups.items()},
            "mechanisms": {
                arena: {name: pair.as_json() for name, pair in cells.items()}
                for arena, cells in self.mechanisms.items()
            },
        }
