"""A card with a table of figures; a long one shows its first rows until it is unfolded."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLayout

from relational_screen.app.language import _
from relational_screen.gui.register.tables import Cell, FigureTable
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label

SHORT = 10
"""Rows that are shown before a table is unfolded; one of a few more is shown whole."""


class TableCard(QFrame):
    """Hides itself when there is nothing to show."""

    def __init__(self, title: str, note: str = "", above: QLayout | None = None) -> None:
        super().__init__()
        self.setObjectName("card")
        self._table = FigureTable(title)
        self._unfold = button("", self._show_all, "link")
        self._header: Sequence[str] = ()
        self._rows: Sequence[Sequence[Cell]] = ()
        told = label(note, "small")
        told.setVisible(bool(note))
        content = column(label(title, "title", bold=True), told, margin=GRID * 2)
        if above is not None:
            content.addLayout(above)
        content.addWidget(self._table)
        content.addWidget(self._unfold)
        self.setLayout(content)

    def show_rows(self, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Show other rows."""
        self._header, self._rows = header, rows
        self.setVisible(bool(rows))
        folded = len(rows) > SHORT + SHORT // 2
        self._unfold.setVisible(folded)
        self._unfold.setText(_("Show all {count} rows").format(count=len(rows)))
        self._table.show_cells(header, rows[:SHORT] if folded else rows)

    def _show_all(self) -> None:
        self._unfold.hide()
        self._table.show_cells(self._header, self._rows)
        self._table.setFocus()
