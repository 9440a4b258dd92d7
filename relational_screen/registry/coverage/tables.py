"""Coverage as tables to write: the figures by authority and by year, and the proposals that a figure leads to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from relational_screen.catalogue.method import Method
from relational_screen.catalogue.model import Language
from relational_screen.errors import N_
from relational_screen.registry.authorities import Level
from relational_screen.registry.coverage.coverage import Authority, Coverage, Covered, Figure, Figures
from relational_screen.registry.periods import year_label
from relational_screen.registry.statistics.tables_out import Cell, Table

Translate = Callable[[str], str]
T = TypeVar("T")

FIGURE_NAMES: Mapping[Figure, str] = {
    "listed": N_("Proposals"),
    "tested": N_("Tested for relevance"),
    "assessed": N_("Assessed"),
    "lowers": N_("Lowers"),
    "begun": N_("Begun only"),
    "no_record": N_("No record"),
}
LEVEL_NAMES: Mapping[Level, str] = {
    "ministry": N_("Ministry"),
    "municipality": N_("Municipality"),
    "other": N_("Other authority"),
}
PROPOSAL_HEADINGS = (
    N_("Number"),
    N_("Title"),
    N_("Authority"),
    N_("Kind"),
    N_("Date"),
    N_("Parliamentary year"),
    N_("Screenings"),
    N_("Stage when first tested"),
    N_("First screening started"),
    N_("Screened by"),
    N_("Result"),
)


def authorities_table(coverage: Coverage, translate: Translate) -> Table:
    """Return the figures of each authority, one a row."""

    def named(authority: Authority) -> list[Cell]:
        return _authority(authority, translate)

    heads = (N_("Level"), N_("Authority"))
    return _figures_table(N_("Coverage by authority"), heads, coverage.by_authority(), named, translate)


def years_table(coverage: Coverage, translate: Translate) -> Table:
    """Return the figures of each parliamentary year, one a row."""

    def named(year: int | None) -> list[Cell]:
        return _year(year, translate)

    heads = (N_("Parliamentary year"),)
    return _figures_table(N_("Coverage by year"), heads, coverage.by_year(), named, translate)


def authority_years_table(coverage: Coverage, translate: Translate) -> Table:
    """Return the figures of each authority in each parliamentary year, one a row."""

    def named(group: tuple[int | None, Authority]) -> list[Cell]:
        year, authority = group
        return [*_year(year, translate), *_authority(authority, translate)]

    groups = {
        (year, authority): figures
        for year in coverage.by_year()
        for authority, figures in coverage.of_year(year).by_authority().items()
    }
    heads = (N_("Parliamentary year"), N_("Level"), N_("Authority"))
    return _figures_table(N_("Coverage by year and authority"), heads, groups, named, translate)


def proposals_table(proposals: Iterable[Covered], method: Method, language: Language, translate: Translate) -> Table:
    """Return proposals with what was screened of them, one a row; the result is that of the latest screening."""
    rows = [_proposal(each, method, language) for each in proposals]
    return Table(translate(N_("Proposals")), [translate(heading) for heading in PROPOSAL_HEADINGS], rows)


def proposals_to_write(proposals: Sequence[Covered], method: Method, language: Language, translate: Translate) -> Table:
    """Return the same table with the ids of the screenings of each proposal, which lead on to them."""
    table = proposals_table(proposals, method, language, translate)
    ids = ["; ".join(one.id for one in each.screenings) for each in proposals]
    rows = [[*row, names] for row, names in zip(table.rows, ids, strict=True)]
    return Table(table.title, [*table.headings, translate(N_("Ids of the screenings"))], rows)


def _figures_table(
    title: str,
    heads: Iterable[str],
    groups: Mapping[T, Figures],
    named: Callable[[T], list[Cell]],
    translate: Translate,
) -> Table:
    headings = [translate(heading) for heading in (*heads, *FIGURE_NAMES.values())]
    rows = [[*named(group), *(len(found[figure]) for figure in FIGURE_NAMES)] for group, found in groups.items()]
    return Table(translate(title), headings, rows)


def _authority(authority: Authority, translate: Translate) -> list[Cell]:
    return [translate(LEVEL_NAMES[authority.level]), authority.name or translate(N_("not named"))]


def _year(year: int | None, translate: Translate) -> list[Cell]:
    return [translate(N_("without a date")) if year is None else year_label(year)]


def _proposal(each: Covered, method: Method, language: Language) -> list[Cell]:
    listed, latest, first = each.listed, each.latest, each.first_stage
    return [
        listed.number,
        listed.title,
        listed.authority,
        method.label("kind", listed.kind, language),
        listed.date,
        "" if listed.year is None else year_label(listed.year),
        len(each.screenings),
        method.label("stage", first, language) if first else "",
        each.screenings[0].started[:10] if each.screenings else "",
        _by_whom(each),
        method.label("verdict", latest.bottom_line, language) if latest else "",
    ]


def _by_whom(each: Covered) -> str:
    """Return who screened, as the screenings tell it, each once."""
    told = (", ".join(filter(None, (one.responsible, one.unit, one.authority))) for one in each.screenings)
    return "; ".join(dict.fromkeys(filter(None, told)))
