"""Chains of one screening that contradict each other: shown side by side, until a person lets one count."""

from collections.abc import Container, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QWidget

from relational_screen.app.language import _
from relational_screen.gui.register.chains import screening_lines, told_chain
from relational_screen.gui.register.desk import RegisterDesk
from relational_screen.gui.register.words import written
from relational_screen.gui.short import ShortButton
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, clear, column, framed, label, row, scrolled

MOST = 50
"""Forks that are listed at once; more appear as those are settled."""


class ForksCard(QFrame):
    """Lists the screenings whose chains part; hides itself when there are none."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__()
        self.setObjectName("boxed")
        self._desk = desk
        self._list = column()
        words = label(
            _(
                "Somebody has gone on from the same screening in two ways, so none of them counts. Look at both and "
                "let one count; the others are kept."
            )
        )
        title = label(_("Chains that contradict each other"), "title", bold=True)
        self.setLayout(column(title, words, self._list, margin=GRID * 2))

    def show_forks(self, forks: Sequence[str]) -> None:
        """Show the screenings with these ids."""
        self.setVisible(bool(forks))
        clear(self._list)
        for screening in forks[:MOST]:
            found = self._desk.register.screening(screening)
            title = found["chains"][0]["title"] or _("without a title")
            compare = button(_("Compare …"), partial(self._compare, screening))
            compare.setAccessibleName(_("Compare the chains of {title}").format(title=title))
            open_it = ShortButton(title, partial(self._desk.screening_asked.emit, screening), "link")
            self._list.addLayout(row(compare, open_it, None))

    def _compare(self, screening: str) -> None:
        ForkDialog(self._desk, self._desk.register.screening(screening), self).exec()


class ForkDialog(QDialog):
    """Shows the chains beside each other; one of them can be chosen."""

    def __init__(self, desk: RegisterDesk, found: dict[str, Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found = found
        self.setWindowTitle(_("Chains that contradict each other"))
        self.resize(GRID * 120, GRID * 70)
        line = QHBoxLayout()
        line.setSpacing(GRID * 2)
        chains = [one for one in found["chains"] if one["ends"]]
        told = [self._told(chain) for chain in chains]
        alike = set.intersection(*map(set, told))
        for number, (chain, texts) in enumerate(zip(chains, told, strict=True), start=1):
            line.addWidget(self._side(number, chain, texts, alike), 1)
        close = button(_("Decide later"), self.reject)
        close.setDefault(True)
        words = label(_("What is in bold type is not the same in all of them."))
        self.setLayout(column(words, scrolled(line, widest=GRID * 240), row(None, close), margin=GRID * 2))

    def _told(self, chain: dict[str, Any]) -> list[str]:
        _head, *about = screening_lines(self._found["id"], chain, self._desk.labels)
        return [*about, *told_chain(chain, self._found, self._desk.labels)]

    def _side(self, number: int, chain: dict[str, Any], texts: Sequence[str], alike: Container[str]) -> QFrame:
        title = chain["title"] or _("without a title")
        head = _("Chain {number}: {title}").format(number=number, title=title)
        count = button(_("Let chain {number} count").format(number=number), partial(self._choose, chain["head"]))
        count.setAutoDefault(False)
        content = column(written(head, bold=True), *(written(text, bold=text not in alike) for text in texts))
        content.addStretch(1)
        content.addWidget(count)
        return framed(content)

    def _choose(self, head: str) -> None:
        if self._desk.change(partial(self._desk.register.settle_fork, self._found["id"], head), self):
            self.accept()
