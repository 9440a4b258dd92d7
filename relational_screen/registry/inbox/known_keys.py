"""The keys that bundles were signed with, and what was decided of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.inbox.counting import settle
from relational_screen.registry.inbox.database import RegistryFile
from relational_screen.registry.keys.keys import PublicKey

KeyStatus = Literal["pending", "confirmed", "revoked"]


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key that has signed a bundle. `owner` is the authority that its first bundle gave: a claim until confirmed."""

    key: PublicKey
    owner: str
    status: KeyStatus
    seen: str
    decided: str
    bundles: int


class KnownKeys:
    """The keys of a registry; what signs a bundle for the first time is pending, and counts for nothing."""

    def __init__(self, file: RegistryFile, time: Callable[[], str]) -> None:
        self._file = file
        self._time = time

    def all(self) -> list[KnownKey]:
        """Return all keys, those that wait for confirmation first."""
        rows = self._file.rows(
            "select raw, owner, status, seen, decided, (select count(*) from bundle where key = fingerprint) "
            "from key order by status <> 'pending', owner, fingerprint"
        )
        return [KnownKey(PublicKey(row[0]), *row[1:]) for row in rows]

    def pending(self) -> list[KnownKey]:
        """Return the keys that wait for confirmation."""
        return [known for known in self.all() if known.status == "pending"]

    def get(self, fingerprint: str) -> KnownKey:
        """Return one key.

        Raises:
            ScreenError: no bundle was signed with such a key.
        """
        for known in self.all():
            if known.key.fingerprint == fingerprint:
                return known
        raise ScreenError(
            N_("No bundle was signed with the key {key}."), N_("Look at the list of keys."), key=fingerprint
        )

    def status(self, fingerprint: str) -> KeyStatus:
        """Return what was decided of a key; one never seen is pending."""
        rows = self._file.rows("select status from key where fingerprint = ?", [fingerprint])
        return rows[0][0] if rows else "pending"

    def owner(self, fingerprint: str) -> str:
        """Return the authority that the first bundle of a key gave; "" where it gave none."""
        return str(self._file.rows("select owner from key where fingerprint = ?", [fingerprint])[0][0])

    def confirm(self, fingerprint: str) -> None:
        """Say that the key is the office's own, after its fingerprint was compared; its bundles count from now on.

        Raises:
            ScreenError: no bundle was signed with such a key, or it was revoked.
        """
        self.refuse_revoked(self.get(fingerprint).key)
        self._decide(fingerprint, "confirmed")

    def revoke(self, fingerprint: str) -> None:
        """Say that a key is in other hands: its bundles are kept but count no more, and new ones are refused.

        Raises:
            ScreenError: no bundle was signed with such a key.
        """
        self.get(fingerprint)
        self._decide(fingerprint, "revoked")

    def refuse_revoked(self, key: PublicKey) -> None:
        """Raise ScreenError for a key that was revoked."""
        if self.status(key.fingerprint) == "revoked":
            raise ScreenError(
                N_("The bundle is signed with a key that was revoked ({key})."),
                N_("Nothing of it was used. Ask the office for a bundle signed with its new key."),
                key=key.groups,
            )

    def see(self, key: PublicKey, owner: str) -> None:
        """Write a key down within a transaction, where it was not seen before."""
        row = [key.fingerprint, key.raw, owner, self._time()]
        self._file.execute("insert or ignore into key values (?, ?, ?, 'pending', ?, '')", row)

    def _decide(self, fingerprint: str, status: KeyStatus) -> None:
        """Write a decision down, and let it decide at once which chains count."""
        execute = self._file.execute
        with self._file.transaction():
            decided = [status, self._time(), fingerprint]
            execute("update key set status = ?, decided = ? where fingerprint = ?", decided)
            query = "select distinct screening from bundle where key = ?"
            for (screening,) in execute(query, [fingerprint]).fetchall():
                settle(execute, screening)
