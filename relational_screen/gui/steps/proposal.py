"""Step 1: what is screened, by whom and when, and the draft."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QWidget

from relational_screen.app.language import _
from relational_screen.app.shown import Shown
from relational_screen.gui.day_field import DayField
from relational_screen.gui.fields import LineField
from relational_screen.gui.start_page import DRAFTS
from relational_screen.gui.steps.versions import DraftVersions
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, framed, label, row, scrolled, shown_name


class ProposalStep(QWidget):
    """The proposal as a form; every field is saved when the user pauses or leaves it."""

    draft_chosen = Signal(Path)
    question_asked = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._texts = {name: LineField() for name in ("title", "authority", "unit", "responsible")}
        for field in self._texts.values():
            field.written.connect(self.save)
        self._kind, self._stage = self._choices("kind"), self._choices("stage")
        self._date = DayField(shown.language, _("Date of the proposal"))
        self._date.dateChanged.connect(lambda _date: self.save())
        form = QFormLayout()
        form.setSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("T&itle"), self._texts["title"]),
            (_("Kin&d of proposal"), self._kind),
            (_("Stag&e"), self._stage),
            (_("Date of the proposal"), self._date),
            (_("&Authority"), self._texts["authority"]),
            (_("&Unit"), self._texts["unit"]),
            (_("&Responsible official"), self._texts["responsible"]),
        )
        for text, editor in rows:
            editor.setAccessibleName(text.replace("&", ""))
            form.addRow(text, editor)
        self._versions = DraftVersions(shown)
        self._versions.question_asked.connect(self.question_asked)
        attach = button(_("&Choose a draft …"), self._choose)
        draft = framed(column(label(_("The draft"), "title", bold=True), self._versions, row(attach, None)))
        content = column(
            label(_("The proposal"), "page", bold=True), framed(form), draft, spacing=GRID * 2, margin=GRID
        )
        content.addStretch(1)
        self.setLayout(column(scrolled(content)))
        self.refresh()

    def refresh(self) -> None:
        """Show what the session holds."""
        proposal = self._shown.session.state.proposal
        for name, field in self._texts.items():
            field.show_text(getattr(proposal, name))
        for box, value in ((self._kind, proposal.kind), (self._stage, proposal.stage)):
            box.setCurrentIndex(box.findData(value))
        self._date.show_day(proposal.date)
        self._versions.refresh()

    def flush(self) -> None:
        """Hand on what is being written."""
        self.save()

    def save(self) -> None:
        """Take the form over."""
        self._shown.session.change_proposal(
            self._shown.session.state.proposal.model_copy(
                update={
                    **{name: field.text().strip() for name, field in self._texts.items()},
                    "kind": self._kind.currentData(),
                    "stage": self._stage.currentData(),
                    "date": self._date.day(),
                }
            )
        )

    def _choices(self, scale: str) -> QComboBox:
        result = QComboBox()
        for value in self._shown.session.catalogue.method.values(scale):
            result.addItem(shown_name(value.label.get(self._shown.language)), value.id)
        result.activated.connect(lambda _index: self.save())
        return result

    def _choose(self) -> None:
        title, kinds = _("Choose a draft"), _("Drafts ({suffixes})").format(suffixes=DRAFTS)
        name, _filter = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.draft_chosen.emit(Path(name))
