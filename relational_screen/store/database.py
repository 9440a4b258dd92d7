"""Opens the store's file: where it may lie, how it is made durable, and how it is brought up to date."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from relational_screen.errors import N_, ScreenError
from relational_screen.store.location import is_on_network
from relational_screen.store.migrations import migrations

BUSY_SECONDS = 5


def open_database(path: Path) -> Database:
    """Open or create a store, in WAL with synchronous FULL, migrated to this program's shape.

    A copy is laid beside the file before it is migrated.

    Raises:
        ScreenError: the place cannot be used, the file is not a store, or a newer program wrote it.
    """
    if is_on_network(path):
        raise ScreenError(
            N_("The store {path} lies on a network drive, where a write may be lost."),
            N_("Choose a place on this computer in the settings."),
            path=path,
        )
    with readable_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            return _prepared(connection, path)
        except BaseException:
            connection.close()
            raise


@contextmanager
def readable_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk may say into words a user can act on."""
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        raise ScreenError(
            N_("The store {path} cannot be used ({detail})."),
            N_("Check that the folder exists, that you may write there and that the disk has room, then try again."),
            path=path,
            detail=error,
        ) from error
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:  # its other kinds are faults of the program
            raise
        raise ScreenError(
            N_("The file {path} is not a store of this program, or it is damaged ({detail})."),
            N_("Nothing was changed. Choose another file, or bring back the latest backup."),
            path=path,
            detail=error,
        ) from error


def _prepared(connection: sqlite3.Connection, path: Path) -> Database:
    database = Database(connection, execute_plugins=False)
    _refuse_what_is_not_ours(database, path)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    _bring_up_to_date(database, path)
    return database


def _refuse_what_is_not_ours(database: Database, path: Path) -> None:
    """Raise before anything is written, so that the file stays as it was to the last byte."""
    applied = [migration.name for migration in migrations.applied(database)]
    known = {migration.name for migration in migrations._migrations}
    newer = [name for name in applied if name not in known]
    if newer:
        raise ScreenError(
            N_("The store {path} was written by a newer version of the program."),
            N_("Nothing was changed. Install the newer version to open it."),
            path=path,
        )
    if database.table_names() and not applied:
        raise ScreenError(
            N_("The file {path} is a database of another program."),
            N_("Nothing was changed. Choose another file."),
            path=path,
        )


def _bring_up_to_date(database: Database, path: Path) -> None:
    pending = migrations.pending(database)
    if pending and migrations.applied(database):
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        database.execute("vacuum into ?", [str(path.with_name(f"{path.name}.{stamp}.backup"))])
    if pending:
        database.execute("begin immediate")  # two programs may open a new store at the same moment
        migrations.apply(database)
        database.execute("commit")
