"""The result so far, always in view: the bottom line, and raising and lowering in the arena at hand."""

from PySide6.QtWidgets import QFrame

from relational_screen.app.language import _, ngettext
from relational_screen.app.shown import Shown
from relational_screen.gui.bars import BarsWidget
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import label, row


class ResultBar(QFrame):
    """Shows a session's result; nothing of it is computed here."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._verdict = label(size="title", bold=True)
        self._open = label(size="small")
        self._bars = BarsWidget()
        line = row(self._verdict, self._bars, self._open, spacing=GRID * 2, margin=GRID)
        for place, share in enumerate((5, 12, 3)):
            line.setStretch(place, share)
        self.setLayout(line)

    def show_result(self, shown: Shown, arena: str | None) -> None:
        """Show the result now; without an arena the whole screening's."""
        result = shown.session.result
        must = "\n" + _("Must be addressed") if result.must_be_addressed else ""
        self._verdict.setText(_("Result now: {verdict}").format(verdict=shown.verdict()) + must)
        score = result.arenas.get(arena or "")
        self._bars.setVisible(score is not None)
        self._open.setVisible(score is not None and bool(score.open_questions))
        if score is not None:
            self._bars.show_bars(shown.bars(arena))
            count = len(score.open_questions)
            self._open.setText(
                ngettext(
                    "{count} question could still change it", "{count} questions could still change it", count
                ).format(count=count)
            )
