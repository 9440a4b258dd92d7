"""Where relations are touched: the verdicts of the arenas, and arenas by mechanism."""

from collections.abc import Iterator

from relational_screen.errors import N_
from relational_screen.registry.report.comparing import cell, in_parentheses, ordered, years_of
from relational_screen.registry.report.data import ReportData
from relational_screen.registry.report.heat import heat_blocks
from relational_screen.registry.report.words import Words
from relational_screen.registry.statistics.figures import union
from relational_screen.screening.document import Block, Heading, Paragraph, Table

IN_SCOPE = ("raises", "lowers", "both_ways", "no_effect", "undetermined")
"""The verdicts that an arena in scope can have."""


def arena_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield the verdicts of the arenas, and the picture and table of arenas by mechanism."""
    yield Heading(words.get(N_("Life arenas")), 2)
    found = {name for each in years_of(data) for name in each.statistics.arenas}
    arenas = ordered(found, [each.id for each in words.catalogue.checklists])
    if not arenas:
        yield Paragraph(words.get(N_("No screening of the year found that an arena is touched.")))
        return
    yield _verdicts(arenas, data, words)
    yield from heat_blocks(data, words)


def _verdicts(arenas: list[str], data: ReportData, words: Words) -> Table:
    rows = []
    for arena in arenas:
        now, before = (each.statistics.arenas.get(arena, {}) if each else {} for each in (data.year, data.before))
        counts = [cell(words, data, now.get(name), before.get(name)) for name in IN_SCOPE]
        rows.append((words.arena(arena), cell(words, data, union(now.values()), union(before.values())), *counts))
    verdicts = (words.label("verdict", name) for name in IN_SCOPE)
    return words.table(
        in_parentheses(words, words.get(N_("Verdicts by arena")), data),
        words.get(N_("For each arena how many screenings touch it, and how many of these have each verdict on it.")),
        (words.get(N_("Arena")), words.get(N_("Touched")), *verdicts),
        rows,
    )
