"""How the report writes: its own words translated, names from the catalogue, numbers, shares and days."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from babel.dates import format_date

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language
from relational_screen.errors import N_
from relational_screen.registry.coverage.tables import Translate
from relational_screen.registry.inbox.share import Share
from relational_screen.registry.statistics.figures import Figure
from relational_screen.screening.document import Table
from relational_screen.screening.tools import LOCALES, format_number

FEWEST_FOR_PERCENT = 10
"""A share of fewer is told without per cent: one more or less would move it by more than ten points."""

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Things:
    """How a part of a number of things is told: none, of one, of fewer than ten, of more."""

    none: str
    one: str
    few: str
    many: str


PLAIN = Things(N_("0 of {of}"), N_("{part} of {of}"), N_("{part} of {of}"), N_("{part} of {of} ({percent} per cent)"))
SCREENINGS = Things(
    N_("none of {of} screenings"),
    N_("{part} of {of} screening"),
    N_("{part} of {of} screenings"),
    N_("{part} of {of} screenings ({percent} per cent)"),
)
PROPOSALS = Things(
    N_("none of {of} proposals on lists"),
    N_("{part} of {of} proposal on lists"),
    N_("{part} of {of} proposals on lists"),
    N_("{part} of {of} proposals on lists ({percent} per cent)"),
)
READINGS = Things(
    N_("none of {of} pairs of answers"),
    N_("{part} of {of} pair of answers"),
    N_("{part} of {of} pairs of answers"),
    N_("{part} of {of} pairs of answers ({percent} per cent)"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """Writes in one language; `translate` gives the program's own English in it."""

    catalogue: Catalogue
    language: Language
    translate: Translate

    def get(self, marked: str, /, **values: object) -> str:
        """Return a text that was marked with `N_`, its places filled."""
        return self.translate(marked).format(**values)

    def counted(self, count: int, one: str, many: str, /, **values: object) -> str:
        """Return the singular or the plural of a text; Danish parts them as English does."""
        return self.get(one if count == 1 else many, count=self.number(count), **values)

    def number(self, number: int) -> str:
        """Return a number as the language writes it."""
        return format_number(number, self.language)

    def counts(self, figures: Iterable[Figure | None]) -> Iterator[str]:
        """Yield how many screenings each figure counts."""
        return (self.number(figure.count if figure else 0) for figure in figures)

    def decimals(self, number: Fraction | None) -> str:
        """Return a number with two decimals, a dash for none."""
        from babel.numbers import format_decimal

        if number is None:
            return NOTHING
        rounded = Fraction(math.floor(number * 100 + Fraction(1, 2)), 100)
        return format_decimal(float(rounded), format="0.00", locale=LOCALES[self.language])

    def share(self, share: Share, things: Things = PLAIN) -> str:
        """Return a part of a number of things; in per cent too unless it is of fewer than ten."""
        if not share.of:
            return NOTHING
        part, of = self.number(share.part), self.number(share.of)
        if not share.part and share.of > 1:
            return self.get(things.none, of=of)
        if share.of < FEWEST_FOR_PERCENT:
            return self.get(things.one if share.of == 1 else things.few, part=part, of=of)
        percent = self.number(math.floor(Fraction(share.part * 100, share.of) + Fraction(1, 2)))
        return self.get(things.many, part=part, of=of, percent=percent)

    def day(self, day: date) -> str:
        """Return a day as a long date."""
        return format_date(day, format="long", locale=LOCALES[self.language])

    def months(self, first: date, last: date) -> str:
        """Return a span of months of one calendar year, such as Oct–Dec 2026."""
        names = [format_date(day, "LLL", locale=LOCALES[self.language]).removesuffix(".") for day in (first, last)]
        return f"{names[0]}–{names[1]} {last.year}"

    def label(self, scale: str, value: str) -> str:
        """Return the method's word for a value, with a capital."""
        labels = {item.id: item.label.get(self.language) for item in self.catalogue.method.values(scale)}
        return capital(labels.get(value, value))

    def arena(self, arena: str) -> str:
        """Return an arena's name."""
        return {item.id: item.title.get(self.language) for item in self.catalogue.checklists}.get(arena, arena)

    def group(self, group: str) -> str:
        """Return a group's name as it stands inside a sentence."""
        return {item.id: item.label.get(self.language) for item in self.catalogue.groups}.get(group, group)

    def remedy(self, remedy: str) -> str:
        """Return a remedy's title."""
        return {item.id: item.title.get(self.language) for item in self.catalogue.remedies}.get(remedy, remedy)

    def question(self, question: str) -> str:
        """Return a question's title with its arena, or a gate's own words."""
        for checklist in self.catalogue.checklists:
            titles = {item.id: item.title.get(self.language) for item in checklist.questions}
            titles |= {item.id: item.question.get(self.language) for item in checklist.gates}
            if question in titles:
                return f"{checklist.title.get(self.language)}: {titles[question]}"
        return question

    def source(self, document: str, place: str) -> str:
        """Return where something is said: a document's title and the place in it."""
        titles = {item.id: item.title for item in self.catalogue.documents}
        return f"{titles.get(document, document)}, {place}"

    def authority(self, name: str) -> str:
        """Return an authority's name."""
        return name or capital(self.get(N_("not named")))

    def table(self, title: str, description: str, header: Iterable[str], rows: Iterable[Sequence[str]]) -> Table:
        """Return a table; title, description and heads are texts already translated."""
        return Table(title, description, tuple(header), tuple(tuple(row) for row in rows))


def capital(text: str) -> str:
    """Return a text with a capital first."""
    return text[:1].upper() + text[1:]
