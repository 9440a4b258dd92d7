"""Lists of proposals in the register: read, kept, and held against the screenings that there are."""

from collections.abc import Callable
from collections.abc import Mapping as Dictionary
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from relational_screen.app.language import Language, _, in_words
from relational_screen.app.register import Register
from relational_screen.app.register_quality import figure_of
from relational_screen.catalogue.model import KINDS, Kind
from relational_screen.errors import ScreenError, readable
from relational_screen.export.writing import write_whole
from relational_screen.registry.coverage.coverage import Authority, Coverage, Covered, Figures
from relational_screen.registry.coverage.covering import LISTS, covering
from relational_screen.registry.coverage.headings import HEADINGS, Mapping, guess_mapping, headings
from relational_screen.registry.coverage.lists import Defaults, ProposalList, read_list
from relational_screen.registry.coverage.proposal_lists import ProposalLists
from relational_screen.registry.coverage.sheets import Sheet
from relational_screen.registry.coverage.tables import (
    FIGURE_NAMES,
    authorities_table,
    authority_years_table,
    proposals_table,
    proposals_to_write,
    years_table,
)
from relational_screen.registry.coverage.tables_in import read_sheet
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.periods import year_label, year_of
from relational_screen.registry.statistics.figures import Figure
from relational_screen.registry.statistics.tables_out import Table, csv_of, xlsx_of

YEARS_BACK = 12
"""How many parliamentary years before this one a list may be said to be of."""

GroupT = TypeVar("GroupT")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose in the mapping step: fields by heading, and what holds for rows that say nothing else."""

    fields: Dictionary[str, str]
    kind: Kind | None = None
    authority: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Covering:
    """A table of coverage: what each row is called, and the proposals that each of its figures counts."""

    headings: tuple[str, ...]
    rows: tuple[tuple[tuple[str], tuple[tuple[Covered, ...], ...]], ...]


class RegisterLists:
    """The lists of one register."""

    def __init__(self, register: Register) -> None:
        self.register = register

    @property
    def _kept(self) -> ProposalLists:
        """The lists as they are now, whoever changed them."""
        return ProposalLists(self.register.registry.said(LISTS))

    def names(self) -> tuple[str, ...]:
        """Return the names of the lists that are kept."""
        return self._kept.names()

    def keep(self, name: str, found: ProposalList) -> None:
        """Keep the proposals of a list; one of the same name is replaced."""
        self._kept.keep(name, found.proposals, self.register.by, self.register.now())

    def drop(self, name: str) -> None:
        """Keep a list no more; what was said of its proposals stays."""
        self._kept.drop(name, self.register.by, self.register.now())

    def coverage(self) -> Coverage:
        """Return what was screened of the proposals, on any thread."""
        with closing(Registry(self.register.path)) as registry:
            return covering(registry)

    def unlisted(self, found: Coverage) -> Figure:
        """Return the screenings that are of no proposal as a figure, which leads to them."""
        return figure_of(self.register.registry, [one.id for one in found.unlisted])

    def years(self) -> tuple[int, ...]:
        """Return the parliamentary years that a list may be of, the next one first."""
        now = year_of(self.register.now().date())
        return tuple(range(now + 1, now - YEARS_BACK, -1))

    def proposals(self, proposals: tuple[Covered, ...], language: Language) -> Table:
        """Return proposals with what was screened of them, one a row."""
        return proposals_table(proposals, self.register.catalogue.method, language, in_words)

    def save(self, found: Coverage, path: Path, language: Language) -> None:
        """Write coverage by authority and year and every proposal as .xlsx, or the proposals alone as .csv.

        Raises:
            ScreenError: the file cannot be written.
        """
        proposals = proposals_to_write(found.proposals, self.register.catalogue.method, language, in_words)
        if path.suffix.lower() == ".csv":
            data = csv_of(proposals, language)
        else:
            tables = (authorities_table, years_table, authority_years_table)
            data = xlsx_of([*(table(found, in_words) for table in tables), proposals])
        write_whole(path, lambda unfinished: unfinished.write_bytes(data))


def read_rows(path: Path, sheet: str = "") -> Sheet:
    """Return the rows of a list that somebody sent, as CSV or XLSX, on any thread.

    Raises:
        ScreenError: the file cannot be read as a list.
    """
    with readable(path):
        data = path.read_bytes()
    return read_sheet(data, path.name, sheet)


def guessed(sheet: Sheet) -> dict[str, str]:
    """Return which heading each field of a proposal seems to stand under, "" for none, in the order to ask in."""
    found = guess_mapping(sheet).model_dump()
    return {field: found[field] for field in HEADINGS}


def heads_of(sheet: Sheet) -> dict[str, str]:
    """Return the headings of a list from left to right, each with the first value under it."""
    heads = headings(sheet)
    below = [row.cells for row in sheet.rows if row.number > heads.number]
    found: dict[str, str] = {}
    for at, head in enumerate(heads.cells):
        if head:
            found.setdefault(head, next((cells[at] for cells in below if len(cells) > at and cells[at]), ""))
    return found


def read_proposals(sheet: Sheet, chosen: Choice) -> ProposalList:
    """Return the proposals of a list as its headings were chosen, on any thread.

    Raises:
        ScreenError: no heading is chosen for the titles.
    """
    defaults = Defaults(chosen.kind, chosen.authority, chosen.year)
    return read_list(sheet, Mapping.model_validate(dict(chosen.fields)), defaults)


def problem_of(error: ScreenError) -> str:
    """Return what is wrong with a row; what to do is the same for all of them."""
    return in_words(error.what).format(**error.values)


def field_names() -> dict[str, str]:
    """Return what the fields of a proposal are called."""
    return {
        "title": _("Title"),
        "authority": _("Authority"),
        "kind": _("Kind"),
        "date": _("Date"),
        "number": _("Number"),
    }


def year_name(year: int | None) -> str:
    """Return a parliamentary year as it is written."""
    return _("without a date") if year is None else year_label(year)


def by_authority(found: Coverage) -> Covering:
    """Return the figures of all proposals and of each authority."""

    def named(authority: Authority) -> str:
        return authority.name or _("not named")

    return _covering(_("Authority"), found, found.by_authority(), named)


def by_year(found: Coverage) -> Covering:
    """Return the figures of each parliamentary year."""
    return _covering(_("Parliamentary year"), found, found.by_year(), year_name)


def _covering(
    head: str, found: Coverage, groups: Dictionary[GroupT, Figures], named: Callable[[GroupT], str]
) -> Covering:
    rows = [((_("All"),), found.figures), *(((named(group),), figures) for group, figures in groups.items())]
    names = (in_words(name) for name in FIGURE_NAMES.values())
    return Covering(
        (head, *names), tuple((name, tuple(figures[figure] for figure in FIGURE_NAMES)) for name, figures in rows)
    )


def kinds() -> tuple[Kind, ...]:
    """Return the kinds that a proposal may be of."""
    return KINDS
