"""The keys that bundles were signed with: to confirm once their fingerprint was compared, or to revoke."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from relational_screen.app.language import _
from relational_screen.gui.register.chains import told_status
from relational_screen.gui.register.desk import RegisterDesk, SubPage
from relational_screen.gui.register.key_dialogs import DecisionDialog, confirmation, revocation
from relational_screen.gui.register.tables import dress_table
from relational_screen.gui.short import as_tooltip
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row

if TYPE_CHECKING:
    from relational_screen.registry.inbox.known_keys import KnownKey

OWNER = GRID * 36  # pixels of the column of owners at most: what a bundle claims may be long
DAY = len("2026-10-06")


class KeysPage(SubPage):
    """Lists the keys; what is chosen can be confirmed or revoked."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__(desk)
        self._keys: list[KnownKey] = []
        self._table = QTableWidget()
        dress_table(self._table, _("Keys"))
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.currentCellChanged.connect(self._offer)
        self._confirm = button(_("&Confirm …"), self._ask_to_confirm)
        self._revoke = button(_("Re&voke …"), self._ask_to_revoke)
        words = label(
            _(
                "Nothing counts that is signed with a key nobody has confirmed. Who owns a key is what its first "
                "bundle claims, until you have compared the fingerprint with the office itself."
            )
        )
        self.setLayout(column(words, row(self._confirm, self._revoke, None), self._table))

    def refresh(self) -> None:
        """Show the keys as they are now, those that wait first."""
        self._keys = list(self.desk.register.keys())
        place = max(self._table.currentRow(), 0)
        heads = (_("Fingerprint"), _("Owner, as claimed"), _("Status"), _("Bundles"), _("First seen"))
        self._table.setColumnCount(len(heads))
        self._table.setHorizontalHeaderLabels(heads)
        self._table.setRowCount(len(self._keys))
        for number, known in enumerate(self._keys):
            for column_number, text in enumerate(self._texts(known)):
                item = QTableWidgetItem(text)
                item.setToolTip(as_tooltip(text))
                self._table.setItem(number, column_number, item)
        self._share_width()
        if self._keys:
            self._table.selectRow(min(place, len(self._keys) - 1))
        self._offer()

    def _share_width(self) -> None:
        """Show who claims a key before the whole of its fingerprint, which is compared where it is decided on."""
        head = self._table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self._table.setColumnWidth(1, min(max(self._table.sizeHintForColumn(1), head.sectionSizeHint(1)), OWNER))

    def _texts(self, known: "KnownKey") -> tuple[str, ...]:
        owner = self.desk.labels.authority(known.owner)
        status = f"{told_status(known.status)} {known.decided[:DAY]}".rstrip()
        return known.key.groups, owner, status, str(known.bundles), known.seen[:DAY]

    def _chosen(self) -> "KnownKey | None":
        place = self._table.currentRow()
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def _offer(self) -> None:
        """Offer what can be decided of the chosen key; a revoked one stays revoked."""
        known = self._chosen()
        self._confirm.setEnabled(known is not None and known.status == "pending")
        self._revoke.setEnabled(known is not None and known.status != "revoked")

    def _ask_to_confirm(self) -> None:
        known = self._chosen()
        if known is not None:
            self._decide(confirmation(known, self), self.desk.register.confirm_key, known)

    def _ask_to_revoke(self) -> None:
        known = self._chosen()
        if known is not None:
            self._decide(revocation(known, self), self.desk.register.revoke_key, known)

    def _decide(self, dialog: DecisionDialog, decide: Callable[[str], None], known: "KnownKey") -> None:
        if dialog.exec():
            self.desk.change(partial(decide, known.key.fingerprint), self)
        self._table.setFocus()
