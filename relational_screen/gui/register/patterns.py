"""How verdicts are painted: raises solid, lowers hatched, both side by side, unknown dotted, none an empty outline."""

from typing import Literal

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from relational_screen.gui.theme import GRID, LOWERS, RAISES, colour
from relational_screen.screening.picture import Rect, hatch_lines

Way = Literal["raises", "both_ways", "lowers", "none", "unknown"]
WAYS: dict[str, Way] = {
    "raises": "raises",
    "both_ways": "both_ways",
    "lowers": "lowers",
    "no_effect": "none",
    "not_relevant": "none",
    "undetermined": "unknown",
    "not_tested": "unknown",
}
"""The pattern of each verdict."""


def fill(painter: QPainter, place: QRectF, way: Way, palette: QPalette) -> None:
    """Paint a rectangle in a pattern."""
    painter.save()
    if way == "both_ways":
        half = place.width() / 2
        fill(painter, place.adjusted(0, 0, -half, 0), "raises", palette)
        fill(painter, place.adjusted(half, 0, 0, 0), "lowers", palette)
    elif way == "raises":
        painter.fillRect(place, colour(RAISES, palette))
    else:
        _outline(painter, place, way, palette)
    painter.restore()


def _outline(painter: QPainter, place: QRectF, way: Way, palette: QPalette) -> None:
    ink = colour(LOWERS, palette) if way == "lowers" else palette.color(QPalette.ColorRole.PlaceholderText)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(QBrush())
    if way == "lowers":
        rect = Rect(place.x(), place.y(), place.width(), place.height(), "lowers")
        painter.drawLines([QLineF(*line) for line in hatch_lines(rect)])
    elif way == "unknown":
        painter.fillRect(place, QBrush(ink, Qt.BrushStyle.Dense6Pattern))
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
    painter.drawRect(place)


class Swatch(QWidget):
    """A small field in a pattern, for legends."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        self._way = way
        self.setFixedSize(QSize(GRID * 2, GRID + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        fill(QPainter(self), QRectF(self.rect()).adjusted(0, 0, -1, -1), self._way, self.palette())
