"""How screenings were made, null results drawn for control, and what two readers read differently."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from relational_screen.app.language import _
from relational_screen.app.register_quality import Differing, Made, differing, made
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.register.desk import RegisterDesk, SubPage
from relational_screen.gui.register.quality_sample import SampleCard
from relational_screen.gui.register.table_card import TableCard
from relational_screen.gui.register.tables import Cell
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import column, label, scrolled

if TYPE_CHECKING:
    from relational_screen.registry.statistics.figures import Figure

WIDEST = GRID * 140  # pixels


class QualityPage(SubPage):
    """Counts within the filter, off the GUI thread; what was asked for last is shown."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__(desk)
        self._asked = 0
        self._made = TableCard(
            _("How the screenings were made"),
            _(
                "The figures describe; they grade neither a screening nor a person. Time is the least that was spent: "
                "long gaps count as pauses, and reading before the first answer is not seen."
            ),
        )
        self._sample = SampleCard(desk)
        self._readers = TableCard(
            _("What two readers answered differently"),
            _(
                "Proposals that two officials screened, question by question, those that they agree on least first. "
                "Alpha is Krippendorff's: 1 is perfect agreement, 0 what chance would give."
            ),
        )
        self._told = label()
        content = column(self._made, self._sample, self._readers, self._told, spacing=GRID * 2)
        content.addStretch(1)
        self.setLayout(column(scrolled(content, widest=WIDEST)))

    def refresh(self) -> None:
        """Count anew."""
        self._asked += 1
        asked, of = self._asked, (self.desk.register, self.desk.chosen, self.desk.language)
        self._told.setText(_("Comparing what two readers answered …"))
        in_background(self, partial(made, *of), partial(self._show_made, asked), self._failed)
        in_background(self, partial(differing, *of), partial(self._show_readers, asked), self._failed)
        self._sample.draw()

    def _show_made(self, asked: int, found: Sequence[Made]) -> None:
        if asked == self._asked:
            heads = (_("What"), _("Figure"))
            self._made.show_rows(
                heads, [(Cell(one.name), self._cell(one.name, one.value, one.figure)) for one in found]
            )

    def _show_readers(self, asked: int, found: Sequence[Differing]) -> None:
        if asked != self._asked:
            return
        heads = (_("Question"), _("Pairs alike"), _("Alpha"), _("Alpha of effects"), _("Screenings"))
        self._readers.show_rows(heads, [self._row(one) for one in found])
        none = _("No question was answered differently by two officials who screened the same proposal.")
        self._told.setText("" if found else none)

    def _row(self, one: Differing) -> tuple[Cell, ...]:
        screenings = self._cell(one.question, str(one.figure.count), one.figure)
        return Cell(one.question), Cell(one.alike), Cell(one.alpha), Cell(one.ordinal), screenings

    def _cell(self, title: str, text: str, figure: "Figure | None") -> Cell:
        """Return a cell that leads to the screenings it counts, if any."""
        if figure is None or not figure.count:
            return Cell(text)
        return Cell(text, lead=partial(self.desk.lead_to, title, figure))

    def _failed(self, error: ScreenError) -> None:
        self._told.clear()
        show_error(error, self)
