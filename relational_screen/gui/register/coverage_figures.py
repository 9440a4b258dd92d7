"""The figures of coverage by authority and by parliamentary year, each leading to its proposals."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QMessageBox, QWidget

from relational_screen.app.language import _, ngettext
from relational_screen.app.register_lists import Covering, RegisterLists, by_authority, by_year, year_name
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.flow import FlowLayout
from relational_screen.gui.register.desk import RegisterDesk
from relational_screen.gui.register.tables import Cell, FigureTable
from relational_screen.gui.short import ShortButton
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, clear, column, label, row

if TYPE_CHECKING:
    from relational_screen.registry.coverage.coverage import Coverage, Covered

LISTS, FILES = "*.xlsx *.csv *.txt", "*.xlsx;;*.csv"
EVERY_YEAR = -1
LOWEST, HIGHEST, NO_LIMIT = GRID * 16, GRID * 26, 16_777_215
"""Pixels: how low a table may get, how high that of the years may, and what Qt takes for no limit."""


class ScrolledFigures(FigureTable):
    """Figures of a hundred municipalities: the table scrolls itself, so that the row gone to by keys is seen."""

    def __init__(self, name: str, highest: int = NO_LIMIT) -> None:
        super().__init__(name)
        self._highest = highest
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def setFixedHeight(self, whole: int) -> None:
        """Take no more height than all rows need, and less where there is less."""
        self.setMinimumHeight(min(whole, LOWEST))
        self.setMaximumHeight(min(whole, self._highest))


class CoverageFigures(QWidget):
    """Counts off the GUI thread; `proposals_asked` gives a title and the proposals that a figure counts."""

    list_chosen = Signal(Path)
    matching_asked = Signal()
    proposals_asked = Signal(str, object)

    def __init__(self, desk: RegisterDesk, lists: RegisterLists) -> None:
        super().__init__()
        self._desk, self._lists = desk, lists
        self._coverage: Coverage | None = None
        self._asked = 0
        self.setAcceptDrops(True)
        self._match = button(_("Match with screenings …"), self.matching_asked.emit)
        self._save = button(_("Save as …"), self._ask_where)
        self._year = QComboBox()
        self._year.setAccessibleName(_("Parliamentary year"))
        self._year.activated.connect(self._show_authorities)
        self._names = FlowLayout(spacing=GRID)
        self._told = label()
        self._unlisted = button("", self._show_unlisted, "link")
        self._authorities = ScrolledFigures(_("Coverage by authority"))
        self._years = ScrolledFigures(_("Coverage by year"), HIGHEST)
        head = row(button(_("Import a list …"), self._choose_file), self._match, self._save, None, self._year)
        tables = column(
            label(_("Ministries and municipalities"), "title", bold=True),
            self._authorities,
            label(_("Parliamentary years"), "title", bold=True),
            self._years,
        )
        tables.setStretch(1, 1)
        tables.addStretch(0)
        self._tables = QWidget()
        self._tables.setLayout(tables)
        self._told.setMinimumWidth(1)  # a path may be one long word
        lines = column(head, self._names, self._told, row(self._unlisted, None), self._tables)
        lines.setStretch(4, 1)
        lines.addStretch(0)
        self.setLayout(lines)

    def refresh(self) -> None:
        """Count anew; where it is asked for again meanwhile only the last count is shown."""
        self._asked += 1
        self._told.setText(_("Counting …"))
        self._show_names()
        in_background(self, self._lists.coverage, partial(self._show, self._asked), self._failed)

    def save_to(self, path: Path) -> None:
        """Write the figures and the proposals off the GUI thread."""
        found, language = self._coverage, self._desk.language
        if found is not None:
            saved = _("Saved as {path}").format(path=path)
            work = partial(self._lists.save, found, path, language)
            in_background(self, work, lambda _result: self._told.setText(saved), self._failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that may be lists."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the list that was dropped."""
        self.list_chosen.emit(next(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()))

    def _show(self, asked: int, found: "Coverage") -> None:
        if asked != self._asked:
            return
        self._coverage = found
        listed, missing = len(found.proposals), len(found.figures["no_record"])
        self._told.setText(self._in_words(listed, missing))
        unlisted = len(found.unlisted)
        told = ngettext(
            "{count} screening is of no proposal on a list", "{count} screenings are of no proposal on a list", unlisted
        )
        self._unlisted.setText(told.format(count=unlisted))
        self._unlisted.setEnabled(unlisted > 0)
        for item in (self._match, self._save, self._year, self._tables, self._unlisted):
            item.setVisible(listed > 0)
        self._offer_years(found)
        self._show_table(self._years, by_year(found))
        self._show_authorities()

    def _in_words(self, listed: int, missing: int) -> str:
        if not listed:
            return _(
                "There is no list of proposals yet, so nothing can be said of what was not screened. Import a law "
                "programme or a municipality's list of plans, as a spreadsheet or CSV file, or drop the file here."
            )
        return ngettext(
            "{count} proposal is on the lists; {missing} without a record of a screening.",
            "{count} proposals are on the lists; {missing} without a record of a screening.",
            listed,
        ).format(count=listed, missing=missing)

    def _offer_years(self, found: "Coverage") -> None:
        chosen = self._year.currentData()
        with QSignalBlocker(self._year):
            self._year.clear()
            self._year.addItem(_("All years"), EVERY_YEAR)
            for year in found.by_year():
                self._year.addItem(year_name(year), year)
            self._year.setCurrentIndex(max(self._year.findData(chosen), 0))

    def _show_authorities(self) -> None:
        if self._coverage is not None:
            year = self._year.currentData()
            found = self._coverage if year == EVERY_YEAR else self._coverage.of_year(year)
            self._show_table(self._authorities, by_authority(found))

    def _show_table(self, table: FigureTable, found: Covering) -> None:
        heads = found.headings[1:]
        rows = [
            [Cell(name), *(self._cell(f"{head} · {name}", each) for head, each in zip(heads, figures, strict=True))]
            for (name,), figures in found.rows
        ]
        table.show_cells(found.headings, rows)

    def _cell(self, title: str, counted: "tuple[Covered, ...]") -> Cell:
        lead = partial(self.proposals_asked.emit, title, counted) if counted else None
        return Cell(str(len(counted)), lead=lead)

    def _show_names(self) -> None:
        clear(self._names)
        for name in self._lists.names():
            self._names.addWidget(ShortButton(name, partial(self._drop, name), "chip", suffix=" ✕"))

    def _drop(self, name: str) -> None:
        """Use a list no more, once the user is sure."""
        box = QMessageBox(QMessageBox.Icon.Question, _("Remove the list"), "", parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            _(
                "Remove the list {name}? Its proposals are no longer counted. What was confirmed of them holds again "
                "when they are imported with another list."
            ).format(name=name)
        )
        remove = box.addButton(_("Remove the list"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(_("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is remove:
            self._desk.change(lambda: self._lists.drop(name), self)

    def _show_unlisted(self) -> None:
        if self._coverage is not None:
            title = _("Screenings of no proposal on a list")
            self._desk.lead_to(title, self._lists.unlisted(self._coverage))

    def _choose_file(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, _("Import a list of proposals"), "", LISTS)
        if name:
            self.list_chosen.emit(Path(name))

    def _ask_where(self) -> None:
        proposed = _("coverage") + ".xlsx"
        name, chosen = QFileDialog.getSaveFileName(self, _("Save coverage as"), proposed, FILES)
        if name:
            path = Path(name)
            self.save_to(path if path.suffix else path.with_suffix(chosen.removeprefix("*")))

    def _failed(self, error: ScreenError) -> None:
        self._told.clear()
        show_error(error, self)
