"""The one place where errors are shown."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from relational_screen.app.language import _, told
from relational_screen.errors import ScreenError


def show_error(error: ScreenError, parent: QWidget | None = None) -> None:
    """Say what happened and what to do."""
    _box(QMessageBox.Icon.Warning, told(error), parent or QApplication.activeWindow()).exec()


def show_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show what nobody caught: what a user can act on as such, anything else loudly as a fault of ours."""
    if isinstance(error, ScreenError):
        show_error(error)
        return
    traceback.print_tb(trace)  # without the error's own words, which may hold words of a draft
    sys.stderr.write(f"{kind.__name__}\n")
    text = _("This is a fault in the program. Nothing that was saved is lost. Close the program and open it again.")
    box = _box(QMessageBox.Icon.Critical, text, QApplication.activeWindow())
    places = [
        f"{frame.filename.rpartition('relational_screen')[2]}:{frame.lineno}" for frame in traceback.extract_tb(trace)
    ]
    box.setDetailedText("\n".join([kind.__name__, *places]))
    box.exec()


def _box(icon: QMessageBox.Icon, text: str, parent: QWidget | None) -> QMessageBox:
    box = QMessageBox(icon, _("Relational bottom line"), text, QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
