"""What the report is written from: the figures of a parliamentary year, those of the year before, and what waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from relational_screen.registry.coverage.coverage import Coverage
from relational_screen.registry.coverage.covering import covering
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.inbox.share import Share
from relational_screen.registry.periods import opening, year_label
from relational_screen.registry.statistics.agreement import Agreement
from relational_screen.registry.statistics.figures import Figure, Filter, union
from relational_screen.registry.statistics.quality_sums import QualitySums, quality_sums
from relational_screen.registry.statistics.read_twice import read_twice
from relational_screen.registry.statistics.sampling import Sample, population_hash, sample, seed_of
from relational_screen.registry.statistics.statistics import Statistics, statistics

SAMPLE_SIZE = 10
"""How many null results are drawn for control unless more are asked for."""

RAISING, LOWERING = ("raises", "both_ways"), ("lowers", "both_ways")
"""The verdicts in which relations are raised and lowered: what goes both ways is in both, since nothing is netted."""


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The figures of the screenings last changed in one parliamentary year, named by the year it opens in."""

    year: int
    statistics: Statistics
    sums: QualitySums
    readers: tuple[Agreement, ...]
    coverage: Coverage

    @property
    def label(self) -> str:
        """The year as it is written: 2026-27."""
        return year_label(self.year)

    @property
    def first(self) -> date:
        """The first day."""
        return opening(self.year)

    @property
    def last(self) -> date:
        """The last day."""
        return opening(self.year + 1) - timedelta(1)

    @property
    def total(self) -> int:
        """How many screenings."""
        return self.statistics.total.count

    def with_verdict(self, names: Iterable[str]) -> Figure:
        """Return the screenings with one of some verdicts."""
        return union(self.statistics.verdicts[name] for name in names)

    def share(self, figure: Figure) -> Share:
        """Return a figure as a part of the year's screenings."""
        return Share(figure.count, self.total)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the registry keeps or refused but does not count, on the day of the report and of whatever year."""

    forks: int
    pending_keys: int
    pending_bundles: int
    revoked_keys: int
    refused: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A null result that was drawn for control."""

    screening: str
    authority: str
    verdict: str


@dataclass(frozen=True, slots=True)
class ReportData:
    """What the report of a year says; `before` is None where no screening of the year before counts.

    `on` is the day that the figures are of. Without proposals on lists, `year.coverage` holds none.
    """

    year: YearFigures
    before: YearFigures | None
    on: date
    waiting: Waiting
    sample: Sample | None
    drawn: tuple[Drawn, ...]
    listed: int


def report_data(
    registry: Registry, year: int, on: date, *, seed: int | None = None, size: int = SAMPLE_SIZE
) -> ReportData:
    """Return what the report of a parliamentary year says, as the registry stands on a day.

    The sample of null results is drawn with the seed of `seed_of` unless another is given, so that nobody chose it and
    no office could know it.

    Raises:
        ScreenError: the registry cannot be read.
    """
    covered = covering(registry)
    now, before = (_year_figures(registry, each, covered) for each in (year, year - 1))
    ids = registry.screenings_in(now.statistics.null_results.bits)
    drawn = sample(ids, seed_of(year, population_hash(ids)) if seed is None else seed, size) if ids else None
    return ReportData(
        year=now,
        before=before if before.total else None,
        on=on,
        waiting=_waiting(registry),
        sample=drawn,
        drawn=_drawn(registry, now, drawn),
        listed=len(covered.proposals),
    )


def period(year: int) -> Filter:
    """Return the filter that lets through what was last changed in a parliamentary year."""
    return Filter(since=opening(year).isoformat(), until=opening(year + 1).isoformat())


def _year_figures(registry: Registry, year: int, covered: Coverage) -> YearFigures:
    chosen = period(year)
    unlisted = tuple(each for each in covered.unlisted if chosen.since <= each.changed[:10] < chosen.until)
    return YearFigures(
        year=year,
        statistics=statistics(registry, chosen),
        sums=quality_sums(registry, chosen),
        readers=read_twice(registry, chosen),
        coverage=Coverage(covered.of_year(year).proposals, unlisted),
    )


def _waiting(registry: Registry) -> Waiting:
    keys = registry.keys.all()
    pending = [known for known in keys if known.status == "pending"]
    return Waiting(
        forks=len(registry.forks()),
        pending_keys=len(pending),
        pending_bundles=sum(known.bundles for known in pending),
        revoked_keys=sum(known.status == "revoked" for known in keys),
        refused=len(registry.refusals()),
    )


def _drawn(registry: Registry, year: YearFigures, drawn: Sample | None) -> tuple[Drawn, ...]:
    """Return what is shown of a sample; titles are left out, since a draft may be confidential."""
    if drawn is None:
        return ()
    rows = registry.values(year.statistics.null_results.bits, "authority", "bottom_line")
    known = {row[0]: Drawn(*row) for row in rows}
    return tuple(known[name] for name in drawn.drawn)
