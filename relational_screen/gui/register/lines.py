"""Screenings as lines of a table, fetched as the user scrolls."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from relational_screen.app.language import _
from relational_screen.gui.register.labels import Labels
from relational_screen.gui.short import as_tooltip

Index = QModelIndex | QPersistentModelIndex
Line = dict[str, Any]
Fetch = Callable[[int, int], list[Line]]
"""Fetches so many lines from a place on; fewer when there are no more."""

AT_ONCE, SEARCHED_AT_ONCE = 200, 1000


class LinesModel(QAbstractTableModel):
    """Lines of screenings; a screening's id stands in `UserRole`.

    A search goes through all lines in steps, between which the window stays alive; `searched` tells after each step how
    many fit so far, and whether all were looked at.
    """

    searched = Signal(int, bool)

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self._labels = labels
        self._fetch: Fetch = lambda _limit, _offset: []
        self._lines: list[Line] = []
        self._words = ""
        self._fetched, self._is_all = 0, True
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._search_on)
        self._head = (_("Proposal"), _("Authority"), _("Kind and stage"), _("Bottom line"), _("Last changed"))

    def show_lines(self, fetch: Fetch, words: str = "") -> None:
        """Show the lines that a source gives, of those only whose title holds some words."""
        self.beginResetModel()
        self._fetch, self._words = fetch, words.casefold()
        self._lines, self._fetched, self._is_all = [], 0, False
        self.endResetModel()
        self._next.stop()
        self._search_on() if words else self.fetchMore()

    def canFetchMore(self, _parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own signature
        """Whether there are more lines to scroll to."""
        return not self._is_all and not self._words

    def fetchMore(self, _parent: Index = QModelIndex()) -> None:  # noqa: B008 - Qt's own signature
        """Fetch the next lines."""
        self._take(AT_ONCE)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many lines were fetched."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, or its screening's id."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line["id"]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(self._texts(line)[index.column()])
        return self._texts(line)[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's head."""
        horizontal = orientation == Qt.Orientation.Horizontal
        shown = horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self._head)
        return self._head[section] if shown else None

    def _search_on(self) -> None:
        self._take(SEARCHED_AT_ONCE)
        if not self._is_all:
            self._next.start()

    def _take(self, limit: int) -> None:
        """Fetch lines and show those that fit."""
        found = self._fetch(limit, self._fetched)
        self._fetched += len(found)
        self._is_all = len(found) < limit
        fitting = [line for line in found if self._words in line["title"].casefold()]
        if fitting:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(fitting) - 1)
            self._lines += fitting
            self.endInsertRows()
        self.searched.emit(len(self._lines), self._is_all)

    def _texts(self, line: Line) -> tuple[str, ...]:
        labels = self._labels
        verdict = labels.of("verdict", line["bottom_line"])
        if line["must_be_addressed"]:
            verdict = _("{verdict} · must be addressed").format(verdict=verdict)
        kind, stage = labels.of("kind", line["kind"]), labels.of("stage", line["stage"])
        title = line["title"] or _("without a title")
        return title, labels.authority(line["authority"]), f"{kind} · {stage}", verdict, line["changed"][:10]
