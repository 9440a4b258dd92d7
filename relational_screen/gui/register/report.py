"""The yearly report as pages, and the ways that it and the figures leave the register."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QFileDialog

from relational_screen.app.files import suggested_name, write_note
from relational_screen.app.language import _, ngettext
from relational_screen.app.register import Register
from relational_screen.app.reporting import write_figures, yearly_report
from relational_screen.catalogue.model import Language
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.flow import FlowLayout
from relational_screen.gui.note_pages import NotePages
from relational_screen.gui.register.desk import RegisterDesk, SubPage
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label
from relational_screen.screening.document import NoteDocument

FIGURES = "*.xlsx;;*.csv;;*.json"
T = TypeVar("T")


class ReportPage(SubPage):
    """Previews the report of a year as it will be printed and saves it; figures are saved as tables."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__(desk)
        desk.changed.disconnect(self.outdate)  # it goes by no filter
        desk.written.connect(self.outdate)
        self._report: NoteDocument | None = None
        self._year, self._language = QComboBox(), QComboBox()
        self._year.setAccessibleName(_("Parliamentary year"))
        self._language.setAccessibleName(_("Language of the report"))
        for code, name in (("da", "Dansk"), ("en", "English")):
            self._language.addItem(name, code)
        self._language.setCurrentIndex(self._language.findData(desk.language))
        for choice in (self._year, self._language):
            choice.activated.connect(self._draw)
        self._state = label(size="small")
        self._state.setMinimumWidth(1)  # a path may be one long word
        self._pages = NotePages()
        self._pages.drawn.connect(self._drawn)
        self._pages.refused.connect(self._failed)
        self._saves = (
            button(_("Save as Word …"), lambda: self._ask_where("docx")),
            button(_("Save as PDF …"), lambda: self._ask_where("pdf")),
            button(_("Save the year's figures …"), self._ask_where_figures),
        )
        ways = FlowLayout(spacing=GRID)
        for way in (self._year, self._language, *self._saves):
            ways.addWidget(way)
        self.setLayout(column(ways, self._state, self._pages))

    def refresh(self) -> None:
        """Offer the years that there are now, and draw the report anew."""
        chosen = self._year.currentData()
        self._year.clear()
        for name, since, until in self.desk.register.years():
            self._year.addItem(name, (int(since[:4]), since, until))
        self._year.setCurrentIndex(max(self._year.findData(chosen), 0))
        self._draw()

    def save_to(self, path: Path) -> None:
        """Write the report as it is shown, off the GUI thread."""
        if self._report is not None:
            self._save(partial(write_note, self._report, path), path)

    def save_figures_to(self, path: Path) -> None:
        """Write the figures of the year off the GUI thread."""
        _year, since, until = self._year.currentData()
        chosen, language = replace(self.desk.register.everything(), since=since, until=until), self.desk.language
        self._save(lambda: self._in_own(lambda register: write_figures(register, chosen, path, language)), path)

    def _draw(self) -> None:
        self._report = None
        for way in (self._year, *self._saves):
            way.setEnabled(self._year.count() > 0)
        if not self._year.count():
            self._pages.show_nothing()
            self._state.setText(_("No screening counts yet, so there is no year to report on."))
            return
        year, language = self._year.currentData()[0], self._chosen_language()
        self._state.setText(_("Drawing the pages …"))
        self._pages.show_note(lambda: self._in_own(lambda register: yearly_report(register, year, language)))

    def _drawn(self, report: NoteDocument, count: int) -> None:
        self._report = report
        self._state.setText(ngettext("{count} page", "{count} pages", count).format(count=count))

    def _save(self, work: Callable[[], object], path: Path) -> None:
        self._state.setText(_("Saving …"))
        saved = _("Saved as {path}").format(path=path)
        in_background(self, work, lambda _result: self._state.setText(saved), self._failed)

    def _ask_where(self, suffix: str) -> None:
        if self._report is not None:
            proposed = suggested_name(self._report, f".{suffix}")
            name, _filter = QFileDialog.getSaveFileName(self, _("Save the report"), proposed, f"*.{suffix}")
            if name:
                self.save_to(_with_suffix(Path(name), f".{suffix}"))

    def _ask_where_figures(self) -> None:
        proposed = _("figures {year}").format(year=self._year.currentText()) + ".xlsx"
        name, chosen = QFileDialog.getSaveFileName(self, _("Save the year's figures"), proposed, FIGURES)
        if name:
            path = Path(name)
            self.save_figures_to(path if path.suffix else _with_suffix(path, chosen.removeprefix("*")))

    def _in_own(self, work: Callable[[Register], T]) -> T:
        """Work with a register opened anew, as other threads must."""
        ours = self.desk.register
        with closing(Register(ours.path, ours.catalogue, ours.by, ours.now)) as register:
            return work(register)

    def _chosen_language(self) -> Language:
        return "en" if self._language.currentData() == "en" else "da"

    def _failed(self, error: ScreenError) -> None:
        self._state.clear()
        show_error(error, self)


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")
