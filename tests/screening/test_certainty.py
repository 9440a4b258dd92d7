"""`firm` held against every completion of the open questions."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from relational_screen.catalogue.checklist import Checklist
from relational_screen.screening.answers import DIRECTIONS, Answer
from relational_screen.screening.score import score
from tests.builders import NO_EFFECT, NOT_APPLICABLE, answer, catalogue, effect, state, weighed
from tests.screening import oracle
from tests.screening.strategies import arenas, closed, still_open

Arena = tuple[Checklist, dict[str, Answer]]
Asked = list[tuple[str, Answer | None]]
ENDS = [NO_EFFECT, *(answer(effect(way)) for way in DIRECTIONS), answer(effect("raises"), effect("lowers"))]
BETWEEN = [NOT_APPLICABLE, *(answer(effect(way, "some", "few", "temporary")) for way in DIRECTIONS)]


def _asked(arena: Arena) -> Asked:
    checklist, given_answers = arena
    return [(item.weight, given_answers.get(item.id)) for item in checklist.questions]


def _completions(asked: Asked, ways: list[Answer]) -> list[Asked]:
    """Every way to answer what is open; what is answered stays."""
    choices = [ways if oracle.is_open(found) else [found] for _, found in asked]
    return [
        [(weight, chosen) for (weight, _), chosen in zip(asked, choice, strict=True)] for choice in product(*choices)
    ]


mostly_closed = st.one_of(closed, closed, still_open)


@given(arenas(given=mostly_closed, most=4))
@settings(deadline=None)
def test_an_arena_is_firm_just_when_every_completion_gives_its_verdict(arena: Arena) -> None:
    content = catalogue(arena[0])
    found = score(state(content, arena[1]), content).arenas["alpha"]
    asked = _asked(arena)
    verdicts = {oracle.verdict(completion) for completion in _completions(asked, ENDS + BETWEEN)}
    assert found.verdict == oracle.verdict(asked)
    assert (found.certainty == "firm") == (verdicts == {found.verdict})


@given(arenas(given=mostly_closed, most=3), arenas("beta", mostly_closed, most=2))
@settings(deadline=None)
def test_a_bottom_line_is_firm_just_when_every_completion_gives_it(first: Arena, second: Arena) -> None:
    content = catalogue(first[0], second[0])
    found = score(state(content, first[1] | second[1]), content)
    one, two = _asked(first), _asked(second)
    verdicts = [{oracle.verdict(completion) for completion in _completions(asked, ENDS)} for asked in (one, two)]
    lines = {oracle.bottom_line(pair) for pair in product(*verdicts)}
    assert found.bottom_line == oracle.bottom_line([oracle.verdict(one), oracle.verdict(two)])
    assert (found.certainty == "firm") == (lines == {found.bottom_line})


@given(arenas(given=mostly_closed, most=4))
def test_an_open_arena_lists_just_the_questions_that_are_undecided(arena: Arena) -> None:
    content = catalogue(arena[0])
    found = score(state(content, arena[1]), content).arenas["alpha"]
    undecided = tuple(item.id for item in arena[0].questions if oracle.is_open(arena[1].get(item.id)))
    assert found.open_questions == (undecided if found.certainty == "open" else ())


def test_an_undetermined_arena_is_never_firm_even_where_both_directions_already_count() -> None:
    content = catalogue(weighed("alpha", "key", "key"))
    half = {"alpha.q0": answer(effect("raises"), effect("lowers"))}
    found = score(state(content, half), content).arenas["alpha"]
    assert (found.verdict, found.certainty) == ("undetermined", "open")
