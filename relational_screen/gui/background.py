"""The one way to run work off the GUI thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from relational_screen.errors import ScreenError

_workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="background")
_waiting: set["_Answer"] = set()


class _Answer(QObject):
    """Lives on the GUI thread until the work has ended, and hands its outcome on there."""

    ended = Signal(object)

    def __init__(self, owner: QObject, done: Callable[[Any], object], failed: Callable[[ScreenError], object]) -> None:
        super().__init__()
        self._owner, self._done, self._failed = owner, done, failed
        self.ended.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _hand_on(self, work: Future[Any]) -> None:
        _waiting.discard(self)
        try:
            result = work.result()
        except ScreenError as error:
            if isValid(self._owner):
                self._failed(error)
        else:
            if isValid(self._owner):
                self._done(result)


def in_background(
    owner: QObject, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[ScreenError], object]
) -> None:
    """Run `work` off the GUI thread, then call `done` with its result, or `failed`, on the GUI thread.

    Neither is called once `owner`, who asked, is gone. A bug in `work` is raised on the GUI thread, where it is shown
    like any other.
    """
    answer = _Answer(owner, done, failed)
    _waiting.add(answer)
    _workers.submit(work).add_done_callback(answer.ended.emit)
