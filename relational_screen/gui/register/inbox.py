"""The inbox: bundles are taken in from files and folders, and what became of them is told."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QLayout, QProgressBar, QWidget

from relational_screen.app.language import _, told
from relational_screen.app.registering import told_oddities
from relational_screen.errors import ScreenError
from relational_screen.gui.failures import show_error
from relational_screen.gui.office_keys import CancelledError, ask_password
from relational_screen.gui.register.chains import told_time
from relational_screen.gui.register.desk import RegisterDesk, SubPage
from relational_screen.gui.register.forks import ForksCard
from relational_screen.gui.register.reasons import ReasonsTable
from relational_screen.gui.register.taking_in import TakingIn
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, framed, label, row, scrolled

if TYPE_CHECKING:
    from relational_screen.registry.inbox.inbox import ImportReport

WIDEST = GRID * 140  # pixels


class InboxPage(SubPage):
    """Takes one run of bundles in at a time."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__(desk)
        self._run: TakingIn | None = None
        self._last: TakingIn | None = None
        self._files = button(_("Add &files …"), self._choose_files)
        self._folder = button(_("Add f&older …"), self._choose_folder)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(_("Files taken in"))
        self._cancel = button(_("Cancel"), self._stop)
        self._told = label(bold=True)
        self._password = button(_("Give the passwor&d and try again …"), self._try_with_password)
        self._to_keys = button(_("Go to the keys"), lambda: desk.page_asked.emit("keys"), "link")
        heads = (_("File"), _("What happened"))
        self._outcome = ReasonsTable(_("What became of this run's files"), heads)
        self._refused = ReasonsTable(_("Refused so far"), (_("File"), _("When"), _("Why")))
        self._refused_card = _card(_("Refused so far, and not taken in since"), self._refused)
        self._forks = ForksCard(desk)
        self._report = _card(
            _("What became of them"), self._told, row(self._to_keys, self._password, None), self._outcome
        )
        self._report.hide()
        parts = (self._adding(), self._report, self._forks, self._refused_card)
        content = column(*parts, spacing=GRID * 2)
        content.addStretch(1)
        self.setLayout(column(scrolled(content, _("Inbox"), WIDEST)))
        self._show_running(None)

    def refresh(self) -> None:
        """Show what is refused and what parts, as it is now."""
        refusals = self.desk.register.refusals()
        self._refused_card.setVisible(bool(refusals))
        self._refused.show_rows([(one.file, told_time(one.at), told(one.error)) for one in refusals])
        self._forks.show_forks(self.desk.register.forks())

    def take_in(self, paths: Sequence[Path], password: str = "") -> None:
        """Take bundles in, unless a run is on its way."""
        if self._run is not None:
            return
        run = TakingIn(self.desk.register, paths, password)
        run.moved.connect(self._show_progress)
        self.destroyed.connect(run.stop)
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(run.stop)  # else the program would stay until the last file
        self._show_running(run)
        run.begin(self, self._ended, self._failed)

    def _adding(self) -> QFrame:
        words = label(
            _(
                "Add bundles (.relscreen), or a folder with bundles in it and in the folders below. You can also drop "
                "them here. Each is verified before it counts: hashes, chain, signature and key. It does no harm to "
                "add a bundle again."
            )
        )
        progress = row(self._progress, self._cancel)
        return framed(column(words, row(self._files, self._folder, None), progress))

    def _choose_files(self) -> None:
        kinds = _("Bundles (*.relscreen)")
        names, _filter = QFileDialog.getOpenFileNames(self, _("Choose bundles"), "", kinds)
        if names:
            self.take_in([Path(name) for name in names])

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Choose a folder of bundles"))
        if name:
            self.take_in([Path(name)])

    def _try_with_password(self) -> None:
        assert self._last is not None
        try:
            password = ask_password(self)
        except CancelledError:
            return
        self.take_in(self._last.paths, password)

    def _stop(self) -> None:
        assert self._run is not None
        self._cancel.setEnabled(False)
        self._run.stop()

    def _show_running(self, run: TakingIn | None) -> None:
        if run is None:
            self._last = self._run
        self._run = run
        self._files.setEnabled(run is None)
        self._folder.setEnabled(run is None)
        self._progress.setVisible(run is not None)
        self._cancel.setVisible(run is not None)
        self._cancel.setEnabled(True)
        self._progress.setRange(0, 0)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _ended(self, report: "ImportReport | None") -> None:
        self._show_running(None)
        self._report.show()
        self._tell(report)
        self.desk.tell_written()
        self._files.setFocus()

    def _failed(self, error: ScreenError) -> None:
        self._show_running(None)
        self.desk.tell_written()
        show_error(error, self)

    def _tell(self, report: "ImportReport | None") -> None:
        last = self._last
        self._password.setVisible(report is not None and last is not None and last.wants_password)
        self._to_keys.setVisible(report is not None and bool(report.pending_keys))
        rows = [(file, told(error)) for file, error in report.refused] + [*told_oddities(report)] if report else []
        self._outcome.setVisible(bool(rows))
        self._outcome.show_rows(rows)
        if report is None:
            self._told.setText(_("Stopped. What was taken in stays; add the same files again to go on."))
            return
        self._told.setText(
            _("{added} added · {known} known already · {pending} waiting for a key · {refused} refused").format(
                added=len(report.added),
                known=len(report.known),
                pending=len(report.pending),
                refused=len(report.refused),
            )
        )


def _card(title: str, *parts: QWidget | QLayout) -> QFrame:
    return framed(column(label(title, "title", bold=True), *parts))
