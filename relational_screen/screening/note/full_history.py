"""A screening's chain of events in plain words: on which day, by whom, what (form `full`)."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from relational_screen.screening.document import Block
from relational_screen.screening.events import Event, EventType
from relational_screen.screening.note.closing import SHORT_HASH
from relational_screen.screening.note.tables import table
from relational_screen.screening.note.wording import Wording

NAMED: dict[EventType, str] = {
    "question_answered": "question",
    "group_set": "group",
    "group_removed": "group",
    "review_asked": "reader",
}
"""The types of event that are told with what they concern; of the others it is told how many there were."""

WITHDRAWN: dict[EventType, str] = {"question_answered": "answer", "gate_answered": "answer"}
"""The types of event that take something back when a field is empty."""


def history_table(wording: Wording, history: Sequence[Event]) -> Iterator[Block]:
    """Yield a row for each day and person. Exports are left out: a note must not change because it was printed."""
    events = [event for event in history if event.type != "exported"]
    rows = [
        (wording.date(day), by, _told(wording, list(found)))
        for (day, by), found in groupby(events, key=lambda event: (event.at[:10], event.by))
    ]
    yield from table(wording, "full-history", ("date", "by", "what"), rows)


def _told(wording: Wording, events: Sequence[Event]) -> str:
    """Return what one person did on one day, kind by kind in the order in which they began."""
    kinds: dict[str, list[Event]] = {}
    for event in events:
        kinds.setdefault(_kind(event), []).append(event)
    return " ".join(_sentence(wording, kind, found) for kind, found in kinds.items())


def _kind(event: Event) -> str:
    if event.type == "review_given":
        return f"review-given-{event.data['outcome']}"
    taken_back = event.type in WITHDRAWN and event.data[WITHDRAWN[event.type]] is None
    return f"{event.type.replace('_', '-')}{'-withdrawn' if taken_back else ''}"


def _sentence(wording: Wording, kind: str, events: Sequence[Event]) -> str:
    first = events[0]
    if first.type == "draft_attached":
        drafts = [f"{event.data['name']} (SHA-256 {event.data['sha256'][:SHORT_HASH]})" for event in events]
        return wording.get(f"history-{kind}", names=wording.join(drafts))
    names = list(dict.fromkeys(_name(wording, event) for event in events)) if first.type in NAMED else []
    return wording.get(f"history-{kind}", count=len(events), names=wording.join(names))


def _name(wording: Wording, event: Event) -> str:
    name = event.data[NAMED[event.type]]
    if event.type == "question_answered":
        return wording.quoted(wording.screening.catalogue.question(name).title.get(wording.language))
    return wording.group(name) if event.type in ("group_set", "group_removed") else str(name)
