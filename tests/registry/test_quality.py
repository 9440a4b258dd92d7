"""How invented screenings were made."""

from datetime import datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.errors import ScreenError
from relational_screen.registry.inbox.quality import Quality, quality
from relational_screen.registry.inbox.share import Share, in_decimals
from relational_screen.screening.answers import Answer, PassageRef
from relational_screen.screening.events import Event, make_event
from relational_screen.screening.proposal import Proposal, Stage
from relational_screen.screening.score import score
from relational_screen.screening.state import fold
from tests.builders import NO_EFFECT, NOON, NOT_APPLICABLE, RISK, UNKNOWN, Chain, answer, catalogue, effect, weighed
from tests.registry.offices import sign_off

CONTENT = catalogue(weighed("alpha", "key", "normal", "minor"), weighed("beta", "key"))
GATE, OTHER_GATE = "alpha.gate-any", "beta.gate-any"
TEXT, OTHER_TEXT = "0" * 64, "1" * 64


def _quality(events: list[Event]) -> Quality:
    state = fold(events)
    return quality(events, state, CONTENT, score(state, CONTENT))


def _after(*minutes: float) -> list[Event]:
    """A chain whose events follow each other by so many minutes."""
    at, events = NOON, [make_event("s1", None, "started", {"content": "x", "proposal": {}}, "Invented Person", NOON)]
    for gap in minutes:
        at += timedelta(minutes=gap)
        data = {"gate": GATE, "answer": "yes"}
        events.append(make_event("s1", events[-1], "gate_answered", data, "Invented Person", at))
    return events


def _screened(**answers: Answer) -> Chain:
    """A chain with one arena in scope and answers to its questions q0, q1 and q2."""
    chain = Chain()
    chain.gate(GATE)
    chain.gate(OTHER_GATE, "no")
    for name, given_to in answers.items():
        chain.answer(f"alpha.{name}", given_to)
    return chain


def _export(chain: Chain) -> None:
    chain.add("exported", form="bill", language="da", format="docx", content_hash=TEXT)


def _stage(chain: Chain, stage: Stage) -> Event:
    return chain.add("proposal_changed", proposal=Proposal(stage=stage).model_dump())


def _resting_on(label: str, words: str = TEXT, basis: Any = "research") -> Answer:
    found = effect().model_copy(update={"passages": (PassageRef(label=label, hash=words),), "basis": basis})
    return answer(found)


def test_time_spent_is_the_sum_of_the_gaps_without_pauses() -> None:
    found = _quality(_after(2, 15, 15.1, 600, 3))
    assert (found.active_seconds, found.pauses) == (20 * 60, 2)


def test_a_clock_that_went_back_is_counted_and_gives_no_time() -> None:
    found = _quality(_after(4, -10, 6))
    assert (found.active_seconds, found.pauses, found.clock_went_back) == (10 * 60, 0, 1)


def test_time_spent_knows_time_zones() -> None:
    events = _after(1)
    at = datetime(2027, 3, 1, 14, 6, tzinfo=timezone(timedelta(hours=2)))
    events.append(make_event("s1", events[-1], "gate_answered", {"gate": GATE, "answer": "no"}, "", at))
    assert _quality(events).active_seconds == 6 * 60


@given(st.lists(st.integers(0, 40), max_size=12))
def test_time_spent_is_never_more_than_passed_and_is_all_of_it_without_pauses(gaps: list[int]) -> None:
    found = _quality(_after(*gaps))
    assert 0 <= found.active_seconds <= 60 * sum(gaps)
    assert (found.active_seconds == 60 * sum(gaps)) == (found.pauses == 0)
    assert found.pauses == sum(gap > 15 for gap in gaps)


def test_completeness_counts_what_is_asked() -> None:
    found = _quality(_screened(q0=NO_EFFECT, q1=UNKNOWN).events)
    assert (found.answered, found.undecided, found.not_examined) == (Share(1, 3), 1, 1)


def test_open_gates_are_counted() -> None:
    chain = Chain()
    chain.gate(GATE, "no")
    found = _quality(chain.events)
    assert (found.answered, found.open_gates) == (Share(0, 0), 1)


def test_shares_of_effects_count_each_effect_of_questions_that_are_asked() -> None:
    both = answer(*_resting_on("§ 1").effects, effect("raises"))
    chain = _screened(q0=both, q1=_resting_on("§ 2", basis="assumption"), q2=NO_EFFECT)
    chain.answer("beta.q0", _resting_on("§ 3"))
    found = _quality(chain.events)
    assert (found.with_passages, found.with_basis) == (Share(2, 3), Share(1, 3))


def test_practice_and_research_are_better_than_assumption() -> None:
    given_to = {f"q{n}": _resting_on("§ 1", basis=b) for n, b in enumerate(["assumption", "practice", "research"])}
    assert _quality(_screened(**given_to).events).with_basis == Share(2, 3)


