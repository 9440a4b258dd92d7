"""Fields that a user chooses or writes in; what is written is handed on when the user pauses or leaves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from relational_screen.gui.flow import FlowLayout
from relational_screen.gui.theme import GRID

PAUSE = 700  # milliseconds without a key after which what is written is saved


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
            line = FlowLayout(spacing=GRID)
            for value in values[start : start + (per_row or len(values))]:
                line.addWidget(self._add(value))
            lines.addLayout(line)
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
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # a file that is dropped is a draft, wherever it lands
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + GRID * 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self._handed_on = ""
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> None:
        """Show a text without telling of it; what is being written stays, and so does the cursor in an equal text."""
        if self._pause.isActive():
            return
        if text == self.toPlainText().strip():
            self._handed_on = self.toPlainText()
        else:
            self._handed_on = text
            with QSignalBlocker(self):
                self.setPlainText(text)

    def flush(self) -> None:
        """Hand on what is written now."""
        self._pause.stop()
        if self.toPlainText() != self._handed_on:
            self._handed_on = self.toPlainText()
            self.written.emit(self._handed_on)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand on the text when the user leaves."""
        super().focusOutEvent(event)
        self.flush()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the page where the field has nothing of its own to take back."""
        document = self.document()
        return _for_the_page(event, document.isUndoAvailable(), document.isRedoAvailable()) or super().event(event)


class LineField(QLineEdit):
    """One line of text that is handed on when the user pauses or leaves the field."""

    written = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAcceptDrops(False)  # as for TextField
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.written)
        self.textEdited.connect(self._pause.start)
        self.editingFinished.connect(self._pause.stop)
        self.editingFinished.connect(self.written)

    def show_text(self, text: str) -> None:
        """Show a text from its beginning; what is being written stays as it is."""
        if text != self.text().strip() and not self._pause.isActive():
            self.setText(text)
            self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the page where the field has nothing of its own to take back."""
        return _for_the_page(event, self.isUndoAvailable(), self.isRedoAvailable()) or super().event(event)


def _for_the_page(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Refuse the keys for undo and redo that a field cannot serve, so that the page's shortcut takes them."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    passed_on = (event.matches(keys.Undo) and not can_undo) or (event.matches(keys.Redo) and not can_redo)
    if passed_on:
        event.ignore()
    return passed_on
