"""Bundles taken in off the GUI thread, with progress and a way to stop."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from relational_screen.app.auditing import opening_key
from relational_screen.app.register import Register
from relational_screen.app.settings import keys_folder
from relational_screen.errors import N_, ScreenError
from relational_screen.gui.background import in_background

if TYPE_CHECKING:
    from relational_screen.registry.inbox.inbox import ImportReport
    from relational_screen.registry.keys.sealing import OpeningKey

AskPassword = Callable[[], str]


class _StoppedError(Exception):
    """The user does not want to go on."""


class TakingIn(QObject):
    """One run; `moved` tells how many files are done, of how many.

    Where the key that opens sealed bundles needs a password that nobody gave, those are refused and `wants_password`
    is set: the question cannot be asked from the thread that reads.
    """

    moved = Signal(int, int)

    def __init__(self, register: Register, paths: Sequence[Path], password: str = "") -> None:
        super().__init__()
        self.paths = paths
        self.wants_password = False
        self._register = register
        self._password = password
        self._stop = Event()

    def stop(self) -> None:
        """End the run after the file at hand; what was taken in stays."""
        self._stop.set()

    def begin(
        self,
        owner: QObject,
        done: "Callable[[ImportReport | None], object]",
        failed: Callable[[ScreenError], object],
    ) -> None:
        """Take the bundles in, then call `done` with the report, or with None where the run was stopped."""
        in_background(owner, self._work, done, failed)

    def _work(self) -> "ImportReport | None":
        try:
            return self._register.take_in(self.paths, self._tell, cache(self._opening))
        except _StoppedError:
            return None

    def _tell(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise _StoppedError
        self.moved.emit(done, total)

    def _opening(self) -> "OpeningKey":
        return opening_key(keys_folder(), self._give_password)

    def _give_password(self) -> str:
        if not self._password:
            self.wants_password = True
            raise ScreenError(
                N_("The bundle is sealed, and the key that opens it needs its password."),
                N_("Give the password, and take the bundle in again."),
            )
        return self._password
