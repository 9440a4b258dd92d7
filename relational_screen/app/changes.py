"""Tells those who listen what kind of thing changed, coarsely, so that they decide what to redraw."""

from collections.abc import Callable
from typing import Literal

Change = Literal["proposal", "draft", "gates", "groups", "answers", "suggestions", "exported", "signing"]
Listener = Callable[[Change], None]


class Changes:
    """A list of listeners."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` on every change from here on; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, change: Change) -> None:
        """Tell all listeners of a change."""
        for listener in list(self._listeners):
            listener(change)
