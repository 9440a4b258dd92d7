"""The screenings there are, as a table that can be searched."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView, QWidget

from relational_screen.app.language import _
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, row

Index = QModelIndex | QPersistentModelIndex


class ScreeningsModel(QAbstractTableModel):
    """Screenings as rows of text; the id stands in `UserRole`."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, tuple[str, ...]]] = []
        self._head = (_("Proposal"), _("Kind and stage"), _("Bottom line"), _("Answered"))

    def show_rows(self, rows: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """Show other rows, each an id and its texts."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many screenings there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, or its screening's id."""
        if not index.isValid():
            return None
        name, texts = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return name
        return texts[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's head."""
        horizontal = orientation == Qt.Orientation.Horizontal
        shown = horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self._head)
        return self._head[section] if shown else None


class ScreeningsList(QWidget):
    """Lists screenings; tells when one is to be opened."""

    opened = Signal(str)

    def __init__(self, rows: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        super().__init__()
        self._model = ScreeningsModel()
        self._model.show_rows(rows)
        self._filtered = QSortFilterProxyModel()
        self._filtered.setSourceModel(self._model)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._filtered.setFilterKeyColumn(-1)
        search = QLineEdit()
        search.setPlaceholderText(_("Search screenings …"))
        search.setAccessibleName(_("Search screenings"))
        search.setClearButtonEnabled(True)
        search.textChanged.connect(self._filtered.setFilterFixedString)
        self._table = self._make_table()
        self._table.selectRow(0)
        self.setFocusProxy(self._table)
        lines = column(row(search, button(_("&Open"), self._open_selected)), self._table)
        lines.setContentsMargins(0, 0, 0, 0)
        self.setLayout(lines)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._filtered)
        table.setAccessibleName(_("Screenings"))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(GRID * 5)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.activated.connect(lambda index: self.opened.emit(index.data(Qt.ItemDataRole.UserRole)))
        return table

    def _open_selected(self) -> None:
        index = self._table.currentIndex()
        if index.isValid():
            self.opened.emit(index.data(Qt.ItemDataRole.UserRole))
