"""Step 6: the note as pages, and the ways it leaves the program."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from shiboken6 import isValid

from relational_screen.app.files import note_pages, note_text, suggested_name, write_note
from relational_screen.app.forms import form_names
from relational_screen.app.language import _, ngettext, told
from relational_screen.app.shown import Shown
from relational_screen.catalogue.model import Language
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.flow import FlowLayout
from relational_screen.gui.note_pages import NotePages
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label
from relational_screen.screening.document import NoteDocument
from relational_screen.screening.note.forms import Form, form_of
from relational_screen.screening.note.readability import LIX_LIMIT, lix_of

PRINT_DPI = 200


class NoteStep(QWidget):
    """Previews the note as it will be printed and saves, copies or prints it."""

    compare_asked = Signal()
    bundle_asked = Signal()

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._application = QGuiApplication.instance() or self
        self._form = QComboBox()
        self._form.setAccessibleName(_("Form of the note"))
        for form, name in form_names().items():
            self._form.addItem(name, form)
        self._form.setCurrentIndex(self._form.findData(form_of(shown.session.state.proposal.kind)))
        self._form.activated.connect(lambda _index: self.refresh())
        self._language = QComboBox()
        self._language.setAccessibleName(_("Language of the note"))
        for code, name in (("da", "Dansk"), ("en", "English")):
            self._language.addItem(name, code)
        self._language.setCurrentIndex(self._language.findData(shown.language))
        self._language.activated.connect(lambda _index: self.refresh())
        self._state = label(size="small")
        self._state.setMinimumWidth(1)  # a path may be one long word
        self._drawn_note: NoteDocument | None = None
        self._pages = NotePages()
        self._pages.drawn.connect(self._drawn)
        self._pages.refused.connect(self._failed)
        buttons = (
            button(_("Save as &Word …"), lambda: self._save("docx")),
            button(_("Save as P&DF …"), lambda: self._save("pdf")),
            button(_("Ins&ert into the draft …"), self.open_insertion),
            button(_("Co&mpare …"), self.compare_asked.emit),
            button(_("Bundle …"), self.bundle_asked.emit),
            button(_("&Copy text"), self._copy),
            button(_("Pr&int …"), self._print),
        )
        ways = FlowLayout(spacing=GRID)
        for way in (self._form, self._language, *buttons):
            ways.addWidget(way)
        self.setLayout(column(label(_("Note"), "page", bold=True), ways, self._state, self._pages, margin=GRID))

    def refresh(self) -> None:
        """Show the note now; pages are drawn off the GUI thread."""
        self._drawn_note = None
        try:
            work = self._shown.session.note_work(self.form, self.chosen_language())
        except ScreenError as error:
            self._pages.show_nothing()
            self._state.setText(told(error))
            return
        self._state.setText(_("Drawing the pages …"))
        self._pages.show_note(work)

    def open_insertion(self) -> None:
        """Open the window that puts the note into the draft; what a note must have is asked for first."""
        from relational_screen.gui.steps.insertion import InsertionDialog

        self._note()
        InsertionDialog(self._shown, self.chosen_language(), self).exec()

    def save_to(self, path: Path) -> None:
        """Write the note to a file off the GUI thread and record that it left."""
        note, language, session, form = self._note(), self.chosen_language(), self._shown.session, self.form
        self._state.setText(_("Saving …"))

        def saved(_result: object) -> None:
            session.record_export(form, language, path.suffix.removeprefix(".").lower())
            if isValid(self):
                self._state.setText(_("Saved as {path}").format(path=path))

        def failed(error: ScreenError) -> None:
            self._failed(error) if isValid(self) else show_error(error)

        owner = self._application  # a file that was written is recorded, also when the user has gone on meanwhile
        in_background(owner, lambda: write_note(note, path), saved, failed)

    @property
    def form(self) -> Form:
        """The form that is chosen."""
        return cast(Form, self._form.currentData())

    def choose_form(self, form: Form) -> None:
        """Show the note in another form."""
        self._form.setCurrentIndex(self._form.findData(form))
        self.refresh()

    def chosen_language(self) -> Language:
        """Return the language that the note is written in."""
        return "en" if self._language.currentData() == "en" else "da"

    def _note(self) -> NoteDocument:
        """Return the note as it is shown, or written now where it is still being drawn."""
        return self._drawn_note or self._shown.session.note(self.form, self.chosen_language())

    def _drawn(self, note: NoteDocument, count: int) -> None:
        self._drawn_note = note
        lines = [ngettext("{count} page", "{count} pages", count).format(count=count)]
        lines.append(_("LIX {number}, aim at most {limit}").format(number=lix_of(note), limit=LIX_LIMIT))
        exports = self._shown.session.state.exports
        if exports and exports[-1].content_hash != self._shown.session.state.content_hash:
            lines.append(_("The screening was changed after the last note left the program. Save it again."))
        self._state.setText(" · ".join(lines))

    def _save(self, suffix: str) -> None:
        title = _("Save the note")
        proposed = suggested_name(self._note(), f".{suffix}")
        name, _filter = QFileDialog.getSaveFileName(self, title, proposed, f"*.{suffix}")
        if name:
            path = Path(name)
            self.save_to(path if path.suffix.lower() == f".{suffix}" else path.with_name(f"{path.name}.{suffix}"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(note_text(self._note()))
        self._state.setText(_("The text is copied."))

    def _print(self) -> None:
        note, printer = self._note(), QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            pages = partial(note_pages, note, PRINT_DPI)
            in_background(self, pages, lambda drawn: _print_pages(drawn, printer), self._failed)

    def _failed(self, error: ScreenError) -> None:
        self._state.setText("")
        show_error(error, self)


def _print_pages(pages: list[bytes], printer: QPrinter) -> None:
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        image = QImage.fromData(page)
        room = painter.viewport()
        painter.drawImage(
            QPoint(0, 0),
            image.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation),
        )
    painter.end()
