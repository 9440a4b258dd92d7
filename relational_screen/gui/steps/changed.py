"""What a new version of the draft did to the passages that an answer rests on."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from relational_screen.app.language import _
from relational_screen.app.shown import Shown
from relational_screen.app.suggesting import fate
from relational_screen.drafts.versions import Change, changes
from relational_screen.gui.theme import font
from relational_screen.gui.widgets import button, clear, column, framed, label, row
from relational_screen.screening.links import Link


class ChangedPassages(QWidget):
    """Passages of one answer that changed or went, with the difference; the answer can be confirmed."""

    passage_asked = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._showing: tuple[Link, ...] = ()
        self._lines = column()
        self.setLayout(self._lines)
        self.hide()

    def show_question(self, question: str) -> None:
        """Show what became of the passages of a question's answer, where anything did."""
        found = self._shown.changed_links(question)
        if found == self._showing:
            return
        self._showing = found
        clear(self._lines)
        if found:
            self._lines.addWidget(self._card(question, found))
        self.setVisible(bool(found))

    def _card(self, question: str, found: tuple[Link, ...]) -> QFrame:
        lines = column(label(_("The draft has a new version. Does the answer still hold?"), "body", bold=True))
        for link in found:
            lines.addWidget(label(f"{link.label}: {fate(link)}"))
            if link.now is not None:
                lines.addWidget(difference(link.was, link.now.text))
            else:
                lines.addWidget(label(_("Remove the passage from the answer, or link another one.")))
        if any(link.now for link in found):
            holds = button(_("The answer still holds"), lambda: self._shown.session.confirm(question))
            lines.addLayout(row(holds, None))
        return framed(lines)


def difference(old: str, new: str) -> QLabel:
    """Return two versions of a text in one: what went is struck out, what came is underlined."""
    found = list(changes(old, new))
    result = QLabel(" ".join(map(_marked, found)))
    result.setTextFormat(Qt.TextFormat.RichText)
    result.setWordWrap(True)
    result.setFont(font("body"))
    result.setAccessibleName(" ".join(map(_told, found)))
    return result


def _marked(change: Change) -> str:
    words = escape(change.words)
    return {"same": words, "removed": f"<s>{words}</s>", "added": f"<b><u>{words}</u></b>"}[change.kind]


def _told(change: Change) -> str:
    """Return a run of words as a screen reader says it."""
    words = {"same": "{words}", "removed": _("[removed: {words}]"), "added": _("[added: {words}]")}[change.kind]
    return words.format(words=change.words)
