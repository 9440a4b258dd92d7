"""What of the proposals on lists was screened, and what is missing."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from relational_screen.app.register_lists import RegisterLists
from relational_screen.gui.register.coverage_figures import CoverageFigures
from relational_screen.gui.register.coverage_proposals import CoverageProposals
from relational_screen.gui.register.desk import RegisterDesk, SubPage
from relational_screen.gui.register.mapping import MappingPage
from relational_screen.gui.register.matching import MatchingPage
from relational_screen.gui.widgets import column

if TYPE_CHECKING:
    from relational_screen.registry.coverage.coverage import Covered


class CoveragePage(SubPage):
    """Leads from the figures to a new list, to the matching, or to the proposals that a figure counts."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__(desk)
        desk.changed.disconnect(self.outdate)  # it goes by no filter
        desk.written.connect(self.outdate)
        lists = RegisterLists(desk.register)
        self._figures = CoverageFigures(desk, lists)
        self._proposals = CoverageProposals(desk, lists)
        self._mapping = MappingPage(desk, lists)
        self._matching = MatchingPage(desk)
        self._stack = QStackedWidget()
        for page in (self._figures, self._proposals, self._mapping, self._matching):
            self._stack.addWidget(page)
        self.setLayout(column(self._stack))
        self._connect()

    def refresh(self) -> None:
        """Count anew."""
        self._figures.refresh()

    def _connect(self) -> None:
        figures, mapping, matching = self._figures, self._mapping, self._matching
        figures.list_chosen.connect(mapping.open)
        figures.list_chosen.connect(lambda: self._stack.setCurrentWidget(mapping))
        figures.proposals_asked.connect(self._show_proposals)
        figures.matching_asked.connect(self._match)
        mapping.kept.connect(self._match)
        for page in (mapping, matching, self._proposals):
            page.left.connect(lambda: self._stack.setCurrentWidget(figures))
        self._proposals.matching_asked.connect(self._match)

    def _show_proposals(self, title: str, proposals: "tuple[Covered, ...]") -> None:
        self._proposals.show_proposals(title, proposals)
        self._stack.setCurrentWidget(self._proposals)

    def _match(self, proposal: str = "") -> None:
        """Go through the matches, or look at those of one proposal."""
        self._stack.setCurrentWidget(self._matching)
        self._matching.begin(proposal)
