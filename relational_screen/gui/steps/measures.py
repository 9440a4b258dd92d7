"""What is done about a lowering effect: one editor per measure."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QWidget

from relational_screen.app.language import _
from relational_screen.app.shown import Shown
from relational_screen.gui.fields import Choice, TextField
from relational_screen.gui.steps.chips import Chips
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, framed, label, row
from relational_screen.screening.answers import Measure, PassageRef, Residual

PLANNING_LAW = range(1, 31)
"""The numbers of planloven § 15, stk. 2 that can be chosen."""


class MeasureEditor(QWidget):
    """Edits one measure; tells with the whole new measure, or None to remove it."""

    def __init__(
        self, shown: Shown, name: str, chosen_passage: Callable[[], str], changed: Callable[[Measure | None], object]
    ) -> None:
        super().__init__()
        self._name = name
        self._shown, self._chosen_passage, self._changed = shown, chosen_passage, changed
        self._measure = Measure(status="idea")
        self._status = self._choice(_("Status"), "measure")
        self._status.chosen.connect(lambda value: self._update(status=value))
        self._text = TextField(f"{name}, {_('What is done')}", lines=2)
        self._text.written.connect(lambda text: self._update(text=text))
        link = button(_("+ Chosen passage"), self._link)
        self._passages = Chips(_("Passages with the measure"), self._unlink, link)
        self._source = label(size="small")
        self._residual = {name: self._choice(text, name) for name, text in self._residual_names().items()}
        for scale, choice in self._residual.items():
            choice.chosen.connect(lambda value, scale=scale: self._leave(scale, value))
        form = QFormLayout()
        form.setSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(_("What is done"), self._text)
        form.addRow("", self._source)
        form.addRow(_("Status"), self._status)
        form.addRow(_("Where in the draft"), self._passages)
        self._law = self._planning_law()
        if shown.session.state.proposal.kind == "local_plan":
            form.addRow(_("Planning Act, section 15(2)"), self._law)
        self._left = QWidget()
        left = QFormLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addRow(label(_("What is left of the effect"), bold=True))
        for scale, choice in self._residual.items():
            left.addRow(self._residual_names()[scale], choice)
        remove = button(_("Remove the measure"), lambda: self._changed(None), "link")
        frame: QFrame = framed(column(form, self._left, row(None, remove)))
        self.setLayout(column(frame))

    def show_measure(self, measure: Measure) -> None:
        """Show a measure."""
        self._measure = measure
        self._status.choose(measure.status)
        self._text.show_text(measure.text)
        remedy = self._shown.session.catalogue.remedy(measure.remedy) if measure.remedy else None
        self._source.setText(self._shown.words.source(remedy.sources[0]) if remedy else "")
        self._source.setVisible(remedy is not None)
        self._passages.show_items([(ref.label, ref.label) for ref in measure.passages])
        self._law.setCurrentIndex(self._law.findData(measure.planning_law))
        self._left.setVisible(measure.status == "in_draft")
        for name, choice in self._residual.items():
            choice.choose(getattr(measure.residual, name))

    def flush(self) -> None:
        """Hand on what is being written."""
        self._text.flush()

    def _planning_law(self) -> QComboBox:
        """Return the choice of the number that may carry the measure in a local plan."""
        result = QComboBox()
        result.setAccessibleName(f"{self._name}, {_('Planning Act, section 15(2)')}")
        result.addItem(_("as the catalogue suggests"), None)
        result.addItem(_("no authority in the plan"), 0)
        for number in PLANNING_LAW:
            result.addItem(_("no. {number}").format(number=number), number)
        result.activated.connect(lambda _index: self._update(planning_law=result.currentData()))
        return result

    def _residual_names(self) -> dict[str, str]:
        return {"strength": _("How much"), "reach": _("How many"), "duration": _("How long")}

    def _choice(self, name: str, scale: str) -> Choice:
        return Choice(f"{self._name}, {name}", scale_values(self._shown, scale))

    def _update(self, **fields: object) -> None:
        if "text" not in fields:
            self.flush()
        self._changed(Measure.model_validate({**self._measure.model_dump(), **fields}))

    def _leave(self, name: str, value: str) -> None:
        self._update(residual=Residual.model_validate({**self._measure.residual.model_dump(), name: value}))

    def _link(self) -> None:
        name = self._chosen_passage()
        if name and name not in [ref.label for ref in self._measure.passages]:
            self._update(passages=(*self._measure.passages, PassageRef(label=name)))

    def _unlink(self, name: str) -> None:
        self._update(passages=tuple(ref for ref in self._measure.passages if ref.label != name))


def scale_values(shown: Shown, scale: str) -> Sequence[tuple[str, str]]:
    """Return a scale's values with their words."""
    return [(value.id, value.label.get(shown.language)) for value in shown.session.catalogue.method.values(scale)]
