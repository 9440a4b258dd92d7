"""The events of a bundle: one a line, each the very bytes that were hashed, and what they add up to."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.bundle.manifest import EVENTS
from relational_screen.registry.bundle.refusing import refused, too_new
from relational_screen.screening.canonical import canonical
from relational_screen.screening.events import FIELDS, Event, UnknownEventError, broken_link, parse_event
from relational_screen.screening.state import State, fold

MAX_EVENTS = 20_000
"""A long screening has some thousand; what they add up to takes this program three seconds at that number."""

MAX_VALUES = 500_000
"""Values in all events, or in one part of content; a long screening and a catalogue have some ten thousand. Four bytes
of JSON may take a thousand in memory."""

MAX_CARRIED = 20_000_000
"""Values times versions of the draft: with each version all answers are gone through for passages that moved."""

MAX_DEPTH, MAX_NUMBER = 32, 2**53 - 1
"""How deep objects and lists may lie within each other, answers taking nine, and the largest number: what every program
reads alike (RFC 8259, sections 6 and 9)."""

AT = len("2027-03-01T12:00:00+01:00")


def log_of(events: Iterable[bytes]) -> bytes:
    """Return the log: every event's bytes and a line feed. Canonical JSON holds none itself."""
    return b"".join(event + b"\n" for event in events)


def read_log(log: bytes) -> list[Event]:
    """Return the events of a log, a whole chain of one screening.

    Raises:
        ScreenError: there are none, too many or too large ones, one is changed or of a newer program, or one does not
            follow the last.
    """
    if log.count(b"\n") > MAX_EVENTS:
        raise refused(N_("The bundle has more than {limit} events."), limit=MAX_EVENTS)
    values = values_in(log)
    if values > MAX_VALUES or values * log.count(b'"draft_attached"') > MAX_CARRIED:
        raise refused(N_("The bundle's events hold more than a screening can."))
    *lines, rest = log.split(b"\n")
    if rest or not lines:
        raise refused(N_("The bundle's {part} does not hold what the format says."), part=EVENTS)
    events = [_read_event(line, number) for number, line in enumerate(lines, start=1)]
    broken = broken_link(events)
    if broken is not None:
        raise refused(
            N_("The chain is broken at event {number}: it does not follow from the one before."), number=broken
        )
    return events


def values_in(data: bytes) -> int:
    """Return how many values JSON holds at most, before it is read."""
    return sum(data.count(sign) for sign in (b",", b"[", b"{"))


def reads_alike(value: Any, depth: int = MAX_DEPTH) -> bool:
    """Whether JSON data lies no deeper and has no larger numbers than every program reads."""
    if isinstance(value, dict | list):
        items = value.values() if isinstance(value, dict) else value
        return depth > 0 and all(reads_alike(item, depth - 1) for item in items)
    return not isinstance(value, int) or abs(value) <= MAX_NUMBER


def folded(events: Sequence[Event]) -> State:
    """Return the state that a bundle's chain adds up to.

    Raises:
        ScreenError: an event of the chain holds something that no screening can mean.
    """
    try:
        state, states = fold(events), _states()
        whole = states.validate_json(states.dump_json(state, warnings=False), strict=True) == state
    except (KeyError, TypeError, ValueError) as fault:  # what data of any shape can bring about
        raise _meaningless() from fault
    if not whole:  # such as a number for the name of a gate, which JSON spells as text
        raise _meaningless()
    return state


def clock_went_back(events: Sequence[Event]) -> tuple[int, ...]:
    """Return the numbers of the events that are dated before the one they follow."""
    dated = [(datetime.fromisoformat(event.at), event.seq) for event in events]
    return tuple(number for (before, _), (at, number) in pairwise(dated) if at < before)


@cache
def _states() -> TypeAdapter[State]:
    """Return what checks a state to the last field, since the fold takes much over from events as it stands."""
    return TypeAdapter(State)


def _read_event(line: bytes, number: int) -> Event:
    try:
        event = parse_event(line)
        fits = canonical({name: getattr(event, name) for name in FIELDS}) == line and _is_well_formed(event, number)
    except UnknownEventError as fault:
        raise too_new(N_("Event {number} was written by a newer version of the program."), number=number) from fault
    except (ValueError, TypeError, RecursionError) as fault:
        raise _changed(number) from fault
    if not fits:
        raise _changed(number)
    return event


def _is_well_formed(event: Event, number: int) -> bool:
    """Whether the fields have the types that the format says; only the first event starts the screening."""
    at = datetime.fromisoformat(event.at)
    dated = at.tzinfo is not None and at.isoformat(timespec="seconds") == event.at and len(event.at) == AT
    typed = isinstance(event.by, str) and type(event.seq) is int and reads_alike(event.data, MAX_DEPTH - 1)
    return dated and typed and (event.type == "started") == (number == 1)


def _meaningless() -> ScreenError:
    return refused(N_("The bundle's events do not add up to a screening."))


def _changed(number: int) -> ScreenError:
    return refused(N_("Event {number} is damaged or was changed outside the program."), number=number)
