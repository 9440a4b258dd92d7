"""The overview's figures as rows of cells, each leading to its screenings."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from relational_screen.app.language import _
from relational_screen.app.register import came_names
from relational_screen.gui.register.labels import Labels
from relational_screen.gui.register.over_time import STACK, Bucket, joined
from relational_screen.gui.register.patterns import Way
from relational_screen.gui.register.tables import Cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relational_screen.registry.statistics.figures import Figure, Figures

Lead = Callable[[str, "Figure"], None]
"""Shows the screenings of a figure under a title."""

Rows = Sequence[Sequence[Cell]]
STRENGTHS = ("strong", "moderate", "slight")
DIRECTIONS: tuple[Way, ...] = ("raises", "lowers")
MEASURES = ("in_draft", "promised", "idea")


class FigureRows:
    """Makes rows in the words of one language; `lead` is where figures lead to."""

    def __init__(self, labels: Labels, lead: Lead) -> None:
        self._labels = labels
        self._lead = lead

    def over_time(self, found: Sequence[Bucket]) -> Rows:
        """Return a row for each stretch of time, with a figure for each pattern of verdicts."""
        return [
            [
                Cell(one.name),
                *(self._cell((one.name, told), one.figures.get(way)) for way, told in stack_names().items()),
            ]
            for one in found
        ]

    def heat(self, heat: "Mapping[str, Mapping[str, Figures]]") -> Rows:
        """Return two rows for each arena, raising and lowering, with a figure for each mechanism."""
        most = max(
            (one.count for cells in heat.values() for ways in cells.values() for one in ways.values()), default=1
        )
        return [self._heat_row(arena, way, heat[arena], most) for arena in self._in_order(heat) for way in DIRECTIONS]

    def groups(self, groups: "Mapping[str, Mapping[str, Figures]]") -> Rows:
        """Return a row for each group, the one first that most proposals lower: lowered, by strength, and raised."""
        most = max((one.count for ways in groups.values() for one in _all_of(ways)), default=1)
        return [self._group_row(self._labels.group(name), ways, most) for name, ways in groups.items()]

    def remedies(self, remedies: "Mapping[str, Figures]") -> Rows:
        """Return a row for each remedy, the one used most first, with a figure for each firmness."""
        names = sorted(remedies, key=lambda name: (-joined(remedies[name].values()).count, name))
        return [self._row(self._labels.remedy(name), remedies[name], MEASURES, self._measure) for name in names]

    def follow_up(self, follow_up: "Mapping[str, Figures]") -> Rows:
        """Return a row for each direction that was expected, with a figure for what came."""
        ways, came = [way for way in DIRECTIONS if way in follow_up], came_names()
        return [
            self._row(self._labels.of("direction", way), follow_up[way], tuple(came), came.__getitem__) for way in ways
        ]

    def _heat_row(self, arena: str, way: Way, cells: "Mapping[str, Figures]", most: int) -> list[Cell]:
        name, told = self._labels.arena(arena), self._labels.of("direction", way)
        row = [Cell(name, f"{name}, {told}", rows=len(DIRECTIONS) if way == DIRECTIONS[0] else 1), Cell(told, told)]
        for mechanism in self.mechanisms():
            figure = cells.get(mechanism, {}).get(way)
            row.append(self._cell((name, self._labels.of("mechanism", mechanism), told), figure, way, most))
        return row

    def _group_row(self, name: str, ways: "Mapping[str, Figures]", most: int) -> list[Cell]:
        lowers, raises = ways["lowers"], ways["raises"]
        row = [Cell(name), self._sum((name, _("lowers")), lowers, "lowers", most)]
        for band in STRENGTHS:
            row.append(self._cell((name, _("lowers"), self._labels.of("band", band)), lowers.get(band)))
        return [*row, self._sum((name, _("raises")), raises, "raises", most)]

    def _row(self, name: str, figures: "Figures", parts: Iterable[str], words: Callable[[str], str]) -> list[Cell]:
        return [Cell(name), *(self._cell((name, words(part)), figures.get(part)) for part in parts)]

    def _sum(self, title: Sequence[str], figures: "Figures", way: Way, most: int) -> Cell:
        return self._cell(title, joined(figures.values()) if figures else None, way, most)

    def _cell(self, title: Sequence[str], figure: "Figure | None", way: Way | None = None, most: int = 1) -> Cell:
        """Return a figure's cell; one that counts nothing leads nowhere."""
        if figure is None or not figure.count:
            return Cell("–", said="0")
        lead = self._lead
        return Cell(str(figure.count), "", lambda: lead(" · ".join(title), figure), way, figure.count / most)

    def mechanisms(self) -> list[str]:
        """Return the mechanisms in the method's order."""
        return [item.id for item in self._labels.catalogue.method.values("mechanism")]

    def _measure(self, status: str) -> str:
        return self._labels.of("measure", status)

    def _in_order(self, arenas: Iterable[str]) -> list[str]:
        order = {checklist.id: checklist.order for checklist in self._labels.catalogue.checklists}
        return sorted(arenas, key=lambda name: (order.get(name, len(order) + 100), name))


def stack_names() -> dict[Way, str]:
    """Return what the patterns of verdicts are called, in the order of their columns."""
    names: dict[Way, str] = {
        "raises": _("Raises"),
        "both_ways": _("Both ways"),
        "lowers": _("Lowers"),
        "none": _("No effect or not relevant"),
        "unknown": _("Undetermined or not tested"),
    }
    assert set(names) == set(STACK)
    return names


def _all_of(ways: "Mapping[str, Figures]") -> "Iterable[Figure]":
    return (joined(figures.values()) for figures in ways.values() if figures)
