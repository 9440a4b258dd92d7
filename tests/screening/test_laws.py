"""Every law that method.md sets for the scores, over random checklists, answers, effects and measures."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from relational_screen.app.pinned import pin, unpin_catalogue
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Checklist, Weight
from relational_screen.screening.answers import DIRECTIONS, Answer, Direction, Effect, Measure
from relational_screen.screening.result import Pair, Side
from relational_screen.screening.robustness import robustness
from relational_screen.screening.score import Scorer, score
from tests.builders import GROUPS, NO_EFFECT, catalogue, question, state
from tests.screening import oracle
from tests.screening.strategies import answers, arenas, closed, directions, effects, measures, weights, with_effects

Arena = tuple[Checklist, dict[str, Answer]]
SCALES = {"strength": ["some", "clear"], "reach": ["few", "some", "most"], "duration": ["temporary", "lasting"]}


def _pair(checklist: Checklist, given_answers: dict[str, Answer]) -> Pair:
    content = catalogue(checklist)
    return score(state(content, given_answers), content).arenas[checklist.id].pair


def _numbers(side: Side) -> tuple[Any, ...]:
    return side.gross, side.net, side.low, side.high


def _side(pair: Pair, direction: Direction) -> Side:
    return pair.raises if direction == "raises" else pair.lowers


def _with_effect(answer: Answer, number: int, effect: Effect) -> Answer:
    return Answer(status="effects", effects=(*answer.effects[:number], effect, *answer.effects[number + 1 :]))


@given(arenas())
def test_a_score_is_what_the_formula_gives_in_plain_decimal_arithmetic(arena: Arena) -> None:
    checklist, given_answers = arena
    pair = _pair(checklist, given_answers)
    asked = [(item.weight, given_answers.get(item.id)) for item in checklist.questions]
    for direction in DIRECTIONS:
        side = _side(pair, direction)
        expected = oracle.side(asked, direction)
        assert {name: getattr(side, name) for name in expected} == expected
        assert side.band == oracle.band(expected["net"])


@given(arenas())
def test_a_group_s_score_is_what_the_formula_gives_over_the_effects_that_name_it(arena: Arena) -> None:
    checklist, given_answers = arena
    content = catalogue(checklist)
    found = score(state(content, given_answers), content).groups
    asked = [(item.weight, given_answers.get(item.id)) for item in checklist.questions]
    named = {name for answer in given_answers.values() for effect in answer.effects for name in effect.groups}
    assert set(found) == named
    for name, pair in found.items():
        for direction in DIRECTIONS:
            expected = oracle.side(asked, direction, name)
            side = _side(pair, direction)
            assert {field: getattr(side, field) for field in expected} == expected


@given(arenas())
def test_a_score_lies_between_0_and_100_and_within_its_interval(arena: Arena) -> None:
    pair = _pair(*arena)
    for side in (pair.raises, pair.lowers):
        assert 0 <= side.low <= side.net <= side.high <= 100
        assert 0 <= side.gross <= 100


@given(arenas(), st.randoms(use_true_random=False))
def test_the_order_of_questions_effects_and_groups_changes_nothing(arena: Arena, random: Any) -> None:
    checklist, given_answers = arena

    def shuffled(items: Any) -> tuple[Any, ...]:
        return tuple(random.sample(list(items), len(items)))

    turned = {
        name: answer.model_copy(
            update={
                "effects": shuffled(
                    [
                        effect.model_copy(
                            update={"groups": shuffled(effect.groups), "measures": shuffled(effect.measures)}
                        )
                        for effect in answer.effects
                    ]
                )
            }
        )
        for name, answer in shuffled(given_answers.items())
    }
    other = checklist.model_copy(update={"questions": shuffled(checklist.questions)})
    before_content, after_content = catalogue(checklist), catalogue(other).model_copy(update={"groups": GROUPS[::-1]})
    before = score(state(before_content, given_answers), before_content)
    after = score(state(after_content, turned), after_content)
    assert before.groups == after.groups
    assert before.mechanisms == after.mechanisms
    assert (before.bottom_line, before.certainty, before.lean) == (after.bottom_line, after.certainty, after.lean)
    first, second = before.arenas[checklist.id], after.arenas[checklist.id]
    assert (first.pair, first.verdict, first.lean, first.certainty) == (
        second.pair,
        second.verdict,
        second.lean,
        second.certainty,
    )
    assert set(first.open_questions) == set(second.open_questions)
    assert {(item.question, item.groups) for item in before.must_be_addressed} == {
        (item.question, item.groups) for item in after.must_be_addressed
    }


@given(arenas(), weights, with_effects(), st.sampled_from(sorted(SCALES)), st.data())
def test_a_stronger_wider_or_longer_effect_never_lowers_its_score_and_a_weaker_one_never_raises_it(
    arena: Arena, weight: Weight, answer: Answer, field: str, data: st.DataObject
) -> None:
    checklist, given_answers = arena
    number = data.draw(st.integers(0, len(answer.effects) - 1))
    low, high = sorted(
        data.draw(st.lists(st.sampled_from(SCALES[field]), min_size=2, max_size=2)), key=SCALES[field].index
    )
    weaker, stronger = (
        _with_effect(answer, number, answer.effects[number].model_copy(update={field: value})) for value in (low, high)
    )
    asked = checklist.model_copy(update={"questions": (*checklist.questions, question("alpha.added", weight))})
    below = _pair(asked, {**given_answers, "alpha.added": weaker})
    above = _pair(asked, {**given_answers, "alpha.added": stronger})
    for direction in DIRECTIONS:
        pairs = zip(_numbers(_side(below, direction)), _numbers(_side(above, direction)), strict=True)
        assert all(lesser <= greater for lesser, greater in pairs)


@given(arenas(given=closed), directions, st.data())
def test_adding_an_effect_never_changes_the_score_of_the_other_direction(
    arena: Arena, direction: Direction, data: st.DataObject
) -> None:
    checklist, given_answers = arena
    name = data.draw(st.sampled_from([item.id for item in checklist.questions]))
    added = data.draw(effects(direction))
    more = Answer(status="effects", effects=(*given_answers[name].effects, added))
    before, after = _pair(checklist, given_answers), _pair(checklist, {**given_answers, name: more})
    other: Direction = "lowers" if direction == "raises" else "raises"
    assert _side(before, other) == _side(after, other)
    assert _side(before, direction).net <= _side(after, direction).net
    assert _side(before, direction).gross <= _side(after, direction).gross


@given(arenas(), weights)
def test_a_question_answered_no_effect_changes_no_score(arena: Arena, weight: Weight) -> None:
    checklist, given_answers = arena
    longer = checklist.model_copy(update={"questions": (*checklist.questions, question("alpha.added", weight))})
    assert _pair(longer, {**given_answers, "alpha.added": NO_EFFECT}) == _pair(checklist, given_answers)


@given(arenas(), weights, st.sampled_from(["unknown", "depends", None]), answers)
def test_answering_what_was_unknown_never_widens_an_interval(
    arena: Arena, weight: Weight, before_status: Any, given_answer: Answer | None
) -> None:
    checklist, given_answers = arena
    asked = checklist.model_copy(update={"questions": (*checklist.questions, question("alpha.added", weight))})
    undecided = {**given_answers, "alpha.added": Answer(status=before_status)} if before_status else given_answers
    decided = {**given_answers, "alpha.added": given_answer} if given_answer else given_answers
    before, after = _pair(asked, undecided), _pair(asked, decided)
    for direction in DIRECTIONS:
        wide, narrow = _side(before, direction), _side(after, direction)
        assert wide.low <= narrow.low <= narrow.high <= wide.high


@given(arenas(), weights, effects("lowers"), measures)
def test_a_measure_never_makes_a_score_worse(arena: Arena, weight: Weight, effect: Effect, measure: Measure) -> None:
    checklist, given_answers = arena
    asked = checklist.model_copy(update={"questions": (*checklist.questions, question("alpha.added", weight))})
    helped = effect.model_copy(update={"measures": (*effect.measures, measure)})
    before = _pair(asked, {**given_answers, "alpha.added": Answer(status="effects", effects=(effect,))})
    after = _pair(asked, {**given_answers, "alpha.added": Answer(status="effects", effects=(helped,))})
    assert after.lowers.net <= before.lowers.net
    assert after.lowers.high <= before.lowers.high
    assert after.lowers.gross == before.lowers.gross
    assert after.raises == before.raises


@given(arenas())
def test_net_is_never_above_gross_and_only_lowering_effects_have_a_difference(arena: Arena) -> None:
    pair = _pair(*arena)
    assert pair.lowers.net <= pair.lowers.gross
    assert pair.raises.net == pair.raises.gross


@given(arenas(), arenas("beta"), st.randoms(use_true_random=False))
def test_the_same_answers_and_versions_give_the_same_bytes(first: Arena, second: Arena, random: Any) -> None:
    content = catalogue(first[0], second[0])
    items = [*first[1].items(), *second[1].items()]
    again = unpin_catalogue(pin(content)[1], content.note)
    shuffled = dict(random.sample(items, len(items)))
    assert _bytes(content, dict(items)) == _bytes(again, shuffled)


@given(arenas(), arenas("beta"), st.data())
def test_a_scorer_that_remembers_what_did_not_change_gives_what_a_fresh_one_gives(
    first: Arena, second: Arena, data: st.DataObject
) -> None:
    content = catalogue(first[0], second[0])
    scorer, given_answers = Scorer(content), first[1] | second[1]
    names = [item.id for checklist in content.checklists for item in checklist.questions]
    for _ in range(4):
        changed = data.draw(answers)
        given_answers = {**given_answers, data.draw(st.sampled_from(names)): changed or NO_EFFECT}
        gates = {"alpha.gate-any": data.draw(st.sampled_from(["yes", "no"])), "beta.gate-any": "yes"}
        found = state(content, given_answers, gates)  # type: ignore[arg-type]  # gates' answers by their names
        assert scorer.score(found) == score(found, content)


def _bytes(content: Catalogue, given_answers: dict[str, Answer]) -> str:
    found = state(content, given_answers)
    result = score(found, content)
    turns = [turn.as_json() for turn in robustness(found, content, result)]
    return json.dumps({**result.as_json(), "robustness": turns})
