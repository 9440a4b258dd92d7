"""The office's keys in the window: made, shown to others, and opened with their password."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

from relational_screen.app.language import _
from relational_screen.app.settings import keys_folder
from relational_screen.errors import ScreenError
from relational_screen.gui.failures import show_error
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row


class CancelledError(Exception):
    """The user closed the question for the password."""


def ask_password(parent: QWidget, *, new: bool = False) -> str:
    """Return the password of the keys; a new one is asked for twice.

    Raises:
        CancelledError: the user closed the question.
    """
    first = _ask(
        parent, _("A new password for the keys, of at least 16 characters") if new else _("Password of the keys")
    )
    while new and _ask(parent, _("The same once more")) != first:
        first = _ask(parent, _("The two were not the same. A new password for the keys"))
    return first


def _ask(parent: QWidget, words: str) -> str:
    text, answered = QInputDialog.getText(parent, _("Password"), words, QLineEdit.EchoMode.Password)
    if not answered:
        raise CancelledError
    return text


class OfficeKeys(QWidget):
    """Makes the office's keys where there are none, and shows what others need of them."""

    def __init__(self, owner: Callable[[], str]) -> None:
        super().__init__()
        self._owner = owner
        self._told = label(_("Bundles are signed with the office's key. Who receives them compares its fingerprint."))
        buttons = row(
            button(_("Make the keys"), self._make),
            button(_("Show the fingerprint"), self._show),
            button(_("Save the public key …"), self._save),
            None,
        )
        self.setLayout(column(self._told, buttons, spacing=GRID))

    def save_public_to(self, path: Path) -> None:
        """Write the small file by which others know the office's signatures."""
        from relational_screen.app.auditing import export_public_key

        self._do(lambda: export_public_key(keys_folder(), partial(ask_password, self), self._owner(), path))

    def _make(self) -> None:
        from relational_screen.app.auditing import create_keys, told_kept

        def make() -> None:
            made = create_keys(keys_folder(), cache(partial(ask_password, self, new=True)))
            self._told.setText("\n".join(told_kept(made)))

        self._do(make)

    def _show(self) -> None:
        from relational_screen.app.auditing import told_keys

        password = cache(partial(ask_password, self))
        self._do(lambda: self._told.setText("\n".join(told_keys(keys_folder(), password))))

    def _save(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(self, _("Save the public key"), _("public key.txt"), "*.txt")
        if name:
            self.save_public_to(Path(name))

    def _do(self, work: Callable[[], object]) -> None:
        try:
            work()
        except ScreenError as error:
            show_error(error, self)
        except CancelledError:
            return
