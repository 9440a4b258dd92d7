"""The first page: the screenings there are, and the ways to a new one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHeaderView, QLineEdit, QStackedWidget, QTableView, QVBoxLayout, QWidget

from relational_screen.app.language import _
from relational_screen.gui.theme import GRID, READABLE
from relational_screen.gui.widgets import button, column, framed, label, row

Index = QModelIndex | QPersistentModelIndex
DRAFTS = "*.docx *.pdf *.txt"


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


class StartPage(QWidget):
    """Lists screenings; tells when one is to be opened or a new one started."""

    opened = Signal(str)
    draft_chosen = Signal(Path)
    without_draft = Signal()
    example = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = ScreeningsModel()
        self._filtered = QSortFilterProxyModel()
        self._filtered.setSourceModel(self._model)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._filtered.setFilterKeyColumn(-1)
        self._search = QLineEdit(placeholderText=_("Search screenings …"))
        self._search.setAccessibleName(_("Search screenings"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filtered.setFilterFixedString)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting())
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._listed())
        self._new = button(_("&New screening …"), self.choose_draft)
        head = row(label(_("Screenings"), "page", bold=True), None, self._new)
        self.setLayout(column(head, self._drop_zone(), self._stack, spacing=GRID * 2, margin=GRID * 3))

    def show_screenings(self, rows: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """Show the screenings there are, or what to do when there is none."""
        self._model.show_rows(rows)
        self._stack.setCurrentIndex(2 if rows else 1)
        if rows:
            self._table.selectRow(0)
            self._table.setFocus()
        else:
            self._new.setFocus()

    def choose_draft(self) -> None:
        """Let the user pick a draft."""
        title, kinds = _("Choose a draft"), _("Drafts ({suffixes})").format(suffixes=DRAFTS)
        name, _filter = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.draft_chosen.emit(Path(name))

    def _waiting(self) -> QWidget:
        result = QWidget()
        result.setLayout(column(label(_("Fetching screenings …"))))
        return result

    def _empty(self) -> QWidget:
        texts = (
            _(
                "Relational bottom line helps you judge whether a draft raises or lowers people's ability to form "
                "and keep social relationships."
            ),
            _(
                "Open a draft, test in ten minutes whether relations are touched, and answer the questions of the "
                "life arenas it concerns."
            ),
            _("You get a consequence note for the draft in which every score is explained by your answers."),
        )
        content = column(*(label(text) for text in texts))
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(0, 0, 0, 0)
        card = framed(content)
        card.setMaximumWidth(READABLE)
        layout.addWidget(card)
        layout.addStretch(1)
        return result

    def _listed(self) -> QWidget:
        self._table = table = QTableView()
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
        result = QWidget()
        open_button = button(_("&Open"), self._open_selected)
        result.setLayout(column(row(self._search, open_button), table))
        return result

    def _open_selected(self) -> None:
        index = self._table.currentIndex()
        if index.isValid():
            self.opened.emit(index.data(Qt.ItemDataRole.UserRole))

    def _drop_zone(self) -> QWidget:
        text = label(_("Drop a draft here (.docx, .pdf or .txt). It stays on this computer."))
        without = button(_("Start without a draft"), self.without_draft.emit, "link")
        example = button(_("Open the example"), self.example.emit, "link")
        line = row(text, without, example)
        line.setStretch(0, 1)
        return framed(line)
