"""The second reader: asked here, and answering here."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from relational_screen.app.language import _
from relational_screen.app.shown import Shown
from relational_screen.gui.fields import LineField, TextField
from relational_screen.gui.flow import FlowLayout
from relational_screen.gui.steps.acting import allow, done, forbidden, words_of_a_user
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, framed, label, row
from relational_screen.screening.signing import Reading, ReadingOutcome
from relational_screen.screening.signing_laws import check_giving, same_person


class ReadingCard(QWidget):
    """Asks a second reader, or takes what the one who is asked says; tells when a blind reading is to start."""

    blind_asked = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._showing: tuple[tuple[Reading, ...], bool] | None = None
        self._giving, self._asking = QWidget(), QWidget()
        self._lay_out_giving()
        self._lay_out_asking()
        self._other = button(_("Ask somebody else ▸"), self._ask_other, "link")
        title = label(_("Second reader"), "title", bold=True)
        self.setLayout(column(framed(column(title, self._giving, row(self._other, None), self._asking))))

    def refresh(self) -> None:
        """Show what the session holds: who is asked, or the fields to ask somebody, folded where nobody need be."""
        state = self._shown.session.state
        waits = state.reading if state.reading and not state.reading.outcome else None
        self.setVisible(not state.signed_off)
        self._giving.setVisible(waits is not None)
        self._other.setVisible(waits is not None or state.read)
        if self._showing != (state.readings, state.read):
            self._showing = state.readings, state.read
            self._asking.setVisible(self._other.isHidden())
        if waits is not None:
            self._show_waiting(waits)

    def _show_waiting(self, reading: Reading) -> None:
        session = self._shown.session
        self._as_whom.setText(
            ""
            if same_person(session.user, reading.reader)
            else _("{reader} is asked. What is said here is said by {user}.").format(
                reader=reading.reader, user=session.user
            )
        )
        why_not = forbidden(partial(check_giving, session.state, session.user, "approved", ""))
        allow((self._approve, self._return), self._why_not, why_not)
        self._writing.setVisible(not why_not)
        self._as_whom.setVisible(bool(self._as_whom.text()) and not why_not)
        self._blind.setVisible(reading.blind)

    def _lay_out_giving(self) -> None:
        self._as_whom, self._why_not = words_of_a_user(), words_of_a_user()
        self._said = TextField(_("What the second reader says"), lines=3)
        self._approve = button(_("Approve"), partial(self._give, "approved"))
        self._return = button(_("Return"), partial(self._give, "returned"))
        self._blind = button(_("Start the blind reading"), self._start_asked_blind)
        ways = FlowLayout(spacing=GRID)
        for way in (self._approve, self._return, self._blind):
            ways.addWidget(way)
        said = label(_("What the second reader says; to return it, write what is to be changed or comment on answers"))
        self._writing = QWidget()
        self._writing.setLayout(column(said, self._said))
        self._giving.setLayout(column(self._as_whom, self._writing, self._why_not, ways))

    def _lay_out_asking(self) -> None:
        self._reader = LineField()
        self._reader.setAccessibleName(_("Name of the second reader"))
        form = QFormLayout()
        form.setSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(_("Name of the second reader"), self._reader)
        ways = FlowLayout(spacing=GRID)
        ways.addWidget(button(_("Ask to read it"), self._ask))
        ways.addWidget(button(_("Start a blind reading"), self._ask_blind))
        rule = label(_("Somebody else than the responsible official."), "small")
        about = label(
            _(
                "A blind reading is a screening of its own: the same proposal and draft, without the answers "
                "that were given here."
            ),
            "small",
        )
        self._asking.setLayout(column(rule, form, ways, about))

    def _give(self, outcome: ReadingOutcome) -> None:
        text = self._said.toPlainText()
        if done(lambda: self._shown.session.signing.give_review(outcome, text), self):
            self._said.clear()

    def _ask(self) -> None:
        self._try_to_ask(blind=False)

    def _ask_blind(self) -> None:
        reader = self._reader.text().strip()
        if self._try_to_ask(blind=True):
            self.blind_asked.emit(reader)

    def _try_to_ask(self, *, blind: bool) -> bool:
        reader = self._reader.text()
        asked = done(lambda: self._shown.session.signing.ask_review(reader, blind=blind), self)
        if asked:
            self._reader.clear()
        return asked

    def _ask_other(self) -> None:
        self._asking.setVisible(self._asking.isHidden())
        if self._asking.isVisible():
            self._reader.setFocus()

    def _start_asked_blind(self) -> None:
        reading = self._shown.session.state.reading
        if reading is not None:
            self.blind_asked.emit(reading.reader)
