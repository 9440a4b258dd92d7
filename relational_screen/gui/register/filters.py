"""The filter above figures: authority, kind, period, arena, method version and stage."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QVBoxLayout, QWidget

from relational_screen.app.language import _
from relational_screen.gui.register.desk import RegisterDesk
from relational_screen.gui.short import as_tooltip
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row

if TYPE_CHECKING:
    from relational_screen.registry.statistics.figures import Filter

NARROWEST, WIDEST, WIDEST_LIST = GRID * 10, GRID * 28, GRID * 60  # pixels of a field, and of the list it opens
ISO = Qt.DateFormat.ISODate
FROM_TO = "from-to"
"""Stands in the list of periods for the one that the two dates give."""


class FilterBar(QWidget):
    """Hands every choice on to the desk at once."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__()
        self._desk = desk
        self._authority, self._kind, self._period = _combo(_("Authority")), _combo(_("Kind")), _combo(_("Period"))
        self._arena, self._method, self._stage = (
            _combo(_("Life arena")),
            _combo(_("Method version")),
            _combo(_("Stage")),
        )
        self._combos = (self._authority, self._kind, self._period, self._arena, self._method, self._stage)
        self._since, self._until = _day(_("From"), QDate.currentDate().addYears(-1)), _day(_("To"), QDate.currentDate())
        self._clear = button(_("Clear"), self.clear, "link")
        self._clear.setAccessibleName(_("Clear the filter"))
        line = row(*(_titled(field) for field in self._combos), self._clear)
        for place in range(len(self._combos)):
            line.setStretch(place, 1)
        line.setAlignment(self._clear, Qt.AlignmentFlag.AlignBottom)
        self._days = self._day_line()
        self.setLayout(column(line, self._days))
        for combo in self._combos:
            combo.currentIndexChanged.connect(self._hand_on)
        for day in (self._since, self._until):
            day.dateChanged.connect(self._hand_on)
        desk.written.connect(self.fetch_choices)
        self.fetch_choices()

    def fetch_choices(self) -> None:
        """Offer what the register holds now, and keep what is chosen where it is still there."""
        found, labels = self._desk.register.choices(), self._desk.labels
        _offer(self._authority, _("All"), [(labels.authority(name), (name,)) for name in found.authorities])
        _offer(self._kind, _("All"), [(labels.of("kind", name), (name,)) for name in found.kinds])
        _offer(self._arena, _("All"), [(labels.arena(name), name) for name in found.arenas])
        _offer(self._method, _("All"), [(name, name) for name in found.methods])
        _offer(self._stage, _("All"), [(labels.of("stage", name), name) for name in found.stages])
        years = [(name, (since, until)) for name, since, until in self._desk.register.years()]
        _offer(self._period, _("All"), [*years, (_("From … to …"), FROM_TO)])
        self._hand_on()

    def clear(self) -> None:
        """Let every screening through."""
        for combo in self._combos:
            with QSignalBlocker(combo):
                combo.setCurrentIndex(0)
        self._hand_on()
        self._authority.setFocus()

    def _hand_on(self) -> None:
        self._days.setVisible(self._period.currentData() == FROM_TO)
        for combo in self._combos:
            combo.setToolTip(as_tooltip(combo.currentText()))
        chosen = self._chosen()
        self._clear.setEnabled(chosen != self._desk.register.everything())
        self._desk.choose(chosen)

    def _chosen(self) -> "Filter":
        since, until = self._between()
        return replace(
            self._desk.register.everything(),
            authorities=self._authority.currentData() or (),
            kinds=self._kind.currentData() or (),
            since=since,
            until=until,
            arena=self._arena.currentData() or "",
            method=self._method.currentData() or "",
            stage=self._stage.currentData() or "",
        )

    def _between(self) -> tuple[str, str]:
        """Return the first day and the day after the last."""
        period = self._period.currentData()
        if period != FROM_TO:
            return period or ("", "")
        return self._since.date().toString(ISO), self._until.date().addDays(1).toString(ISO)

    def _day_line(self) -> QWidget:
        result = QWidget()
        words = label(_("Screenings whose last change lies in the period count."), "small")
        line = row(_titled(self._since), _titled(self._until), words)
        line.setStretch(2, 1)
        result.setLayout(line)
        return result


def _combo(name: str) -> QComboBox:
    result = QComboBox()
    result.setAccessibleName(name)
    result.setMinimumWidth(NARROWEST)
    result.setMaximumWidth(WIDEST)
    result.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return result


def _day(name: str, day: QDate) -> QDateEdit:
    result = QDateEdit(day)
    result.setAccessibleName(name)
    result.setDisplayFormat("yyyy-MM-dd")
    result.setCalendarPopup(True)
    return result


def _titled(field: QWidget) -> QVBoxLayout:
    title = label(field.accessibleName(), "small")
    title.setBuddy(field)
    return column(title, field, spacing=2)


def _offer(combo: QComboBox, everything: str, values: Iterable[tuple[str, object]]) -> None:
    chosen = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for text, value in ((everything, None), *values):
            combo.addItem(text, value)
        places = [place for place in range(combo.count()) if combo.itemData(place) == chosen]
        combo.setCurrentIndex(places[0] if places else 0)
    combo.view().setMinimumWidth(min(combo.view().sizeHintForColumn(0) + GRID * 4, WIDEST_LIST))
