"""The second reader, the sign-off and the follow-up (method 1.0, step 6 and Follow-up), as events add them up.

A step takes what there was and an event, and returns what there is now. It raises ValueError, or KeyError for a field
that lacks, where no program of ours writes such an event. What depends on answers that can be undone is not checked
here but before the event is made, in `signing_laws`.
"""

from bisect import bisect_left
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, StrictBool, StrictInt

from relational_screen.screening.answers import Direction
from relational_screen.screening.events import Event
from relational_screen.screening.proposal import Day, Value

ReadingOutcome = Literal["approved", "returned"]
Came = Literal["as_expected", "less", "more", "opposite", "not_known"]
ContentHash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
EffectNumber = Annotated[StrictInt, Field(ge=0)]
"""Which of an answer's effects is meant, counted from 0."""


V = TypeVar("V", bound=Value)


class Comment(Value):
    """A remark on a question or gate, or on the whole where `place` is empty; `number` is that of its event."""

    number: int
    place: str
    text: str
    by: str
    at: str
    settled: bool = False


class Reading(Value):
    """A reading that was asked of a second reader, and what came of it; `outcome` is None until it is given.

    With `blind` the reader was asked to screen the proposal alone first, without seeing the answers.
    """

    reader: str
    asked_by: str
    asked_at: str
    blind: StrictBool = False
    outcome: ReadingOutcome | None = None
    text: str = ""
    by: str = ""
    at: str = ""
    content_hash: ContentHash | Literal[""] = ""

    def approves(self, content_hash: str) -> bool:
        """Whether the reader approved exactly this content."""
        return self.outcome == "approved" and self.content_hash == content_hash


class Indicator(Value):
    """What will show whether an expected effect came."""

    question: str
    effect: EffectNumber
    text: str


class SignOff(Value):
    """The sign-off of one content, until it is reopened; the last three fields are empty before that."""

    by: str
    at: str
    content_hash: ContentHash
    review_date: Day = ""
    indicators: tuple[Indicator, ...] = ()
    reopened_by: str = ""
    reopened_at: str = ""
    reason: str = ""


class Outcome(Value):
    """What came of an expected effect; `direction` is the one that was expected."""

    question: str
    effect: EffectNumber
    direction: Direction
    came: Came
    text: str = ""


class FollowUp(Value):
    """What came of what was signed off."""

    by: str
    at: str
    text: str
    outcomes: tuple[Outcome, ...] = ()


def commented(comments: tuple[Comment, ...], event: Event) -> tuple[Comment, ...]:
    """Return the comments with one more."""
    place, text = event.data["place"], event.data["text"]
    return (*comments, Comment(number=event.seq, place=place, text=text, by=event.by, at=event.at))


def settled(comments: tuple[Comment, ...], event: Event) -> tuple[Comment, ...]:
    """Return the comments with one settled."""
    number = event.data["comment"]
    place = bisect_left(comments, number, key=lambda comment: comment.number)
    if place == len(comments) or comments[place].number != number or comments[place].settled:
        message = "there is no such open comment"
        raise ValueError(message)
    return (*comments[:place], _with(comments[place], {"settled": True}), *comments[place + 1 :])


def asked(readings: tuple[Reading, ...], event: Event) -> tuple[Reading, ...]:
    """Return the readings with one that is asked; of several that are not given yet the last is waited for."""
    reader, blind = event.data["reader"], event.data.get("blind", False)
    return (*readings, Reading(reader=reader, blind=blind, asked_by=event.by, asked_at=event.at))


def given(readings: tuple[Reading, ...], event: Event) -> tuple[Reading, ...]:
    """Return the readings with what came of the last."""
    if not readings or readings[-1].outcome:
        message = "no reading is asked"
        raise ValueError(message)
    outcome = {name: event.data[name] for name in ("outcome", "text", "content_hash")}
    if outcome["outcome"] is None or not outcome["content_hash"]:
        message = "a reading that is given has an outcome and says of what"
        raise ValueError(message)
    return (*readings[:-1], _with(readings[-1], {**outcome, "by": event.by, "at": event.at}))


def signed(sign_offs: tuple[SignOff, ...], readings: tuple[Reading, ...], event: Event) -> tuple[SignOff, ...]:
    """Return the sign-offs with one more, of what the last reading approved."""
    fields = {name: event.data[name] for name in ("content_hash", "review_date", "indicators")}
    if not readings or not readings[-1].approves(fields["content_hash"]):
        message = "what is signed off was not approved by a second reader"
        raise ValueError(message)
    return (*sign_offs, SignOff.model_validate({**fields, "by": event.by, "at": event.at}))


def reopened(sign_offs: tuple[SignOff, ...], event: Event) -> tuple[SignOff, ...]:
    """Return the sign-offs with the last one taken back."""
    if not sign_offs or sign_offs[-1].reopened_at:
        message = "there is no sign-off to take back"
        raise ValueError(message)
    taken_back = {"reason": event.data["reason"], "reopened_by": event.by, "reopened_at": event.at}
    return (*sign_offs[:-1], _with(sign_offs[-1], taken_back))


def followed_up(follow_ups: tuple[FollowUp, ...], sign_offs: tuple[SignOff, ...], event: Event) -> tuple[FollowUp, ...]:
    """Return the follow-ups with one more."""
    if not sign_offs:
        message = "nothing was signed off"
        raise ValueError(message)
    fields = {name: event.data[name] for name in ("text", "outcomes")}
    return (*follow_ups, FollowUp.model_validate({**fields, "by": event.by, "at": event.at}))


def _with(value: V, fields: dict[str, Any]) -> V:
    return type(value).model_validate({**value.model_dump(), **fields})
