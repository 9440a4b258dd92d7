"""A calculator of an arena: numbers in, a sentence for the reason out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from relational_screen.app.language import _, told
from relational_screen.app.shown import Shown
from relational_screen.errors import ScreenError
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row
from relational_screen.screening.tools import Tool, run_tool

WIDTH = GRID * 70


class Calculator(QDialog):
    """Asks for a tool's numbers and shows what follows from them; `sentence` is what the user wants to insert."""

    def __init__(self, shown: Shown, tool: Tool, *, can_insert: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._tool = shown, tool
        self.sentence = ""
        self._found = ""
        language = shown.language
        self.setWindowTitle(tool.title.get(language))
        self.setMinimumWidth(WIDTH)
        self._fields = {item.id: QLineEdit() for item in tool.inputs}
        form = QFormLayout()
        form.setSpacing(GRID)
        for item in tool.inputs:
            field, text = self._fields[item.id], f"{item.label.get(language)} ({item.unit.get(language)})"
            field.setAccessibleName(text)
            field.returnPressed.connect(self.calculate)
            name = label(text)
            name.setWordWrap(False)
            form.addRow(name, field)
        self._result = label()
        self._result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._insert = button(_("&Insert in the reason"), self._take)
        self._insert.setEnabled(False)
        self._can_insert = can_insert
        buttons = row(button(_("C&alculate"), self.calculate), self._insert, None, button(_("Close"), self.reject))
        self.setLayout(
            column(label(tool.help.get(language)), form, self._result, buttons, spacing=GRID * 2, margin=GRID * 2)
        )

    def fill(self, values: dict[str, str]) -> None:
        """Write numbers into the fields."""
        for name, text in values.items():
            self._fields[name].setText(text)

    def calculate(self) -> None:
        """Show what follows from the numbers, or what is wrong with them."""
        given = {name: field.text() for name, field in self._fields.items()}
        try:
            outcome = run_tool(self._tool, given, self._shown.session.draft, self._shown.language)
        except ScreenError as error:
            self._show(told(error), "")
            return
        remarks = [remark.get(self._shown.language) for remark in outcome.remarks]
        sentence = outcome.sentence.get(self._shown.language)
        self._show("\n\n".join([sentence, *remarks]), sentence)

    def _show(self, text: str, sentence: str) -> None:
        self._found = sentence
        self._result.setText(text)
        self._insert.setEnabled(bool(sentence) and self._can_insert)

    def _take(self) -> None:
        self.sentence = self._found
        self.accept()
