"""How far readers agree: worked examples from the literature, laws, and invented screenings."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from relational_screen.registry.inbox.share import Share
from relational_screen.registry.statistics.agreement import Agreement, agreement, alpha, ordinal_alpha, signed_effect
from relational_screen.screening.answers import Answer, GateAnswer
from relational_screen.screening.screening import Screening
from tests.builders import DEPENDS, NO_EFFECT, UNKNOWN, answer, catalogue, effect, measure, state, weighed

CONTENT = catalogue(weighed("alpha", "key", "normal", "minor"))
GATE = "alpha.gate-any"
FOUR_READERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
THREE_READERS = (
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
)
TWO_READERS = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")
TWO_ANSWERS = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
units = st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=12)


def _units(readers: Sequence[str]) -> list[list[str]]:
    columns = zip(*(reader.split() for reader in readers), strict=True)
    return [[value for value in column if value != "."] for column in columns]


@pytest.mark.parametrize(
    ("readers", "expected"),
    [(FOUR_READERS, 0.743), (TWO_READERS, 0.692), (TWO_ANSWERS, 0.095), (THREE_READERS, 0.691)],
    ids=["Krippendorff 2011 C", "Krippendorff 2011 B", "Krippendorff 2011 A", "a common textbook example"],
)
def test_alpha_is_that_of_worked_examples(readers: Sequence[str], expected: float) -> None:
    assert round(float(alpha(_units(readers)) or 0), 3) == expected


@given(units)
def test_alpha_is_one_less_observed_over_expected_disagreement(found: list[list[str]]) -> None:
    pairable = [unit for unit in found if len(unit) > 1]
    values = [value for unit in pairable for value in unit]
    pairs = list(permutations(values, 2))
    expected = Fraction(sum(one != other for one, other in pairs), len(pairs) or 1)
    assume(expected)
    observed = sum(
        Fraction(sum(one != other for one, other in permutations(unit, 2)), len(unit) - 1) for unit in pairable
    )
    assert alpha(found) == 1 - observed / len(values) / expected


@given(st.lists(st.sampled_from("abc"), min_size=2), st.integers(2, 4))
def test_perfect_agreement_is_one(values: list[str], readers: int) -> None:
    assume(len(set(values)) > 1)
    assert alpha([[value] * readers for value in values]) == 1


@pytest.mark.parametrize("values", [2, 3, 5])
def test_every_pair_equally_often_is_chance_but_for_the_small_sample(values: int) -> None:
    found = list(product(range(values), repeat=2)) * 10
    assert alpha(found) == Fraction(1, 20 * values**2)


def test_answers_thrown_by_dice_agree_by_chance() -> None:
    dice = Random(1)
    found = alpha([[dice.randrange(4) for _ in range(2)] for _ in range(4000)])
    assert found is not None
    assert abs(found) < 0.04


def test_readers_who_always_differ_agree_less_than_chance() -> None:
    assert (alpha([["a", "b"]] * 50) or 0) < -0.9


@given(units, st.randoms())
def test_alpha_knows_no_order_and_no_names(found: list[list[str]], random: Random) -> None:
    renamed = [[value.upper() for value in unit] for unit in found]
    for unit in renamed:
        random.shuffle(unit)
    random.shuffle(renamed)
    assert alpha(renamed) == alpha(found)


@given(units, st.sampled_from("abcd"))
def test_a_lone_value_changes_nothing(found: list[list[str]], value: str) -> None:
    assert alpha([*found, [value], []]) == alpha(found)


@given(units)
def test_alpha_is_never_above_one(found: list[list[str]]) -> None:
    value = alpha(found)
    assert value is None or value <= 1


@pytest.mark.parametrize("found", [[], [["a"]], [["a", "a"]], [["a", "a"], ["a", "a", "a"], ["b"]]])
def test_alpha_is_undefined_without_two_different_values(found: list[list[str]]) -> None:
    assert alpha(found) is None


def _screening(name: str, *answers: Answer | None, gate: GateAnswer = "yes") -> Screening:
    given_to = {f"alpha.q{number}": item for number, item in enumerate(answers) if item}
    return Screening(replace(state(CONTENT, given_to, {GATE: gate}), id=name), CONTENT, draft=None)


def _by_question(*proposals: Sequence[Screening]) -> dict[str, Agreement]:
    return {item.question: item for item in agreement(proposals)}


LOWERS, RAISES = answer(effect("lowers")), answer(effect("raises"))


def test_questions_come_by_lowest_agreement_with_the_screenings_that_differ() -> None:
    first = (_screening("a", NO_EFFECT, LOWERS, NO_EFFECT), _screening("b", RAISES, LOWERS, NO_EFFECT))
    second = (_screening("d", UNKNOWN, NO_EFFECT, LOWERS), _screening("c", DEPENDS, LOWERS, LOWERS))
    found = agreement([first, second])
    assert [item.question for item in found] == ["alpha.q0", "alpha.q1", "alpha.q2", GATE]
    assert [item.pairs for item in found] == [Share(0, 2), Share(1, 2), Share(2, 2), Share(2, 2)]
    assert [item.differing for item in found] == [(("a", "b"), ("c", "d")), (("c", "d"),), (), ()]
    assert [item.alpha for item in found] == [0, 0, 1, None]


def test_of_equal_agreement_what_more_proposals_show_comes_first() -> None:
    once = (_screening("a", LOWERS, LOWERS), _screening("b", LOWERS, LOWERS))
    again = (_screening("c", None, LOWERS), _screening("d", None, LOWERS))
    found = agreement([once, again])
    assert [(item.question, item.compared) for item in found] == [(GATE, 2), ("alpha.q1", 2), ("alpha.q0", 1)]


def test_effects_agree_by_their_directions_whatever_their_size() -> None:
    mild = answer(effect("lowers", "some", "few", "temporary"))
    found = _by_question((_screening("a", LOWERS, LOWERS), _screening("b", mild, answer(effect(), effect("raises")))))
    assert found["alpha.q0"].pairs == Share(1, 1)
    assert found["alpha.q1"].pairs == Share(0, 1)


def test_what_one_reader_did_not_answer_is_missing_and_told() -> None:
    one, other = _screening("a", LOWERS, LOWERS), _screening("b", LOWERS)
    found = _by_question((one, other), (_screening("c", NO_EFFECT, LOWERS), _screening("d", NO_EFFECT, LOWERS)))
    assert (found["alpha.q1"].compared, found["alpha.q1"].alone, found["alpha.q1"].pairs) == (1, 1, Share(1, 1))
    assert "alpha.q2" not in found


def test_an_effect_not_yet_given_is_no_answer() -> None:
    assert "alpha.q0" not in _by_question((_screening("a", answer()), _screening("b", LOWERS)))


def test_a_gate_that_leads_past_an_arena_is_where_the_readers_differ() -> None:
    found = _by_question((_screening("a", LOWERS), _screening("b", LOWERS, gate="no")))
    assert found.keys() == {GATE}
    assert found[GATE].differing == (("a", "b"),)


def test_of_three_readers_every_pair_counts() -> None:
    found = _by_question([_screening("a", LOWERS), _screening("b", LOWERS), _screening("c", RAISES)])
    assert found["alpha.q0"].pairs == Share(1, 3)


def test_a_proposal_that_one_reader_screened_is_not_compared() -> None:
    assert agreement([[_screening("a", LOWERS)], []]) == ()


def test_a_screening_is_not_compared_with_itself() -> None:
    with pytest.raises(ValueError, match="itself"):
        agreement([[_screening("a", LOWERS), _screening("a", RAISES)]])


answers = st.tuples(*[st.sampled_from([None, NO_EFFECT, UNKNOWN, LOWERS, RAISES])] * 3)


@given(st.lists(st.lists(answers, max_size=3), max_size=5), st.randoms())
def test_agreement_knows_no_order_of_proposals_and_readers(given_to: list[list[tuple[Answer]]], random: Random) -> None:
    proposals = [
        [_screening(f"{number}-{reader}", *items) for reader, items in enumerate(readers)]
        for number, readers in enumerate(given_to)
    ]
    shuffled = [random.sample(readers, len(readers)) for readers in proposals]
    random.shuffle(shuffled)
    assert agreement(shuffled) == agreement(proposals)


def test_agreement_reads_as_json_data() -> None:
    proposals = [
        (_screening("a", LOWERS), _screening("b", LOWERS)),
        (_screening("c", LOWERS), _screening("d", RAISES)),
        (_screening("e", RAISES), _screening("f")),
    ]
    assert agreement(proposals)[0].as_json() == {
        "question": "alpha.q0",
        "pairs": {"part": 1, "of": 2, "share": 0.5},
        "alpha": 0.0,
        "ordinal": 0.0,
        "compared": 2,
        "alone": 1,
        "differing": [["c", "d"]],
    }


def test_ordinal_alpha_is_that_of_the_worked_example() -> None:
    found = ordinal_alpha([[int(value) for value in unit] for unit in _units(FOUR_READERS)])
    assert round(float(found or 0), 3) == 0.815  # Krippendorff 2011, section D


@given(st.lists(st.lists(st.integers(-2, 2), min_size=2, max_size=3), min_size=1, max_size=8))
def test_ordinal_alpha_is_one_for_perfect_agreement_and_never_more(found: list[list[int]]) -> None:
    agreed = ordinal_alpha([[unit[0]] * len(unit) for unit in found])
    assert agreed in (None, 1)
    value = ordinal_alpha(found)
    assert value is None or value <= 1


def test_two_steps_apart_is_worse_than_one() -> None:
    near, far = ([[-2, -2], [2, 2], [0, 0], [1, 1], [-2, other]] for other in (0, 2))
    assert (ordinal_alpha(near) or 0) > (ordinal_alpha(far) or 0)


@pytest.mark.parametrize(
    ("given_answer", "expected"),
    [
        (NO_EFFECT, 0),
        (UNKNOWN, None),
        (DEPENDS, None),
        (answer(effect("raises", "clear")), 2),
        (answer(effect("lowers", "some")), -1),
        (answer(effect("raises", "clear"), effect("lowers", "some")), 1),
        (answer(effect("lowers", "clear", measures=[measure("some")])), -1),
    ],
)
def test_the_signed_effect_is_what_is_left_of_the_strongest_of_each_direction(
    given_answer: Answer, expected: int | None
) -> None:
    assert signed_effect(given_answer) == expected
