"""How the benchmarks measure: medians, always beside a reference from the same run."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """A median in seconds beside its reference, and the limit of their ratio."""

    name: str
    seconds: float
    reference: float
    limit: float

    @property
    def ratio(self) -> float:
        """How many times the reference."""
        return self.seconds / self.reference

    @property
    def holds(self) -> bool:
        """Whether the ratio is within its limit."""
        return self.ratio <= self.limit


def seconds_of(work: Callable[[], object]) -> float:
    """Return how long some work takes once."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def compare(name: str, work: Callable[[], object], reference: Callable[[], object], limit: float, times: int) -> Figure:
    """Measure work and reference in turn, so that both meet the same noise."""
    pairs = [(seconds_of(work), seconds_of(reference)) for _ in range(times)]
    return Figure(name, median(pair[0] for pair in pairs), median(pair[1] for pair in pairs), limit)
