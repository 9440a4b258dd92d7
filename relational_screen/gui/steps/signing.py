"""The step between review and note: where the screening stands, and what can be done with it now."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relational_screen.app.language import _
from relational_screen.app.shown import Shown
from relational_screen.gui.steps.acting import words_of_a_user
from relational_screen.gui.steps.comments import CommentsCard
from relational_screen.gui.steps.follow_up import FollowUpCard
from relational_screen.gui.steps.reading import ReadingCard
from relational_screen.gui.steps.sign_off import SignOffCard
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, framed, label, row, scrolled
from relational_screen.screening.note.signed import read_and_signed
from relational_screen.screening.signing import Reading


class SigningStep(QWidget):
    """Second reader, comments, sign-off and follow-up; the laws are those of the session."""

    place_asked = Signal(str)
    blind_asked = Signal(str)
    screening_asked = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._standing = words_of_a_user(size="title")
        self._read_from = button(_("Open the first screening"), self._ask_first, "link")
        reading, comments = ReadingCard(shown), CommentsCard(shown)
        self._cards = (reading, comments, FollowUpCard(shown), SignOffCard(shown))
        reading.blind_asked.connect(self.blind_asked)
        comments.place_asked.connect(self.place_asked)
        head = framed(column(self._standing, row(self._read_from, None)))
        title = label(_("Reading and sign-off"), "page", bold=True)
        content = column(title, head, *self._cards, spacing=GRID * 2, margin=GRID)
        content.addStretch(1)
        self.setLayout(column(scrolled(content)))

    def refresh(self) -> None:
        """Show what the session holds."""
        self._standing.setText("\n".join(_standing(self._shown)))
        self._read_from.setVisible(bool(self._shown.session.state.reads))
        for card in self._cards:
            card.refresh()

    def _ask_first(self) -> None:
        self.screening_asked.emit(self._shown.session.state.reads)


def _standing(shown: Shown) -> Iterator[str]:
    """Yield in plain words how far the screening has come, the words of the note first."""
    state = shown.session.state
    if state.reads:
        yield _(
            "This is a blind second reading of another screening. When it is done, open the first one, compare the two "
            "from its note and say there what you found."
        )
    yield read_and_signed(shown.words)
    reading = state.reading
    if reading is None:
        return
    if not reading.outcome:
        yield _waiting(shown, reading)
    elif reading.text:
        yield _("{name} says: {text}").format(name=reading.by, text=reading.text)
    if state.sign_off and state.sign_off.reopened_at:
        yield _("Reopened by {name}: {text}").format(name=state.sign_off.reopened_by, text=state.sign_off.reason)


def _waiting(shown: Shown, reading: Reading) -> str:
    words = (
        _("Waits for {reader}, who is to screen the proposal alone first. Asked by {name} on {date}.")
        if reading.blind
        else _("Waits for {reader}. Asked by {name} on {date}.")
    )
    return words.format(reader=reading.reader, name=reading.asked_by, date=shown.words.date(reading.asked_at))
