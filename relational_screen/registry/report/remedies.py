"""The remedies that were used against lowering effects."""

from collections.abc import Iterator

from relational_screen.errors import N_
from relational_screen.registry.inbox.entries import MEASURES
from relational_screen.registry.report.comparing import cell, in_parentheses
from relational_screen.registry.report.data import ReportData
from relational_screen.registry.report.words import Words
from relational_screen.registry.statistics.figures import Figures, union
from relational_screen.screening.document import Block, Heading, Paragraph, Table

MOST_REMEDIES = 15
"""How many remedies are told, those that most screenings used."""


def remedy_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield how many screenings used each remedy, by the firmest of its measures."""
    yield Heading(words.get(N_("Remedies used")), 2)
    used = data.year.statistics.remedies
    if not used:
        yield Paragraph(words.get(N_("No screening of the year used a remedy from the catalogue.")))
        return
    names = sorted(used, key=lambda name: (-union(used[name].values()).count, name))
    yield _table(names[:MOST_REMEDIES], data, words)
    if (left := len(names) - MOST_REMEDIES) > 0:
        yield Paragraph(
            words.counted(
                left,
                N_("{count} more remedy was used, in no more screenings than the last of these."),
                N_("{count} more remedies were used, each in no more screenings than the last of these."),
            )
        )


def _table(names: list[str], data: ReportData, words: Words) -> Table:
    heads = (N_("Remedy"), N_("Screenings"))
    return words.table(
        in_parentheses(words, words.get(N_("Remedies by how many screenings used them")), data),
        words.get(
            N_(
                "How many screenings used each remedy, and in how many of these the firmest of its measures is in the "
                "draft, promised or an idea. The remedy that most used is first."
            )
        ),
        (*map(words.get, heads), *(words.label("measure", status) for status in MEASURES)),
        [_remedy(name, data, words) for name in names],
    )


def _remedy(name: str, data: ReportData, words: Words) -> tuple[str, ...]:
    both: list[Figures] = [each.statistics.remedies.get(name, {}) if each else {} for each in (data.year, data.before)]
    now, before = both
    counts = (cell(words, data, now.get(status), before.get(status)) for status in MEASURES)
    return (words.remedy(name), cell(words, data, union(now.values()), union(before.values())), *counts)
