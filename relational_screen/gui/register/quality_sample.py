"""Null results drawn for control, so that anybody can draw them again."""

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QSpinBox, QWidget

from relational_screen.app.language import _
from relational_screen.app.register_quality import Draw, drawn
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.register.coverage_rows import RowsTable
from relational_screen.gui.register.desk import RegisterDesk
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row

LARGEST_SEED, LARGEST_SIZE, USUAL_SIZE = 999_999, 200, 10
HEIGHT = GRID * 30  # pixels of the table


class SampleCard(QFrame):
    """Draws within the filter when it is asked to; the seed is the year until another is written."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self._draw: Draw | None = None
        self._asked = 0
        self._seed, self._size = QSpinBox(), QSpinBox()
        self._seed.setRange(0, LARGEST_SEED)
        self._seed.setValue(desk.register.now().year)
        self._size.setRange(1, LARGEST_SIZE)
        self._size.setValue(USUAL_SIZE)
        heads = (_("Proposal"), _("Authority"), _("Bottom line"))
        self._table = RowsTable(_("Null results drawn for control"), heads, widest=0)
        self._table.setFixedHeight(HEIGHT)
        self._table.chosen.connect(self._open)
        self._told = label(size="small")
        why = _(
            "Nobody looks at screenings that found nothing again, unless they are drawn. The same seed draws the same "
            "ones on every computer; choose it before you see what it draws, and write it down."
        )
        fields = row(
            *self._field(_("Seed"), self._seed),
            *self._field(_("Number to draw"), self._size),
            button(_("Draw"), self.draw),
            button(_("Copy"), self._copy),
            None,
        )
        title = label(_("Null results drawn for control"), "title", bold=True)
        self.setLayout(column(title, label(why, "small"), fields, self._told, self._table, margin=GRID * 2))

    def draw(self) -> None:
        """Draw off the GUI thread."""
        self._asked += 1
        work = partial(
            drawn,
            self._desk.register,
            self._desk.chosen,
            self._seed.value(),
            self._size.value(),
            self._desk.language,
        )
        in_background(self, work, partial(self._show, self._asked), self._failed)

    def _field(self, name: str, field: QSpinBox) -> tuple[QWidget, QSpinBox]:
        title = label(name)
        title.setWordWrap(False)
        title.setBuddy(field)
        field.setAccessibleName(name)
        return title, field

    def _show(self, asked: int, found: Draw) -> None:
        if asked == self._asked:
            self._draw = found
            self._told.setText(found.told)
            self._table.show_rows([one[1:] for one in found.screenings])

    def _open(self, place: int) -> None:
        if self._draw is not None:
            self._desk.screening_asked.emit(self._draw.screenings[place][0])

    def _copy(self) -> None:
        """Copy how it was drawn and what, to be pasted where the control is written down."""
        if self._draw is not None:
            lines = ["\t".join(one) for one in self._draw.screenings]
            QGuiApplication.clipboard().setText("\n".join([self._draw.told, *lines]))
            self._told.setText(_("The draw is copied."))

    def _failed(self, error: ScreenError) -> None:
        self._told.clear()
        show_error(error, self)
