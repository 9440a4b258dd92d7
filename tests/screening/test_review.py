"""What the core's review finds in answers."""

from dataclasses import replace
from typing import Any

import pytest

from relational_screen.catalogue.checklist import Signals, Terms
from relational_screen.screening.answers import Answer, Effect, PassageRef
from relational_screen.screening.passages import with_hashes
from relational_screen.screening.proposal import GroupChoice, Proposal
from relational_screen.screening.review import review
from relational_screen.screening.screening import Screening
from tests.builders import (
    DEPENDS,
    NO_EFFECT,
    RISK,
    UNKNOWN,
    answer,
    catalogue,
    checklist,
    draft,
    effect,
    measure,
    question,
    state,
)

_TERMS = Signals(da=Terms(strong=("bænk*",)), en=Terms(strong=("bench*",)))
_ASKED = question("a.one").model_copy(update={"signals": _TERMS})
CONTENT = catalogue(checklist("a", [_ASKED]))
DRAFT = draft("Der skal stå bænke i gården efter den nye lov.", "Det er en opdigtet lov.")
WHOLE = Proposal(title="Invented", authority="Invented", responsible="Invented")


def _screening(given: Answer | None = None, *, with_draft: bool = True, **changes: Any) -> Screening:
    found = replace(state(CONTENT, {"a.one": given} if given else {}), proposal=WHOLE)
    return Screening(replace(found, **changes), CONTENT, DRAFT if with_draft else None)


def _found(given: Answer | None = None, *, with_draft: bool = True, **changes: Any) -> list[tuple[str, str]]:
    return [(item.level, item.place) for item in review(_screening(given, with_draft=with_draft, **changes))]


def _texts(given: Answer) -> list[str]:
    return [item.text.en for item in review(_screening(given))]


GOOD: Effect = effect("raises").model_copy(update={"passages": (PassageRef(label="§ 1"),), "basis": "practice"})


def test_a_complete_screening_has_no_finding() -> None:
    assert _found(answer(GOOD)) == []


def test_a_missing_title_stops_the_note_and_other_gaps_in_the_proposal_are_open() -> None:
    assert _found(answer(GOOD), proposal=Proposal()) == [
        ("required", "proposal"),
        ("open", "proposal"),
        ("open", "proposal"),
    ]


def test_a_screening_without_a_draft_says_so() -> None:
    assert _found(answer(GOOD), with_draft=False) == [("information", "draft")]


def test_unanswered_gates_and_questions_are_open() -> None:
    assert _found() == [("open", "a.one")]
    assert ("open", "a.gate-any") in _found(gates={})


def test_no_note_is_made_before_relevance_is_tested() -> None:
    assert ("required", "relevance") in _found(gates={})
    assert ("required", "relevance") not in _found()


def test_not_relevant_needs_a_reason() -> None:
    assert _found(gates={"a.gate-any": "no"}) == [("required", "relevance")]
    assert _found(gates={"a.gate-any": "no"}, relevance_reason="Because.") == []


@pytest.mark.parametrize(
    ("given", "levels"),
    [
        (Answer(status="effects"), ["required"]),
        (answer(GOOD.model_copy(update={"reach": None})), ["required"]),
        (answer(GOOD.model_copy(update={"reason": ""})), ["required"]),
        (answer(GOOD.model_copy(update={"passages": ()})), ["warning"]),
        (answer(GOOD.model_copy(update={"direction": "lowers"})), ["open"]),
        (answer(GOOD.model_copy(update={"direction": "lowers", "measures": (measure(),)})), []),
        (answer(GOOD.model_copy(update={"direction": "lowers", "measures": (measure(passages=()),)})), ["required"]),
        (
            answer(GOOD.model_copy(update={"direction": "lowers", "measures": (measure(status="idea", passages=()),)})),
            [],
        ),
        (Answer(status="not_applicable"), ["required"]),
        (Answer(status="not_applicable", reason="Because."), []),
        (NO_EFFECT, ["required"]),
        (Answer(status="no_effect", reason="Because."), []),
        (Answer(status="depends", depends_on="an order"), ["required", "open"]),
        (DEPENDS, ["open"]),
        (UNKNOWN, ["open"]),
    ],
)
def test_each_gap_in_an_answer_is_found(given: Answer, levels: list[str]) -> None:
    assert [item for item in _found(given) if item[1] == "a.one"] == [(level, "a.one") for level in levels]


def test_a_lowering_effect_that_rests_on_an_assumption_alone_is_told() -> None:
    assumed = GOOD.model_copy(update={"direction": "lowers", "measures": (measure(),), "basis": "assumption"})
    assert _found(answer(assumed)) == [("information", "a.one")]
    assert _found(answer(assumed.model_copy(update={"direction": "raises", "measures": ()}))) == []


def test_an_arena_whose_every_question_is_set_aside_contradicts_its_gate() -> None:
    aside = Answer(status="not_applicable", reason="Because.")
    assert ("contradiction", "relevance") in _found(aside)
    assert ("contradiction", "relevance") not in _found(Answer(status="no_effect", reason="Because."))


def test_a_reason_of_spaces_is_no_reason() -> None:
    assert ("required", "a.one") in _found(Answer(status="not_applicable", reason="   "))


def test_a_group_that_was_chosen_but_no_effect_names_is_told() -> None:
    chosen = {RISK: GroupChoice()}
    assert ("information", "groups") in _found(answer(GOOD), groups=chosen)
    assert ("information", "groups") not in _found(answer(GOOD.model_copy(update={"groups": (RISK,)})), groups=chosen)
    assert ("information", "groups") not in _found(NO_EFFECT, groups=chosen)


def test_no_effect_without_a_reason_is_fine_where_the_draft_has_no_passage_that_points() -> None:
    assert _found(NO_EFFECT, with_draft=False) == [("information", "draft")]


def test_an_answer_that_rests_on_text_that_has_changed_or_is_gone_is_warned_of() -> None:
    kept = with_hashes(answer(GOOD), DRAFT)
    assert _found(kept) == []
    changed = Screening(_screening(kept).state, CONTENT, draft("Der skal ikke stå bænke i gården og det er den lov."))
    assert [(item.level, item.place) for item in review(changed)] == [("warning", "a.one")]
    gone = Screening(_screening(kept).state, CONTENT, draft())
    assert [item.level for item in review(gone)] == ["warning"]


def test_a_passage_is_kept_with_its_label_as_printed_and_the_hash_of_its_text() -> None:
    loose = answer(GOOD.model_copy(update={"passages": (PassageRef(label="§\u00a01"),)}))
    ref = with_hashes(loose, DRAFT).effects[0].passages[0]
    assert (ref.label, ref.hash) == ("§ 1", DRAFT.passages[0].hash)


def test_a_passage_that_has_its_hash_keeps_it_until_it_is_pointed_at_anew() -> None:
    old = answer(GOOD.model_copy(update={"passages": (PassageRef(label="§ 1", hash="of an earlier text"),)}))
    assert with_hashes(old, DRAFT) == old


def test_every_finding_names_its_question_in_both_languages() -> None:
    assert all("Invented a.one" in text for text in _texts(answer(GOOD.model_copy(update={"reach": None}))))
