"""Coverage: what of the proposals on lists was screened, when, by whom and with what result, and what is missing."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from relational_screen.registry.authorities import Level, authority_key, level_of, usual_spelling
from relational_screen.registry.coverage.finding import Screened, first_readings
from relational_screen.registry.coverage.lists import Listed
from relational_screen.registry.coverage.matching import Matches
from relational_screen.screening.proposal import Stage

Figure = Literal["listed", "tested", "assessed", "lowers", "begun", "no_record"]
GroupT = TypeVar("GroupT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Covered:
    """A proposal on a list with its confirmed screenings, the first started first."""

    listed: Listed
    screenings: tuple[Screened, ...]

    @property
    def latest(self) -> Screened | None:
        """The screening that was changed last; the proposal's result is its."""
        return max(self.screenings, key=lambda each: each.changed, default=None)

    @property
    def first_stage(self) -> Stage | None:
        """The stage when the proposal was first tested; before that, the one that its first screening speaks of."""
        tested = (each.first_stage for each in self.screenings if each.first_stage)
        return next(tested, self.screenings[0].stage if self.screenings else None)

    @property
    def tested(self) -> bool:
        """Whether the relevance test was taken to an end, whatever came of it."""
        return self.latest is not None and self.latest.relevance != "not_tested"

    @property
    def assessed(self) -> bool:
        """Whether relations are touched and every question that is asked then was examined."""
        latest = self.latest
        return latest is not None and latest.relevance == "relevant" and latest.not_examined == 0

    @property
    def lowers(self) -> bool:
        """Whether the bottom line is that relations are lowered, also where they are raised besides."""
        return self.latest is not None and self.latest.bottom_line in ("lowers", "both_ways")


FIGURES: Mapping[Figure, Callable[[Covered], bool]] = {
    "listed": lambda _: True,
    "tested": lambda each: each.tested,
    "assessed": lambda each: each.assessed,
    "lowers": lambda each: each.lowers,
    "begun": lambda each: bool(each.screenings) and not each.tested,
    "no_record": lambda each: not each.screenings,
}
"""What is counted. Every proposal is tested, begun or without record; assessed and lowers are some of the tested."""

Figures = Mapping[Figure, tuple[Covered, ...]]
"""The proposals that each figure counts: the figure is their number."""


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority under its commonest spelling; "" is that none is named."""

    level: Level
    name: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The proposals of one or more lists with what was screened of them, and the screenings of none of them."""

    proposals: tuple[Covered, ...]
    unlisted: tuple[Screened, ...]

    @property
    def figures(self) -> Figures:
        """The figures over all proposals."""
        return figures(self.proposals)

    def by_year(self) -> dict[int | None, Figures]:
        """Return the figures of each parliamentary year, named by the year it opens in, the first first.

        None stands last, for proposals without a date.
        """
        found = _grouped(self.proposals, lambda each: each.listed.year)
        return {year: figures(found[year]) for year in sorted(found, key=lambda year: (year is None, year))}

    def by_authority(self) -> dict[Authority, Figures]:
        """Return the figures of each ministry, then of each municipality, then of others, in order of name."""
        found = _grouped(self.proposals, lambda each: authority_key(each.listed.authority))
        named = {_authority(group): figures(group) for group in found.values()}
        return dict(sorted(named.items(), key=lambda item: (_LEVELS.index(item[0].level), item[0].name.casefold())))

    def of_year(self, year: int | None) -> "Coverage":
        """Return the coverage of one parliamentary year's proposals."""
        return Coverage(tuple(each for each in self.proposals if each.listed.year == year), self.unlisted)


_LEVELS: tuple[Level, ...] = ("ministry", "municipality", "other")


def coverage(listed: Iterable[Listed], screenings: Iterable[Screened], matches: Matches) -> Coverage:
    """Return what was screened of the proposals; only confirmed matches with screenings that there are count.

    Blind second readings are nobody's: they say how a proposal was read, not that it was screened.
    """
    known = {screening.id: screening for screening in first_readings(screenings)}
    proposals = tuple(_covered(each, known, matches) for each in listed)
    used = {screening.id for each in proposals for screening in each.screenings}
    return Coverage(proposals, tuple(each for name, each in known.items() if name not in used))


def figures(proposals: Iterable[Covered]) -> Figures:
    """Return the proposals that each figure counts."""
    every = tuple(proposals)
    return {figure: tuple(each for each in every if counted(each)) for figure, counted in FIGURES.items()}


def _covered(listed: Listed, known: Mapping[str, Screened], matches: Matches) -> Covered:
    found = [known[screening] for screening in matches.confirmed(listed) if screening in known]
    return Covered(listed, tuple(sorted(found, key=lambda each: (each.started, each.id))))


def _grouped(proposals: Iterable[Covered], group: Callable[[Covered], GroupT]) -> dict[GroupT, tuple[Covered, ...]]:
    found: dict[GroupT, list[Covered]] = {}
    for each in proposals:
        found.setdefault(group(each), []).append(each)
    return {name: tuple(members) for name, members in found.items()}


def _authority(group: tuple[Covered, ...]) -> Authority:
    name = usual_spelling(each.listed.authority for each in group)
    return Authority(level_of(name, group[0].listed.kind), name)
