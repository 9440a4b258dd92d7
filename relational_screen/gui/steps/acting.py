"""Doing what a law may forbid: what is forbidden now is told as text beside its button, the rest when it is tried."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from relational_screen.app.language import told
from relational_screen.errors import ScreenError
from relational_screen.gui.failures import show_error
from relational_screen.gui.widgets import label


def done(act: Callable[[], object], parent: QWidget) -> bool:
    """Do something and return True; where it is refused say why and return False."""
    try:
        act()
    except ScreenError as error:
        show_error(error, parent)
        return False
    return True


def forbidden(*laws: Callable[[], object]) -> str:
    """Return why laws forbid something now, one reason a line, or an empty text."""
    reasons = []
    for law in laws:
        try:
            law()
        except ScreenError as error:
            reasons.append(told(error))
    return "\n".join(reasons)


def allow(buttons: tuple[QPushButton, ...], why_not: QLabel, reason: str) -> None:
    """Enable buttons, or disable them and tell the reason to the eye and to a screen reader."""
    why_not.setText(reason)
    why_not.setVisible(bool(reason))
    for item in buttons:
        item.setEnabled(not reason)
        item.setAccessibleDescription(reason)


def words_of_a_user(text: str = "", size: str = "body") -> QLabel:
    """Return wrapped plain text that never makes its place wider, not even with one very long word."""
    result = label(text, size)
    result.setMinimumWidth(1)
    return result
