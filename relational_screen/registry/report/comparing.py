"""How a year's figures stand beside those of the year before."""

from collections.abc import Iterable, Sequence

from relational_screen.errors import N_
from relational_screen.registry.report.data import ReportData, YearFigures
from relational_screen.registry.report.words import Words
from relational_screen.registry.statistics.figures import Figure


def and_before(words: Words, told: str, before: str | None) -> str:
    """Return a sentence with what the year before was, where it is known."""
    if before is None:
        return told
    beside = words.get(N_("The year before it was {before}."), before=before)
    return f"{told} {beside}"


def cell(words: Words, data: ReportData, now: Figure | int | None, before: Figure | int | None) -> str:
    """Return a count for a table's cell, in parentheses that of the year before, where it is known."""
    if data.before is None:
        return words.number(_count(now))
    return f"{words.number(_count(now))}\N{NO-BREAK SPACE}({words.number(_count(before))})"


def in_parentheses(words: Words, title: str, data: ReportData) -> str:
    """Return a table's title that says what stands in parentheses."""
    return title if data.before is None else words.get(N_("{title} (in parentheses the year before)"), title=title)


def years_of(data: ReportData) -> list[YearFigures]:
    """Return the year, and the year before where it is known."""
    return [each for each in (data.year, data.before) if each]


def years(data: ReportData) -> tuple[str, ...]:
    """Return the heads of a column for each year, the later first."""
    return tuple(each.label for each in years_of(data))


def ordered(names: Iterable[str], known: Sequence[str]) -> list[str]:
    """Return ids in the catalogue's order, those it does not know last."""
    return sorted(set(names), key=lambda name: (known.index(name) if name in known else len(known), name))


def _count(figure: Figure | int | None) -> int:
    return figure.count if isinstance(figure, Figure) else figure or 0
