"""Copies a store, and leaves its file and what lies beside it as they were."""

import sqlite3
from contextlib import closing
from pathlib import Path

from relational_screen.store.database import readable_errors


def copy_untouched(path: Path, to: Path) -> None:
    """Copy a store as it stands, from places too where nothing may be written; `to` is a new file.

    SQLite writes beside a store that it reads, but not where no log of changes is in use, since it need not lock then.

    Raises:
        ScreenError: the file is no store, or it cannot be read.
    """
    in_use = path.with_name(f"{path.name}-wal").exists()
    address = f"{path.resolve().as_uri()}?{'mode=ro' if in_use else 'immutable=1'}"
    with (
        readable_errors(path),
        closing(sqlite3.connect(address, uri=True)) as original,
        closing(sqlite3.connect(to)) as copy,
    ):
        original.backup(copy)
