"""How screenings were made, added up over all that a filter lets through."""

from dataclasses import dataclass
from statistics import median
from typing import Any

from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.inbox.share import Share
from relational_screen.registry.statistics.figures import Filter
from relational_screen.registry.statistics.statistics import within

SUMMED = ("active_seconds", "answered", "asked", "with_passages", "with_basis", "effects")


@dataclass(frozen=True, slots=True)
class QualitySums:
    """What is known of how so many screenings were made; each question and each effect weighs the same.

    `active_seconds_median` is the least that was spent on a screening (`Quality.active_seconds`), None without any.
    """

    screenings: int
    active_seconds_median: int | None
    answered: Share
    with_passages: Share
    with_basis: Share

    def as_json(self) -> dict[str, Any]:
        """Return the sums as JSON data."""
        return {
            "screenings": self.screenings,
            "active_seconds_median": self.active_seconds_median,
            "answered": self.answered.as_json(),
            "effects_with_passages": self.with_passages.as_json(),
            "effects_with_basis": self.with_basis.as_json(),
        }


def quality_sums(registry: Registry, chosen: Filter | None = None) -> QualitySums:
    """Return how the screenings that a filter lets through were made.

    Those that an earlier program took in, which did not keep it, are not among them.
    """
    rows = [row[1:] for row in registry.values(within(registry, chosen).bits, *SUMMED) if row[1] is not None]
    seconds, answered, asked, passages, basis, effects = list(zip(*rows, strict=True)) or [()] * len(SUMMED)
    return QualitySums(
        screenings=len(rows),
        active_seconds_median=int(median(seconds)) if seconds else None,
        answered=Share(sum(answered), sum(asked)),
        with_passages=Share(sum(passages), sum(effects)),
        with_basis=Share(sum(basis), sum(effects)),
    )
