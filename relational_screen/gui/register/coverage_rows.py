"""Rows of text as a table whose rows lead on."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableView

from relational_screen.gui.register.tables import ENTER, dress_table
from relational_screen.gui.short import as_tooltip
from relational_screen.gui.theme import GRID

Index = QModelIndex | QPersistentModelIndex
MOST, LEAST, FEW = GRID * 22, GRID * 22, 5
"""Pixels that a column takes at most, but for the widest, and that the widest has at least; in a wide table a column
may take one part of so many."""

NUMBERS_ALIGNED = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel):
    """Rows of text; columns of numbers stand to the right."""

    def __init__(self, heads: Sequence[str], numbers: Collection[int]) -> None:
        super().__init__()
        self.heads, self.numbers = tuple(heads), numbers
        self._rows: list[tuple[str, ...]] = []

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def change_row(self, row: int, texts: tuple[str, ...]) -> None:
        """Show other texts in a row."""
        self._rows[row] = texts
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.heads) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text and how it looks."""
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.heads[index.column()]}: {text or '–'}"
        aligned = role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self.numbers
        return NUMBERS_ALIGNED if aligned else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's head."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self.numbers:
            return NUMBERS_ALIGNED
        return self.heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class RowsTable(QTableView):
    """Shows rows; tells of the one that Enter or a double click chooses, and of the one that is current now."""

    chosen = Signal(int)
    moved = Signal(int)

    def __init__(self, name: str, heads: Sequence[str], widest: int, numbers: Collection[int] = ()) -> None:
        super().__init__()
        self._rows, self._widest = RowsModel(heads, numbers), widest
        self.setModel(self._rows)
        dress_table(self, name)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))
        self.selectionModel().currentChanged.connect(lambda now, before: self._move(now.row(), before.row()))

    def show_rows(self, rows: Sequence[tuple[str, ...]], current: int = 0) -> None:
        """Show other rows and go to one of them."""
        self._rows.show_rows(rows)
        self._fit()
        if rows:
            self.go_to(min(current, len(rows) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the widest column the room that the others leave."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        header, others = self.horizontalHeader(), 0
        most = max(MOST, self.viewport().width() // FEW)
        for column in range(len(self._rows.heads)):
            if column != self._widest:
                hint = max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
                self.setColumnWidth(column, min(hint, most))
                others += self.columnWidth(column)
        self.setColumnWidth(self._widest, max(self.viewport().width() - others, LEAST))

    def change_row(self, row: int, texts: tuple[str, ...]) -> None:
        """Show other texts in a row."""
        self._rows.change_row(row, texts)

    def go_to(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self._rows.index(row, max(self.currentIndex().column(), 0)))

    @property
    def row(self) -> int:
        """The current row, -1 for none."""
        return self.currentIndex().row()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._rows.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter."""
        index = self.currentIndex()
        if event.key() in ENTER and index.isValid():
            self.chosen.emit(index.row())
        else:
            super().keyPressEvent(event)

    def _move(self, now: int, before: int) -> None:
        if now != before and now >= 0:
            self.moved.emit(now)
