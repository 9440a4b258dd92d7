"""What figures count a screening by, as columns of a table: a spreadsheet's filter leads from a figure to its rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from relational_screen.errors import N_
from relational_screen.registry.inbox.bitmaps import COUNTED, Mark, numbers_in
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.report.comparing import ordered
from relational_screen.registry.report.followed import CAME
from relational_screen.registry.report.made import MARKS
from relational_screen.registry.report.words import Words, capital
from relational_screen.registry.statistics.tables_out import Cell

HEADINGS: Mapping[str, str] = {
    "raises": N_("Raised where"),
    "lowers": N_("Lowered where"),
    "group_raises": N_("Groups that gain"),
    "group_lowers": N_("Groups that lose"),
    "remedy": N_("Remedies"),
    "quality": N_("Quality"),
    "follow_up": N_("Follow-up"),
}
"""The kinds of mark that have a column; arenas have one each, and what else is counted stands in the line."""

BETWEEN = "; "
"""Stands between the marks of one kind."""


def marked_lines(registry: Registry, bits: int) -> list[dict[str, Any]]:
    """Return a line for each screening of a figure, the latest received first, with its `marks`."""
    bitmaps, borne = registry.bitmaps(), defaultdict[int, list[Mark]](list)
    for mark in sorted(bitmaps.keys() - {COUNTED}):
        for number in numbers_in(bitmaps[mark] & bits):
            borne[number].append(mark)
    numbers = list(numbers_in(bits))[::-1]
    return [{**line, "marks": borne[number]} for number, line in zip(numbers, registry.lines(bits), strict=True)]


def mark_columns(lines: Sequence[Mapping[str, Any]], words: Words) -> tuple[list[str], list[list[Cell]]]:
    """Return the headings, and a row for each line: every arena's verdict, then what stands under `HEADINGS`.

    A cell holds all marks of its kind, so that a filter on what it contains finds what the figure counts.
    """
    every = {mark for line in lines for mark in line.get("marks", ())}
    told = {mark: _told(mark, words) for mark in every if mark.kind in (*HEADINGS, "arena")}
    arenas = [each.id for each in words.catalogue.checklists]
    columns = ordered([*arenas, *(mark.name for mark in every if mark.kind == "arena")], arenas)
    headings = [f"{words.get(N_('Arena'))}: {words.arena(name)}" for name in columns]
    rows: list[list[Cell]] = [list(_cells(line.get("marks", ()), columns, told)) for line in lines]
    return [*headings, *map(words.get, HEADINGS.values())], rows


def _cells(marks: Iterable[Mark], arenas: Sequence[str], told: Mapping[Mark, str]) -> Iterator[str]:
    found = defaultdict[tuple[str, str], list[str]](list)
    for mark in marks:
        if mark in told:
            found[mark.kind, mark.name if mark.kind == "arena" else ""].append(told[mark])
    for place in (*(("arena", name) for name in arenas), *((kind, "") for kind in HEADINGS)):
        yield BETWEEN.join(found[place])


def _told(mark: Mark, words: Words) -> str:
    """Return a mark in words; under its heading, its kind goes without saying."""
    match mark.kind:
        case "arena":
            return words.label("verdict", mark.part)
        case "raises" | "lowers":
            return f"{words.arena(mark.name)} · {words.label('mechanism', mark.part)}"
        case "group_raises" | "group_lowers":
            return f"{capital(words.group(mark.name))}: {words.label('band', mark.part)}"
        case "remedy":
            return f"{words.remedy(mark.name)}: {words.label('measure', mark.part)}"
        case "follow_up":
            return f"{words.label('direction', mark.name)}: {words.get(CAME[mark.part])}"
        case _:
            return words.get(MARKS[mark.name])
