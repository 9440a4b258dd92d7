"""Small pieces that pages are built of."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from relational_screen.gui.theme import GRID, font


def label(text: str = "", size: str = "body", *, bold: bool = False) -> QLabel:
    """Return wrapped plain text; a user's words are never read as markup."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(True)
    result.setFont(font(size, bold=bold))
    return result


def button(text: str, clicked: Callable[[], object], name: str = "") -> QPushButton:
    """Return a button; `name` picks its style."""
    result = QPushButton(text)
    result.setObjectName(name)
    result.clicked.connect(lambda: clicked())  # noqa: PLW0108 - leaves out the state that Qt hands over
    return result


def column(*items: QWidget | QLayout, spacing: int = GRID, margin: int = 0) -> QVBoxLayout:
    """Return items below each other."""
    result = QVBoxLayout()
    _fill(result, items, spacing, margin)
    return result


def row(*items: QWidget | QLayout | None, spacing: int = GRID, margin: int = 0) -> QHBoxLayout:
    """Return items beside each other; None takes the room that is left."""
    result = QHBoxLayout()
    result.setSpacing(spacing)
    result.setContentsMargins(margin, margin, margin, margin)
    for item in items:
        if item is None:
            result.addStretch(1)
        elif isinstance(item, QLayout):
            result.addLayout(item)
        else:
            result.addWidget(item)
    return result


def framed(content: QLayout, name: str = "card") -> QFrame:
    """Return a frame around content."""
    result = QFrame()
    result.setObjectName(name)
    content.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
    result.setLayout(content)
    return result


def scrolled(content: QLayout) -> QScrollArea:
    """Return content that scrolls up and down and is as wide as its place."""
    page = QWidget()
    page.setObjectName("page")
    page.setLayout(content)
    result = QScrollArea()
    result.setWidgetResizable(True)
    result.setFrameShape(QFrame.Shape.NoFrame)
    result.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    result.setWidget(page)
    return result


def clear(layout: QLayout) -> None:
    """Remove everything from a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _fill(layout: QVBoxLayout, items: Iterable[QWidget | QLayout], spacing: int, margin: int) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    for item in items:
        if isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


class Choice(QWidget):
    """A row of radio buttons for one value of a scale; nothing is chosen until the user chooses."""

    chosen = Signal(str)

    def __init__(self, name: str, values: Sequence[tuple[str, str]], per_row: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(GRID // 2)
        for start in range(0, len(values), per_row or len(values)):
            lines.addLayout(row(*map(self._add, values[start : start + (per_row or len(values))]), None))
        self._group.buttonClicked.connect(lambda: self.chosen.emit(self.value()))
        self._name = name

    def _add(self, value: tuple[str, str]) -> QRadioButton:
        key, text = value
        result = QRadioButton(text)
        result.setAccessibleName(f"{self.accessibleName()}: {text.replace('&', '')}")
        self._buttons[key] = result
        self._group.addButton(result)
        return result

    def value(self) -> str:
        """Return the chosen value's id, or an empty text."""
        return next((key for key, item in self._buttons.items() if item.isChecked()), "")

    def choose(self, value: str | None) -> None:
        """Show a value without telling of it; None shows that nothing is chosen."""
        self._group.setExclusive(False)
        for key, item in self._buttons.items():
            with QSignalBlocker(item):
                item.setChecked(key == value)
        self._group.setExclusive(True)


class TextField(QPlainTextEdit):
    """Several lines of text that are handed on when the user pauses or leaves the field; Tab moves on."""

    written = Signal(str)

    def __init__(self, name: str, lines: int = 3) -> None:
        super().__init__()
        from PySide6.QtCore import QTimer

        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + GRID * 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self, singleShot=True, interval=700)
        self._pause.timeout.connect(self.flush)
        self._handed_on = ""
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> None:
        """Show a text without telling of it; the cursor stays where the text is the same."""
        self._handed_on = text
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)

    def flush(self) -> None:
        """Hand on what is written now."""
        self._pause.stop()
        if self.toPlainText() != self._handed_on:
            self._handed_on = self.toPlainText()
            self.written.emit(self._handed_on)

    def focusOutEvent(self, event: object) -> None:
        """Hand on the text when the user leaves."""
        super().focusOutEvent(event)  # type: ignore[arg-type]  # Qt hands over its own event
        self.flush()
