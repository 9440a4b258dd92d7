"""A day that may be left out."""

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QWidget

from relational_screen.app.language import Language, _

ISO = "yyyy-MM-dd"


class Calendar(QCalendarWidget):
    """A calendar that opens at this month while no date is given."""

    def showEvent(self, event: QShowEvent) -> None:
        """Turn to this month."""
        super().showEvent(event)
        if self.selectedDate() == self.minimumDate():
            self.setCurrentPage(QDate.currentDate().year(), QDate.currentDate().month())


class DayField(QDateEdit):
    """A day that may be left out; Tab leaves it at once while it is, for then it has no parts to go through."""

    def __init__(self, language: Language, name: str) -> None:
        super().__init__()
        self.setLocale(QLocale(language))
        self.setCalendarPopup(True)
        self.setCalendarWidget(Calendar())
        self.setDisplayFormat("d. MMMM yyyy")
        self.setSpecialValueText(_("not given"))
        self.setAccessibleName(name)
        self.show_day("")

    def day(self) -> str:
        """Return the day as YYYY-MM-DD, or an empty text."""
        return "" if self.date() == self.minimumDate() else self.date().toString(ISO)

    def show_day(self, day: str) -> None:
        """Show a day that is written so, without telling that it changed."""
        date = QDate.fromString(day, ISO)
        self.blockSignals(True)
        self.setDate(date if date.isValid() else self.minimumDate())
        self.blockSignals(False)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next part of the date, or out of it."""
        if self.day():
            return super().focusNextPrevChild(forward)
        return QWidget.focusNextPrevChild(self, forward)
