"""What was screened of the proposals on lists, and what there is no record of."""

from collections.abc import Iterator

from relational_screen.errors import N_
from relational_screen.registry.authorities import authority_key
from relational_screen.registry.coverage.coverage import Authority, Figure, Figures
from relational_screen.registry.coverage.tables import FIGURE_NAMES, LEVEL_NAMES
from relational_screen.registry.report.comparing import cell, in_parentheses, years, years_of
from relational_screen.registry.report.data import ReportData, YearFigures
from relational_screen.registry.report.screened import screened_blocks
from relational_screen.registry.report.words import Words
from relational_screen.screening.document import Block, Heading, Paragraph, Table

PER_AUTHORITY: tuple[Figure, ...] = ("listed", "tested", "assessed", "lowers", "no_record")
"""The figures of each authority: no more than leave room for its name."""

Key = tuple[str, str]
"""What an authority is known by from year to year: its level, and what all spellings of its name share."""


def coverage_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield how much of what is on lists was tested, assessed, found to lower, or left no record."""
    yield Heading(words.get(N_("Coverage")), 2)
    if not data.listed:
        yield Paragraph(
            words.get(
                N_(
                    "No list of proposals was imported. So it cannot be said what was not screened, "
                    "or how large a part of all proposals the screenings are."
                )
            )
        )
    elif not data.year.coverage.proposals:
        yield Paragraph(
            words.get(
                N_("The lists that were imported hold no proposal of the year, so nothing can be said of its coverage.")
            )
        )
    else:
        yield from _of_lists(data, words)
    yield from screened_blocks(data, words)


def _of_lists(data: ReportData, words: Words) -> Iterator[Block]:
    yield Paragraph(
        words.get(
            N_(
                "Counted are the proposals on the lists that were imported, by the screenings that a person matched "
                "with them. Tested: the relevance test was taken to its end. Assessed: relations are touched, and "
                "every question asked was examined. Lowers: relations are lowered, also where they are raised as well. "
                "Begun only: the relevance test is not at its end. No record: there is no screening."
            )
        )
    )
    yield _in_all(data, words)
    yield _by_authority(data, words)
    if unlisted := len(data.year.coverage.unlisted):
        yield Paragraph(
            words.counted(
                unlisted,
                N_("{count} screening of the year is matched with no proposal on a list."),
                N_("{count} screenings of the year are matched with no proposal on a list."),
            )
        )


def _in_all(data: ReportData, words: Words) -> Table:
    both = [each.coverage.figures for each in years_of(data)]
    rows = [(words.get(name), *(words.number(len(found[key])) for found in both)) for key, name in FIGURE_NAMES.items()]
    return words.table(
        words.get(N_("Proposals on lists")),
        words.get(N_("How many proposals on lists were tested, assessed, found to lower, begun, or left no record.")),
        (words.get(N_("What")), *years(data)),
        rows,
    )


def _by_authority(data: ReportData, words: Words) -> Table:
    now, before = (_figures(each) if each else {} for each in (data.year, data.before))
    named = _names(data)
    rows = [_authority(named[key], now.get(key), before.get(key), data, words) for key in named]
    heads = (words.get(N_("Authority")), *(words.get(FIGURE_NAMES[figure]) for figure in PER_AUTHORITY))
    return words.table(
        in_parentheses(words, words.get(N_("Coverage by ministry and municipality")), data),
        words.get(N_("For each ministry, then each municipality and others, the figures of the table above.")),
        heads,
        rows,
    )


def _authority(
    authority: Authority, now: Figures | None, before: Figures | None, data: ReportData, words: Words
) -> tuple[str, ...]:
    counts = (
        cell(words, data, len(now[figure]) if now else 0, len(before[figure]) if before else 0)
        for figure in PER_AUTHORITY
    )
    return (words.authority(authority.name), *counts)


def _figures(year: YearFigures) -> dict[Key, Figures]:
    return {_key(authority): found for authority, found in year.coverage.by_authority().items()}


def _names(data: ReportData) -> dict[Key, Authority]:
    """Return the authorities of both years, each once and as the later one spells it."""
    both = [each.coverage.by_authority() for each in reversed(years_of(data))]
    named = {_key(authority): authority for found in both for authority in found}
    levels = list(LEVEL_NAMES)
    return dict(sorted(named.items(), key=lambda item: (levels.index(item[1].level), item[1].name.casefold())))


def _key(authority: Authority) -> Key:
    return authority.level, authority_key(authority.name)
