"""Figures: how many screenings something can be said of, and which. Pure; bitmaps in, figures out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from relational_screen.registry.inbox.bitmaps import COUNTED, Bitmaps, Mark
from relational_screen.registry.statistics.marks import bears
from relational_screen.screening.verdict import BANDS


@dataclass(frozen=True, slots=True)
class Filter:
    """Which screenings figures are made of; what is left empty lets all through.

    The days are those of the last change, `since` included and `until` not. `arena` lets through the screenings that
    tested it as relevant. Each of `marks` must hold; one without a part stands for any part.
    """

    authorities: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    arena: str = ""
    method: str = ""
    stage: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def has_period(self) -> bool:
        """Whether a first or last day is given."""
        return bool(self.since or self.until)


@dataclass(frozen=True, slots=True)
class Figure:
    """A count and the bitmap of the entries it counts: `Registry.screenings_in(figure.bits)` names them."""

    bits: int

    @property
    def count(self) -> int:
        """How many screenings."""
        return self.bits.bit_count()


Figures = dict[str, Figure]


class Figured:
    """The bitmaps within one filter."""

    def __init__(self, bitmaps: Bitmaps, chosen: Filter, period: int | None = None) -> None:
        self._bitmaps = bitmaps
        self._by_kind: dict[str, list[Mark]] = {}
        for mark in sorted(bitmaps):
            self._by_kind.setdefault(mark.kind, []).append(mark)
        self.bits = bitmaps.get(COUNTED, 0) if period is None else bitmaps.get(COUNTED, 0) & period
        for allowed in self._allowed(chosen):
            self.bits &= allowed

    def of(self, mark: Mark, within: int | None = None) -> Figure:
        """Return the figure of one mark."""
        return Figure(self._bitmaps.get(mark, 0) & (self.bits if within is None else within))

    def by_name(self, kind: str, within: int | None = None) -> Figures:
        """Return the figures of one kind of mark by its names, without those that are 0."""
        return _some((mark.name, self.of(mark, within)) for mark in self._by_kind.get(kind, ()))

    def by_part(self, kind: str) -> dict[str, Figures]:
        """Return the figures of one kind of mark by its names and parts, without those that are 0."""
        found: dict[str, Figures] = {}
        for mark in self._by_kind.get(kind, ()):
            if (figure := self.of(mark)).bits:
                found.setdefault(mark.name, {})[mark.part] = figure
        return found

    def _allowed(self, chosen: Filter) -> Iterator[int]:
        if chosen.authorities:
            yield self._any(Mark("authority", name) for name in chosen.authorities)
        if chosen.kinds:
            yield self._any(Mark("kind", name) for name in chosen.kinds)
        if chosen.arena:
            yield self._any(mark for mark in self._by_kind.get("arena", ()) if mark.name == chosen.arena)
        if chosen.method:
            yield self._any([Mark("method", chosen.method)])
        if chosen.stage:
            yield self._any([Mark("stage", chosen.stage)])
        for wanted in chosen.marks:
            yield self._any(mark for mark in self._by_kind.get(wanted.kind, ()) if bears(mark, wanted))

    def _any(self, marks: Iterable[Mark]) -> int:
        return reduce(or_, (self._bitmaps.get(mark, 0) for mark in marks), 0)


def union(figures: Iterable[Figure]) -> Figure:
    """Return the screenings of any of some figures, each once."""
    return Figure(reduce(or_, (figure.bits for figure in figures), 0))


def ranked_groups(raises: dict[str, Figures], lowers: dict[str, Figures]) -> dict[str, dict[str, Figures]]:
    """Return groups with their bands in both directions, first the one that most proposals lower.

    Raising is never set off against lowering. Of groups lowered equally often, the strongest bands come first.
    """
    names = {*raises, *lowers}
    return {
        name: {"raises": raises.get(name, {}), "lowers": lowers.get(name, {})}
        for name in sorted(names, key=lambda name: (*_losses(lowers.get(name, {})), name))
    }


def _losses(bands: Figures) -> tuple[int, ...]:
    counts = [-bands[band].count if band in bands else 0 for band in reversed(BANDS)]
    return (sum(counts), *counts)


def plain_figures(value: Any) -> Any:
    """Return figures in any nesting as their counts, ready for JSON."""
    if isinstance(value, Figure):
        return value.count
    return {name: plain_figures(item) for name, item in value.items()}


def _some(figures: Iterable[tuple[str, Figure]]) -> Figures:
    return {name: figure for name, figure in figures if figure.bits}