def test_an_arena_in_scope_whose_questions_are_all_set_aside_is_a_contradiction() -> None:
    assert _quality(_screened(q0=NOT_APPLICABLE, q1=NOT_APPLICABLE).events).core_contradictions == ()
    chain = _screened(q0=NOT_APPLICABLE, q1=NOT_APPLICABLE, q2=NOT_APPLICABLE)
    assert _quality(chain.events).core_contradictions == ("relevance",)


def test_a_screening_without_a_note_was_not_changed_after_one() -> None:
    found = _quality(_screened(q0=NO_EFFECT).events)
    assert (found.exports, found.changed_after_export) == (0, None)


def test_answers_changed_after_the_last_note_are_named() -> None:
    chain = _screened(q0=NO_EFFECT, q1=NO_EFFECT)
    _export(chain)
    chain.answer("alpha.q0", UNKNOWN)
    _export(chain)
    assert _quality(chain.events).changed_after_export == ()
    chain.answer("alpha.q1", None)
    chain.answer("alpha.q2", NO_EFFECT)
    chain.gate(OTHER_GATE)
    chain.add("relevance_reasoned", reason="An invented reason.")
    chain.add("group_set", group=RISK, low=None, high=None)
    found = _quality(chain.events)
    assert found.exports == 2
    assert found.changed_after_export == ("alpha.q1", "alpha.q2", OTHER_GATE, "groups", "relevance")


def test_a_screening_that_was_never_signed_off_was_not_changed_after_it() -> None:
    chain = _screened(q0=NO_EFFECT)
    _export(chain)
    assert _quality(chain.events).changed_after_sign_off is None


def test_answers_changed_after_the_first_sign_off_are_named_also_where_it_was_reopened_and_signed_off_again() -> None:
    chain = _screened(q0=NO_EFFECT, q1=NO_EFFECT)
    sign_off(chain)
    assert _quality(chain.events).changed_after_sign_off == ()
    chain.add("reopened", reason="An invented reason.")
    chain.answer("alpha.q0", UNKNOWN)
    found = _quality(chain.events)
    assert (found.changed_after_sign_off, found.changed_after_export) == (("alpha.q0",), None)
    sign_off(chain)
    assert _quality(chain.events).changed_after_sign_off == ("alpha.q0",)
    chain.answer("alpha.q0", NO_EFFECT)
    assert _quality(chain.events).changed_after_sign_off == ()


def test_a_proposal_or_a_draft_that_is_another_than_the_one_signed_off_is_named() -> None:
    chain = _screened(q0=NO_EFFECT)
    sign_off(chain)
    chain.add("draft_attached", name="x.txt", format="txt", sha256=TEXT, passages=TEXT, moved=[])
    assert _quality(chain.events).changed_after_sign_off == ("draft",)
    _stage(chain, "final")
    assert _quality(chain.events).changed_after_sign_off == ("draft", "proposal")


@pytest.mark.parametrize(
    ("readers", "alone"),
    [
        (["The Responsible"], True),
        (["Responsible,  the"], True),
        ([" "], True),
        (["Somebody Else"], False),
        (["Somebody Else", "The Responsible"], False),
    ],
)
def test_a_sign_off_that_nobody_but_the_responsible_official_approved_is_one_alone(
    readers: list[str], alone: bool
) -> None:
    found = _quality(_signed_off(readers))
    assert found.signed_off_alone == alone


def test_an_approval_that_came_after_the_sign_off_makes_it_no_less_alone() -> None:
    events = _signed_off(["The Responsible"])
    late = _approval(events, "Somebody Else")
    assert _quality([*events, *late]).signed_off_alone


def test_what_is_not_signed_off_any_more_is_not_signed_off_alone() -> None:
    events = _signed_off(["The Responsible"])
    reopened = make_event("s1", events[-1], "reopened", {"reason": "An invented reason."}, "Invented Person", NOON)
    assert not _quality([*events, reopened]).signed_off_alone


def _signed_off(readers: list[str]) -> list[Event]:
    """A foreign chain: its responsible official is The Responsible, and whoever approved it is let sign it off."""
    chain = _screened(q0=NO_EFFECT)
    chain.add("proposal_changed", proposal=Proposal(responsible="The Responsible").model_dump())
    events = list(chain.events)
    for reader in readers:
        events += _approval(events, reader)
    signed = {"content_hash": fold(events).content_hash, "review_date": "", "indicators": []}
    return [*events, make_event("s1", events[-1], "signed_off", signed, "Invented Person", NOON)]


def _approval(events: list[Event], reader: str) -> list[Event]:
    asked = make_event("s1", events[-1], "review_asked", {"reader": reader}, "Invented Person", NOON)
    told = {"outcome": "approved", "text": "", "content_hash": fold(events).content_hash}
    return [asked, make_event("s1", asked, "review_given", told, reader, NOON)]


