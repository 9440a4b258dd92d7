"""The versions of the draft, and what the latest one did to the passages that answers rest on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relational_screen.app.language import _, ngettext
from relational_screen.app.remarks import remarks
from relational_screen.app.shown import Shown
from relational_screen.app.suggesting import fate, fates
from relational_screen.gui.short import ShortButton
from relational_screen.gui.widgets import clear, column, label, row
from relational_screen.screening.links import Link


class DraftVersions(QWidget):
    """Names the draft as it stands; from the second version on it lists the answers to look at again."""

    question_asked = Signal(str)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._shown_for: object = ()
        self._text = label()
        self._lines = column(spacing=2)
        self.setLayout(column(self._text, self._lines))

    def refresh(self) -> None:
        """Show what the session holds."""
        state = self._shown.session.state
        if self._shown_for == (state.drafts, state.answers):
            return
        self._shown_for = (state.drafts, state.answers)
        self._text.setText(self._of_draft())
        clear(self._lines)
        if len(state.drafts) > 1:
            links = self._shown.session.links()
            if links:
                self._lines.addWidget(label(_("Passages that answers rest on: {counts}.").format(counts=fates(links))))
            for link in links:
                if link.fate != "unchanged":
                    self._lines.addLayout(self._row(link))

    def _of_draft(self) -> str:
        draft, versions = self._shown.session.draft, len(self._shown.session.state.drafts)
        if draft is None:
            return _("No draft is attached. Drop a file on the window or choose one.")
        count = len(draft.passages)
        text = ngettext("{name}: {count} passage was read.", "{name}: {count} passages were read.", count)
        told = text.format(name=draft.name, count=count)
        if versions > 1:
            told = _("{told} This is version {number} of the draft in this screening.").format(
                told=told, number=versions
            )
        return "\n".join([told, *remarks(draft)])

    def _row(self, link: Link) -> QHBoxLayout:
        title = self._shown.session.catalogue.question(link.question).title.get(self._shown.language)
        go = ShortButton(title, partial(self.question_asked.emit, link.question), "link")
        result = row(go, label(f"{link.label}: {fate(link)}", "small"))
        result.setStretch(1, 1)
        return result
