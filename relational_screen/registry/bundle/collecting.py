"""Takes a screening out of the store for a bundle."""

from collections.abc import Mapping

from relational_screen.errors import raise_all
from relational_screen.registry.bundle.bundle import BundleParts
from relational_screen.screening.state import fold
from relational_screen.store.store import Store


def collect(store: Store, screening: str, attachments: Mapping[str, bytes], *, with_draft: bool) -> BundleParts:
    """Return what a screening's bundle is made of, with the draft's text or only the hash of it.

    Raises:
        ScreenError: the screening was damaged or changed outside the program.
    """
    raise_all(store.problems(screening))
    events = store.events(screening)
    state = fold(events)
    pinned = {state.content, *(version.passages for version in state.drafts if with_draft)}
    return BundleParts(events, {name: store.content(name) for name in pinned}, attachments)