def test_a_change_after_the_note_that_was_undone_is_none() -> None:
    chain = _screened(q0=NO_EFFECT)
    _export(chain)
    change = chain.answer("alpha.q0", UNKNOWN)
    chain.add("undone", event=change.seq)
    assert _quality(chain.events).changed_after_export == ()


def test_an_answer_undone_after_the_note_is_a_change() -> None:
    chain = _screened(q0=NO_EFFECT)
    change = chain.answer("alpha.q0", UNKNOWN)
    _export(chain)
    chain.add("undone", event=change.seq)
    assert _quality(chain.events).changed_after_export == ("alpha.q0",)


@pytest.mark.parametrize(("words", "changed"), [(TEXT, ()), (OTHER_TEXT, ("alpha.q1",))])
def test_passages_that_only_moved_to_other_labels_are_no_change(words: str, changed: tuple[str, ...]) -> None:
    chain = _screened(q0=_resting_on("§ 1"), q1=_resting_on("§ 1"))
    _export(chain)
    move = {"label": "§ 1", "hash": TEXT, "to": "§ 2"}
    chain.add("draft_attached", name="x.txt", format="txt", sha256=TEXT, passages=TEXT, moved=[move])
    chain.answer("alpha.q1", _resting_on("§ 2", words))
    found = _quality(chain.events)
    assert (found.changed_after_export, found.drafts) == (changed, 1)


@pytest.mark.parametrize(
    ("stage", "late"), [("idea", False), ("draft", False), ("consultation", False), ("final", True)]
)
def test_the_stage_at_the_first_relevance_answer_says_whether_it_came_after_consultation(
    stage: Stage, late: bool
) -> None:
    chain = Chain()
    _stage(chain, stage)
    chain.gate(GATE, None)
    chain.gate(GATE)
    _stage(chain, "idea" if late else "final")
    chain.gate(OTHER_GATE)
    found = _quality(chain.events)
    assert (found.first_stage, found.after_consultation) == (stage, late)


def test_a_stage_that_was_undone_before_the_first_answer_does_not_count() -> None:
    chain = Chain()
    wrong = _stage(chain, "final")
    chain.add("undone", event=wrong.seq)
    chain.gate(GATE)
    assert _quality(chain.events).first_stage == "draft"


def test_a_relevance_test_never_begun_has_no_stage() -> None:
    chain = Chain()
    chain.gate(GATE, None)
    found = _quality(chain.events)
    assert (found.first_stage, found.after_consultation) == (None, None)


def test_groups_that_the_content_does_not_know_are_refused() -> None:
    chain = _screened(q0=answer(effect()))
    chain.add("group_set", group="invented-nobody", low=None, high=None)
    with pytest.raises(ScreenError, match="do not add up"):
        _quality(chain.events)


def test_what_no_screening_can_mean_is_refused_also_where_it_was_undone_later() -> None:
    chain = _screened()
    wrong = chain.add("question_answered", question="alpha.q0", answer={"status": "invented"})
    _export(chain)
    chain.add("undone", event=wrong.seq)
    with pytest.raises(ScreenError, match="do not add up"):
        _quality(chain.events)


def test_quality_reads_as_json_data() -> None:
    chain = _screened(q0=_resting_on("§ 1"), q1=NO_EFFECT)
    _export(chain)
    chain.answer("alpha.q1", UNKNOWN)
    assert _quality(chain.events).as_json() == {
        "active_seconds": 360,
        "pause_after_seconds": 900,
        "pauses": 0,
        "clock_went_back": 0,
        "answered": {"part": 1, "of": 3, "share": 0.333},
        "undecided": 1,
        "not_examined": 1,
        "open_gates": 0,
        "effects_with_passages": {"part": 1, "of": 1, "share": 1.0},
        "effects_with_basis": {"part": 1, "of": 1, "share": 1.0},
        "core_contradictions": [],
        "exports": 1,
        "changed_after_export": ["alpha.q1"],
        "changed_after_sign_off": None,
        "signed_off_alone": False,
        "first_stage": "draft",
        "after_consultation": False,
        "drafts": 0,
    }


def test_shares_add_up_and_a_share_of_nothing_is_none() -> None:
    assert (Share(1, 2) + Share(0, 2)).as_json() == {"part": 1, "of": 4, "share": 0.25}
    assert Share(0, 0).as_json() == {"part": 0, "of": 0, "share": None}


@pytest.mark.parametrize(
    ("number", "shown"), [(Fraction(1, 2000), 0.001), (Fraction(2, 3), 0.667), (Fraction(-1, 3), -0.333)]
)
def test_numbers_are_rounded_half_up(number: Fraction, shown: float) -> None:
    assert in_decimals(number) == shown
