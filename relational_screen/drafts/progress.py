"""How far the reading of a draft has come, told to the one who waits for it and may end it."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, TypeVar

Told: TypeAlias = Callable[[int, int], None]
"""Takes how many steps are done and how many there are, on the reader's thread; what it raises ends the reading."""

EVERY = 25
"""Steps between two tellings where a step is a paragraph; a hundredth of a second at most."""

Step = TypeVar("Step")


def untold(_done: int, _total: int) -> None:
    """Tell nobody."""


def when_all_is_read(told: Told) -> Told:
    """Return what tells that all steps are done, again and again, while what was read is put together."""
    return lambda _done, _total: told(1, 1)


def telling(steps: Sequence[Step], told: Told) -> Iterator[Step]:
    """Hand on the steps one by one and tell now and then how many are done."""
    for done, step in enumerate(steps):
        if done % EVERY == 0:
            told(done, len(steps))
        yield step
    told(len(steps), len(steps))
