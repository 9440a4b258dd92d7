"""A user's words in one line, shortened where there is no room, and never read as markup."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyleOptionButton

from relational_screen.gui.theme import GRID, font


class ShortLabel(QLabel):
    """One line of a user's words, cut short where there is no room; the tooltip has them whole."""

    def __init__(self, size: str = "body", *, bold: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, bold=bold))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show a text."""
        self.setText(text)
        self.setToolTip(as_tooltip(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


class ShortButton(QPushButton):
    """A button with a user's words on it, shortened in the middle where there is no room."""

    def __init__(self, text: str, clicked: Callable[[], object], name: str = "", suffix: str = "") -> None:
        super().__init__(literal(text + suffix))
        self._words, self._suffix, self._whole = text, suffix, False
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(as_tooltip(text))
        self.clicked.connect(lambda: clicked())  # noqa: PLW0108 - leaves out the state that Qt hands over

    def minimumSizeHint(self) -> QSize:
        """Say that there is no least width to speak of."""
        return QSize(GRID * 5, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the room that the whole text takes."""
        self._whole = True
        result = super().sizeHint()
        self._whole = False
        return result

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Shorten the words to the room there is."""
        super().initStyleOption(option)
        lacking = 0 if self._whole else self.sizeHint().width() - self.width()
        if lacking > 0:
            metrics = self.fontMetrics()
            room = max(metrics.horizontalAdvance(self._words) - lacking, 0)
            option.text = literal(metrics.elidedText(self._words, Qt.TextElideMode.ElideMiddle, room) + self._suffix)


def literal(text: str) -> str:
    """Return a text for a button or a menu, where a single »&« would mark a key."""
    return text.replace("&", "&&")


def as_tooltip(text: str) -> str:
    """Return a text for a tooltip, which would otherwise read it as markup."""
    return f"<qt>{escape(text)}</qt>" if text else ""
