"""Holds a session and repeats its changes as a signal, so that widgets can listen."""

from PySide6.QtCore import QObject, Signal

from relational_screen.app.session import Session


class Bridge(QObject):
    """A session as widgets see it."""

    changed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._stop = session.changes.listen(self.changed.emit)

    def close(self) -> None:
        """Stop listening."""
        self._stop()
