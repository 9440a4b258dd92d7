"""A large figure with its word, as a button that leads to what it counts."""

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton

from relational_screen.gui.theme import font


class Tile(QPushButton):
    """Shows a figure; one that counts nothing leads nowhere."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word
        self._lead: Callable[[], object] | None = None
        self.setObjectName("tile")
        self.setFont(font("title", bold=True))
        self.clicked.connect(self._go)

    def show_count(self, count: int, lead: Callable[[], object]) -> None:
        """Show another figure, and where it leads."""
        self._lead = lead
        self.setText(f"{QLocale().toString(count)}\n{self._word}")
        self.setAccessibleName(f"{count} {self._word}")
        self.setEnabled(bool(count))

    def _go(self) -> None:
        if self._lead is not None:
            self._lead()
