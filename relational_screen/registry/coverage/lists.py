"""Lists of proposals, such as a law programme or a municipality's plans: what there was to screen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from relational_screen.catalogue.model import Kind
from relational_screen.errors import N_, ScreenError
from relational_screen.registry.authorities import authority_key, plain_words
from relational_screen.registry.coverage.headings import Mapping, check_mapping, headings
from relational_screen.registry.coverage.sheets import Sheet
from relational_screen.registry.periods import read_day, year_of
from relational_screen.screening.canonical import canonical, digest
from relational_screen.screening.proposal import Day, Value

_OPENING = r"(?:(?:forslag|udkast|proposal|draft) (?:til|for|of) )?(?:an? )?"
_KINDS: dict[Kind, str] = {
    "budget": r"(?:budget|finanslov|tillægsbevilling)",
    "executive_order": r"(?:\w*bekendtgørelse|bek\b|anordning|executive order|order\b)",
    "local_plan": r"(?:lokalplan|local plan)",
    "plan": r"(?:\w*plan\b|\w*plantillæg|tillæg|\w*strategi)",
    "bill": r"(?:lov|bill\b|act\b|[lb]$)",
}
"""What tells a kind, as plain words; the first that fits decides."""


class Listed(Value):
    """A proposal on a list; `row` is its row there. `year` is its parliamentary year, named by the year it opens in."""

    row: int
    title: str
    kind: Kind
    authority: str = ""
    date: Day = ""
    number: str = ""
    year: int | None = None

    @property
    def key(self) -> str:
        """What the proposal is known by in every version of its list: all but its place and date, which change."""
        words = [plain_words(self.title), authority_key(self.authority), self.kind, plain_words(self.number)]
        return digest(canonical(words))


@dataclass(frozen=True, slots=True)
class ProposalList:
    """The proposals of a list, and what is wrong with the rows that were left out."""

    proposals: tuple[Listed, ...]
    problems: tuple[ScreenError, ...]


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for every row that says nothing else, such as the parliamentary year of a law programme."""

    kind: Kind | None = None
    authority: str = ""
    year: int | None = None


NOTHING_ELSE = Defaults()


def read_list(sheet: Sheet, mapping: Mapping, defaults: Defaults = NOTHING_ELSE) -> ProposalList:
    """Return the proposals of a list. Rows with something wrong are left out, each with what it is.

    Raises:
        ScreenError: the mapping names no title, or headings that the list does not have; all at once.
    """
    heads = headings(sheet)
    check_mapping(mapping, heads.cells)
    columns = {field: heads.cells.index(name) for field, name in mapping if name}
    proposals: dict[str, Listed] = {}
    problems: list[ScreenError] = []
    for row in sheet.rows:
        if row.number > heads.number:
            fields = {field: row.cells[at] if at < len(row.cells) else "" for field, at in columns.items()}
            problems += _take(_Reading(row.number, fields, defaults), proposals)
    return ProposalList(tuple(proposals.values()), tuple(problems))


def _take(reading: "_Reading", proposals: dict[str, Listed]) -> list[ScreenError]:
    """Add a row's proposal to those before it, or return what is wrong with the row."""
    if problems := list(reading.problems()):
        return problems
    listed = reading.listed()
    first = proposals.setdefault(listed.key, listed)
    return [] if first is listed else [reading.problem(N_("Row {row} repeats row {first}."), first=first.row)]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A row while it is read."""

    row: int
    fields: dict[str, str]
    defaults: Defaults

    def problems(self) -> Iterator[ScreenError]:
        """Yield all that is wrong with the row."""
        if not plain_words(self._field("title")):
            yield self.problem(N_("Row {row} has no title."))
        elif self._kind() is None:
            yield self.problem(N_("Row {row} names no known kind of proposal: {value}."), value=self._field("kind"))
        try:
            self._day()
        except ValueError:
            yield self.problem(N_("Row {row} names no day that can be read: {value}."), value=self._field("date"))

    def listed(self) -> Listed:
        """Return the proposal of a row without problems."""
        day = self._day()
        return Listed(
            row=self.row,
            title=self._field("title"),
            kind=self._kind() or "bill",
            authority=self._field("authority") or self.defaults.authority,
            date=day.isoformat() if day else "",
            number=self._field("number"),
            year=year_of(day) if day else self.defaults.year,
        )

    def problem(self, what: str, **values: object) -> ScreenError:
        """Return what is wrong with the row; `what` is a marked text."""
        return ScreenError(
            what, N_("Mend the row or the choice of headings, then read the list again."), row=self.row, **values
        )

    def _field(self, name: str) -> str:
        return self.fields.get(name, "")

    def _kind(self) -> Kind | None:
        """Return the kind that its cell tells; without one that of all rows, or what the title begins with."""
        told = self._field("kind")
        return kind_told(told) if told else self.defaults.kind or kind_told(self._field("title"))

    def _day(self) -> date | None:
        text = self._field("date")
        return read_day(text, self.defaults.year) if text else None


def kind_told(text: str) -> Kind | None:
    """Return the kind that a text begins with the word for, or None."""
    plain = plain_words(text)
    return next((kind for kind, words in _KINDS.items() if re.match(_OPENING + words, plain)), None)
