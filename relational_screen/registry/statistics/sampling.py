"""A random sample of screenings for control, drawn so that anybody can draw it again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from relational_screen.screening.canonical import digest
from relational_screen.screening.result import Verdict

NULL_RESULTS: frozenset[Verdict] = frozenset({"not_relevant", "no_effect"})
"""The bottom lines that nobody looks at again unless they are drawn."""

SEEDS = 1_000_000
"""How many seeds there are to take from populations: six digits, few enough to be typed in."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The screenings that a seed draws, in the order they were drawn, and what is needed to draw them again.

    `size` is how many were asked for; fewer are drawn from a smaller population, which is given by the number of its
    ids and by the SHA-256 of them, sorted and each followed by a line feed.
    """

    seed: int
    size: int
    drawn: tuple[str, ...]
    drawn_from: int
    population: str

    def as_json(self) -> dict[str, Any]:
        """Return the sample as JSON data."""
        return {
            "seed": self.seed,
            "size": self.size,
            "drawn": list(self.drawn),
            "drawn_from": self.drawn_from,
            "population": self.population,
        }


def sample(ids: Iterable[str], seed: int, size: int) -> Sample:
    """Return the sample that a seed draws: the ids whose SHA-256 of seed, line feed and id is lowest.

    It is the same on any machine and in whatever order the ids come; an id that comes twice counts once. A larger
    sample holds the smaller ones, and one more screening in the population drives out at most one that was drawn.

    Raises:
        ValueError: the size is below 1.
    """
    if size < 1:
        message = "a sample holds at least one"
        raise ValueError(message)
    population = set(ids)
    drawn = sorted(population, key=lambda name: digest(f"{seed}\n{name}".encode()))[:size]
    return Sample(seed, size, tuple(drawn), len(population), population_hash(population))


def population_hash(ids: Iterable[str]) -> str:
    """Return the SHA-256 of a population's ids, sorted and each followed by a line feed."""
    return digest("".join(f"{name}\n" for name in sorted(set(ids))).encode())


def seed_of(year: int, population: str) -> int:
    """Return the seed of a year's sample, from the year and the SHA-256 of the population.

    It is the SHA-256 of the year, a line feed and the population's SHA-256, read as a number, modulo `SEEDS`. Nobody
    knows it before all screenings are there, so no office can choose an id that is not drawn.
    """
    return int(digest(f"{year}\n{population}".encode()), 16) % SEEDS
