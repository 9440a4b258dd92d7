"""How a screening was made, read from its events: time, completeness, what its effects rest on, and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.errors import N_
from relational_screen.registry.bundle.chain import clock_went_back, folded
from relational_screen.registry.bundle.refusing import refused
from relational_screen.registry.inbox.share import Share
from relational_screen.screening.answers import Answer, Effect, PassageRef
from relational_screen.screening.events import Event, EventType
from relational_screen.screening.passages import with_refs
from relational_screen.screening.proposal import Stage
from relational_screen.screening.result import Result
from relational_screen.screening.review import review
from relational_screen.screening.scope import open_gates, questions_in_scope
from relational_screen.screening.screening import Screening
from relational_screen.screening.signing_laws import same_person
from relational_screen.screening.state import State

PAUSE = timedelta(minutes=15)
"""A gap between two events that is longer counts as a pause, and nothing of it as time spent."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How a screening was made. It describes; none of it is a score of a screening or of a person.

    `active_seconds` is the least that was spent: the sum of the gaps between events. A gap longer than `PAUSE` is a
    pause and counts 0, as does one in which the clock went back; reading before the first event is not seen, and
    answers taken over from a file come all at once. `undecided` and `not_examined` questions are what `answered` lacks.
    Effects are those of questions that are asked. `core_contradictions` are the places of those that the core finds:
    plugins may have found more, but their rules are code and do not travel with a screening.

    `changed_after_export` are the questions, gates and steps (`relevance`, `groups`) that are answered otherwise now
    than in the last note; None without a note. `changed_after_sign_off` are those answered otherwise now than when it
    was first signed off, and `proposal` and `draft` where they are others, also where it was reopened first or signed
    off again since; None without a sign-off. `signed_off_alone` is that what stands now is signed off, and that nobody
    but the responsible official approved it before that (architecture, decision 6).

    `first_stage` is the proposal's stage, as the official gave it, when the relevance test got its first answer; None
    before that. `drafts` counts the versions of the draft.
    """

    active_seconds: int
    pauses: int
    clock_went_back: int
    answered: Share
    undecided: int
    not_examined: int
    open_gates: int
    with_passages: Share
    with_basis: Share
    core_contradictions: tuple[str, ...]
    exports: int
    changed_after_export: tuple[str, ...] | None
    changed_after_sign_off: tuple[str, ...] | None
    signed_off_alone: bool
    first_stage: Stage | None
    drafts: int

    @property
    def after_consultation(self) -> bool | None:
        """Whether the relevance test began when the proposal was final; None when it never began."""
        return None if self.first_stage is None else self.first_stage == "final"

    def as_json(self) -> dict[str, Any]:
        """Return the quality as JSON data, with the rule by which time was counted."""
        return {
            "active_seconds": self.active_seconds,
            "pause_after_seconds": int(PAUSE.total_seconds()),
            "pauses": self.pauses,
            "clock_went_back": self.clock_went_back,
            "answered": self.answered.as_json(),
            "undecided": self.undecided,
            "not_examined": self.not_examined,
            "open_gates": self.open_gates,
            "effects_with_passages": self.with_passages.as_json(),
            "effects_with_basis": self.with_basis.as_json(),
            "core_contradictions": list(self.core_contradictions),
            "exports": self.exports,
            "changed_after_export": _list(self.changed_after_export),
            "changed_after_sign_off": _list(self.changed_after_sign_off),
            "signed_off_alone": self.signed_off_alone,
            "first_stage": self.first_stage,
            "after_consultation": self.after_consultation,
            "drafts": self.drafts,
        }


def quality(events: Sequence[Event], state: State, catalogue: Catalogue, result: Result) -> Quality:
    """Return how a screening was made, from its whole chain, the state it adds up to, and what that was scored as.

    The draft's text is not needed.

    Raises:
        ScreenError: the events hold something that no screening can mean, if only for a while.
    """
    gaps, done = _gaps(events), result.progress
    effects = _effects(state, catalogue)
    return Quality(
        active_seconds=int(sum([gap for gap in gaps if timedelta(0) < gap <= PAUSE], timedelta(0)).total_seconds()),
        pauses=sum(gap > PAUSE for gap in gaps),
        clock_went_back=len(clock_went_back(events)),
        answered=Share(done.answered, done.asked),
        undecided=done.undecided,
        not_examined=done.not_examined,
        open_gates=len(open_gates(state, catalogue)),
        with_passages=Share(sum(bool(effect.passages) for effect in effects), len(effects)),
        with_basis=Share(sum(effect.basis != "assumption" for effect in effects), len(effects)),
        core_contradictions=_contradictions(state, catalogue),
        exports=len(state.exports),
        changed_after_export=_changed_after_export(events, state),
        changed_after_sign_off=_changed_after_sign_off(events, state),
        signed_off_alone=state.signed_off and not _approved_by_another(events),
        first_stage=_first_stage(events),
        drafts=len(state.drafts),
    )


def _gaps(events: Sequence[Event]) -> list[timedelta]:
    times = [datetime.fromisoformat(event.at) for event in events]
    return [later - earlier for earlier, later in pairwise(times)]


def _effects(state: State, catalogue: Catalogue) -> list[Effect]:
    asked = [state.answers.get(question.id) for question in questions_in_scope(state, catalogue)]
    return [effect for answer in asked if answer for effect in answer.effects]


def _contradictions(state: State, catalogue: Catalogue) -> tuple[str, ...]:
    if not state.groups.keys() <= {group.id for group in catalogue.groups}:
        raise refused(N_("The bundle's events do not add up to a screening."))
    found = review(Screening(state, catalogue, draft=None))
    return tuple(finding.place for finding in found if finding.level == "contradiction")


def _changed_after_export(events: Sequence[Event], state: State) -> tuple[str, ...] | None:
    times = _times("exported", events)
    return _changed(_given(folded(events[: times[-1]])), _given(state)) if times else None


def _changed_after_sign_off(events: Sequence[Event], state: State) -> tuple[str, ...] | None:
    times = _times("signed_off", events)
    return _changed(_stood(folded(events[: times[0]])), _stood(state)) if times else None


def _approved_by_another(events: Sequence[Event]) -> bool:
    """Whether somebody else than the responsible official had approved what was last signed off.

    The program asks for that before it signs off (`signing_laws.check_reader`), but a chain may come from elsewhere.
    """
    then = folded(events[: _times("signed_off", events)[-1]])
    approved = [reading.by for reading in then.readings if reading.approves(then.sign_offs[-1].content_hash)]
    return any(by.strip() and not same_person(then.proposal.responsible, by) for by in approved)


def _times(done: EventType, events: Sequence[Event]) -> list[int]:
    """Return the numbers of the events, counted from 1, in which something was done."""
    return [number for number, event in enumerate(events, start=1) if event.type == done]


def _changed(then: Mapping[str, object], now: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(sorted(place for place in then.keys() | now.keys() if then.get(place) != now.get(place)))


def _stood(state: State) -> dict[str, object]:
    """Return all that a sign-off is of, by place."""
    draft = (state.draft.sha256, state.draft.passages) if state.draft else None
    return {**_given(state), "proposal": state.proposal, "draft": draft}


def _given(state: State) -> dict[str, object]:
    """Return all that was answered, by place."""
    answers = {question: _by_text(answer) for question, answer in state.answers.items()}
    return {"relevance": state.relevance_reason, "groups": state.groups, **state.gates, **answers}


def _by_text(answer: Answer) -> Answer:
    """Return the answer with passages known by their text alone: one that only moved did not change the answer."""
    return with_refs(answer, lambda ref: PassageRef(label="", hash=ref.hash) if ref.hash else ref)


def _first_stage(events: Sequence[Event]) -> Stage | None:
    """Return the stage at the first gate that was answered, whether or not the answer was withdrawn later."""
    for number, event in enumerate(events):
        if event.type == "gate_answered" and event.data.get("answer") is not None:
            return folded(events[:number]).proposal.stage
    return None


def _list(places: tuple[str, ...] | None) -> list[str] | None:
    return None if places is None else list(places)
