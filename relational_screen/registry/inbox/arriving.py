"""What only the registry can say of an entry: whose key signed it, and whether it is dated ahead of its arrival."""

from dataclasses import replace
from datetime import datetime, timedelta

from relational_screen.registry.authorities import authority_key
from relational_screen.registry.bundle.bundle import OpenedBundle
from relational_screen.registry.inbox.entries import Entry

AHEAD = timedelta(days=1)
"""How far a clock may be ahead of the registry's: less than a day is a clock that is set wrong, or another zone."""


def for_another(owner: str, authority: str) -> bool:
    """Whether an authority's key signed for another authority; a screening that names none speaks for no other one."""
    return bool(authority) and authority_key(owner) != authority_key(authority)


def arrived(entry: Entry, opened: OpenedBundle, owner: str, received: str) -> Entry:
    """Return the entry as it is kept. `owner` is the authority whose key signed the bundle, `received` when it came.

    Of a chain that several bundles bring `dated_ahead` is told of the first; who signed it is decided with what counts.
    """
    latest = max(datetime.fromisoformat(event.at) for event in opened.events)
    ahead = latest - datetime.fromisoformat(received) > AHEAD
    another = for_another(owner, entry.line["authority"])
    return replace(entry, line={**entry.line, "signer": owner, "other_authority": another, "dated_ahead": ahead})
