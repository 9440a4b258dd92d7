"""Paints the note's pictures with QPainter, from the same geometry as the files."""

from math import inf

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from relational_screen.gui.theme import GRID, LOWERS, RAISES, colour, font
from relational_screen.screening.document import Bars, Matrix
from relational_screen.screening.picture import LINE, Label, Picture, Rect, hatch_lines, pictures

NARROWEST, USUAL = 320, 400  # pixels
POINTS_PER_INCH = 72


class BarsWidget(QWidget):
    """The bars of arenas or groups, or of a matrix; a screen reader hears the same as the picture shows."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: Bars | Matrix | None = None
        self._pictures: list[Picture] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_bars(self, bars: Bars | Matrix) -> None:
        """Show other bars."""
        self._bars = bars
        self.setAccessibleName(bars.title)
        self.setAccessibleDescription(bars.description)
        self._pictures = self._laid_out(self.width())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width that fits most places, and the height that goes with it."""
        return QSize(USUAL, self.heightForWidth(USUAL))

    def heightForWidth(self, width: int) -> int:
        """Return the height that the pictures need."""
        heights = [self._dots(picture.height) for picture in self._laid_out(width)]
        return round(sum(heights)) + GRID * 2 * (len(heights) - 1) + 4 if heights else 40

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pictures out anew for another width."""
        super().resizeEvent(event)
        self._pictures = self._laid_out(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pictures below each other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for picture in self._pictures:
            for shape in picture.shapes:
                painter.save()
                self._label(painter, shape) if isinstance(shape, Label) else self._rect(painter, shape)
                painter.restore()
            painter.translate(0, self._dots(picture.height) + GRID * 2)

    def _laid_out(self, width: int) -> list[Picture]:
        if self._bars is None:
            return []
        return pictures(self._bars, (max(width, NARROWEST) - 1) / self._dots(1), inf, self._measure)

    def _dots(self, points: float) -> float:
        return points * self.logicalDpiY() / POINTS_PER_INCH

    def _measure(self, text: str, size: float, bold: bool) -> float:
        return QFontMetricsF(_font(size, bold)).horizontalAdvance(text) / self._dots(1)

    def _label(self, painter: QPainter, label: Label) -> None:
        painter.setFont(_font(label.size, label.bold))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.translate(self._dots(label.x), self._dots(label.y))
        painter.rotate(-90 if label.turned else 0)
        painter.drawText(QPointF(0, 0), label.text)

    def _rect(self, painter: QPainter, rect: Rect) -> None:
        painter.scale(self._dots(1), self._dots(1))
        box = QRectF(rect.x, rect.y, rect.width, rect.height)
        if rect.role == "raises":
            painter.fillRect(box, colour(RAISES, self.palette()))
            return
        lowers = rect.role == "lowers"
        ink = colour(LOWERS, self.palette()) if lowers else self.palette().color(QPalette.ColorRole.Mid)
        painter.setPen(QPen(ink, LINE))
        painter.setBrush(QBrush())
        painter.drawLines([QLineF(*line) for line in (hatch_lines(rect) if lowers else ())])
        painter.drawRect(box)


def _font(size: float, bold: bool) -> QFont:
    result = font("body", bold=bold)
    result.setPointSizeF(size)
    return result
