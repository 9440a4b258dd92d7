"""The window that puts the note into the draft's own Word file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QFormLayout, QWidget

from relational_screen.app.inserting import draft_headings, is_screened_version, told_insertion
from relational_screen.app.language import _
from relational_screen.app.session import Insertion
from relational_screen.app.shown import Shown
from relational_screen.catalogue.model import Language
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row

if TYPE_CHECKING:
    from relational_screen.export.insertion.model import Inserted

WORD = "*.docx"


class InsertionDialog(QDialog):
    """Asks for the draft and how the note goes into it, writes the copy, and tells where the section stands."""

    def __init__(self, shown: Shown, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown, self._language = shown, language
        self._draft: Path | None = None
        self.setWindowTitle(_("Insert the note into the draft"))
        self.setMinimumWidth(GRID * 80)
        self._name = label(_("No file is chosen."))
        self._tracked = QCheckBox(_("As tracked changes, which can be refused in &Word"))
        self._tracked.setChecked(True)
        self._pilot = QCheckBox(_("Also a &row in the summary table (a pilot beyond the guide)"))
        self._pilot.setVisible(shown.session.state.proposal.kind == "bill")
        self._replace = QCheckBox(_("Replace an earlier section also where somebody changed it"))
        self._place = QComboBox()
        self._place.setAccessibleName(_("Where it stands"))
        self._place.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._place.setMinimumContentsLength(40)
        form = QFormLayout()
        form.addRow(_("Where it stands"), self._place)
        self._told = label()
        self._insert = button(_("&Insert and save as …"), self._ask_where)
        choose = button(_("&Choose the draft's Word file …"), self._choose)
        lines = column(
            label(_("The note goes into a copy. The draft itself is left as it is.")),
            row(choose, None),
            self._name,
            form,
            self._tracked,
            self._pilot,
            self._replace,
            self._told,
            row(None, self._insert, button(_("Close"), self.reject)),
            margin=GRID * 2,
        )
        self.setLayout(lines)
        self._offer([])

    def take_draft(self, path: Path) -> None:
        """Take a draft and offer its headings as places."""
        try:
            self._offer([heading.text for heading in draft_headings(path)])
        except ScreenError as error:
            show_error(error, self)
            return
        self._draft = path
        self._insert.setEnabled(True)
        same = is_screened_version(self._shown.session, path)
        other = _("This is not the version of the draft that was screened.")
        self._name.setText(path.name if same else f"{path.name}\n{other}")

    def insert_to(self, out: Path) -> None:
        """Write the copy off the GUI thread."""
        if self._draft is None:
            return
        session, draft, place = self._shown.session, self._draft, self._place.currentData()
        options = Insertion(self._tracked.isChecked(), self._pilot.isChecked(), place, self._replace.isChecked())
        insertion = session.insertion(draft, out, self._language, options)
        self._told.setText(_("Saving …"))
        self._insert.setEnabled(False)

        def done(inserted: "Inserted") -> None:
            session.record_insertion(self._language)
            self._insert.setEnabled(True)
            self._told.setText("\n".join([*told_insertion(inserted), _("Saved as {path}").format(path=out)]))

        def failed(error: ScreenError) -> None:
            self._insert.setEnabled(True)
            self._told.clear()
            show_error(error, self)

        in_background(self, insertion, done, failed)

    def _offer(self, headings: list[str]) -> None:
        self._place.clear()
        self._place.addItem(_("Where the guide places it"), None)
        for number, heading in enumerate(headings, start=1):
            self._place.addItem(_("after »{heading}«").format(heading=heading), str(number))
        self._insert.setEnabled(False)

    def _choose(self) -> None:
        title = _("Choose the draft's Word file")
        name, _filter = QFileDialog.getOpenFileName(self, title, "", _("Word files ({suffixes})").format(suffixes=WORD))
        if name:
            self.take_draft(Path(name))

    def _ask_where(self) -> None:
        if self._draft is None:
            return
        proposed = self._draft.with_name(_("{name} with the note.docx").format(name=self._draft.stem))
        name, _filter = QFileDialog.getSaveFileName(self, _("Save the copy"), str(proposed), WORD)
        if name:
            path = Path(name)
            self.insert_to(path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx"))
