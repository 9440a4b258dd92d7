"""Step 3: who is concerned, and how many."""

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from relational_screen.app.language import _
from relational_screen.app.shown import Shown
from relational_screen.catalogue.groups import Group
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import column, framed, label, row, scrolled
from relational_screen.screening.proposal import GroupChoice

MOST_PEOPLE = 10_000_000
NUMBER_WIDTH = GRID * 12


class GroupRow:
    """A group's check box, its two numbers, and what is known of loneliness in it."""

    def __init__(self, group: Group, shown: Shown) -> None:
        self._group, self._shown = group, shown
        name = group.label.get(shown.language)
        shown_name = name[0].upper() + name[1:]
        self.check = QCheckBox(_("{group} (elevated risk)").format(group=shown_name) if group.elevated else shown_name)
        self.check.toggled.connect(lambda _on: self.save())
        self.known = label(shown.known_of(group.id), "small")
        self.known.setIndent(GRID * 3)
        self.low = self._number(_("At least, {group}").format(group=name))
        self.high = self._number(_("At most, {group}").format(group=name))
        self.refresh()

    def refresh(self) -> None:
        """Show what the session holds."""
        choice = self._shown.session.state.groups.get(self._group.id)
        self.check.blockSignals(True)
        self.check.setChecked(choice is not None)
        self.check.blockSignals(False)
        for field, number in ((self.low, choice and choice.low), (self.high, choice and choice.high)):
            field.setEnabled(choice is not None)
            text = "" if number is None else str(number)
            if field.text() != text and not field.hasFocus():
                field.setText(text)

    def save(self) -> None:
        """Take the row over; numbers in the wrong order change places."""
        if not self.check.isChecked():
            self._shown.session.remove_group(self._group.id)
            return
        low, high = (int(field.text()) if field.text() else None for field in (self.low, self.high))
        if low is not None and high is not None and low > high:
            low, high = high, low
        self._shown.session.set_group(self._group.id, GroupChoice(low=low, high=high))

    def _number(self, name: str) -> QLineEdit:
        result = QLineEdit()
        result.setValidator(QIntValidator(0, MOST_PEOPLE))
        result.setAccessibleName(name)
        result.setFixedWidth(NUMBER_WIDTH)
        result.editingFinished.connect(self.save)
        return result


class GroupsStep(QWidget):
    """All groups of the catalogue; those chosen stand in the note."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._rows = [GroupRow(group, shown) for group in shown.session.catalogue.groups]
        lines = column(self._head(), spacing=GRID)
        for line in self._rows:
            lines.addLayout(row(line.check, None, line.low, line.high))
            lines.addWidget(line.known)
        intro = label(_("Whom does the proposal concern? Give the number of people where you know it."))
        title = label(_("Groups"), "page", bold=True)
        content = column(title, intro, framed(lines), spacing=GRID * 2, margin=GRID)
        content.addStretch(1)
        self.setLayout(column(scrolled(content)))

    def _head(self) -> QWidget:
        heads = [label(text, bold=True) for text in (_("Group"), _("At least"), _("At most"))]
        for head in heads[1:]:
            head.setFixedWidth(NUMBER_WIDTH)
        result = QWidget()
        result.setLayout(row(*heads))
        return result

    def refresh(self) -> None:
        """Show what the session holds."""
        for line in self._rows:
            line.refresh()
