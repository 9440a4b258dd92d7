"""Which screening is of which proposal on a list: suggested by the program, said by a person."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from relational_screen.app.language import _, ngettext
from relational_screen.app.register_matching import Looked, Matching, standing_names
from relational_screen.errors import ScreenError
from relational_screen.gui.failures import show_error
from relational_screen.gui.register.coverage_rows import RowsTable
from relational_screen.gui.register.desk import RegisterDesk
from relational_screen.gui.register.matching_candidates import Candidates
from relational_screen.gui.register.matching_look import Look
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row

if TYPE_CHECKING:
    from relational_screen.registry.coverage.lists import Listed

WAITING, ALL = "waiting", "all"
PARTS = (4, 5)
"""How the width is parted between proposals and screenings."""


class MatchingPage(QWidget):
    """Goes through the proposals, certain ones first, so that Enter after Enter confirms; `left` tells of leaving."""

    left = Signal()

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__()
        self._desk = desk
        self._matching: Matching | None = None
        self._shown: list[Listed] = []
        self._wanted = ""
        self._look = Look(self)
        self._look.moved.connect(self._tell_progress)
        self._told = label(size="small")
        self._standings = QComboBox()
        self._standings.setAccessibleName(_("Which proposals are shown"))
        for name, text in ((WAITING, _("Not confirmed")), *standing_names().items(), (ALL, _("All proposals"))):
            self._standings.addItem(text, name)
        self._standings.activated.connect(self._fill)
        self._candidates = Candidates(desk)
        self._candidates.said.connect(self._go_on)
        heads = (_("Proposal"), _("Standing"))
        self._proposals = RowsTable(_("Proposals on the lists"), heads, widest=0)
        self._proposals.moved.connect(self._show_proposal)
        self._proposals.chosen.connect(lambda _row: self._candidates.setFocus())
        self._stop = button(_("Show what is found so far"), self._look.stop)
        self._back = button(_("Take back the last"), self._take_back)
        head = row(
            label(_("Which screening is of which proposal?"), "title", bold=True),
            button(_("‹ Coverage"), self.leave),
        )
        head.setStretch(0, 1)
        body = row(column(self._proposals, self._told), self._candidates, spacing=GRID * 2)
        for place, part in enumerate(PARTS):
            body.setStretch(place, part)
        self.setLayout(column(head, row(self._standings, self._back, self._stop, None), body))

    def begin(self, proposal: str = "") -> None:
        """Look for screenings, then show the proposals that wait, or all of them at the one with a key."""
        self._wanted = proposal
        self._matching = None
        self._standings.setCurrentIndex(self._standings.findData(ALL if proposal else WAITING))
        self._fill()
        self._told.setText(_("Looking for screenings …"))
        self._stop.show()
        self._look.begin(self._desk.register, self._show, self._failed)

    def leave(self) -> None:
        """Leave, and look no further."""
        self._look.give_up()
        self._desk.tell_written()
        self.left.emit()

    def _tell_progress(self, done: int, total: int) -> None:
        self._told.setText(_("Looking for screenings: {done} of {total} proposals").format(done=done, total=total))

    def _failed(self, error: ScreenError) -> None:
        show_error(error, self)
        self.leave()

    def _show(self, looked: Looked) -> None:
        self._matching = Matching(self._desk.register, looked)
        self._stop.hide()
        self._fill()
        self._candidates.setFocus()

    def _fill(self) -> None:
        """Show the proposals of the standing that is chosen."""
        matching = self._matching
        self._shown = [each for each in matching.proposals if self._is_shown(each)] if matching else []
        keys = [each.key for each in self._shown]
        current = keys.index(self._wanted) if self._wanted in keys else 0
        self._proposals.show_rows([self._texts(each) for each in self._shown], current)
        self._count()
        if not self._shown:
            self._candidates.show_proposal(matching, None)

    def _is_shown(self, proposal: "Listed") -> bool:
        assert self._matching is not None
        chosen, standing = self._standings.currentData(), self._matching.standing(proposal)
        return chosen in (ALL, standing) or (chosen == WAITING and standing != "confirmed")

    def _texts(self, proposal: "Listed") -> tuple[str, ...]:
        assert self._matching is not None
        return proposal.title, standing_names()[self._matching.standing(proposal)]

    def _show_proposal(self, place: int) -> None:
        matching = self._matching
        if matching is not None:
            proposal = self._shown[place]
            self._wanted = proposal.key
            matching.look_at(proposal)
            self._proposals.change_row(place, self._texts(proposal))
            self._candidates.show_proposal(matching, proposal)

    def _go_on(self, confirmed: bool) -> None:
        """Show how the proposal stands now, and after a confirmation go to the next one."""
        place = self._proposals.row
        self._proposals.change_row(place, self._texts(self._shown[place]))
        self._count()
        if confirmed and place + 1 < len(self._shown):
            self._proposals.go_to(place + 1)

    def _take_back(self) -> None:
        proposal = self._matching.take_back() if self._matching else None
        if proposal is None:
            return
        if proposal not in self._shown:
            self._standings.setCurrentIndex(self._standings.findData(ALL))
            self._fill()
        place = self._shown.index(proposal)
        self._proposals.change_row(place, self._texts(proposal))
        self._proposals.go_to(place)
        self._show_proposal(place)
        self._count()
        self._candidates.setFocus()

    def _count(self) -> None:
        matching = self._matching
        self._back.setEnabled(matching is not None and matching.can_take_back)
        if matching is None:
            return
        waiting = sum(matching.standing(each) != "confirmed" for each in matching.proposals)
        told = ngettext("{count} proposal is not confirmed", "{count} proposals are not confirmed", waiting)
        self._told.setText(told.format(count=waiting))
