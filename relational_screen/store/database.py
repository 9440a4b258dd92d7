"""Opens the store's file: where it may lie, how it is made durable, and how it is brought up to date."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

from sqlite_utils import Database, Migrations

from relational_screen.errors import N_, ScreenError
from relational_screen.store.location import is_on_network
from relational_screen.store.migrations import migrations

BUSY_SECONDS = 5
LOG_PAGES = 100  # written over again from there: a log that no longer grows makes a durable commit take half the time
SMALLEST = 512  # bytes of the smallest database there is
OWN_FOLDER, OWN_FILE = 0o700, 0o600  # drafts may be confidential: nobody else on the computer reads them


def open_database(path: Path, steps: Migrations = migrations) -> Database:
    """Open or create a store, in WAL with synchronous FULL, migrated to this program's shape by its steps.

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
        path.parent.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
        path.touch(mode=OWN_FILE, exist_ok=True)
        if 0 < path.stat().st_size < SMALLEST:  # SQLite would take the shortest ones for new and write over them
            raise sqlite3.DatabaseError("file is not a database")
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        with ExitStack() as unless_opened:
            unless_opened.callback(connection.close)
            database = _prepared(connection, path, steps)
            unless_opened.pop_all()
    return database


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


def _prepared(connection: sqlite3.Connection, path: Path, steps: Migrations) -> Database:
    """Bring the store up to date under the write lock, since two programs may open it at the same moment."""
    database = Database(connection, execute_plugins=False)
    connection.execute("begin immediate")
    applied = [migration.name for migration in steps.applied(database)]
    _refuse_what_is_not_ours(database, applied, path, steps)
    pending = bool(steps.pending(database))
    if pending and applied:
        _lay_copy_beside(path)
    if pending:
        steps.apply(database)
    connection.execute("commit")
    _write_ahead(connection)
    connection.execute("pragma synchronous = full")
    connection.execute(f"pragma wal_autocheckpoint = {LOG_PAGES}")
    return database


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn on WAL; here alone SQLite does not wait by itself while another program opens the same new file."""
    end = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > end:
                raise
            sleep(0.01)
        else:
            return


def _refuse_what_is_not_ours(database: Database, applied: list[str], path: Path, steps: Migrations) -> None:
    """Raise before anything is written, so that the file stays as it was to the last byte."""
    if not {migration.name for migration in steps._migrations}.issuperset(applied):
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


def _lay_copy_beside(path: Path) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    copy = path.with_name(f"{path.name}.{stamp}.backup")
    copy.touch(mode=OWN_FILE)
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("vacuum into ?", [str(copy)])
