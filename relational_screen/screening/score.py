"""The score of a screening: one pure function from answers and content to a `Result` (method 1.0)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Question
from relational_screen.screening.answers import DIRECTIONS, Answer, Direction
from relational_screen.screening.magnitude import ONE, ZERO, Scale, combine, of_answer, scale_of
from relational_screen.screening.result import ArenaResult, MustAddress, Pair, Result, Side, Verdict
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

Asked = Sequence[tuple[Question, Answer | None]]


@dataclass(frozen=True, slots=True)
class _Arena:
    result: ArenaResult
    least: Verdict
    most: Verdict


def score(state: State, catalogue: Catalogue, scale: Scale | None = None) -> Result:
    """Return the result of a screening; `scale` spares reading the constants again when they are at hand."""
    scale = scale or scale_of(catalogue)
    asked = {arena: asked_in(arena, state, catalogue) for arena in arenas_in_scope(state, catalogue)}
    arenas = {arena: _score_arena(questions, scale) for arena, questions in asked.items()}
    results = {name: arena.result for name, arena in arenas.items()}
    outcome = relevance(state, catalogue)
    line: Verdict = (
        bottom_line({name: arena.verdict for name, arena in results.items()}) if outcome == "relevant" else outcome
    )
    everything = [pair for questions in asked.values() for pair in questions]
    return Result(
        method=catalogue.method.version,
        bottom_line=line,
        certainty=bottom_certainty(
            line,
            {name: arena.least for name, arena in arenas.items()},
            {name: arena.most for name, arena in arenas.items()},
        )
        if results
        else "firm",
        lean=proposal_lean(line, results),
        worst_arena=_extreme(results, "lowers"),
        best_arena=_extreme(results, "raises"),
        must_be_addressed=tuple(_must_be_addressed(everything, scale)),
        arenas=results,
        groups=_by_group(everything, scale),
        mechanisms={arena: _by_mechanism(questions, scale) for arena, questions in asked.items()},
    )


def asked_in(arena: str, state: State, catalogue: Catalogue) -> Asked:
    """Return the questions of an arena that this proposal is asked, each with its answer or None."""
    questions = catalogue.checklist(arena).applicable(state.proposal.kind)
    return [(question, state.answers.get(question.id)) for question in questions]


def score_arena(asked: Asked, scale: Scale) -> ArenaResult:
    """Return one arena's result."""
    return _score_arena(asked, scale).result


def _score_arena(asked: Asked, scale: Scale) -> _Arena:
    pair = score_pair(asked, scale)
    least = by_sides(counts(scale.band(pair.raises.low)), counts(scale.band(pair.lowers.low)))
    most = by_sides(counts(scale.band(pair.raises.high)), counts(scale.band(pair.lowers.high)))
    verdict: Verdict = (
        "undetermined"
        if _open_share_too_large(asked, scale)
        else by_sides(counts(pair.raises.band), counts(pair.lowers.band))
    )
    firm = least == most == verdict
    result = ArenaResult(
        verdict=verdict,
        lean=arena_lean(verdict, pair),
        certainty="firm" if firm else "open",
        pair=pair,
        open_questions=() if firm else tuple(question.id for question, answer in asked if is_open(answer)),
    )
    return _Arena(result, least, most)


def is_open(answer: Answer | None) -> bool:
    """Whether a question is undecided: not answered, unknown, or depending on how it is carried out."""
    return answer is None or answer.is_open


def score_pair(asked: Asked, scale: Scale, group: str | None = None) -> Pair:
    """Return both directions over some questions, or over the effects in them that name one group.

    An open question names no group, so it widens no group's interval.
    """
    return Pair(*(_side(asked, direction, scale, group) for direction in DIRECTIONS))


def _side(asked: Asked, direction: Direction, scale: Scale, group: str | None) -> Side:
    weights = [scale.weight[question.weight] for question, _ in asked]
    magnitudes = [of_answer(answer, direction, scale, group) for _, answer in asked]
    nets = [net for _, net in magnitudes]
    widened = [group is None and is_open(answer) for _, answer in asked]
    highs = [ONE if wide else net for wide, net in zip(widened, nets, strict=True)]
    net = combine(zip(weights, nets, strict=True))
    return Side(
        gross=combine(zip(weights, (gross for gross, _ in magnitudes), strict=True)),
        net=net,
        low=net,
        high=combine(zip(weights, highs, strict=True)),
        band=scale.band(net),
    )


def _open_share_too_large(asked: Asked, scale: Scale) -> bool:
    """More than a third of the weight of the questions that apply is open; those answered »not applicable« do not."""
    applying = [(q, answer) for q, answer in asked if answer is None or answer.status != "not_applicable"]
    total = sum((scale.weight[question.weight] for question, _ in applying), ZERO)
    undecided = sum((scale.weight[question.weight] for question, answer in applying if is_open(answer)), ZERO)
    return undecided > scale.undetermined * total


def _extreme(arenas: dict[str, ArenaResult], direction: Direction) -> str | None:
    """Return the arena with the highest net score of a direction among those where it counts."""
    sides = {name: getattr(arena.pair, direction) for name, arena in arenas.items()}
    counting = [name for name, side in sides.items() if counts(side.band)]
    return max(counting, key=lambda name: sides[name].net, default=None)


def _must_be_addressed(asked: Asked, scale: Scale) -> Iterable[MustAddress]:
    for question, answer in asked:
        for number, effect in enumerate(answer.effects if answer else ()):
            groups = tuple(sorted(scale.elevated.intersection(effect.groups)))
            severe = (effect.direction, effect.strength, effect.duration) == ("lowers", "clear", "lasting")
            if severe and groups and not any(measure.counts for measure in effect.measures):
                yield MustAddress(question.id, number, groups)


def _by_group(asked: Asked, scale: Scale) -> dict[str, Pair]:
    named = sorted({name for _, answer in asked if answer for effect in answer.effects for name in effect.groups})
    return {name: score_pair(asked, scale, name) for name in named}


def _by_mechanism(asked: Asked, scale: Scale) -> dict[str, Pair]:
    mechanisms = dict.fromkeys(question.mechanism for question, _ in asked)
    return {
        mechanism: score_pair([pair for pair in asked if pair[0].mechanism == mechanism], scale)
        for mechanism in mechanisms
    }
