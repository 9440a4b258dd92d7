"""One proposal and the screenings that may be of it, for a person to confirm or reject."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from relational_screen.app.language import _
from relational_screen.app.register_lists import year_name
from relational_screen.app.register_matching import Matching, Pair
from relational_screen.errors import ScreenError
from relational_screen.gui.failures import show_error
from relational_screen.gui.flow import FlowLayout
from relational_screen.gui.register.coverage_rows import RowsTable
from relational_screen.gui.register.desk import RegisterDesk
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label

if TYPE_CHECKING:
    from relational_screen.registry.coverage.lists import Listed

PAUSE = 300  # milliseconds without a key after which screenings are searched


class Candidates(QWidget):
    """Shows the screenings that may be of a proposal; Enter confirms the one that is chosen, Delete rejects it.

    `said` tells that something was said of the proposal, and whether it was a confirmation.
    """

    said = Signal(bool)

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__()
        self._desk = desk
        self._matching: Matching | None = None
        self._proposal: Listed | None = None
        self._pairs: tuple[Pair, ...] = ()
        self._title, self._facts = label(bold=True), label(size="small")
        heads = (_("Score"), _("Screening"), _("Authority"))
        self._table = RowsTable(_("Screenings that may be of it"), heads, widest=1, numbers={0})
        self._table.moved.connect(self._show_why)
        self._table.chosen.connect(lambda _row: self._say(confirmed=True))
        self._why = label()
        for told in (self._title, self._facts, self._why):
            told.setMinimumWidth(1)  # a title may be one long word
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Search all screenings by title …"))
        self._search.setAccessibleName(_("Search all screenings by title"))
        self._search.setClearButtonEnabled(True)
        pause = QTimer(self, singleShot=True, interval=PAUSE)
        pause.timeout.connect(self._fill)
        self._search.textEdited.connect(pause.start)
        self._buttons = (
            button(_("Confirm (Enter)"), lambda: self._say(confirmed=True)),
            button(_("It is not this one (Delete)"), lambda: self._say(confirmed=False)),
            button(_("Open the screening"), self._open),
        )
        ways = FlowLayout(spacing=GRID)
        for way in self._buttons:
            ways.addWidget(way)
        self.setLayout(column(self._title, self._facts, self._table, self._why, ways, self._search))
        self.setFocusProxy(self._table)

    def show_proposal(self, matching: Matching | None, proposal: "Listed | None") -> None:
        """Show a proposal, or that there is none to go through."""
        self._matching, self._proposal = matching, proposal
        self._search.clear()
        self._title.setText(proposal.title if proposal else "")
        self._facts.setText(" · ".join(self._told(proposal)) if proposal else "")
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reject the screening that is chosen with Delete."""
        if event.key() == Qt.Key.Key_Delete and self._table.hasFocus():
            self._say(confirmed=False)
        else:
            super().keyPressEvent(event)

    def _told(self, proposal: "Listed") -> list[str]:
        kind = self._desk.labels.of("kind", proposal.kind)
        number = _("number {number}").format(number=proposal.number) if proposal.number else ""
        parts = (proposal.authority, kind, number, proposal.date, year_name(proposal.year))
        return [part for part in parts if part]

    def _fill(self) -> None:
        words = self._search.text().strip()
        self._pairs = ()
        if self._matching is not None and self._proposal is not None:
            of = self._matching
            self._pairs = of.search(self._proposal, words) if words else of.pairs(self._proposal)
        self._table.show_rows([self._texts(pair) for pair in self._pairs])
        for way in self._buttons:
            way.setEnabled(bool(self._pairs))
        if not self._pairs:
            nothing = _("No screening has such a title.") if words else _("No screening is like this proposal.")
            self._why.setText(nothing if self._proposal else "")

    def _texts(self, pair: Pair) -> tuple[str, ...]:
        state = _("confirmed") if pair.confirmed else "" if pair.score is None else str(pair.score)
        title = pair.screening.title or _("without a title")
        return state, title, self._desk.labels.authority(pair.screening.authority)

    def _show_why(self, row: int) -> None:
        pair, labels = self._pairs[row], self._desk.labels
        one = pair.screening
        verdict, stage = labels.of("verdict", one.bottom_line), labels.of("stage", one.stage)
        facts = " · ".join(part for part in (stage, one.day, one.responsible, verdict) if part)
        why = ", ".join(pair.reasons)
        told = _("Certain: {reasons}.") if pair.certain else _("Compare: {reasons}.")
        self._why.setText(f"{told.format(reasons=why)}\n{facts}")

    def _say(self, *, confirmed: bool) -> None:
        """Keep what a person says of the screening that is chosen."""
        matching, proposal = self._matching, self._proposal
        if matching is None or proposal is None or not self._pairs:
            return
        screening = self._pairs[self._table.row].screening.id
        say = matching.confirm if confirmed else matching.reject
        try:
            say(proposal, screening)
        except ScreenError as error:
            show_error(error, self)
            return
        self._search.clear()
        self._fill()
        self.said.emit(confirmed)

    def _open(self) -> None:
        self._desk.screening_asked.emit(self._pairs[self._table.row].screening.id)
