"""The register with invented screenings, as the secretariat's pages show it. Nothing here is real."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from relational_screen.app.register import Register
from relational_screen.gui.register.desk import RegisterDesk
from relational_screen.gui.register.page import RegisterPage
from relational_screen.registry.inbox.registry import Registry
from relational_screen.screening.answers import Answer
from tests.builders import Chain
from tests.gui.hands import named, names_of, visible
from tests.gui.test_accessibility import heard
from tests.gui.test_keyboard import stops
from tests.registry.offices import content, laid, started, take
from tests.registry.proposals import workbook


class Secretariat:
    """A person of the secretariat before the register."""

    def __init__(self, qtbot: QtBot, folder: Path, page: str) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.register = Register(folder / "registry.sqlite", content(), "Invented official")
        self.desk = RegisterDesk(self.register, "en")
        self.page = RegisterPage(self.desk)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 700)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.press(page)

    def close(self) -> None:
        """Leave the register."""
        self.page.close()

    def press(self, text: str) -> None:
        """Click the button with a text."""
        QTest.mouseClick(named(QPushButton, self.page, text), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def key(self, to: QWidget, key: Qt.Key) -> None:
        """Press a key in a control."""
        QTest.keyClick(to, key)
        QApplication.processEvents()

    def rows(self, name: str) -> list[tuple[str, ...]]:
        """Return the rows of a table of texts, or of one of figures."""
        model = self.table(name).model()
        places = range(model.columnCount())
        return [tuple(str(model.index(row, place).data()) for place in places) for row in range(model.rowCount())]

    def table(self, name: str) -> QTableView:
        """Return the table that can be seen under a name."""
        return named(QTableView, self.page, name)

    def unnamed(self) -> list[str]:
        """Return the controls that a screen reader has no name for."""
        return [item.widget for item in heard(self.page) if item.takes_focus and not item.name]

    def not_reached(self) -> list[tuple[str, str]]:
        """Return the controls that Tab passes by or, once trapped, never comes to."""
        wanted, visited = stops(self.page), set()
        for _time in range(2 * len(wanted)):
            self.key(self.page.focusWidget() or self.page, Qt.Key.Key_Tab)
            visited.add(self.page.focusWidget())
        return [names_of(item) for item in wanted if item not in visited]

    def told(self, part: str) -> list[str]:
        """Return the texts that can be seen and hold a part."""
        return [item.text() for item in visible(QLabel, self.page) if part in item.text()]

    def choose(self, name: str, text: str) -> None:
        """Choose what begins with a text in the combo box of a name."""
        combo = named(QComboBox, self.page, name)
        place = combo.findText(text, Qt.MatchFlag.MatchStartsWith)
        assert place >= 0
        combo.setCurrentIndex(place)
        combo.activated.emit(place)

    def cell(self, table: str, row: str, head: str) -> tuple[int, int]:
        """Return the place of a figure: the row that begins with a text, and the column of a head."""
        model = self.table(table).model()
        heads = [str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount())]
        heads = [" ".join(text.split()) for text in heads]  # a long one stands in lines
        return [one[0] for one in self.rows(table)].index(row), heads.index(head)

    def figure(self, table: str, row: str, head: str) -> str:
        """Return a figure as it is shown."""
        at, place = self.cell(table, row, head)
        return self.rows(table)[at][place]

    def enter(self, table: str, row: str, head: str) -> None:
        """Go to a figure and press Enter."""
        found = self.table(table)
        found.setCurrentIndex(found.model().index(*self.cell(table, row, head)))
        self.key(found, Qt.Key.Key_Return)

    def until(self, true: Any) -> None:
        """Wait until something holds, while work goes on in the background."""
        self.qtbot.waitUntil(true, timeout=10_000)


def registry_of(folder: Path, *chains: Chain) -> None:
    """Keep screenings as the register has them, every key confirmed."""
    registry = Registry(folder / "registry.sqlite")
    for chain in chains:
        take(registry, laid(folder / "inbox", chain.screening, chain.events))
    registry.close()


def titled(screening: str, title: str, *answers: Answer) -> Chain:
    """A screening with a title, its questions answered so; without answers it is only begun."""
    chain = started(screening, title)
    for gate in ("homes.gate-any", "common.gate-any") if answers else ():
        chain.gate(gate, "yes" if gate.startswith("homes") else "no")
    for name, given in zip(("homes.one", "homes.two", "common.one"), answers, strict=False):
        chain.answer(name, given)
    return chain


def a_list(folder: Path, rows: Sequence[Sequence[Any]], name: str = "Law programme.xlsx") -> Path:
    """Write a list of proposals as somebody sends it."""
    path = folder / name
    path.write_bytes(workbook([list(row) for row in rows]))
    return path
