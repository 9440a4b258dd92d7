"""Comments, readings, sign-offs and follow-ups as their events add up. All persons and texts are invented."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relational_screen.screening.events import UNCHANGING, Event, EventType, broken_link
from relational_screen.screening.history import read_history
from relational_screen.screening.proposal import Proposal
from relational_screen.screening.score import score
from relational_screen.screening.signing import Comment, Reading
from relational_screen.screening.state import State, apply, fold
from tests.builders import NO_EFFECT, NOON, UNKNOWN, Chain, answer, catalogue, effect, weighed

READER = "Second Person"
HASH, OTHER_HASH = "a" * 64, "b" * 64
CONTENT = catalogue(weighed("a", "key", "normal"))

questions = st.sampled_from(["a.q0", "a.q1"])
given_answers = st.sampled_from([NO_EFFECT, UNKNOWN, answer(effect()), answer(effect("raises")), None])
Step = tuple[EventType, dict[str, Any]]


def changes() -> st.SearchStrategy[Step]:
    """A change to the content, or to nothing where it says what stands already."""
    return st.one_of(
        st.tuples(questions, given_answers).map(
            lambda of: ("question_answered", {"question": of[0], "answer": of[1].model_dump() if of[1] else None})
        ),
        st.sampled_from(["yes", "no"]).map(lambda told: ("gate_answered", {"gate": "a.gate-any", "answer": told})),
        st.sampled_from(["", "Invented."]).map(lambda told: ("relevance_reasoned", {"reason": told})),
        st.integers(0, 3).map(lambda low: ("group_set", {"group": "g", "low": low, "high": None})),
        st.sampled_from(["Invented", "Other"]).map(
            lambda title: ("proposal_changed", {"proposal": Proposal(title=title).model_dump()})
        ),
        st.sampled_from([HASH, OTHER_HASH]).map(
            lambda sha: ("draft_attached", {"name": "x", "format": "txt", "sha256": sha, "passages": sha, "moved": []})
        ),
    )


def signed(chain: Chain) -> State:
    """Have a chain read and signed off as it stands."""
    content_hash = fold(chain.events).content_hash
    chain.add("review_asked", reader=READER)
    chain.add("review_given", outcome="approved", text="", content_hash=content_hash)
    chain.add("signed_off", content_hash=content_hash, review_date="", indicators=[])
    return fold(chain.events)


def beside(chain: Chain) -> Chain:
    """Add every type of event that leaves the content as it is."""
    note = chain.add("commented", place="a.q0", text="Invented remark.")
    chain.add("exported", form="bill", language="da", format="pdf", content_hash=HASH)
    chain.add("comment_settled", comment=note.seq)
    signed(chain)
    chain.add("reopened", reason="Invented reason.")
    outcome = {"question": "a.q0", "effect": 0, "direction": "lowers", "came": "less", "text": "Invented."}
    chain.add("followed_up", text="Invented.", outcomes=[outcome])
    return chain


def _content(state: State) -> tuple[object, ...]:
    draft = state.draft and (state.draft.sha256, state.draft.passages)
    return state.proposal, draft, state.gates, state.groups, state.answers, state.relevance_reason


@settings(max_examples=200)
@given(st.lists(changes(), max_size=5), st.lists(changes(), max_size=5))
def test_any_later_change_makes_the_sign_off_lapse_and_only_a_change_does(
    before: list[Step], after: list[Step]
) -> None:
    chain = Chain()
    for kind, data in before:
        chain.add(kind, **data)
    state = signed(chain)
    assert (state.read, state.signed_off, state.lapsed) == (True, True, False)
    for kind, data in after:
        chain.add(kind, **data)
    later = fold(chain.events)
    is_same = _content(later) == _content(state)
    assert (later.read, later.signed_off, later.lapsed) == (is_same, is_same, not is_same)


@given(st.lists(changes(), max_size=6), st.lists(changes(), max_size=6))
def test_what_is_done_beside_the_content_changes_neither_hash_nor_day_nor_scores(
    before: list[Step], after: list[Step]
) -> None:
    with_them, without = Chain(), Chain()
    for chain in (with_them, without):
        for kind, data in before:
            chain.add(kind, **data)
    last = fold(without.events)
    told = fold(beside(with_them).events)
    assert (told.content_hash, told.changed) == (last.content_hash, last.changed)
    for kind, data in after:
        with_them.add(kind, **data)
        without.add(kind, **data)
    left, right = fold(with_them.events), fold(without.events)
    assert left.content_hash == right.content_hash
    assert score(left, CONTENT) == score(right, CONTENT)
    assert broken_link(with_them.events) is None


def test_every_event_beside_the_content_is_tried_and_none_can_be_undone() -> None:
    chain = beside(Chain())
    assert {event.type for event in chain.events} == {"started", *UNCHANGING}
    assert read_history(chain.events).to_undo == []


def test_one_event_after_another_adds_up_to_the_same_state() -> None:
    chain = beside(Chain())
    state = fold(chain.events[:1])
    for event in chain.events[1:]:
        state = apply(state, event)
    assert state == fold(chain.events)


def test_a_sign_off_that_lapsed_is_in_force_again_when_the_change_is_undone() -> None:
    chain = Chain()
    signed(chain)
    change = chain.answer("a.q0", UNKNOWN)
    assert fold(chain.events).lapsed
    chain.add("undone", event=change.seq)
    assert fold(chain.events).signed_off


def test_a_chain_whose_change_before_the_reading_is_undone_can_still_be_read() -> None:
    chain = Chain()
    change = chain.add("proposal_changed", proposal=Proposal(title="Other", responsible="Other Person").model_dump())
    signed(chain)
    chain.add("undone", event=change.seq)
    assert fold(chain.events).lapsed


def test_a_comment_is_open_until_it_is_settled() -> None:
    chain = Chain()
    first, second = (chain.add("commented", place=place, text="Invented.") for place in ("a.q0", ""))
    assert [one.number for one in fold(chain.events).open_comments] == [first.seq, second.seq]
    chain.add("comment_settled", comment=first.seq)
    state = fold(chain.events)
    assert [one.number for one in state.open_comments] == [second.seq]
    told = {"number": 2, "place": "a.q0", "text": "Invented.", "by": "Invented Person", "at": first.at}
    assert state.comments[0] == Comment.model_validate({**told, "settled": True})


def test_a_reading_is_waited_for_until_it_is_given() -> None:
    chain = Chain()
    asked = chain.add("review_asked", reader=READER, blind=True)
    expected = Reading(reader=READER, asked_by="Invented Person", asked_at=asked.at, blind=True)
    assert fold(chain.events).reading == expected
    given_at = chain.add("review_given", outcome="returned", text="No.", content_hash=HASH).at
    reading = fold(chain.events).reading
    told = {"outcome": "returned", "text": "No.", "by": "Invented Person", "at": given_at, "content_hash": HASH}
    assert reading == expected.model_copy(update=told)
    assert not fold(chain.events).read


def test_a_new_question_to_a_reader_takes_the_approval_before_out_of_force() -> None:
    chain = Chain()
    signed(chain)
    chain.add("reopened", reason="Invented.")
    assert fold(chain.events).read
    chain.add("review_asked", reader="Third Person")
    assert not fold(chain.events).read


def test_a_reopened_sign_off_neither_holds_nor_lapses() -> None:
    chain = Chain()
    signed(chain)
    event = chain.add("reopened", reason="Invented reason.")
    chain.answer("a.q0", UNKNOWN)
    state = fold(chain.events)
    assert (state.signed_off, state.lapsed) == (False, False)
    assert state.sign_off is not None
    assert (state.sign_off.reopened_by, state.sign_off.reopened_at) == ("Invented Person", event.at)
    assert state.sign_off.reason == "Invented reason."


def test_a_blind_reading_says_what_it_reads_and_this_leaves_the_hash() -> None:
    plain, reading = Chain(), Chain()
    reading.events.clear()
    reading.add("started", content="pinned", proposal=Proposal(title="Invented").model_dump(), reads="s0")
    assert fold(plain.events).reads == ""
    assert fold(reading.events).reads == "s0"
    assert fold(plain.events).content_hash == fold(reading.events).content_hash


APPROVED: Step = ("review_given", {"outcome": "approved", "text": "", "content_hash": HASH})
ASKED: Step = ("review_asked", {"reader": READER})
SIGNED: Step = ("signed_off", {"content_hash": HASH, "review_date": "", "indicators": []})
SETTLED: Step = ("comment_settled", {"comment": 2})
REOPENED: Step = ("reopened", {"reason": "x"})
INDICATOR = {"question": "a.q0", "effect": 0, "text": "Invented."}
MEANINGLESS: dict[str, list[Step]] = {
    "a comment without a text": [("commented", {"place": ""})],
    "a comment that is a number": [("commented", {"place": "", "text": 1})],
    "a settlement of no comment": [SETTLED],
    "a settlement by a text": [("commented", {"place": "", "text": "x"}), ("comment_settled", {"comment": "2"})],
    "a comment settled twice": [("commented", {"place": "", "text": "x"}), SETTLED, SETTLED],
    "a reader that is a list": [("review_asked", {"reader": []})],
    "blindness that is a number": [("review_asked", {"reader": READER, "blind": 1})],
    "a reading nobody asked for": [APPROVED],
    "a reading given twice": [ASKED, APPROVED, APPROVED],
    "a reading with another outcome": [ASKED, ("review_given", {**APPROVED[1], "outcome": "perhaps"})],
    "a reading without an outcome": [ASKED, ("review_given", {**APPROVED[1], "outcome": None})],
    "a reading of nothing": [ASKED, ("review_given", {**APPROVED[1], "content_hash": ""})],
    "a sign-off without a reading": [SIGNED],
    "a sign-off while a reading is waited for": [ASKED, SIGNED],
    "a sign-off of what was returned": [ASKED, ("review_given", {**APPROVED[1], "outcome": "returned"}), SIGNED],
    "a sign-off of something else": [ASKED, APPROVED, ("signed_off", {**SIGNED[1], "content_hash": OTHER_HASH})],
    "a review date that is none": [ASKED, APPROVED, ("signed_off", {**SIGNED[1], "review_date": "soon"})],
    "an indicator of a negative effect": [
        ASKED,
        APPROVED,
        ("signed_off", {**SIGNED[1], "indicators": [{**INDICATOR, "effect": -1}]}),
    ],
    "a reopening of what is not signed off": [REOPENED],
    "a reopening twice": [ASKED, APPROVED, SIGNED, REOPENED, REOPENED],
    "a follow-up of nothing": [("followed_up", {"text": "x", "outcomes": []})],
    "a follow-up of unknown outcomes": [
        ASKED,
        APPROVED,
        SIGNED,
        ("followed_up", {"text": "x", "outcomes": [{**INDICATOR, "direction": "lowers", "came": "perhaps"}]}),
    ],
}


@pytest.mark.parametrize("steps", MEANINGLESS.values(), ids=MEANINGLESS)
def test_events_that_no_program_of_ours_writes_do_not_add_up(steps: list[Step]) -> None:
    chain = Chain()
    for kind, data in steps[:-1]:
        chain.add(kind, **data)
    fold(chain.events)
    kind, data = steps[-1]
    chain.add(kind, **data)
    with pytest.raises((KeyError, TypeError, ValueError)):
        fold(chain.events)


def test_the_events_are_dated_and_named_as_they_are_made() -> None:
    chain = Chain()
    signed(chain)
    (sign_off,) = fold(chain.events).sign_offs
    events: list[Event] = chain.events
    assert (sign_off.by, sign_off.at) == (events[-1].by, events[-1].at)
    assert events[0].at == NOON.isoformat(timespec="seconds")
