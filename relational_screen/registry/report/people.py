"""Who loses and who gains across proposals."""

from collections.abc import Iterator

from relational_screen.catalogue.method import SCALES
from relational_screen.errors import N_
from relational_screen.registry.report.comparing import cell, in_parentheses, years_of
from relational_screen.registry.report.data import ReportData
from relational_screen.registry.report.words import Words, capital
from relational_screen.registry.statistics.figures import Figures, union
from relational_screen.registry.statistics.statistics import HARM_FIRST
from relational_screen.screening.document import Block, Heading, Paragraph, Table
from relational_screen.screening.verdict import counts

FELT = [band for band in reversed(SCALES["band"]) if counts(band)]
"""The bands that are more than negligible, the strongest first."""


def group_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield for each group how many screenings lower and raise it, by band."""
    yield Heading(words.get(N_("Groups that lose most across proposals")), 2)
    if not _of_both(data):
        yield Paragraph(words.get(N_("No screening found an effect for a named group of people.")))
        return
    yield Paragraph(
        words.get(
            N_(
                "Counted are screenings, not people. First stands the group that most screenings of the year lower, of "
                "groups lowered equally often the one that is lowered most strongly. A screening that lowers a group "
                "and raises it is counted on both sides, and never set off."
            )
        )
    )
    yield _groups(data, words)


def _of_both(data: ReportData) -> list[str]:
    """Return the groups of the year in their order, then those that only the year before has."""
    both = (each.statistics.groups for each in years_of(data))
    return list(dict.fromkeys(name for groups in both for name in groups))


def _groups(data: ReportData, words: Words) -> Table:
    rows = []
    for name in _of_both(data):
        both = (each.statistics.groups.get(name, {}) if each else {} for each in (data.year, data.before))
        now, before = ([pair.get(direction, {}) for direction in HARM_FIRST] for pair in both)
        rows.append(
            (capital(words.group(name)), *(_told(*sides, data, words) for sides in zip(now, before, strict=True)))
        )
    directions = (words.label("direction", direction) for direction in HARM_FIRST)
    return words.table(
        in_parentheses(words, words.get(N_("Groups by how many screenings lower and raise them")), data),
        words.get(
            N_("For each group how many screenings lower it and how many raise it, and how many of these how strongly.")
        ),
        (words.get(N_("Group")), *directions),
        rows,
    )


def _told(now: Figures, before: Figures, data: ReportData, words: Words) -> str:
    """Return one direction: how many screenings, and of the year's how many in each band, the strongest first."""
    total = cell(words, data, union(now.values()), union(before.values()))
    bands = [
        f"{words.label('band', band).lower()}\N{NO-BREAK SPACE}{words.number(now[band].count)}"
        for band in FELT
        if band in now
    ]
    return f"{total}: {', '.join(bands)}" if bands else total
