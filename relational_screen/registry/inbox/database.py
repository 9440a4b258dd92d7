"""The registry's file: its shape, as named steps that are only ever added to, and reading and changing it.

Beside this module only `kept`, `known_keys`, `refusals`, `said`, `counting`, `bitmaps`, `rebuilding`
and `checking` name its tables.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from relational_screen.registry.inbox.bitmaps import Execute
from relational_screen.store.database import open_database, readable_errors

migrations = Migrations("relational_screen_registry")


@migrations()
def m001_registry(db: Database) -> None:
    """Create keys, bundles kept by their parts, what each chain amounts to, and the bitmaps that figures are of."""
    for statement in (
        "create table key (fingerprint text primary key, raw blob not null, owner text not null, "
        "status text not null check (status in ('pending', 'confirmed', 'revoked')), seen text not null, "
        "decided text not null) strict",
        "create table part (hash text primary key, bytes blob not null) strict",
        "create table bundle (hash text primary key, screening text not null, events integer not null, "
        "head text not null, links text not null, key text not null, file text not null, received text not null) "
        "strict",
        "create index bundle_of_screening on bundle (screening, key)",
        "create index bundle_of_head on bundle (head)",
        "create index bundle_of_key on bundle (key, screening)",
        "create table bundle_part (bundle text not null, name text not null, part text not null, "
        "primary key (bundle, name)) strict, without rowid",
        "create table entry (number integer primary key, head text not null unique, screening text not null, "
        "counted integer not null, day text not null, line text not null) strict",
        "create index entry_of_screening on entry (screening, counted)",
        "create index entry_of_day on entry (day)",
        "create table detail (number integer primary key, data text not null) strict",
        "create table said (number integer primary key, about text not null, row text not null) strict",
        "create index said_about on said (about, number)",
        "create table set_aside (screening text not null, head text not null, "
        "primary key (screening, head)) strict, without rowid",
        "create table fork (screening text primary key) strict",
        "create table bitmap (kind text not null, name text not null, part text not null, chunk integer not null, "
        "bits blob not null, primary key (kind, name, part, chunk)) strict, without rowid",
        "create trigger bundle_is_never_changed before update on bundle "
        "begin select raise(abort, 'bundles are never changed'); end",
        "create trigger bundle_is_never_deleted before delete on bundle "
        "begin select raise(abort, 'bundles are never deleted'); end",
        "create trigger said_is_never_changed before update on said "
        "begin select raise(abort, 'what was said is never changed'); end",
        "create trigger said_is_never_deleted before delete on said "
        "begin select raise(abort, 'what was said is never deleted'); end",
    ):
        db.execute(statement)


@migrations()
def m002_refusals(db: Database) -> None:
    """Create what was refused; the rest of the registry knows nothing of it."""
    for statement in (
        "create table refusal (number integer primary key, file text not null, hash text not null, "
        "error text not null, at text not null, unique (hash, file, error)) strict",
        "create index refusal_of_file on refusal (file)",
    ):
        db.execute(statement)


def is_registry(path: Path) -> bool:
    """Whether an SQLite file is a registry, and not a store of screenings.

    Raises:
        ScreenError: it is damaged.
    """
    with readable_errors(path), closing(sqlite3.connect(path)) as file:
        return bool(file.execute("select 1 from sqlite_master where name = 'bundle_part'").fetchone())


class RegistryFile:
    """A registry that is open: reads, and changes that are made wholly or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database = open_database(path, migrations)
        self.execute: Execute = self._database.conn.execute
        self._own_changes = 0

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return what a query finds."""
        with readable_errors(self.path):
            return list(self.execute(query, list(values)).fetchall())

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make the changes inside durable together; an error takes all of them back."""
        self._own_changes += 1
        with readable_errors(self.path), self._database.conn:
            self.execute("begin immediate")
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all that is read inside be of one moment, while other programs may go on writing."""
        with readable_errors(self.path), self._database.conn:
            self.execute("begin")
            yield

    @property
    def version(self) -> tuple[int, int]:
        """What differs once this or another program has changed the file."""
        return self._own_changes, self.rows("pragma data_version")[0][0]
