"""Which heading of a list holds which field of a proposal, and what comes of it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from relational_screen.app.language import _, ngettext, told
from relational_screen.app.register_lists import (
    Choice,
    RegisterLists,
    field_names,
    guessed,
    heads_of,
    kinds,
    problem_of,
    read_proposals,
    read_rows,
    year_name,
)
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.register.coverage_rows import RowsTable
from relational_screen.gui.register.desk import RegisterDesk
from relational_screen.gui.short import ShortLabel
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row, scrolled

if TYPE_CHECKING:
    from relational_screen.registry.coverage.lists import Listed, ProposalList
    from relational_screen.registry.coverage.sheets import Sheet

PAUSE = 300  # milliseconds without a key after which the list is read anew
SHOWN = 200
"""How many proposals and problems are shown; all of them are taken over or told of by their number."""

WIDTH = GRID * 39  # pixels of the fields beside the tables


class MappingPage(QWidget):
    """Shows a list as it will be read, for a person to correct: `kept` tells that it was taken over, else `left`."""

    kept = Signal()
    left = Signal()

    def __init__(self, desk: RegisterDesk, lists: RegisterLists) -> None:
        super().__init__()
        self._desk, self._lists = desk, lists
        self._path = Path()
        self._sheet: Sheet | None = None
        self._found: ProposalList | None = None
        self._asked = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._read)
        self._title = ShortLabel("title", bold=True)
        self._keep = button(_("Take the list over"), self._take_over)
        self._told, self._left_out = label(), label()
        self._told.setMinimumWidth(1)  # a file's name may be one long word
        self._proposals = RowsTable(_("Proposals as they are read"), self._heads(), widest=1)
        self._problems = RowsTable(_("Rows that are left out"), (_("Rows that are left out"),), widest=0)
        self._problems.setFixedHeight(GRID * 20)
        found = column(self._told, self._proposals, self._left_out, self._problems)
        head = row(self._title, self._keep, button(_("Cancel"), self.left.emit))
        head.setStretch(0, 1)
        fields = scrolled(self._form())
        fields.setFixedWidth(WIDTH)
        body = row(fields, found, spacing=GRID * 2)
        body.setStretch(1, 1)
        self.setLayout(column(head, body))

    def open(self, path: Path, sheet: str = "") -> None:
        """Read a file off the GUI thread and show it; what was asked for last is shown."""
        if not sheet:
            self._begin_with(path.stem)
        self._path, self._sheet = path, None
        self._asked += 1
        self._title.show_text(path.name)
        self._show_problem(_("Reading {name} …").format(name=path.name))
        in_background(self, lambda: read_rows(path, sheet), partial(self._show_sheet, self._asked), self._refused)

    def _begin_with(self, name: str) -> None:
        """Forget what was chosen for another file."""
        self._name.setText(name)
        self._name.setCursorPosition(0)
        self._authority.clear()
        for combo in (self._kind, self._year):
            combo.setCurrentIndex(0)

    def _form(self) -> QVBoxLayout:
        self._name, self._authority = QLineEdit(), QLineEdit()
        self._sheets, self._kind, self._year = (_combo() for _number in range(3))
        self._fields = {field: _combo() for field in field_names()}
        first, headings, rest = (_form() for _number in range(3))
        _add(first, _("Name of the list"), self._name)
        _add(first, _("Sheet"), self._sheets)
        self._first = first
        for name, combo in zip(field_names().values(), self._fields.values(), strict=True):
            _add(headings, name, combo)
        _add(rest, _("Kind"), self._kind)
        _add(rest, _("Authority"), self._authority)
        _add(rest, _("Parliamentary year"), self._year)
        for field in (self._kind, self._authority, self._year):
            field.setAccessibleName(_("{field}, for rows that say nothing else").format(field=field.accessibleName()))
        self._offer_defaults()
        self._connect()
        lines = column(
            first,
            label(_("Which heading holds what?"), bold=True),
            headings,
            label(_("For rows that say nothing else"), bold=True),
            rest,
            spacing=GRID * 2,
        )
        lines.addStretch(1)
        return lines

    def _offer_defaults(self) -> None:
        self._kind.addItem(_("As the title says"), None)
        for kind in kinds():
            self._kind.addItem(self._desk.labels.of("kind", kind), kind)
        self._year.addItem(_("As the date says"), None)
        for year in self._lists.years():
            self._year.addItem(year_name(year), year)

    def _connect(self) -> None:
        for combo in (*self._fields.values(), self._kind, self._year):
            combo.activated.connect(self._read)
        self._sheets.activated.connect(lambda: self.open(self._path, self._sheets.currentText()))
        self._authority.textEdited.connect(self._pause.start)

    def _show_sheet(self, asked: int, sheet: "Sheet") -> None:
        if asked != self._asked:
            return
        self._sheet = sheet
        self._sheets.clear()
        self._sheets.addItems(sheet.sheets)
        self._sheets.setCurrentText(sheet.name)
        self._first.setRowVisible(self._sheets, len(sheet.sheets) > 1)
        heads, chosen = heads_of(sheet), guessed(sheet)
        for field, combo in self._fields.items():
            combo.clear()
            combo.addItem(_("not in the list"), "")
            for head, value in heads.items():
                example = _("{heading}, such as {value}").format(heading=head, value=value)
                combo.addItem(example if value else head, head)
            combo.setCurrentIndex(combo.findData(chosen[field]))
        self._read()
        self._fields["title"].setFocus()

    def _read(self) -> None:
        """Read the list anew off the GUI thread; what was asked for last is shown."""
        if self._sheet is None:
            return
        self._pause.stop()
        self._asked += 1
        work = partial(read_proposals, self._sheet, self._chosen())
        shown, refused = partial(self._show, self._asked), partial(self._cannot_read, self._asked)
        in_background(self, work, shown, refused)

    def _chosen(self) -> Choice:
        fields = {field: cast(str, combo.currentData()) for field, combo in self._fields.items()}
        authority = self._authority.text().strip()
        return Choice(fields, self._kind.currentData(), authority, self._year.currentData())

    def _show(self, asked: int, found: "ProposalList") -> None:
        if asked != self._asked:
            return
        read, out = len(found.proposals), len(found.problems)
        self._found = found
        self._keep.setEnabled(read > 0)
        self._told.setText(
            ngettext("{count} proposal is read.", "{count} proposals are read.", read).format(count=read) + _first(read)
        )
        self._left_out.setText(self._in_words(out) + _first(out))
        self._proposals.show_rows([self._texts(each) for each in found.proposals[:SHOWN]])
        self._problems.show_rows([(problem_of(each),) for each in found.problems[:SHOWN]])
        self._problems.setVisible(out > 0)

    def _in_words(self, left_out: int) -> str:
        if not left_out:
            return _("No row is left out.")
        return ngettext(
            "{count} row is left out. Mend it, or choose other headings.",
            "{count} rows are left out. Mend them, or choose other headings.",
            left_out,
        ).format(count=left_out)

    def _cannot_read(self, asked: int, error: ScreenError) -> None:
        if asked == self._asked:
            self._show_problem(told(error))

    def _show_problem(self, text: str) -> None:
        self._found = None
        self._keep.setEnabled(False)
        self._told.setText(text)
        self._left_out.clear()
        self._proposals.show_rows([])
        self._problems.hide()

    def _refused(self, error: ScreenError) -> None:
        show_error(error, self)
        self.left.emit()

    def _take_over(self) -> None:
        found, name = self._found, self._name.text().strip()
        if found is not None and self._desk.change(lambda: self._lists.keep(name, found), self):
            self.kept.emit()

    def _heads(self) -> tuple[str, ...]:
        return _("Row"), *field_names().values(), _("Year")

    def _texts(self, each: "Listed") -> tuple[str, ...]:
        kind = self._desk.labels.of("kind", each.kind)
        return str(each.row), each.title, each.authority, kind, each.date, each.number, year_name(each.year)


def _combo() -> QComboBox:
    """Return a choice that is no wider than its place, whatever the headings are."""
    result = QComboBox()
    result.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    result.setMinimumContentsLength(6)
    return result


def _form() -> QFormLayout:
    """Return a form whose fields stand below their names where these are long."""
    result = QFormLayout()
    result.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    result.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return result


def _add(form: QFormLayout, name: str, field: QWidget) -> None:
    field.setAccessibleName(name)
    form.addRow(name, field)


def _first(count: int) -> str:
    return " " + _("The first {count} are shown.").format(count=SHOWN) if count > SHOWN else ""
