"""The first page: the screenings there are, and the ways to a new one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from relational_screen.app.language import _
from relational_screen.gui.theme import GRID, READABLE
from relational_screen.gui.widgets import button, column, framed, label, row

if TYPE_CHECKING:  # loaded when first needed, so that the first paint does not wait for it
    from relational_screen.gui.screenings_list import Line

DRAFTS = "*.docx *.odt *.pdf *.html *.htm *.txt"


class StartPage(QWidget):
    """Lists screenings; tells when one is to be opened or a new one started."""

    opened = Signal(str)
    draft_chosen = Signal(Path)
    without_draft = Signal()
    example = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._filter = "all"
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting())
        self._new = button(_("&New screening …"), self.choose_draft)
        head = row(label(_("Screenings"), "page", bold=True), None, self._new)
        self.setLayout(column(head, self._drop_zone(), self._stack, spacing=GRID * 2, margin=GRID * 3))

    def show_screenings(self, lines: "Sequence[Line]", *, named: bool) -> None:
        """Show the screenings there are, or what to do when there is none; `named` is whether the user has a name."""
        self._show(self._list_of(lines, named=named) if lines else self._empty())
        if not lines:
            self._new.setFocus()

    def _show(self, content: QWidget) -> None:
        """Put content in the place of what was shown before."""
        before = self._stack.currentWidget()
        self._stack.addWidget(content)
        self._stack.setCurrentWidget(content)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        content.setFocus()

    def _list_of(self, lines: "Sequence[Line]", *, named: bool) -> QWidget:
        from relational_screen.gui.screenings_list import ScreeningsList

        result = ScreeningsList(lines, self._filter, named=named)
        result.opened.connect(self.opened)
        result.filtered.connect(self._keep_filter)
        return result

    def _keep_filter(self, name: str) -> None:
        self._filter = name

    def choose_draft(self) -> None:
        """Let the user pick a draft."""
        from PySide6.QtWidgets import QFileDialog

        title, kinds = _("Choose a draft"), _("Drafts ({suffixes})").format(suffixes=DRAFTS)
        name, _filter = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.draft_chosen.emit(Path(name))

    def _waiting(self) -> QWidget:
        result = QWidget()
        result.setLayout(column(label(_("Fetching screenings …"))))
        return result

    def _empty(self) -> QWidget:
        texts = (
            _(
                "Relational bottom line helps you judge whether a draft raises or lowers people's ability to form "
                "and keep social relationships."
            ),
            _(
                "Open a draft, test in ten minutes whether relations are touched, and answer the questions of the "
                "life arenas it concerns."
            ),
            _("You get a consequence note for the draft in which every score is explained by your answers."),
        )
        content = column(*(label(text) for text in texts))
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(0, 0, 0, 0)
        card = framed(content)
        card.setMaximumWidth(READABLE)
        layout.addWidget(card)
        layout.addStretch(1)
        return result

    def _drop_zone(self) -> QWidget:
        text = label(_("Drop a draft here (.docx, .odt, .pdf, .html or .txt). It stays on this computer."))
        without = button(_("Start without a draft"), self.without_draft.emit, "link")
        example = button(_("Open the example"), self.example.emit, "link")
        line = row(text, without, example)
        line.setStretch(0, 1)
        return framed(line)
