"""Tables of the register: rows of words, and of figures that lead to what they count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import fill as fill_lines

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
)

from relational_screen.gui.register.patterns import Way, fill
from relational_screen.gui.short import as_tooltip
from relational_screen.gui.theme import GRID, font

Index = QModelIndex | QPersistentModelIndex
BAR = GRID - 2  # pixels, the height of the bar below a figure
WORDS = 12  # letters of a line of a column's head
NARROW = "QTableView::item { padding: 0 4px; } QHeaderView::section { padding: 6px 4px; }"
NARROWEST = GRID * 18  # pixels of the first column
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a place: its text, where it leads, and a bar as long as its share.

    `said` is what is told instead of the text; in a row's first cell, what the row is called. That cell may go down
    over several `rows`.
    """

    text: str
    said: str = ""
    lead: Callable[[], object] | None = None
    way: Way | None = None
    share: float = 0.0
    rows: int = 1


class FigureTable(QTableWidget):
    """A table whose figures lead to what they count, by a click or by Enter; as high as its rows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._cells: list[list[Cell]] = []
        dress_table(self, name)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Bars(self))
        self.setStyleSheet(NARROW)
        self.setShowGrid(True)
        self.setWordWrap(True)
        self.horizontalHeader().setFont(font("small"))
        self.cellClicked.connect(self.lead)

    def show_cells(self, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Show other figures; the first column takes the room that is left."""
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # else every cell would be measured for every cell
        self._cells = [list(cells) for cells in rows]
        self.clearSpans()
        self.setRowCount(len(rows))
        self.setColumnCount(len(header))
        self.setHorizontalHeaderLabels([header[0], *(fill_lines(text, WORDS) for text in header[1:])])
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                name = cells[0].said or cells[0].text
                self.setItem(row, column, _item(cell, first=column == 0, head=header[column], row=name))
            if cells[0].rows > 1:
                self.setSpan(row, 0, cells[0].rows, 1)
        self.resizeColumnsToContents()
        self._fit()

    def cell(self, row: int, column: int) -> Cell:
        """Return what stands in a place."""
        return self._cells[row][column]

    def lead(self, row: int, column: int) -> None:
        """Go where a figure leads."""
        if 0 <= row < len(self._cells) and (lead := self._cells[row][column].lead) is not None:
            lead()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go where the figure leads on Enter."""
        if event.key() in ENTER:
            self.lead(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the scroll bar where the columns are wider than the page."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the first column the width that is left, and take the height of all rows: the page is what scrolls."""
        head = self.horizontalHeader()
        others = sum(head.sectionSize(place) for place in range(1, head.count()))
        head.resizeSection(0, max(NARROWEST, self.viewport().width() - others))
        bar = self.horizontalScrollBar().sizeHint().height() if head.length() > self.viewport().width() else 0
        self.setFixedHeight(head.sizeHint().height() + self.verticalHeader().length() + bar + 2)


def dress_table(table: QTableView, name: str) -> None:
    """Give a table its name, and the keys and looks of all tables."""
    table.setAccessibleName(name)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(GRID * 4)
    table.horizontalHeader().setHighlightSections(False)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    table.horizontalHeader().setDefaultAlignment(left)


def _item(cell: Cell, head: str, row: str, *, first: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(cell.text)
    item.setData(Qt.ItemDataRole.UserRole, cell)
    if first or cell.text == cell.said:
        item.setToolTip(as_tooltip(cell.text))
        return item
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row}, {head}: {cell.said or cell.text}")
    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if cell.lead is not None:
        underlined = item.font()
        underlined.setUnderline(True)
        item.setFont(underlined)
    return item


class _Bars(QStyledItemDelegate):
    """Paints below a figure how large it is beside the largest."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the text, and the bar where there is one."""
        super().paint(painter, option, index)
        cell = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(cell, Cell) or cell.way is None or not cell.share:
            return
        place = QRectF(option.rect).adjusted(GRID, 0, -GRID, 0)
        place.setTop(place.bottom() - BAR)
        length = place.width() * cell.share
        place.setLeft(place.right() - length)
        fill(painter, place.adjusted(0, 0, 0, -2), cell.way, option.palette)
