"""What the register's pages share: the register, the filter, and the ways from one page to another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from relational_screen.app.register import Register
from relational_screen.catalogue.model import Language
from relational_screen.errors import ScreenError
from relational_screen.gui.failures import show_error
from relational_screen.gui.register.labels import Labels

if TYPE_CHECKING:
    from relational_screen.registry.statistics.figures import Figure, Filter


class RegisterDesk(QObject):
    """One register and the filter that is chosen; `changed` tells that figures shown are old, `written` that even the
    register itself was changed.

    `figure_asked` leads to the screenings of a figure, under a title; `screening_asked` to one screening by its id;
    `page_asked` to a sub-page by its name.
    """

    changed = Signal()
    written = Signal()
    figure_asked = Signal(str, object)
    screening_asked = Signal(str)
    page_asked = Signal(str)

    def __init__(self, register: Register, language: Language) -> None:
        super().__init__()
        self.register = register
        self.language: Language = language
        self.labels = Labels(register.catalogue, language)
        self.chosen: Filter = register.everything()

    def choose(self, chosen: "Filter") -> None:
        """Take another filter."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.changed.emit()

    def lead_to(self, title: str, figure: "Figure") -> None:
        """Show the screenings that a figure counts."""
        self.figure_asked.emit(title, figure)

    def change(self, work: Callable[[], object], parent: QWidget) -> bool:
        """Change the register and tell of it; say what went wrong where it is refused, and return False."""
        try:
            work()
        except ScreenError as error:
            show_error(error, parent)
            return False
        self.tell_written()
        return True

    def tell_written(self) -> None:
        """Tell that the register was changed."""
        self.written.emit()
        self.changed.emit()


class SubPage(QWidget):
    """A page that is filled when it is first seen, and again when it is seen after the register was changed."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__()
        self.desk = desk
        self._is_old = True
        desk.changed.connect(self.outdate)

    def refresh(self) -> None:
        """Show the figures as they are now; each page has its own."""

    def outdate(self) -> None:
        """Refresh now if the page is seen, else when it is seen next."""
        self._is_old = True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the page if what it shows is old."""
        super().showEvent(event)
        if self._is_old:
            self._fill()

    def _fill(self) -> None:
        self._is_old = False
        self.refresh()
