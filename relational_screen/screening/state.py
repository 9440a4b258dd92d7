"""What a chain of events adds up to: the state of a screening."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from relational_screen.screening.answers import Answer, GateAnswer
from relational_screen.screening.canonical import canonical, digest
from relational_screen.screening.events import UNCHANGING, Event
from relational_screen.screening.history import read_history
from relational_screen.screening.passages import relabelled
from relational_screen.screening.proposal import GroupChoice, Proposal
from relational_screen.screening.signing import (
    Comment,
    FollowUp,
    Reading,
    SignOff,
    asked,
    commented,
    followed_up,
    given,
    reopened,
    settled,
    signed,
)

Judgement = Literal["accepted", "dismissed"]


@dataclass(frozen=True, slots=True)
class DraftRef:
    """A version of the draft: its file, by name and SHA-256, the hash its passages are kept by, and when it came."""

    name: str
    format: str
    sha256: str
    passages: str
    attached: str


@dataclass(frozen=True, slots=True)
class Export:
    """A note that left the program, and the content hash it was made from."""

    at: str
    form: str
    language: str
    format: str
    content_hash: str


@dataclass(frozen=True)
class State:
    """A screening at one moment. `content` is the hash of the catalogue it pins.

    `drafts` are the versions of the draft, the one it speaks of last. `suggestions` holds, by gate or question and by
    the hash of a passage's text, what the official said to its being suggested. `reads` is the id of the screening that
    this one is a blind second reading of.
    """

    id: str
    content: str = ""
    started: str = ""
    changed: str = ""
    proposal: Proposal = Proposal()
    drafts: tuple[DraftRef, ...] = ()
    gates: dict[str, GateAnswer] = field(default_factory=dict)
    relevance_reason: str = ""
    groups: dict[str, GroupChoice] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    suggestions: dict[str, dict[str, Judgement]] = field(default_factory=dict)
    exports: tuple[Export, ...] = ()
    comments: tuple[Comment, ...] = ()
    readings: tuple[Reading, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    reads: str = ""

    @property
    def draft(self) -> DraftRef | None:
        """The version of the draft that the screening speaks of."""
        return self.drafts[-1] if self.drafts else None

    @property
    def open_comments(self) -> tuple[Comment, ...]:
        """The comments that are not settled."""
        return tuple(comment for comment in self.comments if not comment.settled)

    @property
    def reading(self) -> Reading | None:
        """The reading that was last asked."""
        return self.readings[-1] if self.readings else None

    @property
    def read(self) -> bool:
        """Whether the second reader approved what stands now."""
        return self.reading is not None and self.reading.approves(self.content_hash)

    @property
    def reading_told(self) -> Reading | None:
        """The reading that notes tell of: one that approved what stands now, else the last that was given."""
        given = [reading for reading in self.readings if reading.outcome]
        approving = [reading for reading in given if reading.approves(self.content_hash)]
        return next(reversed(approving or given), None)

    @property
    def sign_off(self) -> SignOff | None:
        """The last sign-off."""
        return self.sign_offs[-1] if self.sign_offs else None

    @property
    def signed_off(self) -> bool:
        """Whether what stands now is signed off (architecture, decision 6)."""
        return self._is_signed and not self.lapsed

    @property
    def lapsed(self) -> bool:
        """Whether the content is another than the one that was signed off."""
        return self._is_signed and self.sign_offs[-1].content_hash != self.content_hash

    @property
    def _is_signed(self) -> bool:
        """Whether there is a sign-off that nobody took back."""
        return self.sign_off is not None and not self.sign_off.reopened_at

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 over all that was answered and pinned, whatever the way there and whatever was done with it since.

        What stands at its default is left out, so that a later program with more fields gives the same hash.
        """
        return digest(
            canonical(
                {
                    "id": self.id,
                    "content": self.content,
                    "proposal": self.proposal.model_dump(exclude_defaults=True),
                    "draft": [self.draft.sha256, self.draft.passages] if self.draft else None,
                    "gates": self.gates,
                    "relevance_reason": self.relevance_reason,
                    "groups": {name: choice.model_dump(exclude_defaults=True) for name, choice in self.groups.items()},
                    "answers": {
                        name: answer.model_dump(exclude_defaults=True) for name, answer in self.answers.items()
                    },
                }
            )
        )


