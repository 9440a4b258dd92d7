"""The score of a screening: one pure function from answers and content to a `Result` (method 1.0)."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial
from itertools import chain
from typing import Any, TypeVar, cast

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.screening.answers import DIRECTIONS, Direction
from relational_screen.screening.magnitude import Scale, combine, scale_of
from relational_screen.screening.result import ArenaResult, Pair, Progress, Result, Side, Verdict
from relational_screen.screening.scope import arenas_in_scope, relevance
from relational_screen.screening.state import State
from relational_screen.screening.verdict import (
    arena_lean,
    bottom_certainty,
    bottom_line,
    by_sides,
    counts,
    proposal_lean,
)
from relational_screen.screening.weighing import Memory, Part, Parts, Weighed

Asked = tuple[Weighed, ...]
T = TypeVar("T")


class Scorer:
    """Scores the screenings of one catalogue; what did not change since the last time is not computed again."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.scale = scale_of(catalogue)
        self._memory = Memory(self.scale)
        self._kept: dict[tuple[str, ...], tuple[tuple[object, ...], Any]] = {}

    def score(self, state: State) -> Result:
        """Return the result of a screening."""
        asked = {arena: self.asked_in(arena, state) for arena in self._scope(state)}
        arenas = {arena: self._arena(arena, questions) for arena, questions in asked.items()}
        everything = tuple(chain.from_iterable(asked.values()))
        line = bottom_line(arena.verdict for arena in arenas.values()) if arenas else self._untouched(state)
        return Result(
            method=self._catalogue.method.version,
            bottom_line=line,
            certainty=bottom_certainty(line, arenas.values()),
            lean=proposal_lean(line, arenas.values()),
            worst_arena=_extreme(arenas, "lowers"),
            best_arena=_extreme(arenas, "raises"),
            must_be_addressed=tuple([must for item in everything for must in item.must_be_addressed]),
            arenas=arenas,
            count_groups=partial(_by_group, everything, self.scale),
            count_mechanisms=partial(_by_mechanism, asked, self.scale),
        )

    def _scope(self, state: State) -> tuple[str, ...]:
        inputs = (state.gates, state.proposal.kind)
        return self._remembered(("scope",), inputs, lambda: arenas_in_scope(state, self._catalogue))

    def _untouched(self, state: State) -> Verdict:
        """Return the verdict of a screening with no arena in scope."""
        return "not_tested" if relevance(state, self._catalogue) == "not_tested" else "not_relevant"

    def asked_in(self, arena: str, state: State) -> tuple[Weighed, ...]:
        """Return the questions of an arena that this proposal is asked, each weighed with its answer."""
        kind = state.proposal.kind
        questions = self._remembered(
            (arena, "questions"), (kind,), lambda: self._catalogue.checklist(arena).applicable(kind)
        )
        answers = tuple([state.answers.get(question.id) for question in questions])
        return self._remembered((arena, "asked"), answers, lambda: tuple(map(self._memory.weigh, questions, answers)))

    def _arena(self, arena: str, asked: Asked) -> ArenaResult:
        return self._remembered((arena, "arena"), asked, lambda: score_arena(asked, self.scale))

    def _remembered(self, key: tuple[str, ...], inputs: tuple[object, ...], compute: Callable[[], T]) -> T:
        kept = self._kept.get(key)
        if kept is None or kept[0] != inputs:
            kept = self._kept[key] = (inputs, compute())
        return cast(T, kept[1])


def score(state: State, catalogue: Catalogue) -> Result:
    """Return the result of a screening."""
    return Scorer(catalogue).score(state)


def score_arena(asked: Asked, scale: Scale) -> ArenaResult:
    """Return one arena's result."""
    pair = _pair(asked, scale)
    undecided = [item for item in asked if item.is_open]
    verdict = by_sides(counts(pair.raises.band), counts(pair.lowers.band))
    if undecided and _open_share_too_large(asked, undecided, scale):
        verdict = "undetermined"
    least = by_sides(counts(scale.band(pair.raises.low)), counts(scale.band(pair.lowers.low)))
    most = by_sides(counts(scale.band(pair.raises.high)), counts(scale.band(pair.lowers.high)))
    firm = least == most == verdict
    return ArenaResult(
        verdict=verdict,
        least=least,
        most=most,
        lean=arena_lean(verdict, pair),
        certainty="firm" if firm else "open",
        pair=pair,
        open_questions=() if firm else tuple(item.question.id for item in undecided),
        progress=_progress(asked, undecided),
    )


def _pair(asked: Asked, scale: Scale) -> Pair:
    """Return both directions over some questions; an open one may still count its whole weight in either."""
    open_weights = [item.weight for item in asked if item.is_open]
    sides = []
    for direction in DIRECTIONS:
        touched = [item for item in asked if direction in item.parts]
        decided = [item.parts[direction].net for item in touched if not item.is_open]
        sides.append(_side([item.parts[direction] for item in touched], decided + open_weights, scale))
    return Pair(*sides)


def _side(parts: list[Part], most: list[Fraction], scale: Scale) -> Side:
    """Return a side; open questions count 0 in its low end, which is therefore the net score."""
    net = combine(part.net for part in parts)
    gross = combine(part.gross for part in parts)
    return Side(gross=gross, net=net, low=net, high=combine(most), band=scale.band(net))


def _by_mechanism(asked: dict[str, Asked], scale: Scale) -> dict[str, dict[str, Pair]]:
    """Return both directions per mechanism of each arena."""
    return {arena: _mechanisms(questions, scale) for arena, questions in asked.items()}


def _mechanisms(asked: Asked, scale: Scale) -> dict[str, Pair]:
    names = dict.fromkeys(item.question.mechanism for item in asked)
    return {name: _pair(tuple(item for item in asked if item.question.mechanism == name), scale) for name in names}


def _by_group(asked: Asked, scale: Scale) -> dict[str, Pair]:
    """Return both directions over the effects that name each group; an open question names none."""
    names = sorted({group for item in asked for group in item.groups})
    return {name: _group_pair([item.groups[name] for item in asked if name in item.groups], scale) for name in names}


def _group_pair(naming: list[Parts], scale: Scale) -> Pair:
    sides = []
    for direction in DIRECTIONS:
        parts = [found[direction] for found in naming if direction in found]
        sides.append(_side(parts, [part.net for part in parts], scale))
    return Pair(*sides)


def _open_share_too_large(asked: Asked, undecided: Iterable[Weighed], scale: Scale) -> bool:
    """Whether more than a third of the weight of the questions that apply is open."""
    part = sum([item.units for item in undecided])
    return part > scale.undetermined * sum([item.units for item in asked if item.applies])


def _progress(asked: Asked, undecided: list[Weighed]) -> Progress:
    not_examined = sum([not item.answered for item in undecided])
    return Progress(len(asked), len(asked) - len(undecided), len(undecided) - not_examined, not_examined)


def _extreme(arenas: dict[str, ArenaResult], direction: Direction) -> str | None:
    """Return the arena with the highest net score of a direction among those where it counts."""
    sides = {name: getattr(arena.pair, direction) for name, arena in arenas.items()}
    counting = [name for name, side in sides.items() if counts(side.band)]
    return max(counting, key=lambda name: sides[name].net, default=None)
