"""Step 2: the relevance test, all arenas on one page."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relational_screen.app.language import _, ngettext
from relational_screen.app.shown import Shown
from relational_screen.catalogue.checklist import Checklist, Gate
from relational_screen.gui.fields import Choice, TextField
from relational_screen.gui.steps.suggested import SuggestedPassages
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, clear, column, framed, label, row, scrolled
from relational_screen.screening.scope import relevance


class RelevanceStep(QWidget):
    """The gates of every arena as rows; at the foot what follows from them."""

    passage_asked = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._built_for = self._basis()
        self._gates: dict[str, Choice] = {}
        self._outcome = label(size="title", bold=True)
        self._reason = TextField(_("Why the proposal is not relevant"))
        self._reason.written.connect(shown.session.give_relevance_reason)
        self._copy = button(_("&Copy the text"), self._copy_text)
        self._why = QWidget()
        why = label(_("Write why the proposal does not touch people's relations. The note then is one paragraph."))
        self._why.setLayout(column(why, self._reason, row(self._copy, None)))
        self._content = column(spacing=GRID * 2, margin=GRID)
        self.setLayout(column(scrolled(self._content), framed(column(self._outcome, self._why))))
        self._build()
        self.refresh()

    def flush(self) -> None:
        """Hand on what is being written."""
        self._reason.flush()

    def refresh(self) -> None:
        """Show what the session holds."""
        if self._basis() != self._built_for:
            self._built_for = self._basis()
            self._build()
        for gate, choice in self._gates.items():
            choice.choose(self._shown.session.state.gates.get(gate))
        self._reason.show_text(self._shown.session.state.relevance_reason)
        outcome = relevance(self._shown.session.state, self._shown.session.catalogue)
        self._why.setVisible(outcome == "not_relevant")
        self._outcome.setText(self._told(outcome))

    def _basis(self) -> tuple[object, ...]:
        """Return what the gates and their finds follow from: the kind of proposal, the draft and what was dismissed."""
        draft, state = self._shown.session.draft, self._shown.session.state
        judged = {item: found for item, found in state.suggestions.items() if ".gate-" in item}
        return state.proposal.kind, draft.sha256 if draft else "", judged

    def _told(self, outcome: str) -> str:
        left = self._shown.gates_left()
        rest = ngettext("{count} gate is not answered.", "{count} gates are not answered.", left).format(count=left)
        if outcome == "not_relevant":
            return _("Not relevant: no arena is touched.")
        if outcome == "not_tested":
            return rest
        arenas = self._shown.arenas()
        names = self._shown.words.join([name for _id, name, _progress in arenas])
        asked = sum(progress.asked for _id, _name, progress in arenas)
        told = _("Relevant: {arenas}. {count} questions, about {minutes} minutes.").format(
            arenas=names, count=asked, minutes=asked
        )
        return f"{told} {rest}" if left else told

    def _build(self) -> None:
        clear(self._content)
        self._gates.clear()
        self._content.addWidget(label(_("Relevance"), "page", bold=True))
        self._content.addWidget(label(_("Does the proposal touch any of this? Answer »unsure« when in doubt.")))
        for checklist in self._shown.session.catalogue.checklists:
            self._content.addWidget(self._arena(checklist))
        self._content.addStretch(1)

    def _arena(self, checklist: Checklist) -> QWidget:
        lines: QVBoxLayout = column(label(checklist.title.get(self._shown.language), "title", bold=True))
        for gate in checklist.applicable_gates(self._shown.session.state.proposal.kind):
            lines.addLayout(self._gate(gate))
        return framed(lines)

    def _gate(self, gate: Gate) -> QVBoxLayout:
        question = gate.question.get(self._shown.language)
        values = [
            (value.id, value.label.get(self._shown.language).capitalize())
            for value in self._shown.session.catalogue.method.values("gate")
        ]
        choice = Choice(question, values)
        choice.chosen.connect(lambda value: self._shown.session.answer_gate(gate.id, value))
        self._gates[gate.id] = choice
        found = SuggestedPassages(self._shown, self)
        found.passage_asked.connect(self.passage_asked)
        found.show_item(gate.id)
        lines = column(label(question), choice, spacing=2)
        lines.setContentsMargins(0, 0, 0, GRID)
        if self._shown.session.draft is not None:
            speaks = self._shown.found(gate.id)
            lines.addWidget(label(_("Yes, perhaps:") if speaks else _("Nothing found in the draft."), "small"))
        lines.addWidget(found)
        return lines

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._shown.bottom_line())
