"""Statistics as tables to write: each figure beside what it counts, and the screenings that figures lead to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.method import SCALES
from relational_screen.catalogue.model import Language
from relational_screen.errors import N_
from relational_screen.registry.coverage.tables import Translate
from relational_screen.registry.inbox.entries import MEASURES
from relational_screen.registry.report.arenas import IN_SCOPE
from relational_screen.registry.report.comparing import ordered
from relational_screen.registry.report.followed import CAME
from relational_screen.registry.report.made import MARKS
from relational_screen.registry.report.mark_columns import mark_columns
from relational_screen.registry.report.people import FELT
from relational_screen.registry.report.words import Words, capital
from relational_screen.registry.statistics.figures import Figures
from relational_screen.registry.statistics.statistics import HARM_FIRST, VERDICTS, Statistics
from relational_screen.registry.statistics.tables_out import Cell, Table

RELEVANCE_NAMES = {
    "relevant": N_("Relations are touched"),
    "not_relevant": N_("Relations are not touched"),
    "not_tested": N_("Not tested"),
}
"""What the relevance test can end in."""

LINE_HEADINGS: Mapping[str, str] = {
    "id": N_("Screening"),
    "title": N_("Title"),
    "authority": N_("Authority"),
    "unit": N_("Unit"),
    "responsible": N_("Responsible official"),
    "kind": N_("Kind"),
    "stage": N_("Stage"),
    "first_stage": N_("Stage when first tested"),
    "date": N_("Date"),
    "started": N_("Started"),
    "changed": N_("Last changed"),
    "relevance": N_("Relevance"),
    "bottom_line": N_("Bottom line"),
    "certainty": N_("Certainty"),
    "must_be_addressed": N_("Must be addressed"),
    "asked": N_("Questions asked"),
    "answered": N_("Answered"),
    "undecided": N_("Undecided"),
    "not_examined": N_("Not examined"),
    "open_gates": N_("Relevance questions left open"),
    "drafts": N_("Versions of the draft"),
    "exports": N_("Notes written"),
    "active_seconds": N_("Seconds spent at least"),
    "effects": N_("Effects"),
    "with_passages": N_("Effects with passages"),
    "with_basis": N_("Effects with a basis better than assumption"),
    "signed_off": N_("Signed off"),
    "lapsed": N_("Sign-off lapsed"),
    "reads": N_("Blind reading of"),
    "signer": N_("Key of"),
    "method": N_("Method"),
}
"""The fields of a line that a table shows, by the names that the registry keeps them under."""

LABELLED = {
    "kind": "kind",
    "stage": "stage",
    "first_stage": "stage",
    "bottom_line": "verdict",
    "certainty": "certainty",
}
DAYS = ("date", "started", "changed")


def statistics_tables(found: Statistics, catalogue: Catalogue, language: Language, translate: Translate) -> list[Table]:
    """Return all figures as tables; ids that the catalogue does not know are shown as they are."""
    return list(_Tables(Words(catalogue, language, translate)).of(found))


def screenings_table(
    lines: Sequence[Mapping[str, Any]], catalogue: Catalogue, language: Language, translate: Translate
) -> Table:
    """Return the lines of screenings, as `marked_lines` gives them, one a row; without marks those cells are empty."""
    method = catalogue.method
    labels = {
        field: {value.id: value.label.get(language) for value in method.values(scale)}
        for field, scale in LABELLED.items()
    }
    labels["relevance"] = {name: translate(told) for name, told in RELEVANCE_NAMES.items()}
    told = {True: method.label("gate", "yes", language), False: method.label("gate", "no", language)}

    def cell(field: str, value: Any) -> Cell:
        if isinstance(value, bool):
            return told[value]
        if field in DAYS:
            return date.fromisoformat(value[:10]) if value else None
        given: Cell = value
        return labels[field].get(str(given), given) if field in labels else given

    headings, marked = mark_columns(lines, Words(catalogue, language, translate))
    rows = [
        [*(cell(field, line.get(field)) for field in LINE_HEADINGS), *marks]
        for line, marks in zip(lines, marked, strict=True)
    ]
    return Table(translate(N_("Screenings")), [*map(translate, LINE_HEADINGS.values()), *headings], rows)


class _Tables:
    """Makes tables in the words of one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def of(self, found: Statistics) -> Iterator[Table]:
        """Yield the tables; a name that stands in no row counts 0."""
        words = self._words
        yield self._overview(found)
        months = [([month], verdicts) for month, verdicts in found.months.items()]
        yield self._crossed(N_("Verdicts by month"), [N_("Month")], months, self._labels("verdict", VERDICTS))
        arenas = [([words.arena(name)], found.arenas[name]) for name in self._in_order(found.arenas)]
        yield self._crossed(N_("Arenas"), [N_("Arena")], arenas, self._labels("verdict", IN_SCOPE))
        heads = [N_("Arena"), N_("Mechanism")]
        yield self._crossed(
            N_("Arenas and mechanisms"), heads, self._heat(found), self._labels("direction", HARM_FIRST)
        )
        yield self._groups(found)
        remedies = [([words.remedy(name)], figures) for name, figures in found.remedies.items()]
        yield self._crossed(N_("Remedies"), [N_("Remedy")], remedies, self._labels("measure", MEASURES))
        yield self._counted(N_("Authorities"), N_("Authority"), found.authorities, words.authority)
        yield self._counted(N_("Quality"), N_("What"), found.quality, self._mark)
        came = {name: words.get(told) for name, told in CAME.items()}
        expected = [
            ([words.label("direction", direction)], found.follow_up.get(direction, {})) for direction in HARM_FIRST
        ]
        yield self._crossed(N_("Follow-up"), [N_("Expected")], expected, came)

    def _overview(self, found: Statistics) -> Table:
        """Return what is counted once for all screenings."""
        words = self._words
        rows: list[list[Cell]] = [[words.get(N_("Screenings that count")), "", found.total.count]]
        rows += [
            [words.get(N_("Relevance")), words.get(RELEVANCE_NAMES[name]), figure.count]
            for name, figure in found.relevance.items()
        ]
        rows += self._valued(N_("Verdict"), "verdict", found.verdicts)
        rows += self._valued(N_("Certainty"), "certainty", found.certainty)
        rows.append([words.get(N_("Must be addressed")), "", found.must_be_addressed.count])
        rows += self._valued(N_("Kind"), "kind", found.kinds)
        rows += self._valued(N_("Stage"), "stage", found.stages)
        rows += [[words.get(N_("Method")), name, figure.count] for name, figure in found.methods.items()]
        return self._table(N_("Overview"), [words.get(N_("What")), words.get(N_("Value")), self._screenings()], rows)

    def _valued(self, name: str, scale: str, figures: Figures) -> list[list[Cell]]:
        words = self._words
        return [[words.get(name), words.label(scale, value), figure.count] for value, figure in figures.items()]

    def _heat(self, found: Statistics) -> Iterator[tuple[list[str], Figures]]:
        for arena in self._in_order(found.heat):
            for name in ordered(found.heat[arena], SCALES["mechanism"]):
                yield [self._words.arena(arena), self._words.label("mechanism", name)], found.heat[arena][name]

    def _groups(self, found: Statistics) -> Table:
        """Return groups by both directions and bands, never netted, first the one that most proposals lower."""
        words = self._words
        sides = [(direction, band) for direction in HARM_FIRST for band in FELT]
        heads = [f"{words.label('direction', direction)}: {words.label('band', band)}" for direction, band in sides]
        rows: list[list[Cell]] = [
            [capital(words.group(name)), *(_count(ways[direction], band) for direction, band in sides)]
            for name, ways in found.groups.items()
        ]
        return self._table(N_("Groups"), [words.get(N_("Group")), *heads], rows)

    def _crossed(
        self, title: str, heads: Iterable[str], rows: Iterable[tuple[list[str], Figures]], columns: Mapping[str, str]
    ) -> Table:
        """Return rows of figures, with a column for each name that they have a figure for."""
        headings = [*map(self._words.get, heads), *columns.values()]
        cells: list[list[Cell]] = [[*named, *(_count(figures, name) for name in columns)] for named, figures in rows]
        return self._table(title, headings, cells)

    def _counted(self, title: str, head: str, figures: Figures, named: Callable[[str], str]) -> Table:
        rows: list[list[Cell]] = [[named(name), figure.count] for name, figure in figures.items()]
        return self._table(title, [self._words.get(head), self._screenings()], rows)

    def _table(self, title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Table:
        return Table(self._words.get(title), headings, rows)

    def _labels(self, scale: str, values: Iterable[str]) -> dict[str, str]:
        return {value: self._words.label(scale, value) for value in values}

    def _mark(self, name: str) -> str:
        return self._words.get(MARKS[name])

    def _screenings(self) -> str:
        return self._words.get(N_("Screenings"))

    def _in_order(self, arenas: Iterable[str]) -> list[str]:
        """Return arenas in the order they are asked, those that are known no more at the end."""
        return ordered(arenas, [checklist.id for checklist in self._words.catalogue.checklists])


def _count(figures: Figures, name: str) -> int:
    return figures[name].count if name in figures else 0
