"""The window that writes a screening as one signed file for the secretariat."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QRadioButton, QWidget

from relational_screen.app.application import Application
from relational_screen.app.auditing import bundle_work, lacks_note, signing_key
from relational_screen.app.language import _
from relational_screen.app.session import Session
from relational_screen.app.settings import Settings, keys_folder
from relational_screen.catalogue.model import Language
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.failures import show_error
from relational_screen.gui.office_keys import CancelledError, OfficeKeys, ask_password
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row

SUFFIX = ".relscreen"


class BundleDialog(QDialog):
    """Asks whether the draft's text goes along and for whom the file is sealed, and writes it."""

    def __init__(
        self, application: Application, session: Session, settings: Settings, language: Language, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._application, self._session, self._language = application, session, language
        self.setWindowTitle(_("Bundle for the secretariat"))
        self.setMinimumWidth(GRID * 80)
        self._hash = QRadioButton(_("Only the draft's hash: its text stays here"))
        self._whole = QRadioButton(_("The draft's text goes along"))
        self._hash.setChecked(True)
        self._to = QLineEdit(settings.secretariat)
        self._to.setAccessibleName(_("Seal it for this public key"))
        self._to.setPlaceholderText("age1…")
        self._told = label()
        self._save = button(_("Sign and save as …"), self._ask_where)
        self._save.setDefault(True)
        keys = OfficeKeys(lambda: settings.authority)
        lines = column(
            label(
                _(
                    "The bundle holds all answers with their history, the content that was asked, and the note. It is "
                    "signed, so that nobody can change it unseen."
                )
            ),
            self._hash,
            self._whole,
            label(_("Seal it for this public key, so that only the secretariat can open it (may be left empty)")),
            self._to,
            label(_("The office's keys"), "title", bold=True),
            keys,
            self._told,
            row(None, self._save, button(_("Close"), self.reject)),
            margin=GRID * 2,
        )
        self.setLayout(lines)

    def save_to(self, out: Path) -> None:
        """Write the package off the GUI thread; the key's password is asked for first where it needs one."""
        try:
            key = signing_key(keys_folder(), partial(ask_password, self))
            work = bundle_work(
                self._application,
                self._session,
                key,
                out,
                with_draft=self._whole.isChecked(),
                to=self._to.text().strip() or None,
                language=self._language,
            )
        except CancelledError:
            return
        except ScreenError as error:
            show_error(error, self)
            return
        self._told.setText(_("Saving …"))
        self._save.setEnabled(False)

        def done(_result: object) -> None:
            self._save.setEnabled(True)
            lines = [_("Saved as {path}").format(path=out)]
            if lacks_note(self._session):
                lines.append(_("The bundle holds no note: the screening lacks what a note must have."))
            self._told.setText("\n".join(lines))

        def failed(error: ScreenError) -> None:
            self._save.setEnabled(True)
            self._told.clear()
            show_error(error, self)

        in_background(self, work, done, failed)

    def _ask_where(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, self.windowTitle(), f"{self._session.id[:8]}{SUFFIX}", f"*{SUFFIX}"
        )
        if name:
            path = Path(name)
            self.save_to(path if path.suffix == SUFFIX else path.with_name(f"{path.name}{SUFFIX}"))
