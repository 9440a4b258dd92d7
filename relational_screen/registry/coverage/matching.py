"""What persons say to pairs of proposals and screenings: nothing is matched but by them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal, Protocol

from relational_screen.registry.coverage.lists import Listed
from relational_screen.screening.proposal import Value

Decision = Literal["confirmed", "rejected", "withdrawn"]


class Judged(Value):
    """What a person said to a pair of a proposal, by its key, and a screening, by its id; `at` is an ISO time."""

    proposal: str
    screening: str
    said: Decision
    by: str
    at: str


class KeptRows(Protocol):
    """Where what was said is kept, as JSON data and in order; nothing is changed or removed. A list will do."""

    def append(self, row: dict[str, Any], /) -> None:
        """Keep one more row."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Yield the rows that were kept, in order."""


class Matches:
    """What persons said to pairs of proposals and screenings; the last word on a pair counts.

    A proposal may have many screenings, of its stages, and a screening may be of many rows, of yearly lists.
    """

    def __init__(self, kept: KeptRows) -> None:
        self._kept = kept
        self._said: dict[str, dict[str, Decision]] = {}
        for row in kept:
            self._take(Judged.model_validate(row))

    def confirm(self, listed: Listed, screening: str, by: str, at: datetime) -> None:
        """Keep that a person says that the screening is of the proposal."""
        self._say(listed, screening, "confirmed", by, at)

    def reject(self, listed: Listed, screening: str, by: str, at: datetime) -> None:
        """Keep that a person says that the screening is not of the proposal, so that it is not suggested again."""
        self._say(listed, screening, "rejected", by, at)

    def withdraw(self, listed: Listed, screening: str, by: str, at: datetime) -> None:
        """Keep that a person takes back what was said of the pair."""
        self._say(listed, screening, "withdrawn", by, at)

    def confirmed(self, listed: Listed) -> tuple[str, ...]:
        """Return the ids of the screenings that are of a proposal."""
        return self._with("confirmed", listed)

    def rejected(self, listed: Listed) -> tuple[str, ...]:
        """Return the ids of the screenings that are not of a proposal."""
        return self._with("rejected", listed)

    def _say(self, listed: Listed, screening: str, said: Decision, by: str, at: datetime) -> None:
        judged = Judged(proposal=listed.key, screening=screening, said=said, by=by, at=at.isoformat(timespec="seconds"))
        self._kept.append(judged.model_dump())
        self._take(judged)

    def _with(self, said: Decision, listed: Listed) -> tuple[str, ...]:
        return tuple(screening for screening, last in self._said.get(listed.key, {}).items() if last == said)

    def _take(self, judged: Judged) -> None:
        self._said.setdefault(judged.proposal, {})[judged.screening] = judged.said
