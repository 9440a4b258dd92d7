"""The window that writes a screening beside another one, or beside itself on an earlier day."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QFormLayout, QWidget

from relational_screen.app.comparing import compare_dates, compare_screenings, days_of
from relational_screen.app.files import suggested_name, write_note
from relational_screen.app.language import _
from relational_screen.app.session import Session
from relational_screen.app.shown import Shown
from relational_screen.catalogue.model import Language
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row
from relational_screen.screening.document import NoteDocument

NOTES = "*.docx *.pdf *.txt"


class ComparisonDialog(QDialog):
    """Offers the earlier days of this screening and the other screenings, and saves the comparison."""

    def __init__(
        self,
        shown: Shown,
        language: Language,
        others: list[tuple[str, str]],
        open_other: Callable[[str], Session],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._shown, self._language, self._open = shown, language, open_other
        self.setWindowTitle(_("Compare"))
        self.setMinimumWidth(GRID * 70)
        self._with = QComboBox()
        self._with.setAccessibleName(_("Compare with"))
        self._with.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._with.setMinimumContentsLength(40)
        for day in days_of(shown.session):
            told = _("this screening as it was at the end of {day}").format(day=shown.words.date(day))
            self._with.addItem(told, ("day", day))
        for screening, title in others:
            self._with.addItem(title or _("Untitled proposal"), ("screening", screening))
        form = QFormLayout()
        form.addRow(_("Compare with"), self._with)
        self._told = label()
        self._save = button(_("Save the comparison as …"), self._ask_where)
        self._save.setEnabled(self._with.count() > 0)
        if not self._with.count():
            self._told.setText(_("There is no earlier day and no other screening to compare with."))
        self.setLayout(
            column(form, self._told, row(None, self._save, button(_("Close"), self.reject)), margin=GRID * 2)
        )

    def note(self) -> NoteDocument:
        """Return the comparison that is chosen."""
        kind, chosen = self._with.currentData()
        if kind == "day":
            return compare_dates(self._shown.session, chosen, self._language)
        return compare_screenings(self._open(chosen), self._shown.session, self._language)

    def save_to(self, path: Path) -> None:
        """Write the comparison off the GUI thread."""
        note = self.note()
        self._told.setText(_("Saving …"))

        def failed(error: ScreenError) -> None:
            self._told.clear()
            show_error(error, self)

        saved = _("Saved as {path}").format(path=path)
        in_background(self, lambda: write_note(note, path), lambda _result: self._told.setText(saved), failed)

    def _ask_where(self) -> None:
        proposed = suggested_name(self.note(), ".docx")
        name, _filter = QFileDialog.getSaveFileName(self, _("Save the comparison"), proposed, NOTES)
        if name:
            self.save_to(Path(name))
