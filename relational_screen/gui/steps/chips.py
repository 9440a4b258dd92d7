"""A row of removable items, such as groups or passages of the draft."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QMenu, QPushButton, QWidget

from relational_screen.app.language import _
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, clear


class FlowLayout(QLayout):
    """Items beside each other, going on in the next line where the width ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(GRID // 2)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        result = QSize()
        for item in self._items:
            result = result.expandedTo(item.minimumSize())
        return result

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(rect.width(), 10_000))
            if x + size.width() > rect.right() + 1 and line:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - rect.y()


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
            chip = button(f"{text}  ✕", partial(self._remove, key), "chip")
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
            menu.addAction(name).triggered.connect(partial(pick, key))

    menu.aboutToShow.connect(fill)
    result.setMenu(menu)
    result.setAutoDefault(False)
    result.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return result
