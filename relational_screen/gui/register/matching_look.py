"""Looks for the screenings of proposals off the GUI thread, with progress and a way to stop."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal

from relational_screen.app.register import Register
from relational_screen.app.register_matching import Looked, look
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background


class Look(QObject):
    """Looks once at a time, and no longer than its owner lives; `moved` tells how many proposals of how many are done.

    It is no child of its owner, since the thread that looks may speak through it when the owner is gone.
    """

    moved = Signal(int, int)

    def __init__(self, owner: QObject) -> None:
        super().__init__()
        self._owner = owner
        self._unwanted, self._enough = Event(), Event()
        owner.destroyed.connect(self.give_up)

    def begin(
        self, register: Register, done: Callable[[Looked], object], failed: Callable[[ScreenError], object]
    ) -> None:
        """Look, then call one of the two on the GUI thread, unless it was given up or begun again meanwhile."""
        self._unwanted.set()
        self._unwanted, self._enough = unwanted, enough = Event(), Event()

        def go_on(count: int, total: int) -> bool:
            if unwanted.is_set() or enough.is_set():
                return False
            self.moved.emit(count, total)
            return True

        def ended(looked: Looked) -> None:
            if not unwanted.is_set():
                done(looked)

        in_background(self._owner, lambda: look(register, go_on), ended, failed)

    def stop(self) -> None:
        """Look no further, and hand on what is found."""
        self._enough.set()

    def give_up(self) -> None:
        """Look no further, and hand on nothing."""
        self._unwanted.set()
