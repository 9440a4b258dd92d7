"""The note beside the answers, drawn anew as they change."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from relational_screen.app.language import _, told
from relational_screen.app.shown import Shown
from relational_screen.errors import ScreenError
from relational_screen.gui.note_pages import NotePages
from relational_screen.gui.widgets import column, label
from relational_screen.screening.note.forms import form_of

PAUSE = 600  # milliseconds without a change after which the note is drawn


class NotePreview(QWidget):
    """Shows the note in the form that goes into the draft; what it still lacks is told in its place."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._lacks = label(size="small")
        self._pages = NotePages()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._draw)
        self.setLayout(column(label(_("The note so far"), "title", bold=True), self._lacks, self._pages))
        self.setMinimumWidth(260)

    def refresh(self) -> None:
        """Draw the note once the user pauses, if anybody sees it."""
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the note when it comes into view."""
        super().showEvent(event)
        self._pause.start()

    def _draw(self) -> None:
        session = self._shown.session
        try:
            work = session.note_work(form_of(session.state.proposal.kind), self._shown.language)
        except ScreenError as error:
            self._pages.show_nothing()
            self._lacks.setText(told(error))
            return
        self._lacks.clear()
        self._pages.show_note(work)
