"""Paints the paired bars with QPainter, from the same geometry as the note's."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from relational_screen.gui.theme import LOWERS, RAISES, colour, font
from relational_screen.screening.document import Bars
from relational_screen.screening.picture import Label, Picture, Rect, bar_picture, hatch_lines


class BarsWidget(QWidget):
    """The paired bars of some arenas; a screen reader hears the same as the picture shows."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: Bars | None = None
        self._picture: Picture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Bars) -> None:
        """Show other bars."""
        self._bars = bars
        self.setAccessibleName(bars.title)
        self.setAccessibleDescription(bars.description)
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Return the size the picture needs."""
        return QSize(400, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out anew for another width."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shapes."""
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in self._picture.shapes:
            if isinstance(shape, Label):
                self._label(painter, shape)
            else:
                self._rect(painter, shape)

    def _lay_out(self) -> None:
        if self._bars is not None:
            self._picture = bar_picture(self._bars, max(self.width(), 320) - 1, self._measure)
            self.setFixedHeight(self._height())
            self.update()

    def _height(self) -> int:
        return round(self._picture.height) + 4 if self._picture else 40

    def _measure(self, text: str, size: float, bold: bool) -> float:
        return QFontMetricsF(_pixel_font(size, bold)).horizontalAdvance(text)

    def _label(self, painter: QPainter, shape: Label) -> None:
        painter.setFont(_pixel_font(shape.size, shape.bold))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        width = self._measure(shape.text, shape.size, shape.bold) if shape.anchor == "end" else 0
        painter.drawText(QPointF(shape.x - width, shape.y), shape.text)

    def _rect(self, painter: QPainter, shape: Rect) -> None:
        box = QRectF(shape.x, shape.y, shape.width, shape.height)
        if shape.role == "raises":
            painter.fillRect(box, colour(RAISES, self.palette()))
            return
        lowers = shape.role == "lowers"
        ink = colour(LOWERS, self.palette()) if lowers else self.palette().color(QPalette.ColorRole.Mid)
        painter.setPen(QPen(ink, 1.4 if lowers else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for x1, y1, x2, y2 in hatch_lines(shape) if lowers else ():
            painter.drawLine(QLineF(x1, y1, x2, y2))
        painter.drawRect(box)


def _pixel_font(size: float, bold: bool) -> QFont:
    result = font("body", bold=bold)
    result.setPixelSize(round(size * 4 / 3))
    return result
