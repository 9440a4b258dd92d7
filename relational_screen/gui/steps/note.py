"""Step 6: the note as pages, and the ways it leaves the program."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QWidget

from relational_screen.app.files import note_pages, note_text, write_note
from relational_screen.app.language import _, ngettext, told
from relational_screen.app.shown import Shown
from relational_screen.catalogue.model import Language
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, clear, column, label, row, scrolled
from relational_screen.screening.document import NoteDocument

SCREEN_DPI, PRINT_DPI = 96, 200


class NoteStep(QWidget):
    """Previews the note as it will be printed and saves, copies or prints it."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._asked_for = 0
        self._language = QComboBox()
        self._language.setAccessibleName(_("Language of the note"))
        for code, name in (("da", "Dansk"), ("en", "English")):
            self._language.addItem(name, code)
        self._language.setCurrentIndex(self._language.findData(shown.language))
        self._language.activated.connect(lambda _index: self.refresh())
        self._state = label(size="small")
        self._pages = column(spacing=GRID * 2, margin=GRID)
        buttons = (
            button(_("Save as &Word …"), lambda: self._save("docx")),
            button(_("Save as P&DF …"), lambda: self._save("pdf")),
            button(_("&Copy text"), self._copy),
            button(_("Pr&int …"), self._print),
        )
        head = row(label(_("Note"), "page", bold=True), None, self._language)
        self.setLayout(column(head, row(*buttons, None), self._state, scrolled(self._pages), margin=GRID))

    def refresh(self) -> None:
        """Show the note now; pages are drawn off the GUI thread."""
        self._asked_for += 1
        number = self._asked_for
        try:
            note = self._note()
        except ScreenError as error:
            clear(self._pages)
            self._state.setText(told(error))
            return
        self._state.setText(_("Drawing the pages …"))
        in_background(lambda: note_pages(note, SCREEN_DPI), lambda pages: self._show(number, pages), self._failed)

    def save_to(self, path: Path) -> None:
        """Write the note to a file off the GUI thread and record that it left."""
        note, language = self._note(), self._chosen_language()
        self._state.setText(_("Saving …"))

        def saved(_result: object) -> None:
            self._shown.session.record_export("bill", language, path.suffix.removeprefix(".").lower())
            self._state.setText(_("Saved as {path}").format(path=path))

        in_background(lambda: write_note(note, path), saved, self._failed)

    def _chosen_language(self) -> Language:
        return "en" if self._language.currentData() == "en" else "da"

    def _note(self) -> NoteDocument:
        return self._shown.session.note("bill", self._chosen_language())

    def _show(self, number: int, pages: list[bytes]) -> None:
        if number != self._asked_for:
            return
        clear(self._pages)
        text = note_text(self._note())
        for count, page in enumerate(pages, start=1):
            picture = QLabel()
            picture.setPixmap(QPixmap.fromImage(QImage.fromData(page)))
            picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            picture.setAccessibleName(_("Page {number} of {count}").format(number=count, count=len(pages)))
            picture.setAccessibleDescription(text if count == 1 else "")
            self._pages.addWidget(picture)
        self._pages.addStretch(1)
        self._state.setText(ngettext("{count} page", "{count} pages", len(pages)).format(count=len(pages)))

    def _save(self, suffix: str) -> None:
        self._note()
        title = _("Save the note")
        name, _filter = QFileDialog.getSaveFileName(self, title, f"{self._file_name()}.{suffix}", f"*.{suffix}")
        if name:
            path = Path(name)
            self.save_to(path if path.suffix.lower() == f".{suffix}" else path.with_name(f"{path.name}.{suffix}"))

    def _file_name(self) -> str:
        state = self._shown.session.state
        plain = "".join(letter if letter.isalnum() else "-" for letter in state.proposal.title.lower())
        short = "-".join(part for part in plain.split("-") if part)[:60].rstrip("-")
        return f"{short or 'note'}-{state.proposal.stage}-{state.changed[:10]}-{state.content_hash[:8]}"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(note_text(self._note()))
        self._state.setText(_("The text is copied."))

    def _print(self) -> None:
        note, printer = self._note(), QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            in_background(lambda: note_pages(note, PRINT_DPI), lambda pages: _print_pages(pages, printer), self._failed)

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
