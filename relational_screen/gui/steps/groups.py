"""Step 3: who is concerned, and how many."""

from functools import partial

from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QWidget

from relational_screen.app.language import _
from relational_screen.app.shown import Shown
from relational_screen.catalogue.groups import Group
from relational_screen.gui.fields import LineField
from relational_screen.gui.short import literal
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import column, framed, label, row, scrolled, shown_name
from relational_screen.screening.proposal import GroupChoice

NUMBER = r"\d{0,8}"
NUMBER_WIDTH = GRID * 12


class GroupRow:
    """A group's check box, its two numbers, and what is known of loneliness in it."""

    def __init__(self, group: Group, shown: Shown) -> None:
        self._group, self._shown = group, shown
        name = group.label.get(shown.language)
        title = shown_name(name)
        self.check = QCheckBox(literal(_("{group} (elevated risk)").format(group=title) if group.elevated else title))
        self.check.toggled.connect(lambda _on: self.save())
        self.known = label(shown.known_of(group.id), "small")
        self.known.setIndent(GRID * 3)
        self.low = self._number(_("At least, {group}").format(group=name))
        self.high = self._number(_("At most, {group}").format(group=name))
        for field, other in ((self.low, self.high), (self.high, self.low)):
            field.editingFinished.connect(partial(self._settle, other))
        self.numbers = QWidget()
        self.numbers.setLayout(
            row(label(_("At least"), "small"), self.low, label(_("At most"), "small"), self.high, None)
        )
        self.numbers.setContentsMargins(GRID * 3, 0, 0, GRID)

    def refresh(self) -> None:
        """Show what the session holds."""
        choice = self._shown.session.state.groups.get(self._group.id)
        self.check.blockSignals(True)
        self.check.setChecked(choice is not None)
        self.check.blockSignals(False)
        self.numbers.setVisible(choice is not None)
        for field, number in ((self.low, choice and choice.low), (self.high, choice and choice.high)):
            if not field.hasFocus() or not field.isModified():
                field.show_text("" if number is None else str(number))

    def save(self) -> None:
        """Take the row over."""
        if not self.check.isChecked():
            self._shown.session.remove_group(self._group.id)
            return
        low, high = (int(field.text()) if field.text() else None for field in (self.low, self.high))
        self._shown.session.set_group(self._group.id, GroupChoice(low=low, high=high))

    def flush(self) -> None:
        """Hand on the number that is being written."""
        for field, other in ((self.low, self.high), (self.high, self.low)):
            if field.isModified():
                self._settle(other)

    def _settle(self, other: LineField) -> None:
        """Take the numbers over; one that contradicts what was just written is left out."""
        if self.low.text() and self.high.text() and int(self.low.text()) > int(self.high.text()):
            other.clear()
        for field in (self.low, self.high):
            field.setModified(False)
        self.save()

    def _number(self, name: str) -> LineField:
        result = LineField()
        result.setValidator(QRegularExpressionValidator(NUMBER))
        result.setAccessibleName(name)
        result.setFixedWidth(NUMBER_WIDTH)
        return result


class GroupsStep(QWidget):
    """All groups of the catalogue; those chosen stand in the note."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._rows = [GroupRow(group, shown) for group in shown.session.catalogue.groups]
        lines = column(spacing=GRID // 2)
        for line in self._rows:
            for part in (line.check, line.known, line.numbers):
                lines.addWidget(part)
        intro = label(_("Whom does the proposal concern? Give the number of people where you know it."))
        title = label(_("Groups"), "page", bold=True)
        content = column(title, intro, framed(lines), spacing=GRID * 2, margin=GRID)
        content.addStretch(1)
        self.setLayout(column(scrolled(content)))

    def refresh(self) -> None:
        """Show what the session holds."""
        for line in self._rows:
            line.refresh()

    def flush(self) -> None:
        """Hand on what is being written."""
        for line in self._rows:
            line.flush()
