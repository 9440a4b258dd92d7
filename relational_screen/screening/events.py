"""Events: what happened in a screening, chained by hash and never changed (architecture, decision 1)."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from relational_screen.screening.canonical import digest, plain, spelled

EventType = Literal[
    "started",
    "proposal_changed",
    "draft_attached",
    "gate_answered",
    "relevance_reasoned",
    "group_set",
    "group_removed",
    "question_answered",
    "suggestion_judged",
    "exported",
    "commented",
    "comment_settled",
    "review_asked",
    "review_given",
    "signed_off",
    "reopened",
    "followed_up",
    "undone",
    "redone",
]
UNDOABLE = (
    "proposal_changed",
    "gate_answered",
    "relevance_reasoned",
    "group_set",
    "group_removed",
    "question_answered",
    "suggestion_judged",
)
UNCHANGING = (
    "exported",
    "commented",
    "comment_settled",
    "review_asked",
    "review_given",
    "signed_off",
    "reopened",
    "followed_up",
)
"""What is done with a screening without changing it: the content hash and the day of the last change stay."""

NO_PREVIOUS = ""
FIELDS = {"screening", "seq", "at", "by", "type", "data", "previous"}


class UnknownEventError(ValueError):
    """The bytes are an event of a type that this program does not know: a newer one wrote it."""


@dataclass(frozen=True, slots=True)
class Event:
    """One link of a screening's chain. `content` is the very bytes that `hash` is the SHA-256 of."""

    screening: str
    seq: int
    at: str
    by: str
    type: EventType
    data: dict[str, Any]
    previous: str
    content: bytes
    hash: str


def make_event(
    screening: str, last: Event | None, event_type: EventType, data: dict[str, Any], by: str, at: datetime
) -> Event:
    """Return the event that follows `last` in a screening's chain; `at` is a time with its zone."""
    fields: dict[str, Any] = {
        "screening": screening,
        "seq": last.seq + 1 if last else 1,
        "at": at.isoformat(timespec="seconds"),
        "by": plain(by),
        "type": event_type,
        "data": plain(data),
        "previous": last.hash if last else NO_PREVIOUS,
    }
    content = spelled(fields)
    return Event(content=content, hash=digest(content), **fields)


def parse_event(content: bytes) -> Event:
    """Return the event that stored bytes hold.

    Raises:
        UnknownEventError: a newer program wrote it.
        ValueError: the bytes are not an event.
    """
    fields = json.loads(content)
    if not isinstance(fields, dict) or fields.keys() != FIELDS or not isinstance(fields["data"], dict):
        message = "the bytes do not hold the fields of an event"
        raise ValueError(message)
    if fields["type"] not in get_args(EventType):
        message = f"unknown type of event {fields['type']!r}"
        raise UnknownEventError(message)
    return Event(content=content, hash=digest(content), **fields)


def broken_link(events: list[Event]) -> int | None:
    """Return the number of the first event that does not follow from the one before, or None."""
    previous, screening = NO_PREVIOUS, events[0].screening if events else ""
    for number, event in enumerate(events, start=1):
        if event.previous != previous or event.seq != number or event.screening != screening:
            return number
        previous = event.hash
    return None
