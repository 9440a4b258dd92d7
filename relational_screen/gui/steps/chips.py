"""A row of removable items, such as groups or passages of the draft."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from relational_screen.app.language import _
from relational_screen.gui.flow import FlowLayout
from relational_screen.gui.short import ShortButton, literal
from relational_screen.gui.widgets import clear


class Chips(QWidget):
    """Items that can be removed one by one, and a button that adds another."""

    def __init__(self, name: str, remove: Callable[[str], object], add: QPushButton) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._remove = remove
        self._add = add
        self._flow = FlowLayout(self)
        self._flow.addWidget(add)
        self._shown: list[tuple[str, str]] | None = None

    def show_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Show other items, each an id and its text."""
        if list(items) == self._shown:
            return
        self._shown = list(items)
        self._flow.removeWidget(self._add)
        clear(self._flow)
        for key, text in items:
            chip = ShortButton(text, partial(self._remove, key), "chip", "  ✕")
            chip.setAccessibleName(_("Remove {name}").format(name=text))
            self._flow.addWidget(chip)
        self._flow.addWidget(self._add)
        self.updateGeometry()


def menu_button(
    text: str, choices: Callable[[], Sequence[tuple[str, str]]], chosen: Callable[[str], object]
) -> QPushButton:
    """Return a button with a menu of choices that is made when it is opened."""
    result = QPushButton(text)
    menu = QMenu(result)

    def pick(key: str, _checked: bool = False) -> None:
        chosen(key)

    def fill() -> None:
        menu.clear()
        for key, name in choices():
            menu.addAction(literal(name)).triggered.connect(partial(pick, key))

    menu.aboutToShow.connect(fill)
    result.setMenu(menu)
    result.setAutoDefault(False)
    result.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return result
