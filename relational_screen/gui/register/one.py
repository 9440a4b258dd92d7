"""One screening, to read: what its chains say, who signed them, how it was made, and its note."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from relational_screen.app.language import _, told
from relational_screen.errors import ScreenError
from relational_screen.gui.failures import show_error
from relational_screen.gui.note_pages import NotePages
from relational_screen.gui.register.chains import chain_lines
from relational_screen.gui.register.desk import RegisterDesk
from relational_screen.gui.register.words import written
from relational_screen.gui.short import ShortLabel
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, clear, column, framed, label, row, scrolled


class OnePage(QWidget):
    """Shows one screening at a time; nothing of it can be changed here."""

    left = Signal()

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__()
        self._desk = desk
        self._title = ShortLabel("title", bold=True)
        self._lacks = label()
        self._about = column(spacing=GRID)
        self._note = NotePages()
        self._note.refused.connect(self._show_lack)
        back = button(_("‹ &Back"), self.left.emit, "link")
        head = row(back, self._title)
        head.setStretch(1, 1)
        parts = QSplitter()
        about = scrolled(self._about, _("About the screening"))
        about.setMinimumWidth(GRID * 38)
        parts.addWidget(about)
        note = QWidget()
        note.setLayout(column(self._lacks, self._note))
        parts.addWidget(note)
        parts.setSizes([GRID * 45, GRID * 70])
        parts.setChildrenCollapsible(False)
        self.setLayout(column(head, parts))
        self._back = back

    def show_screening(self, screening: str) -> bool:
        """Show a screening by its id; False when the register has none."""
        try:
            found = self._desk.register.screening(screening)
        except ScreenError as error:
            show_error(error, self)
            return False
        self._title.show_text(_shown_chain(found)["title"] or _("without a title"))
        clear(self._about)
        for lines in chain_lines(found, self._desk.labels):
            self._about.addWidget(_card(lines))
        self._about.addStretch(1)
        self._show_note(screening)
        self._back.setFocus()
        return True

    def _show_note(self, screening: str) -> None:
        self._note.show_nothing()
        self._lacks.clear()
        self._lacks.hide()
        try:
            work = self._desk.register.note_work(screening, "full", self._desk.language)
        except ScreenError as error:
            self._show_lack(error)
            return
        self._note.show_note(work)

    def _show_lack(self, error: ScreenError) -> None:
        self._lacks.setText(told(error))
        self._lacks.show()


def _shown_chain(found: dict[str, Any]) -> dict[str, Any]:
    """Return the chain that counts, else the first."""
    chains: list[dict[str, Any]] = found["chains"]
    return next((chain for chain in chains if chain["counted"]), chains[0])


def _card(lines: tuple[str, ...]) -> QFrame:
    head, *rest = lines
    content: QVBoxLayout = column(label(head, bold=True), *map(written, rest), spacing=GRID // 2)
    return framed(content)
