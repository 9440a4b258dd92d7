"""Undo and redo, read from the events themselves."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from relational_screen.screening.events import UNDOABLE, Event


@dataclass(slots=True)
class History:
    """The changes in force, last first to undo, and those undone, last first to redo."""

    to_undo: list[int] = field(default_factory=list)
    to_redo: list[int] = field(default_factory=list)
    undone: set[int] = field(default_factory=set)

    def add(self, event: Event) -> None:
        """Take one more event into account."""
        if event.type == "undone":
            self.to_undo.remove(event.data["event"])
            self.to_redo.append(event.data["event"])
            self.undone.add(event.data["event"])
        elif event.type == "redone":
            self.to_redo.remove(event.data["event"])
            self.to_undo.append(event.data["event"])
            self.undone.discard(event.data["event"])
        elif event.type in UNDOABLE:
            self.to_undo.append(event.seq)
            self.to_redo.clear()


def read_history(events: Iterable[Event]) -> History:
    """Return what can be undone and redone after a chain of events."""
    history = History()
    for event in events:
        history.add(event)
    return history
