"""A registry made anew from the bundles of another, in the order they came: what its entries and figures must be."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.bundle.bundle import OpenedBundle, open_bundle
from relational_screen.registry.bundle.packing import MAX_BUNDLE
from relational_screen.registry.inbox.counting import settle
from relational_screen.registry.inbox.entries import Entry, entry_of
from relational_screen.registry.inbox.inbox import Told
from relational_screen.registry.inbox.one_line import one_line
from relational_screen.registry.inbox.registry import Registry, utc_now
from relational_screen.screening.canonical import digest

MAX_NAME = 1_000
"""Bytes of the name of a part, more than the format allows."""

BACKUP = N_("Bring back the latest backup of the registry.")


@contextmanager
def made_anew(kept: Registry, told: Told | None = None) -> Iterator[tuple[Registry, list[ScreenError]]]:
    """Give a registry of what the kept bundles and the decisions about them amount to, and which bundles do not verify.

    What does not verify is left out of it. It is gone when the block ends.

    Raises:
        ScreenError: the file is not built as a registry is, so that nothing in it is to be trusted.
    """
    with TemporaryDirectory() as folder, closing(_Making(kept, Path(folder))) as making:
        making.check_shape()
        making.take_all(told)
        making.decide()
        yield making.anew, making.problems


class _Making:
    def __init__(self, kept: Registry, folder: Path) -> None:
        self.kept = kept
        self.problems: list[ScreenError] = []
        self.received = utc_now()
        self.anew = Registry(folder / "anew.sqlite", now=lambda: self.received)
        self.anew.file.execute("pragma synchronous = off")  # it need not outlive a power cut

    def close(self) -> None:
        self.anew.close()

    def check_shape(self) -> None:
        query = "select type, name, sql from sqlite_master where sql is not null and name not like '%sqlite%'"
        if set(self.kept.file.rows(query)) != set(self.anew.file.rows(query)):
            raise ScreenError(N_("The tables or rules of the registry were changed outside the program."), BACKUP)

    def take_all(self, told: Told | None) -> None:
        """Take all bundles in; keys have their owners already, and wait, since none is refused here."""
        for row in self.kept.file.rows("select fingerprint, raw, owner, 'pending', seen, '' from key"):
            self.anew.file.execute("insert into key values (?, ?, ?, ?, ?, ?)", row)
        bundles = self.kept.file.rows("select hash, screening, file, received from bundle order by rowid")
        for done, (name, screening, file, received) in enumerate(bundles, start=1):
            data = self._bytes(name)
            try:
                opened, entry, self.received = *_verified(data, name), _time(received)
            except ScreenError as error:
                self.problems.append(_named(name, screening, error))
            else:
                self.anew.keep(data, opened, entry, file)
                self.anew.file.execute("delete from part")  # figures need no parts, and drafts would fill the disk
            if told is not None:
                told(done, len(bundles))

    def decide(self) -> None:
        """Take over what persons decided of keys and of chains that part, and let it decide what counts."""
        file = self.anew.file
        with file.transaction():
            for row in self.kept.file.rows("select status, decided, fingerprint from key"):
                file.execute("update key set status = ?, decided = ? where fingerprint = ?", row)
            for row in self.kept.file.rows("select screening, head from set_aside"):
                file.execute("insert into set_aside values (?, ?)", row)
            for (screening,) in file.rows("select distinct screening from bundle"):
                settle(file.execute, screening)

    def _bytes(self, name: str) -> bytes:
        """Return the bytes that are kept of a bundle, none where they are more than a bundle can hold."""
        query = (
            "select total(length(bytes)) <= ? and max(length(cast(name as blob))) <= ? "
            "from bundle_part join part on part.hash = bundle_part.part where bundle = ?"
        )
        fits = self.kept.file.rows(query, [MAX_BUNDLE, MAX_NAME, name])[0][0]
        return self.kept.bundle(name) if fits else b""


def _verified(data: bytes, name: str) -> tuple[OpenedBundle, Entry]:
    if digest(data) != name:
        raise ScreenError(N_("It was changed outside the program."))
    opened = open_bundle(data)
    return opened, entry_of(opened)


def _named(name: str, screening: str, error: ScreenError) -> ScreenError:
    return ScreenError(
        N_("The bundle {bundle} of screening {screening} does not verify. {reason}"),
        BACKUP,
        bundle=name[:16],
        screening=one_line(screening),
        reason=error,
    )


def _time(received: str) -> datetime:
    """Return when a bundle was received; it is written as the registry writes it."""
    try:
        found = datetime.fromisoformat(received)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or found.isoformat(timespec="seconds") != received:
        raise ScreenError(N_("The time at which it was received was changed."))
    return found
