"""Where the section stands: before a bill's mandatory assessments, or in a local plan's report (note form)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from relational_screen.errors import N_, ScreenError
from relational_screen.export.insertion import wording
from relational_screen.export.insertion.outline import Line, section_end


@dataclass(frozen=True, slots=True)
class Place:
    """The section stands before the line `index`, beside `sibling`, whose look it takes over.

    `region` is the part of the draft that it belongs to.
    """

    index: int
    sibling: Line
    region: Sequence[Line]


def find_place(lines: Sequence[Line], name: str) -> Place:
    """Return the place that the guides give.

    Raises:
        ScreenError: the draft has neither mandatory assessments nor a report.
    """
    found = _in_remarks(lines) or _in_report(lines)
    if found is None:
        raise ScreenError(
            N_(
                "In {name} no place was found for the section: neither the first mandatory assessment (Økonomiske "
                "konsekvenser …) of a bill's general remarks nor the report (Redegørelse) of a local plan."
            ),
            N_("Choose the heading that it is to stand after."),
            name=name,
        )
    return found


def place_after(lines: Sequence[Line], wanted: str) -> Place:
    """Return the place after the section of a heading, named by its words or by its number in the list of headings.

    Raises:
        ScreenError: there is no such heading, or there are several with these words.
    """
    places = [at for at, line in enumerate(lines) if line.level]
    chosen = [at for at in places if _is_named(lines[at], wanted)]
    if not chosen and wanted.isdecimal() and 1 <= int(wanted) <= len(places):
        chosen = [places[int(wanted) - 1]]
    if len(chosen) != 1:
        raise _not_one(wanted, [places.index(at) + 1 for at in chosen])
    return _before_breaks(place_at(lines, section_end(lines, chosen[0]), lines[chosen[0]].level), lines)


def place_at(lines: Sequence[Line], index: int, level: int) -> Place:
    """Return the place before the line `index`; the sibling is the nearest heading of that level, or any heading."""
    before, after = list(reversed(lines[:index])), list(lines[index:])
    wanted: tuple[Callable[[Line], bool], ...] = (lambda line: line.level == level, lambda line: line.level > 0)
    headings = (line for fits in wanted for line in (*before, *after) if fits(line))
    sibling = next(headings, None)
    if sibling is None:
        raise ScreenError(
            N_("The file has no heading that the section could stand beside; is it the draft?"),
            N_("Choose the draft's own Word file."),
        )
    return Place(index, sibling, lines)


def _in_remarks(lines: Sequence[Line]) -> Place | None:
    start = _start(lines, wording.GENERAL, wording.REMARKS)
    end = _end(lines, start, wording.SPECIAL)
    found = [at for at in range(start + 1, end) if lines[at].level and wording.is_mandatory(lines[at].title)]
    if start < 0 or not found:
        return None
    level = min(lines[at].level for at in found)
    top = {lines[at].title.casefold(): at for at in found if lines[at].level == level}
    index = min(top.values())  # of equal words the last ones count, for the first may be a contents list
    siblings = [line for line in reversed(lines[start:index]) if line.level == level and _is_alike(line, lines[index])]
    return _before_breaks(Place(index, (siblings or [lines[index]])[0], lines[start:end]), lines)


def _in_report(lines: Sequence[Line]) -> Place | None:
    start = _start(lines, wording.REPORT)
    end = _end(lines, start, wording.PROVISIONS)
    levels = [line.level for line in lines[start + 1 : end] if line.level]
    if start < 0 or not levels:
        return None
    level = min(levels)
    headings = [at for at in range(start + 1, end) if lines[at].level == level]
    index = next((at for at in headings if wording.OTHER_PLANNING.match(lines[at].title)), end)
    sibling = next((lines[at] for at in reversed(headings) if at < index), lines[headings[0]])
    return _before_breaks(Place(index, sibling, lines[start:end]), lines)


def _start(lines: Sequence[Line], *names: re.Pattern[str]) -> int:
    """Return where the first of these names that the draft has is a heading for the last time; -1 for nowhere."""
    found = ([at for at, line in enumerate(lines) if line.level and name.match(line.title)] for name in names)
    return next((places[-1] for places in found if places), -1)


def _end(lines: Sequence[Line], start: int, name: re.Pattern[str]) -> int:
    """Return where the first heading after `start` has this name, or is the first section of the provisions."""
    heads = (at for at in range(start + 1, len(lines)) if lines[at].level)
    return next((at for at in heads if name.match(lines[at].title) or lines[at].number.startswith("§")), len(lines))


def _is_alike(line: Line, other: Line) -> bool:
    """Whether two headings are numbered in the same way."""
    return (bool(line.number), bool(line.counted)) == (bool(other.number), bool(other.counted))


def _before_breaks(place: Place, lines: Sequence[Line]) -> Place:
    """Step back over the end of a page or a section, which belongs to what comes after."""
    index = place.index
    while index and lines[index - 1].is_break:
        index -= 1
    return replace(place, index=index)


def _is_named(line: Line, wanted: str) -> bool:
    return " ".join(wanted.split()).casefold() in (line.full.casefold(), line.title.casefold())


def _not_one(wanted: str, indexes: list[int]) -> ScreenError:
    if not indexes:
        return ScreenError(
            N_("The draft has no heading »{wanted}«."), N_("Choose one of the draft's headings."), wanted=wanted
        )
    return ScreenError(
        N_("The draft has several headings »{wanted}«."),
        N_("Name it by its number in the list of headings: {indexes}."),
        wanted=wanted,
        indexes=", ".join(map(str, indexes)),
    )
