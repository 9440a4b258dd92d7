"""The screenings that the filter lets through, or that a figure counts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView, QWidget

from relational_screen.app.language import _, ngettext
from relational_screen.gui.register.desk import RegisterDesk, SubPage
from relational_screen.gui.register.lines import LinesModel
from relational_screen.gui.register.tables import dress_table
from relational_screen.gui.short import ShortLabel
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row

if TYPE_CHECKING:
    from relational_screen.registry.statistics.figures import Figure

PAUSE = 300  # milliseconds without a key after which titles are searched
SHARES = (0.18, 0.2, 0.2)  # of the width, which the columns beside title and day take
DAY = GRID * 14  # pixels


class ScreeningsPage(SubPage):
    """Lists screenings; Enter opens one."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__(desk)
        self._figure: Figure | None = None
        self._total = 0
        self._model = LinesModel(desk.labels)
        self._model.searched.connect(self._tell)
        self._table = _LinesTable(self._model, _("Screenings"))
        self._table.activated.connect(self._open)
        self._of = ShortLabel(bold=True)
        self._count = label(size="small")
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Search titles …"))
        self._search.setAccessibleName(_("Search titles"))
        self._search.setClearButtonEnabled(True)
        pause = QTimer(self, singleShot=True, interval=PAUSE)
        pause.timeout.connect(self.refresh)
        self._search.textChanged.connect(pause.start)
        self._figure_line = QWidget()
        line = row(self._of, button(_("Show all of the filter"), self.show_all, "link"))
        line.setStretch(0, 1)
        self._figure_line.setLayout(line)
        head = row(self._search, button(_("&Open"), self._open_chosen))
        self.setLayout(column(self._figure_line, head, self._table, self._count))

    def show_figure(self, title: str, figure: "Figure") -> None:
        """Show the screenings that a figure counts."""
        self._of.show_text(title)
        self._figure = figure
        self._search.clear()
        self.refresh()
        self._table.setFocus()

    def show_all(self) -> None:
        """Show all that the filter lets through."""
        self._figure = None
        self.refresh()
        self._table.setFocus()

    def outdate(self) -> None:
        """Go back to all that the filter lets through: a figure is no more what it was."""
        self._figure = None
        super().outdate()

    def refresh(self) -> None:
        """Show the lines from the first on."""
        self._figure_line.setVisible(self._figure is not None)
        figure = self._figure or self.desk.register.statistics(self.desk.chosen).total
        self._total = figure.count
        self._model.show_lines(self.desk.register.pages_of(figure), self._search.text().strip())
        self._table.selectRow(0)

    def _tell(self, fitting: int, ended: bool) -> None:
        """Say how many there are, and how many of them were found."""
        told = ngettext("{count} screening", "{count} screenings", self._total).format(count=self._total)
        if self._search.text().strip():
            found = _("{count} found") if ended else _("{count} found so far …")
            told = f"{told} · {found.format(count=fitting)}"
        self._count.setText(told)

    def _open_chosen(self) -> None:
        self._open(self._table.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.desk.screening_asked.emit(index.data(Qt.ItemDataRole.UserRole))


class _LinesTable(QTableView):
    """Columns that share the width there is."""

    def __init__(self, model: LinesModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        dress_table(self, name)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        for place, share in enumerate(SHARES, start=1):
            self.setColumnWidth(place, round(self.viewport().width() * share))
        self.setColumnWidth(len(SHARES) + 1, DAY)
