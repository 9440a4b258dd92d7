"""Arenas by mechanism: in how many screenings relations are raised and lowered where, as picture and as table."""

from collections.abc import Iterator
from decimal import Decimal

from relational_screen.catalogue.method import SCALES
from relational_screen.errors import N_
from relational_screen.registry.report.comparing import cell, in_parentheses, ordered, years_of
from relational_screen.registry.report.data import ReportData
from relational_screen.registry.report.words import NOTHING, Words
from relational_screen.registry.statistics.figures import Figures
from relational_screen.registry.statistics.statistics import HARM_FIRST
from relational_screen.screening.document import Bar, Block, Matrix, MatrixRow, Table

Cells = dict[str, Figures]
"""Of an arena by mechanism how many screenings raise and how many lower."""


def heat_blocks(data: ReportData, words: Words) -> Iterator[Block]:
    """Yield the picture and the table of arenas by mechanism, or nothing when no screening raises or lowers."""
    arenas = ordered(
        {name for each in years_of(data) for name in each.statistics.heat},
        [each.id for each in words.catalogue.checklists],
    )
    if data.year.statistics.heat:
        yield _picture(arenas, data, words)
    if arenas:
        yield _table(arenas, data, words)


def _picture(arenas: list[str], data: ReportData, words: Words) -> Matrix:
    heat = data.year.statistics.heat
    found = {name for arena in arenas for name in {*heat.get(arena, {}), *_asked(arena, words)}}
    names = ordered(found, SCALES["mechanism"])
    most = max(figure.count for cells in heat.values() for pair in cells.values() for figure in pair.values())
    rows = tuple(
        MatrixRow(words.arena(arena), tuple(_cell(arena, name, heat.get(arena, {}), most, words) for name in names))
        for arena in arenas
    )
    return Matrix(
        title=words.counted(
            most,
            N_("Arenas and mechanisms in {year}. A full bar is {count} screening; – is not asked"),
            N_("Arenas and mechanisms in {year}. A full bar is {count} screenings, the most there are; – is not asked"),
            year=data.year.label,
        ),
        description=" ".join(_told(arena, names, heat.get(arena, {}), words) for arena in arenas),
        raises=words.label("direction", "raises"),
        lowers=words.label("direction", "lowers"),
        columns=tuple(words.label("mechanism", name) for name in names),
        rows=rows,
    )


def _asked(arena: str, words: Words) -> set[str]:
    checklists = (each for each in words.catalogue.checklists if each.id == arena)
    return {question.mechanism for checklist in checklists for question in checklist.questions}


def _cell(arena: str, name: str, cells: Cells, most: int, words: Words) -> tuple[Bar, Bar] | None:
    """Return both directions, or None where the arena asks nothing of the mechanism."""
    if name not in cells and name not in _asked(arena, words):
        return None
    raises, lowers = (_count(cells, name, direction) for direction in ("raises", "lowers"))
    return _bar(raises, most, words), _bar(lowers, most, words)


def _bar(count: int, most: int, words: Words) -> Bar:
    return Bar(Decimal(count * 1000 // most) / 10, words.number(count))


def _told(arena: str, names: list[str], cells: Cells, words: Words) -> str:
    """Return a row in words: all of it that is not 0."""
    told = [
        words.get(
            N_("{mechanism}: raises {raises}, lowers {lowers}"),
            mechanism=words.label("mechanism", name),
            raises=words.number(_count(cells, name, "raises")),
            lowers=words.number(_count(cells, name, "lowers")),
        )
        for name in names
        if name in cells
    ]
    row = "; ".join(told) or words.get(N_("no screening raises or lowers"))
    return words.get(N_("{arena}. {cells}."), arena=words.arena(arena), cells=row)


def _table(arenas: list[str], data: ReportData, words: Words) -> Table:
    rows = [
        (words.arena(arena), *(_mechanisms(arena, direction, data, words) for direction in HARM_FIRST))
        for arena in arenas
    ]
    return words.table(
        in_parentheses(words, words.get(N_("Screenings by arena and mechanism")), data),
        words.get(
            N_(
                "For each arena the mechanisms by how many screenings lower them more than negligibly, and by how many "
                "raise them, the most first. A mechanism that none does in either year is left out."
            )
        ),
        (words.get(N_("Arena")), *(words.label("direction", direction) for direction in HARM_FIRST)),
        rows,
    )


def _mechanisms(arena: str, direction: str, data: ReportData, words: Words) -> str:
    """Return the mechanisms of an arena with their counts in one direction, the most first."""
    now, before = (each.statistics.heat.get(arena, {}) if each else {} for each in (data.year, data.before))
    names = ordered({*now, *before}, SCALES["mechanism"])
    told = []
    for name in sorted(names, key=lambda name: (-_count(now, name, direction), -_count(before, name, direction))):
        if any(counts := [_count(cells, name, direction) for cells in (now, before)]):
            told.append(f"{words.label('mechanism', name)}\N{NO-BREAK SPACE}{cell(words, data, *counts)}")
    return ", ".join(told) or NOTHING


def _count(cells: Cells, mechanism: str, direction: str) -> int:
    figure = cells.get(mechanism, {}).get(direction)
    return figure.count if figure else 0
