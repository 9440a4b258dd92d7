"""The passages that the draft's words suggest for a question, each to be used or dismissed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relational_screen.app.language import _
from relational_screen.app.shown import Shown
from relational_screen.gui.short import ShortButton
from relational_screen.gui.widgets import button, clear, column, label, row

MOST = 3


class SuggestedPassages(QWidget):
    """Rows of suggested passages; without any, nothing is shown."""

    passage_asked = Signal(str)

    def __init__(self, shown: Shown, parent: QWidget, use: Callable[[str], object] | None = None) -> None:
        super().__init__(parent)
        self._shown, self._use = shown, use
        self._showing: tuple[object, ...] = ()
        self._lines = column(spacing=2)
        self.setLayout(self._lines)

    def show_item(self, item: str, linked: tuple[str, ...] = ()) -> None:
        """Show what is suggested for a question or gate and not yet linked to its answer."""
        found = [(name, words) for name, words in self._shown.found(item) if name not in linked][:MOST]
        judged = [self._shown.session.screening.judged(item, name) for name, _words in found]
        showing = (item, tuple(found), tuple(judged))
        if showing == self._showing:
            return
        self._showing = showing
        clear(self._lines)
        for (name, words), judgement in zip(found, judged, strict=True):
            self._lines.addWidget(self._row(item, name, words, accepted=judgement == "accepted"))
        self.setVisible(bool(found))

    def _row(self, item: str, name: str, words: str, *, accepted: bool) -> QWidget:
        go = ShortButton(name, partial(self.passage_asked.emit, name), "link")
        go.setAccessibleName(_("Show {label} in the draft").format(label=name))
        told = _("mentions »{words}«").format(words=words)
        buttons = []
        if self._use and accepted:
            told = _("{told} · accepted, comes with the next effect").format(told=told)
        elif self._use:
            buttons.append(button(_("Use"), partial(self._use, name), "link"))
            buttons[0].setAccessibleName(_("Use {label}").format(label=name))
        dismiss = button(_("Dismiss"), partial(self._shown.session.judge, item, name, "dismissed"), "link")
        dismiss.setAccessibleName(_("Dismiss {label}").format(label=name))
        result = QWidget()
        line = row(go, label(told, "small"), *buttons, dismiss)
        line.setStretch(1, 1)
        result.setLayout(line)
        return result
