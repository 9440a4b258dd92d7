"""Verdicts over time: what the screenings of each quarter found, as a table and as a picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from relational_screen.errors import N_
from relational_screen.registry.inbox.share import Share
from relational_screen.registry.report.comparing import years, years_of
from relational_screen.registry.report.data import LOWERING, RAISING, ReportData, YearFigures
from relational_screen.registry.report.words import SCREENINGS, Words
from relational_screen.registry.statistics.figures import Figures, union
from relational_screen.registry.statistics.statistics import VERDICTS
from relational_screen.screening.document import Bar, BarPair, Bars, Block, Heading, Paragraph, Table

QUARTERS = 4
FIRST_MONTH = 10
"""A parliamentary year opens in October, and so does its first quarter."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a parliamentary year with its verdicts; the last runs to the opening of the next year."""

    label: str
    verdicts: Figures

    def share(self, names: tuple[str, ...]) -> Share:
        """Return how many of its screenings have one of some verdicts."""
        found = union(figure for name, figure in self.verdicts.items() if name in names)
        return Share(found.count, union(self.verdicts.values()).count)


def verdict_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield the verdicts by quarter."""
    yield Heading(words.get(N_("Verdicts over time")), 2)
    yield Paragraph(
        words.get(
            N_(
                "A screening is counted in the quarter in which it was last changed. The last quarter runs to the day "
                "before the next parliamentary year opens, early in October. What goes both ways is counted among "
                "those that raise and among those that lower, and never set off."
            )
        )
    )
    before = _quarters(data.before, words) if data.before else []
    now = _quarters(data.year, words)
    yield _picture([*before, *now], words)
    yield _table(now, data, words)


def _quarters(year: YearFigures, words: Words) -> list[Quarter]:
    """Return the quarters of a year."""
    return [
        Quarter(_label(year.year, number, words), _verdicts(year, set(_months(year.year, number))))
        for number in range(QUARTERS)
    ]


def _months(year: int, quarter: int) -> list[str]:
    """Return a quarter's months as YYYY-MM, the first days of the next October with the last quarter's."""
    first = FIRST_MONTH + 3 * quarter
    count = 4 if quarter == QUARTERS - 1 else 3
    return [f"{year + (month - 1) // 12}-{(month - 1) % 12 + 1:02}" for month in range(first, first + count)]


def _label(year: int, quarter: int, words: Words) -> str:
    first, *_, last = (date.fromisoformat(f"{month}-01") for month in _months(year, quarter)[:3])
    return words.months(first, last)


def _verdicts(year: YearFigures, months: set[str]) -> Figures:
    found = [verdicts for month, verdicts in year.statistics.months.items() if month in months]
    return {name: union(verdicts[name] for verdicts in found if name in verdicts) for name in VERDICTS}


def _picture(found: list[Quarter], words: Words) -> Bars:
    pairs = tuple(BarPair(each.label, _bar(each, RAISING, words), _bar(each, LOWERING, words)) for each in found)
    told = [_told(each, words) for each in found]
    return Bars(
        title=words.get(N_("How many of each quarter's screenings raise, and how many lower")),
        description=" ".join(told),
        raises=words.label("direction", "raises"),
        lowers=words.label("direction", "lowers"),
        pairs=pairs,
    )


def _told(quarter: Quarter, words: Words) -> str:
    raises, lowers = (quarter.share(names) for names in (RAISING, LOWERING))
    if not raises.of:
        return words.get(N_("{quarter}: no screenings."), quarter=quarter.label)
    return words.get(
        N_("{quarter}: {raises} raise, {lowers} lower."),
        quarter=quarter.label,
        raises=words.share(raises, SCREENINGS),
        lowers=words.share(lowers),
    )


def _bar(quarter: Quarter, names: tuple[str, ...], words: Words) -> Bar:
    share = quarter.share(names)
    word = words.get(N_("{part} of {of}"), part=words.number(share.part), of=words.number(share.of))
    return Bar(_percent(share), word)


def _percent(share: Share) -> Decimal:
    """Return how long a bar is: the share from 0 to 100."""
    return Decimal(share.part * 1000 // share.of) / 10 if share.of else Decimal(0)


def _table(now: list[Quarter], data: ReportData, words: Words) -> Table:
    columns = [*(each.verdicts for each in now), *(each.statistics.verdicts for each in years_of(data))]
    rows = [
        (words.label("verdict", name), *(words.number(verdicts[name].count) for verdicts in columns))
        for name in VERDICTS
    ]
    totals = (words.number(union(verdicts.values()).count) for verdicts in columns)
    heads = (words.get(N_("Verdict")), *(each.label for each in now), *years(data))
    return words.table(
        words.get(N_("Verdicts by quarter and year")),
        words.get(N_("How many screenings have each verdict. Every screening has one.")),
        heads,
        [*rows, (words.get(N_("All")), *totals)],
    )
