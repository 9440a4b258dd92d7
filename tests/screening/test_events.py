"""Events: their chain, their fold, undo and redo."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from relational_screen.screening.answers import Answer
from relational_screen.screening.canonical import canonical, digest
from relational_screen.screening.events import NO_PREVIOUS, broken_link, make_event, parse_event
from relational_screen.screening.history import read_history
from relational_screen.screening.proposal import GroupChoice, Proposal
from relational_screen.screening.state import State, apply, fold
from tests.builders import NO_EFFECT, NOON, UNKNOWN, Chain, answer, effect

names = st.sampled_from(["q1", "q2", "q3"])
given_answers = st.sampled_from([NO_EFFECT, UNKNOWN, answer(effect()), answer(effect("raises")), None])
Content = tuple[dict[str, str], dict[str, Answer], dict[str, GroupChoice], str, str]


class FoldAgainstModel(RuleBasedStateMachine):
    """The fold of the events against plain dictionaries and two stacks of whole states."""

    def __init__(self) -> None:
        super().__init__()
        self.chain = Chain()
        self.live = fold(self.chain.events)
        self.gates: dict[str, str] = {}
        self.answers: dict[str, Answer] = {}
        self.groups: dict[str, GroupChoice] = {}
        self.title, self.reason = "Invented", ""
        self.before: list[Content] = []
        self.undone: list[Content] = []
        self.exports = 0
        self.drafts = 0

    def _content(self) -> Content:
        return dict(self.gates), dict(self.answers), dict(self.groups), self.title, self.reason

    def _put_back(self, content: Content) -> None:
        gates, answers, groups, self.title, self.reason = content
        self.gates, self.answers, self.groups = dict(gates), dict(answers), dict(groups)

    def _changed(self) -> None:
        self.before.append(self._content())
        self.undone.clear()

    def _add(self, event_type: Any, **data: object) -> None:
        event = self.chain.add(event_type, **data)
        self.live = fold(self.chain.events) if event_type in ("undone", "redone") else apply(self.live, event)

    @rule(name=names, given=given_answers)
    def answer_a_question(self, name: str, given: Answer | None) -> None:
        self._changed()
        self._add("question_answered", question=name, answer=given.model_dump() if given else None)
        self.answers.pop(name, None)
        self.answers |= {name: given} if given else {}

    @rule(name=names, given=st.sampled_from(["yes", "no", "unsure", None]))
    def answer_a_gate(self, name: str, given: str | None) -> None:
        self._changed()
        self._add("gate_answered", gate=name, answer=given)
        self.gates.pop(name, None)
        self.gates |= {name: given} if given else {}

    @rule(name=names, low=st.none() | st.integers(0, 9))
    def set_a_group(self, name: str, low: int | None) -> None:
        self._changed()
        self._add("group_set", group=name, low=low, high=None)
        self.groups[name] = GroupChoice(low=low)

    @rule(name=names)
    def remove_a_group(self, name: str) -> None:
        self._changed()
        self._add("group_removed", group=name)
        self.groups.pop(name, None)

    @rule(title=st.sampled_from(["A", "B"]))
    def change_the_proposal(self, title: str) -> None:
        self._changed()
        self._add("proposal_changed", proposal=Proposal(title=title).model_dump())
        self.title = title

    @rule(reason=st.sampled_from(["", "Because."]))
    def give_a_reason(self, reason: str) -> None:
        self._changed()
        self._add("relevance_reasoned", reason=reason)
        self.reason = reason

    @rule()
    def export(self) -> None:
        self._add("exported", form="bill", language="da", format="pdf", content_hash=self.live.content_hash)
        self.exports += 1

    @rule()
    def attach_a_draft(self) -> None:
        self.drafts += 1
        self._add("draft_attached", name="d", format="txt", sha256=f"{self.drafts}", passages="p")

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        self.undone.append(self._content())
        self._add("undone", event=read_history(self.chain.events).to_undo[-1])
        self._put_back(self.before.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.before.append(self._content())
        self._add("redone", event=read_history(self.chain.events).to_redo[-1])
        self._put_back(self.undone.pop())

    @invariant()
    def the_fold_is_the_model(self) -> None:
        found = fold(self.chain.events)
        assert (found.gates, found.answers, found.groups) == (self.gates, self.answers, self.groups)
        assert (found.proposal.title, found.relevance_reason) == (self.title, self.reason)
        assert len(found.exports) == self.exports
        assert (found.draft.sha256 if found.draft else "0") == str(self.drafts)

    @invariant()
    def one_event_after_another_adds_up_to_the_same_state(self) -> None:
        assert self.live == fold(self.chain.events)

    @invariant()
    def as_much_can_be_undone_and_redone_as_the_model_says(self) -> None:
        history = read_history(self.chain.events)
        assert (len(history.to_undo), len(history.to_redo)) == (len(self.before), len(self.undone))

    @invariant()
    def the_chain_is_whole(self) -> None:
        assert broken_link(self.chain.events) is None
        assert [parse_event(event.content) for event in self.chain.events] == self.chain.events


TestFoldAgainstModel = FoldAgainstModel.TestCase
TestFoldAgainstModel.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_a_new_change_after_undo_leaves_nothing_to_redo() -> None:
    chain = Chain()
    first = chain.answer("q1", NO_EFFECT)
    chain.add("undone", event=first.seq)
    assert read_history(chain.events).to_redo == [first.seq]
    chain.gate("g1")
    assert read_history(chain.events).to_redo == []


def test_an_export_between_undo_and_redo_takes_nothing_away() -> None:
    chain = Chain()
    first = chain.answer("q1", NO_EFFECT)
    chain.add("undone", event=first.seq)
    chain.add("exported", form="bill", language="da", format="pdf", content_hash="x")
    assert read_history(chain.events).to_redo == [first.seq]


def test_an_event_is_kept_as_the_very_bytes_that_were_hashed() -> None:
    event = Chain().answer("q1", answer(effect()))
    fields = json.loads(event.content)
    assert event.content == canonical(fields)
    assert event.hash == digest(event.content)
    assert fields["previous"] == Chain().events[0].hash
    assert fields["at"] == "2027-03-01T12:01:00+00:00"


def test_the_first_event_has_no_previous_and_number_1() -> None:
    first = Chain().events[0]
    assert (first.seq, first.previous) == (1, NO_PREVIOUS)


def test_what_is_typed_in_decomposed_letters_is_read_back_composed() -> None:
    chain = Chain()
    chain.add("relevance_reasoned", reason="A\u030arhus")
    assert fold(chain.events).relevance_reason == "Århus"


@pytest.mark.parametrize(
    "content",
    [
        b"not json",
        b"[]",
        b"{}",
        b"\xff",
        canonical({"type": "started"}),
        canonical({**json.loads(Chain().events[0].content), "type": "invented"}),
        canonical({**json.loads(Chain().events[0].content), "extra": 1}),
        canonical({**json.loads(Chain().events[0].content), "data": []}),
    ],
)
def test_bytes_that_are_no_event_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError):
        parse_event(content)


def _three() -> Chain:
    chain = Chain()
    chain.gate("g1")
    chain.answer("q1", NO_EFFECT)
    return chain


@pytest.mark.parametrize(
    ("order", "broken"),
    [([0, 1, 2], None), ([1, 2], 1), ([0, 2], 2), ([0, 2, 1], 2), ([1, 0, 2], 1), ([0, 1, 1], 3), ([], None)],
)
def test_a_chain_with_links_missing_or_moved_is_found_broken(order: list[int], broken: int | None) -> None:
    events = _three().events
    assert broken_link([events[number] for number in order]) == broken


def test_an_event_of_another_screening_breaks_a_chain() -> None:
    events = _three().events
    assert broken_link([*events[:2], replace(events[2], screening="other")]) == 3


def test_a_wrong_number_breaks_a_chain() -> None:
    events = _three().events
    assert broken_link([*events[:2], replace(events[2], seq=9)]) == 3


def test_an_event_keeps_the_zone_of_its_time() -> None:
    event = make_event("s", None, "started", {}, "x", datetime.fromisoformat("2027-03-01T12:00:00+01:00"))
    assert event.at == "2027-03-01T12:00:00+01:00"


def _answered(*names: str) -> State:
    chain = Chain()
    for name in names:
        chain.answer(name, NO_EFFECT)
    return fold(chain.events)


def test_the_content_hash_does_not_depend_on_the_way_there() -> None:
    there = _answered("q1", "q2")
    assert _answered("q2", "q1").content_hash == there.content_hash
    chain = Chain()
    chain.answer("q1", UNKNOWN)
    chain.answer("q2", NO_EFFECT)
    chain.answer("q1", NO_EFFECT)
    chain.answer("q3", NO_EFFECT)
    chain.add("undone", event=5)
    assert fold(chain.events).content_hash == there.content_hash


def test_an_export_does_not_change_the_content_hash() -> None:
    chain = _three()
    before = fold(chain.events).content_hash
    chain.add("exported", form="bill", language="da", format="pdf", content_hash=before)
    assert fold(chain.events).content_hash == before


@pytest.mark.parametrize(
    ("event_type", "data"),
    [
        ("gate_answered", {"gate": "g2", "answer": "no"}),
        ("relevance_reasoned", {"reason": "Because."}),
        ("group_set", {"group": "g", "low": 1, "high": 2}),
        ("question_answered", {"question": "q1", "answer": None}),
        ("proposal_changed", {"proposal": {"title": "Another"}}),
        ("draft_attached", {"name": "d", "format": "txt", "sha256": "a", "passages": "b"}),
    ],
)
def test_every_change_of_what_was_answered_or_pinned_changes_the_content_hash(event_type: Any, data: Any) -> None:
    chain = _three()
    before = fold(chain.events).content_hash
    chain.add(event_type, **data)
    assert fold(chain.events).content_hash != before


def test_a_state_says_when_it_was_started_and_last_changed() -> None:
    found = fold(_three().events)
    assert found.started == NOON.isoformat()
    assert found.changed == "2027-03-01T12:02:00+00:00"
