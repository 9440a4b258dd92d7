"""The proposals that a figure of coverage counts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relational_screen.app.language import _
from relational_screen.app.register_lists import RegisterLists
from relational_screen.gui.register.coverage_rows import RowsTable
from relational_screen.gui.register.desk import RegisterDesk
from relational_screen.gui.short import ShortLabel
from relational_screen.gui.widgets import button, column, label, row

if TYPE_CHECKING:
    from relational_screen.registry.coverage.coverage import Covered

COLUMNS = (1, 2, 4, 7, 10)
"""Of the columns that are written to files those that have room: title, authority, date, stage and result."""


class CoverageProposals(QWidget):
    """Lists proposals with what was screened of them; Enter opens the latest screening, or looks for one.

    Each row leads to a screening by its id, "" where there is none, and to a proposal by its key.
    """

    left = Signal()
    matching_asked = Signal(str)

    def __init__(self, desk: RegisterDesk, lists: RegisterLists) -> None:
        super().__init__()
        self._desk, self._lists = desk, lists
        self._leads: list[tuple[str, str]] = []
        self._title = ShortLabel("title", bold=True)
        heads = lists.proposals((), desk.language).headings
        self._table = RowsTable(_("Proposals"), [heads[place] for place in COLUMNS], widest=0)
        self._table.chosen.connect(self._open)
        self._match = button(_("Match this proposal"), self._ask)
        self._screening = button(_("Open the screening"), lambda: self._open(self._table.row))
        self._table.moved.connect(self._fit_buttons)
        head = row(self._title, button(_("‹ Coverage"), self.left.emit))
        head.setStretch(0, 1)
        hint = label(_("Enter opens the latest screening, or looks for one where there is none."), "small")
        ways = row(self._screening, self._match, hint)
        ways.setStretch(2, 1)
        self.setLayout(column(head, self._table, ways))

    def show_proposals(self, title: str, proposals: "tuple[Covered, ...]") -> None:
        """Show the proposals that a figure counts."""
        rows = self._lists.proposals(proposals, self._desk.language).rows
        self._leads = [(each.latest.id if each.latest else "", each.listed.key) for each in proposals]
        self._title.show_text(f"{title} ({len(proposals)})")
        self._table.show_rows([tuple(str(row[place] or "") for place in COLUMNS) for row in rows])
        self._table.setFocus()

    def _fit_buttons(self, place: int) -> None:
        self._screening.setEnabled(bool(self._leads[place][0]))

    def _open(self, place: int) -> None:
        screening, proposal = self._leads[place]
        if screening:
            self._desk.screening_asked.emit(screening)
        else:
            self.matching_asked.emit(proposal)

    def _ask(self) -> None:
        self.matching_asked.emit(self._leads[self._table.row][1])
