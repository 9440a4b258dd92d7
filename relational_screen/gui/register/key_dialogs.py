"""What is asked before a key is confirmed or revoked: each says what follows, and waits for a deliberate yes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QWidget

from relational_screen.app.language import _
from relational_screen.gui.register.words import written
from relational_screen.gui.theme import GRID, POINT_SIZES
from relational_screen.gui.widgets import button, column, label, row

if TYPE_CHECKING:
    from relational_screen.registry.inbox.known_keys import KnownKey

WIDTH = GRID * 70  # pixels
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class DecisionDialog(QDialog):
    """Accepts once the user has said that the check was done."""

    def __init__(self, title: str, parts: list[QWidget], check: str, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        checked = QCheckBox(check)
        self._yes: QPushButton = button(yes, self.accept)
        self._yes.setEnabled(False)
        self._yes.setAutoDefault(False)
        checked.toggled.connect(self._yes.setEnabled)
        no = button(_("Cancel"), self.reject)
        no.setDefault(True)
        content = column(*parts, checked, row(None, self._yes, no), spacing=GRID * 2, margin=GRID * 2)
        self.setLayout(content)


def confirmation(known: "KnownKey", parent: QWidget) -> DecisionDialog:
    """Return the dialog that asks for the comparison of a fingerprint."""
    parts: list[QWidget] = [
        written(_("Bundles signed with this key claim to come from {owner}.").format(owner=_owner(known))),
        _fingerprint(known),
        label(
            _(
                "Call the office on a number that you know from elsewhere, or meet its people, and let them read their "
                "fingerprint aloud. Every group must be the same. Never compare with what came along with the bundle."
            )
        ),
        label(_("Once the key is confirmed, all bundles signed with it count, and those that come later too.")),
    ]
    check = _("I have compared every group with the office itself")
    return DecisionDialog(_("Confirm a key"), parts, check, _("Confirm the key"), parent)


def revocation(known: "KnownKey", parent: QWidget) -> DecisionDialog:
    """Return the dialog that asks before a key is revoked."""
    parts: list[QWidget] = [
        written(_("Revoke the key of {owner}?").format(owner=_owner(known))),
        _fingerprint(known),
        label(
            _(
                "Its bundles are kept but count no more, and new ones are refused. This cannot be undone: the office "
                "needs a new key, and has to send its bundles again signed with that."
            )
        ),
    ]
    check = _("The key is in other hands, or the office has given it up")
    return DecisionDialog(_("Revoke a key"), parts, check, _("Revoke the key"), parent)


def _owner(known: "KnownKey") -> str:
    return known.owner or _("an office that gives no name")


def _fingerprint(known: "KnownKey") -> QLabel:
    """Return the fingerprint in letters of one width, to be selected and copied."""
    result = label(known.key.groups, bold=True)
    letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    letters.setPointSizeF(POINT_SIZES["title"])
    result.setFont(letters)
    result.setTextInteractionFlags(result.textInteractionFlags() | _SELECTABLE)
    result.setAccessibleName(_("Fingerprint"))
    result.setAccessibleDescription(known.key.groups)
    return result
