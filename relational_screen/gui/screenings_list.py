"""The screenings there are, as a table that can be searched and filtered."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QWidget

from relational_screen.app.language import _
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row

Index = QModelIndex | QPersistentModelIndex
Line = tuple[str, tuple[str, ...], frozenset[str]]
"""A screening's id, the texts of its row, and the filters beside »All« that let it through."""


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
    """Lists screenings; tells when one is to be opened, and when another filter is chosen."""

    opened = Signal(str)
    filtered = Signal(str)

    def __init__(self, lines: Sequence[Line], chosen: str, *, named: bool) -> None:
        """Show the screenings that the filter `chosen` lets through; `named` is whether the settings have a name."""
        super().__init__()
        self._lines, self._named = lines, named
        self._model = ScreeningsModel()
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
        self._hint = label()
        self.setFocusProxy(self._table)
        head = row(search, self._filters(chosen), button(_("&Open"), self._open_selected))
        head.setStretch(0, 1)
        self.setLayout(column(head, self._hint, self._table))
        self._filter(chosen)

    def _filters(self, chosen: str) -> QHBoxLayout:
        names = {"all": _("All"), "mine": _("Mine"), "reader": _("For second reader"), "signed_off": _("Signed off")}
        group, result = QButtonGroup(self), row(spacing=0)
        for name, text in names.items():
            item = button(text, partial(self._choose, name))
            item.setCheckable(True)
            item.setChecked(name == chosen)
            group.addButton(item)
            result.addWidget(item)
        return result

    def _choose(self, name: str) -> None:
        self._filter(name)
        self.filtered.emit(name)

    def _filter(self, name: str) -> None:
        lines = [(screening, texts) for screening, texts, lets in self._lines if name == "all" or name in lets]
        self._model.show_rows(lines)
        self._table.selectRow(0)
        hints = {
            "mine": _("There is none that you are responsible for."),
            "reader": _("There is none that waits for you as its second reader."),
            "signed_off": _("There is none that is signed off."),
        }
        hint = "" if lines else hints.get(name, "")
        if name in ("mine", "reader") and not self._named:
            hint = _("Write your name in the settings, so that the program knows which are yours.")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

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
