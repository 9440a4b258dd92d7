"""Verdicts over time: months, quarters or years, as figures and as painted bars."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from relational_screen.app.language import _
from relational_screen.gui.register.patterns import WAYS, Way, fill
from relational_screen.gui.theme import GRID, font

if TYPE_CHECKING:
    from relational_screen.registry.statistics.figures import Figure

STACK: tuple[Way, ...] = ("lowers", "both_ways", "raises", "none", "unknown")
"""The patterns of a bar, from the ground up."""

HEIGHT, WIDEST_BAR = GRID * 24, GRID * 6  # pixels
MONTHS_AT_MOST, QUARTERS_AT_MOST = 18, 20


@dataclass(frozen=True, slots=True)
class Bucket:
    """A stretch of time, with the screenings of each pattern whose last change lies in it."""

    name: str
    figures: "dict[Way, Figure]"

    def count(self, way: Way) -> int:
        """Return how many screenings there are of a pattern."""
        return self.figures[way].count if way in self.figures else 0

    @property
    def total(self) -> int:
        """How many screenings there are."""
        return sum(map(self.count, self.figures))


def joined(figures: "Iterable[Figure]") -> "Figure":
    """Return the figure of the screenings that any of some figures counts; there must be one."""
    return reduce(lambda one, other: replace(one, bits=one.bits | other.bits), figures)


def buckets(months: "Mapping[str, Mapping[str, Figure]]") -> list[Bucket]:
    """Return months where they are few, else quarters or years, the first first; those without screenings are left out.

    `months` are verdicts by month, `2027-03`.
    """
    naming: Callable[[str], str] = next(
        (name for name, most in ((str, MONTHS_AT_MOST), (_quarter, QUARTERS_AT_MOST)) if _count(months, name) <= most),
        _year,
    )
    found: dict[str, dict[Way, list[Figure]]] = {}
    for month in sorted(months):
        for verdict, figure in months[month].items():
            found.setdefault(naming(month), {}).setdefault(WAYS[verdict], []).append(figure)
    return [Bucket(name, {way: joined(parts) for way, parts in ways.items()}) for name, ways in found.items()]


class TimeBars(QWidget):
    """A bar for each stretch of time; a screen reader hears the same from the description."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buckets: Sequence[Bucket] = ()

    def show_buckets(self, found: Sequence[Bucket], description: str) -> None:
        """Show other bars."""
        self._buckets = found
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width that fits most places."""
        return QSize(GRID * 50, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars with their totals above and their names below."""
        if not self._buckets:
            return
        painter = QPainter(self)
        painter.setFont(font("small"))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        line = QFontMetricsF(painter.font()).height()
        most = max(bucket.total for bucket in self._buckets)
        place = self.width() / len(self._buckets)
        wide = max(QFontMetricsF(painter.font()).horizontalAdvance(bucket.name) for bucket in self._buckets) + GRID
        each = max(1, -int(-wide // place))
        for number, bucket in enumerate(self._buckets):
            middle = (number + 0.5) * place
            top = self._paint_bar(painter, bucket, middle, min(place * 0.7, WIDEST_BAR), most, line)
            if number % each == 0:
                _centred(painter, middle, self.height() - line, wide, line, bucket.name)
                _centred(painter, middle, top - line, wide, line, str(bucket.total))

    def _paint_bar(
        self, painter: QPainter, bucket: Bucket, middle: float, width: float, most: int, line: float
    ) -> float:
        """Paint a bar and return its top."""
        room, bottom = self.height() - 2 * line - 4, self.height() - line - 2
        for way in STACK:
            height = room * bucket.count(way) / most
            if height:
                bottom -= height
                fill(painter, QRectF(middle - width / 2, bottom, width, height), way, self.palette())
        return bottom


def _centred(painter: QPainter, middle: float, top: float, width: float, height: float, text: str) -> None:
    painter.drawText(QRectF(middle - width / 2, top, width, height), Qt.AlignmentFlag.AlignCenter, text)


def _count(months: Iterable[str], naming: Callable[[str], str]) -> int:
    return len({naming(month) for month in months})


def _quarter(month: str) -> str:
    return _("Q{quarter} {year}").format(quarter=(int(month[5:7]) + 2) // 3, year=month[:4])


def _year(month: str) -> str:
    return month[:4]
