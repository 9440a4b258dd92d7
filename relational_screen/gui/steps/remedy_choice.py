"""Lets the user choose among the suggested measures, knowing what each is and what is known of its effect."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from relational_screen.app.language import _
from relational_screen.app.remedies import described
from relational_screen.app.shown import Shown
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, framed, label, row, scrolled


class RemedyChoice(QDialog):
    """Shows the remedies of a question as cards; `chosen` is the id of the one that was taken."""

    def __init__(self, shown: Shown, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self.chosen = ""
        self.setWindowTitle(_("Suggested measures"))
        self.resize(GRID * 90, GRID * 75)
        cards = column(*map(self._card, names), spacing=GRID * 2)
        cards.addStretch(1)
        close = row(None, button(_("Close"), self.reject))
        self.setLayout(column(scrolled(cards), close, spacing=GRID * 2, margin=GRID * 2))

    def take(self, name: str) -> None:
        """Choose a remedy and close."""
        self.chosen = name
        self.accept()

    def _card(self, name: str) -> QWidget:
        catalogue = self._shown.session.catalogue
        told = described(catalogue, catalogue.remedy(name), self._shown.language)
        kind = " · ".join(told[part] for part in ("purpose", "level", "strategy") if told[part])
        lines = [label(told["title"], "title", bold=True), label(told["text"]), label(kind, "small")]
        if told["evidence"]:
            lines.append(label(_("What is known: {evidence}").format(evidence=told["evidence"]), "small"))
        lines += [label(_("Example: {example}").format(example=text), "small") for text in told["examples"]]
        lines.append(label("; ".join(told["sources"]), "small"))
        if self._shown.session.state.proposal.kind == "local_plan":
            lines.append(label(self._shown.words.planning_law(catalogue.remedy(name)).capitalize(), "small"))
        take = button(_("Use this"), lambda: self.take(name))
        take.setAccessibleName(_("Use: {title}").format(title=told["title"]))
        return framed(column(*lines, row(take, None)))
