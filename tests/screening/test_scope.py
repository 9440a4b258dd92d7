"""The relevance test: which arenas are in scope, and what is asked then."""

from typing import Any

import pytest

from relational_screen.catalogue.checklist import Gate
from relational_screen.screening.scope import arenas_in_scope, open_gates, questions_in_scope, relevance
from relational_screen.screening.score import score
from tests.builders import NO_EFFECT, UNKNOWN, answer, catalogue, checklist, effect, question, state, text, weighed

CONTENT = catalogue(checklist("a", order=1), checklist("b", order=2), checklist("common", order=9))


def _gates(**given: str) -> dict[str, Any]:
    return {f"{arena}.gate-any": value for arena, value in given.items()}


@pytest.mark.parametrize("given", ["yes", "unsure"])
def test_yes_and_unsure_put_an_arena_in_scope_and_common_with_it(given: str) -> None:
    found = state(CONTENT, gates=_gates(a=given))
    assert arenas_in_scope(found, CONTENT) == ("a", "common")
    assert relevance(found, CONTENT) == "relevant"


def test_all_gates_answered_no_is_not_relevant() -> None:
    found = state(CONTENT, gates=_gates(a="no", b="no", common="no"))
    assert arenas_in_scope(found, CONTENT) == ()
    assert relevance(found, CONTENT) == "not_relevant"
    result = score(found, CONTENT)
    assert (result.bottom_line, result.arenas, result.certainty) == ("not_relevant", {}, "firm")


def test_an_unanswered_gate_leaves_relevance_open_while_no_arena_is_in_scope() -> None:
    found = state(CONTENT, gates=_gates(a="no", b="no"))
    assert (relevance(found, CONTENT), open_gates(found, CONTENT)) == ("not_tested", ("common.gate-any",))
    assert score(found, CONTENT).bottom_line == "not_tested"


def test_common_alone_can_be_in_scope() -> None:
    assert arenas_in_scope(state(CONTENT, gates=_gates(common="yes")), CONTENT) == ("common",)


def test_gates_for_other_kinds_of_proposal_are_not_asked_and_do_not_count() -> None:
    plans = Gate(id="a.gate-plans", question=text("Is it an invented plan?"), kinds=("local_plan",))
    asked = checklist("a").model_copy(update={"gates": (*checklist("a").gates, plans)})
    content = catalogue(asked)
    found = state(content, gates={"a.gate-any": "no", "a.gate-plans": "yes"})
    assert relevance(found, content) == "not_relevant"
    assert relevance(state(content, gates=found.gates, kind="local_plan"), content) == "relevant"


def test_only_questions_of_arenas_in_scope_for_this_kind_are_asked() -> None:
    content = catalogue(
        checklist("a", [question("a.all"), question("a.plans", kinds=("local_plan",))]),
        checklist("b"),
        checklist("common"),
    )
    found = state(content, gates=_gates(a="yes", b="no"))
    assert [item.id for item in questions_in_scope(found, content)] == ["a.all", "common.one"]


def test_answers_outside_the_scope_are_kept_but_not_scored() -> None:
    given = {"b.one": answer(effect())}
    found = state(CONTENT, given, _gates(a="yes", b="no"))
    assert "b" not in score(found, CONTENT).arenas
    assert score(found, CONTENT).groups == {}
    assert found.answers == given


def test_progress_tells_answered_undecided_and_not_examined_apart() -> None:
    content = catalogue(weighed("a", "normal", "normal", "normal"), weighed("b", "normal"))
    found = state(content, {"a.q0": NO_EFFECT, "a.q1": UNKNOWN})
    result = score(found, content)
    whole, one = result.progress, result.arenas["b"].progress
    assert (whole.asked, whole.answered, whole.undecided, whole.not_examined) == (4, 1, 1, 2)
    assert (one.asked, one.not_examined) == (1, 1)
