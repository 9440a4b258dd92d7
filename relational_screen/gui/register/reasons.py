"""What happened to files, one a row, with the words of the chosen row in full below."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from relational_screen.gui.register.tables import dress_table
from relational_screen.gui.register.words import written
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import column

Index = QModelIndex | QPersistentModelIndex
HEIGHT = GRID * 24  # pixels


class RowsModel(QAbstractTableModel):
    """Rows of text, however many."""

    def __init__(self, header: Sequence[str]) -> None:
        super().__init__()
        self._header = header
        self._rows: Sequence[Sequence[str]] = ()

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._rows[index.row()][index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's head."""
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._header[section] if shown and 0 <= section < len(self._header) else None


class ReasonsTable(QWidget):
    """Rows whose last column may be long; as high as some lines, and scrolling beyond them."""

    def __init__(self, name: str, header: Sequence[str]) -> None:
        super().__init__()
        self._model = RowsModel(header)
        self._table = QTableView()
        self._table.setModel(self._model)
        dress_table(self._table, name)
        head = self._table.horizontalHeader()
        head.setStretchLastSection(True)
        for place in range(len(header) - 1):
            self._table.setColumnWidth(place, GRID * 28 if place == 0 else GRID * 20)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._whole = written("")
        self._table.selectionModel().currentRowChanged.connect(self._tell_whole)
        self._whole.hide()
        self._model.modelReset.connect(self._whole.hide)
        self.setLayout(column(self._table, self._whole))

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows."""
        self._model.show_rows(rows)
        bar = self._table.horizontalHeader().sizeHint().height() + 4
        self._table.setFixedHeight(min(self._table.verticalHeader().length() + bar, HEIGHT))
        self._table.selectRow(0)

    def _tell_whole(self, index: QModelIndex) -> None:
        row = index.row()
        self._whole.setText(str(self._model.index(row, self._model.columnCount() - 1).data() or ""))
        self._whole.setVisible(bool(self._whole.text()))
