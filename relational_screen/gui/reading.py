"""Reads a draft off the GUI thread, with progress and a way to cancel."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from relational_screen.app.files import read_draft
from relational_screen.app.language import _
from relational_screen.drafts.draft import Draft
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background

PATIENCE = 500  # milliseconds before the progress shows: most drafts are read sooner


Told = Callable[[int, int], None]


class _CancelledError(Exception):
    """The user does not want to wait."""


class _Progress(QObject):
    """Carries progress from the thread that reads to the window."""

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.cancelled = Event()

    def tell(self, done: int, total: int) -> None:
        """Tell how far the reading is; ends it when the user has cancelled."""
        if self.cancelled.is_set():
            raise _CancelledError
        self.moved.emit(done, total)


def read_in_background(
    owner: QWidget,
    path: Path,
    done: Callable[[Draft], object],
    failed: Callable[[ScreenError], object],
    cancelled: Callable[[], object],
) -> None:
    """Read a draft while the window stays alive, then call one of the three on the GUI thread."""
    progress = _Progress()
    dialog = QProgressDialog(_("Reading {name} …").format(name=path.name), _("Cancel"), 0, 0, owner)
    dialog.setWindowTitle(_("Reading the draft"))
    dialog.setMinimumDuration(PATIENCE)
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)
    dialog.canceled.connect(progress.cancelled.set)

    def show(steps: int, total: int) -> None:
        if not progress.cancelled.is_set():
            dialog.setMaximum(total)
            dialog.setValue(min(steps, total - 1))

    def read() -> Draft | None:
        try:
            return read_draft(path, progress.tell)
        except _CancelledError:
            return None

    def ended(draft: Draft | None) -> None:
        _close(dialog)
        cancelled() if draft is None else done(draft)

    def refused(error: ScreenError) -> None:
        _close(dialog)
        failed(error)

    progress.moved.connect(show)
    in_background(owner, read, ended, refused)


def _close(dialog: QProgressDialog) -> None:
    dialog.blockSignals(True)  # closing must not count as cancelling
    dialog.close()
    dialog.deleteLater()
