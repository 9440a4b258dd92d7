"""Which single steps would turn the bottom line."""

from hypothesis import given

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Checklist
from relational_screen.screening.answers import Answer
from relational_screen.screening.robustness import Turn, robustness
from relational_screen.screening.score import score
from tests.builders import NO_EFFECT, answer, catalogue, effect, state, weighed
from tests.screening.strategies import arenas

SCALES = {"strength": ("some", "clear"), "reach": ("few", "some", "most"), "duration": ("temporary", "lasting")}


def _turns(content: Catalogue, given_answers: dict[str, Answer]) -> tuple[Turn, ...]:
    found = state(content, given_answers)
    return robustness(found, content, score(found, content))


def test_the_one_step_that_takes_a_verdict_below_an_edge_is_listed() -> None:
    content = catalogue(weighed("a", "normal"))
    edge = {"a.q0": answer(effect("lowers", "clear", "few", "temporary"))}  # 10.00
    assert _turns(content, edge) == (Turn("a.q0", 0, "strength", "clear", "some", "no_effect"),)


def test_steps_upward_that_turn_the_bottom_line_are_listed() -> None:
    content = catalogue(weighed("a", "normal"))
    below = {"a.q0": answer(effect("raises", "some", "few", "temporary"))}  # 5.00; each step up reaches 7.50 or 10.00
    turns = [(turn.field, turn.old, turn.new, turn.bottom_line) for turn in _turns(content, below)]
    assert turns == [("strength", "some", "clear", "raises"), ("duration", "temporary", "lasting", "raises")]


def test_a_verdict_far_from_every_edge_has_no_turn() -> None:
    content = catalogue(weighed("a", "key", "key"))
    assert _turns(content, {"a.q0": answer(effect()), "a.q1": NO_EFFECT}) == ()


@given(arenas(most=3), arenas("beta", most=2))
def test_the_list_is_what_scoring_every_single_step_anew_gives(
    first: tuple[Checklist, dict[str, Answer]], second: tuple[Checklist, dict[str, Answer]]
) -> None:
    content, given_answers = catalogue(first[0], second[0]), first[1] | second[1]
    line = score(state(content, given_answers), content).bottom_line
    expected = set()
    for name, found in given_answers.items():
        for number, old in enumerate(found.effects):
            for field, values in SCALES.items():
                place = values.index(getattr(old, field)) if getattr(old, field) else -9
                for new in (value for other, value in enumerate(values) if abs(other - place) == 1):
                    changed = list(found.effects)
                    changed[number] = old.model_copy(update={field: new})
                    moved = {**given_answers, name: answer(*changed)}
                    turned = score(state(content, moved), content).bottom_line
                    if turned != line:
                        expected.add(Turn(name, number, field, getattr(old, field), new, turned))
    assert set(_turns(content, given_answers)) == expected