def fold(events: Iterable[Event]) -> State:
    """Return the state that a chain of events adds up to; at least one event is needed."""
    chain = list(events)
    skipped = read_history(chain).undone
    state = State(id=chain[0].screening)
    for event in chain:
        if event.seq not in skipped:
            state = apply(state, event)
    return state


def apply(state: State, event: Event) -> State:
    """Return the state after one more event."""
    changed = state.changed if event.type in UNCHANGING else event.at
    return replace(state, changed=changed, **_FIELDS[event.type](state, event))


def _with(items: dict[str, Any], name: str, value: Any) -> dict[str, Any]:
    """Return a copy with one item set, or without it when the value is None."""
    copy = {**items, name: value}
    if value is None:
        del copy[name]
    return copy


def _started(_state: State, event: Event) -> dict[str, Any]:
    pinned = {"content": event.data["content"], "started": event.at, "reads": event.data.get("reads", "")}
    return {**_proposal_changed(_state, event), **pinned}


def _proposal_changed(_state: State, event: Event) -> dict[str, Any]:
    return {"proposal": Proposal.model_validate(event.data["proposal"])}


def _question_answered(state: State, event: Event) -> dict[str, Any]:
    given = event.data["answer"]
    answer = None if given is None else Answer.model_validate(given)
    return {"answers": _with(state.answers, event.data["question"], answer)}


def _draft_attached(state: State, event: Event) -> dict[str, Any]:
    """Take a new version; answers go along with passages that only moved."""
    data = dict(event.data)
    moved = {(move["label"], move["hash"]): move["to"] for move in data.pop("moved", ())}
    answers = {question: relabelled(answer, moved) for question, answer in state.answers.items()}
    return {"drafts": (*state.drafts, DraftRef(**data, attached=event.at)), "answers": answers}


def _suggestion_judged(state: State, event: Event) -> dict[str, Any]:
    item = event.data["item"]
    judged = _with(state.suggestions.get(item, {}), event.data["hash"], event.data["judgement"])
    return {"suggestions": _with(state.suggestions, item, judged or None)}


def _group_set(state: State, event: Event) -> dict[str, Any]:
    choice = GroupChoice(low=event.data["low"], high=event.data["high"])
    return {"groups": _with(state.groups, event.data["group"], choice)}


_FIELDS: dict[str, Callable[[State, Event], dict[str, Any]]] = {
    "started": _started,
    "proposal_changed": _proposal_changed,
    "draft_attached": _draft_attached,
    "gate_answered": lambda state, event: {"gates": _with(state.gates, event.data["gate"], event.data["answer"])},
    "relevance_reasoned": lambda _state, event: {"relevance_reason": event.data["reason"]},
    "group_set": _group_set,
    "group_removed": lambda state, event: {"groups": _with(state.groups, event.data["group"], None)},
    "question_answered": _question_answered,
    "suggestion_judged": _suggestion_judged,
    "exported": lambda state, event: {"exports": (*state.exports, Export(at=event.at, **event.data))},
    "commented": lambda state, event: {"comments": commented(state.comments, event)},
    "comment_settled": lambda state, event: {"comments": settled(state.comments, event)},
    "review_asked": lambda state, event: {"readings": asked(state.readings, event)},
    "review_given": lambda state, event: {"readings": given(state.readings, event)},
    "signed_off": lambda state, event: {"sign_offs": signed(state.sign_offs, state.readings, event)},
    "reopened": lambda state, event: {"sign_offs": reopened(state.sign_offs, event)},
    "followed_up": lambda state, event: {"follow_ups": followed_up(state.follow_ups, state.sign_offs, event)},
    "undone": lambda _state, _event: {},
    "redone": lambda _state, _event: {},
}
"""The fields of the state that each type of event sets."""
