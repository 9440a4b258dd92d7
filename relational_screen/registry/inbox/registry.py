"""The registry: bundles kept by hash, the keys they are signed with, and which of them count.

A chain counts when a confirmed key signed it and no longer chain of the same key goes on from it. Where chains part, or
another office goes on from one, none counts until a person has set the others aside.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.bundle.bundle import OpenedBundle, open_bundle
from relational_screen.registry.bundle.packing import packed, unpacked
from relational_screen.registry.inbox.arriving import arrived
from relational_screen.registry.inbox.bitmaps import Bitmaps, numbers_in, read_bitmaps
from relational_screen.registry.inbox.counting import choose, ends, enter, settle
from relational_screen.registry.inbox.database import RegistryFile
from relational_screen.registry.inbox.entries import Entry
from relational_screen.registry.inbox.known_keys import KnownKeys
from relational_screen.registry.inbox.refusals import Refusal, Refusals
from relational_screen.registry.inbox.said import Said
from relational_screen.screening.canonical import digest
from relational_screen.store.database import readable_errors


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class Registry:
    """One file of bundles. What a method that changes it has returned from is on the disk."""

    def __init__(self, path: Path, now: Callable[[], datetime] = utc_now) -> None:
        self._file = RegistryFile(path)
        self._now = now
        self._execute = self._file.execute
        self._rows = self._file.rows
        self._bitmaps: tuple[object, Bitmaps] | None = None
        self._refusals = Refusals(self._file, self._time)
        self.keys = KnownKeys(self._file, self._time)

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    @property
    def file(self) -> RegistryFile:
        """The file as it is open, for what checks it."""
        return self._file

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def holds(self, name: str) -> bool:
        """Whether a bundle is kept; `name` is the SHA-256 of its bytes."""
        return bool(self._rows("select 1 from bundle where hash = ?", [name]))

    def keep(self, data: bytes, opened: OpenedBundle, entry: Entry, file: str) -> Entry:
        """Keep a verified bundle and its entry, both or neither; a key not seen before is pending from now on.

        Returns the entry with whose key signed it and whether it is dated ahead.

        Raises:
            ScreenError: its key was revoked, or the disk refuses.
        """
        fingerprint = opened.signed_by.fingerprint
        with self._file.transaction():
            self.keys.see(opened.signed_by, entry.line["authority"])
            self.keys.refuse_revoked(opened.signed_by)
            received = self._time()
            kept = arrived(entry, opened, self.keys.owner(fingerprint), received)
            name, links = digest(data), "".join(event.hash for event in opened.events)
            row = [name, opened.screening, len(opened.events), entry.head, links, fingerprint, file, received]
            if self._execute("insert or ignore into bundle values (?, ?, ?, ?, ?, ?, ?, ?)", row).rowcount:
                self._keep_parts(name, data)
                enter(self._execute, [kept])
                settle(self._execute, opened.screening)
        return kept

    def bundle(self, name: str) -> bytes:
        """Return the bytes of a kept bundle by their SHA-256, as they came; KeyError when it is not there."""
        query = "select name, bytes from bundle_part join part on part.hash = bundle_part.part where bundle = ?"
        parts = dict(self._rows(query, [name]))
        if not parts:
            raise KeyError(name)
        return packed(parts)

    def opened(self, screening: str) -> OpenedBundle | None:
        """Return the chain of a screening that counts, verified once more; None when none counts.

        Of bundles of that chain it is the one that holds most, so that with the draft before that without.
        """
        query = (
            "select hash from entry join bundle using (head) join key on key.fingerprint = bundle.key "
            "where entry.screening = ? and counted and status = 'confirmed' "
            "order by (select count(*) from bundle_part where bundle = hash) desc, hash limit 1"
        )
        found = self._rows(query, [screening])
        return open_bundle(self.bundle(found[0][0])) if found else None

    def forks(self) -> list[str]:
        """Return the screenings whose chains part, so that none of them counts."""
        return [row[0] for row in self._rows("select screening from fork order by screening")]

    def settle_fork(self, screening: str, head: str) -> None:
        """Let the chain that ends at `head` count and set the others aside; what goes on from those is a fork again.

        Raises:
            ScreenError: no such chain of this screening is waiting to be chosen.
        """
        with self._file.transaction():
            if head not in ends(self._execute, screening):
                raise ScreenError(
                    N_("The screening {screening} has no such chain to choose."),
                    N_("Look at the list of forks."),
                    screening=screening,
                )
            choose(self._execute, screening, head)

    def full_id(self, beginning: str) -> str:
        """Return the id of the screening that begins so.

        Raises:
            ScreenError: there is none, or more than one.
        """
        query = "select distinct screening from bundle where substr(screening, 1, ?) = ?"
        found = [row[0] for row in self._rows(query, [len(beginning), beginning])]
        if beginning in found or len(found) == 1:
            return beginning if beginning in found else str(found[0])
        what = N_("More than one screening begins with {id}.") if found else N_("There is no screening {id}.")
        raise ScreenError(what, N_("See the ids with list."), id=beginning)

    def screening(self, screening: str) -> dict[str, Any]:
        """Return all that is known of a screening as JSON data: its chains, which of them counts, and its bundles.

        A chain that `ends` is one that no other goes on from and that a confirmed key signed: such may be chosen.

        Raises:
            ScreenError: there is no bundle of it.
        """
        chains = self._rows(
            "select head, counted, line, data from entry join detail using (number) where screening = ? order by head",
            [screening],
        )
        if not chains:
            raise ScreenError(
                N_("The registry has no bundle of the screening {screening}."),
                N_("Look at the list."),
                screening=screening,
            )
        last = ends(self._execute, screening)
        names = ("hash", "head", "events", "file", "received", "key", "owner", "status")
        bundles = self._rows(
            "select hash, head, events, file, received, key, owner, status from bundle join key on fingerprint = key "
            "where screening = ? order by events, hash",
            [screening],
        )
        return {
            "id": screening,
            "fork": bool(self._rows("select 1 from fork where screening = ?", [screening])),
            "chains": [
                {"head": head, "counted": bool(counted), "ends": head in last, **json.loads(line), **json.loads(data)}
                for head, counted, line, data in chains
            ],
            "bundles": [dict(zip(names, row, strict=True)) for row in bundles],
        }

    def bitmaps(self) -> Bitmaps:
        """Return the bitmaps over all entries; they are read again only when the registry was changed."""
        version = self._file.version
        if self._bitmaps is None or self._bitmaps[0] != version:
            with readable_errors(self.path):
                self._bitmaps = version, read_bitmaps(self._execute)
        return self._bitmaps[1]

    def entries_between(self, since: str, until: str) -> list[int]:
        """Return the numbers of the entries last changed from one day to before another, as YYYY-MM-DD."""
        rows = self._rows("select number from entry where day >= ? and day < ?", [since, until])
        return [row[0] for row in rows]

    def screenings_in(self, bits: int) -> list[str]:
        """Return the ids of the screenings whose entries a bitmap holds, in the order they came."""
        return [row[0] for row in self._entries("screening", list(numbers_in(bits)))]

    def lines(self, bits: int, limit: int | None = None, offset: int = 0) -> list[dict[str, Any]]:
        """Return what a list shows of the entries in a bitmap, the latest received first."""
        numbers = list(numbers_in(bits))[::-1][offset:][:limit]
        return [{"id": row[0], **json.loads(row[1])} for row in self._entries("screening, line", numbers)]

    def values(self, bits: int, *names: str) -> list[tuple[Any, ...]]:
        """Return the id and these fields of the line of each entry in a bitmap, in the order they came.

        A field that an entry does not have, since an earlier program made it, is None.
        """
        fields = ", ".join(["screening", *(f"json_extract(line, '$.{name}')" for name in names)])
        return self._entries(fields, list(numbers_in(bits)))

    def _entries(self, columns: str, numbers: list[int]) -> list[tuple[Any, ...]]:
        wanted = "from json_each(?) as wanted join entry on entry.number = wanted.value order by wanted.key"
        return self._rows(f"select {columns} {wanted}", [json.dumps(numbers)])

    def said(self, about: str) -> Said:
        """Return the JSON rows that are kept about something, to read and to add to."""
        return Said(self._file, about)

    def refuse(self, file: str, file_hash: str, error: ScreenError) -> None:
        """Keep that a file was refused; `file_hash` is the SHA-256 of its bytes, "" where they were not read."""
        self._refusals.keep(file, file_hash, error)

    def accept(self, file: str, file_hash: str) -> None:
        """Let a file that was taken in be refused no more."""
        self._refusals.drop(file, file_hash)

    def refusals(self) -> list[Refusal]:
        """Return the files that were refused and never taken in, the latest first."""
        return self._refusals.all()

    def _keep_parts(self, name: str, data: bytes) -> None:
        for part, content in unpacked(data).items():
            self._execute("insert or ignore into part values (?, ?)", [digest(content), content])
            self._execute("insert into bundle_part values (?, ?, ?)", [name, part, digest(content)])

    def _time(self) -> str:
        return self._now().isoformat(timespec="seconds")
