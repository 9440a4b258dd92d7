"""Step 6: the note as pages, and the ways it leaves the program."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QFileDialog, QSizePolicy, QWidget
from shiboken6 import isValid

from relational_screen.app.files import note_pages, note_text, write_note
from relational_screen.app.language import _, ngettext, told
from relational_screen.app.shown import Shown
from relational_screen.catalogue.model import Language
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.flow import FlowLayout
from relational_screen.gui.theme import GRID, READABLE
from relational_screen.gui.widgets import button, clear, column, label, scrolled
from relational_screen.screening.document import NoteDocument

SCREEN_DPI, PRINT_DPI = 96, 200


class PagePicture(QWidget):
    """A page of the note, as wide as its place but no wider than on paper."""

    def __init__(self, page: bytes, sharpness: float) -> None:
        super().__init__()
        self._image = QImage.fromData(page)
        self._image.setDevicePixelRatio(sharpness)
        self.setMaximumWidth(round(self._image.deviceIndependentSize().width()))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return round(width * self._image.height() / self._image.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)


class NoteStep(QWidget):
    """Previews the note as it will be printed and saves, copies or prints it."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._application = QGuiApplication.instance() or self
        self._asked_for = 0
        self._language = QComboBox()
        self._language.setAccessibleName(_("Language of the note"))
        for code, name in (("da", "Dansk"), ("en", "English")):
            self._language.addItem(name, code)
        self._language.setCurrentIndex(self._language.findData(shown.language))
        self._language.activated.connect(lambda _index: self.refresh())
        self._state = label(size="small")
        self._state.setMinimumWidth(1)  # a path may be one long word
        self._pages = column(spacing=GRID * 2, margin=GRID)
        self._area = scrolled(self._pages, _("Note"), READABLE * 9 // 8)
        buttons = (
            button(_("Save as &Word …"), lambda: self._save("docx")),
            button(_("Save as P&DF …"), lambda: self._save("pdf")),
            button(_("&Copy text"), self._copy),
            button(_("Pr&int …"), self._print),
        )
        ways = FlowLayout(spacing=GRID)
        for way in (*buttons, self._language):
            ways.addWidget(way)
        self.setLayout(column(label(_("Note"), "page", bold=True), ways, self._state, self._area, margin=GRID))

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
        dpi = round(SCREEN_DPI * self.devicePixelRatioF())
        in_background(self, lambda: note_pages(note, dpi), lambda pages: self._show(number, pages), self._failed)

    def save_to(self, path: Path) -> None:
        """Write the note to a file off the GUI thread and record that it left."""
        note, language, session = self._note(), self._chosen_language(), self._shown.session
        self._state.setText(_("Saving …"))

        def saved(_result: object) -> None:
            session.record_export("bill", language, path.suffix.removeprefix(".").lower())
            if isValid(self):
                self._state.setText(_("Saved as {path}").format(path=path))

        def failed(error: ScreenError) -> None:
            self._failed(error) if isValid(self) else show_error(error)

        owner = self._application  # a file that was written is recorded, also when the user has gone on meanwhile
        in_background(owner, lambda: write_note(note, path), saved, failed)

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
            picture = PagePicture(page, self.devicePixelRatioF())
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
