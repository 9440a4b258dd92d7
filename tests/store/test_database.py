"""Where a store may lie, what is refused, and how it is brought up to date."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlite_utils import Database

from relational_screen.errors import ScreenError
from relational_screen.store import database, location
from relational_screen.store.database import open_database
from relational_screen.store.location import is_on_network
from relational_screen.store.migrations import migrations
from relational_screen.store.store import Store
from tests.builders import Chain


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "screenings.sqlite"


def _closed_store(path: Path, *statements: str) -> bytes:
    """Fill a store, run statements on it outside the program, and return its bytes."""
    store = Store(path)
    store.append(Chain().events, {}, {})
    store.close()
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()
    return path.read_bytes()


def test_a_store_is_made_with_its_folder(tmp_path: Path) -> None:
    Store(tmp_path / "new" / "deep" / "screenings.sqlite").close()
    assert (tmp_path / "new" / "deep" / "screenings.sqlite").exists()


def test_a_store_of_a_newer_program_is_refused_and_stays_as_it_was(path: Path) -> None:
    future = (
        "insert into _sqlite_migrations (migration_set, name, applied_at) values ('relational_screen', 'm999', 'x')"
    )
    before = _closed_store(path, future)
    with pytest.raises(ScreenError, match="written by a newer version"):
        Store(path)
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_database_of_another_program_is_refused_and_stays_as_it_was(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("create table invented (x)")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(ScreenError, match="a database of another program"):
        Store(path)
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "content", [b"An invented letter, not a database.\n" * 100, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_file_that_is_no_database_is_refused_and_stays_as_it_was(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ScreenError, match="is not a store of this program, or it is damaged"):
        Store(path)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    Store(path).close()
    assert path.stat().st_size > 0


def test_a_store_that_was_damaged_while_open_is_told_in_words(path: Path) -> None:
    store = Store(path)
    store._database.execute("drop table event")
    with pytest.raises(ScreenError, match="cannot be used"):
        store.events("s1")
    store.close()


def test_a_fault_of_the_program_is_not_passed_off_as_a_damaged_store(path: Path) -> None:
    store = Store(path)
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.events("s1")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ScreenError, match="cannot be used"):
        Store(tmp_path / "file" / "screenings.sqlite")


def test_a_path_that_is_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScreenError, match="cannot be used"):
        Store(tmp_path)


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(0o700)


def test_a_folder_that_is_read_only_is_told(tmp_path: Path) -> None:
    if getattr(os, "geteuid", lambda: 1)() == 0:
        pytest.skip("the superuser may write everywhere")
    with _read_only(tmp_path), pytest.raises(ScreenError, match="that you may write there"):
        Store(tmp_path / "screenings.sqlite")


def test_a_file_that_may_not_be_written_is_told_when_something_is_appended(path: Path) -> None:
    Store(path).close()
    store = Store(path)
    store._database.execute("pragma query_only = on")  # what SQLite says then is what it says of a read-only file
    with pytest.raises(ScreenError, match=r"cannot be used .*readonly"):
        store.append(Chain().events, {}, {})
    assert not store._database.conn.in_transaction
    store.close()


def test_a_disk_that_is_full_is_told_and_the_store_still_works_afterwards(path: Path) -> None:
    store = Store(path)
    pages = store._database.execute("pragma page_count").fetchone()[0]
    store._database.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(ScreenError, match=r"cannot be used \(database or disk is full\)"):
        store.append(Chain().events, {"big": b"x" * 100_000}, {})
    store._database.execute("pragma max_page_count = 100000")
    assert store.events("s1") == []
    store.append(Chain().events, {"big": b"x" * 100_000}, {})
    assert len(store.events("s1")) == 1
    store.close()


def test_a_store_that_another_program_holds_for_long_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    store = Store(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(ScreenError, match="locked"):
        store.append(Chain().events, {}, {})
    other.execute("rollback")
    other.close()
    store.append(Chain().events, {}, {})
    store.close()


@pytest.fixture
def _one_more_migration() -> Iterator[None]:
    @migrations(name="m998_invented")
    def invented(db: Any) -> None:
        db.execute("create table invented (x)")

    yield
    migrations._migrations.pop()


def test_a_copy_is_laid_beside_a_store_before_it_is_migrated(path: Path, request: pytest.FixtureRequest) -> None:
    _closed_store(path)
    request.getfixturevalue("_one_more_migration")
    Store(path).close()
    (backup,) = path.parent.glob("screenings.sqlite.*.backup")
    old, new = sqlite3.connect(backup), sqlite3.connect(path)
    tables = "select name from sqlite_master where type = 'table' and name = 'invented'"
    assert old.execute(tables).fetchall() == []
    assert new.execute(tables).fetchall() == [("invented",)]
    events = "select content from event"
    assert old.execute(events).fetchall() == new.execute(events).fetchall() != []
    old.close()
    new.close()
    Store(path).close()
    assert len(list(path.parent.glob("*.backup"))) == 1


def test_a_migration_that_fails_leaves_the_store_as_it_was(path: Path) -> None:
    _closed_store(path)

    @migrations(name="m997_invented")
    def invented(db: Any) -> None:
        db.execute("create table half (x)")
        db.execute("create table half (x)")

    try:
        with pytest.raises(ScreenError, match="cannot be used"):
            Store(path)
    finally:
        migrations._migrations.pop()
    store = Store(path)
    assert "half" not in store._database.table_names()
    assert len(store.events("s1")) == 1
    store.close()


def test_a_new_store_needs_no_copy(path: Path) -> None:
    Store(path).close()
    assert list(path.parent.glob("*.backup")) == []


def test_a_new_store_may_be_opened_by_many_at_the_same_moment(path: Path) -> None:
    start, failures = Barrier(8), []

    def one() -> None:
        start.wait()
        try:
            open_database(path).close()
        except ScreenError as error:
            failures.append(str(error))

    threads = [Thread(target=one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert Database(path).table_names().count("event") == 1


MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/homes {0}/net nfs4 rw 0 0
/dev/sdb1 {0}/net/local ext4 rw 0 0
//server/share {0}/with\\040space cifs rw 0 0
systemd-1 {0}/auto autofs rw 0 0
server:/auto {0}/auto nfs rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "on_network"),
    [
        ("net/screenings.sqlite", True),
        ("net/deep/screenings.sqlite", True),
        ("net/local/screenings.sqlite", False),
        ("with space/screenings.sqlite", True),
        ("auto/screenings.sqlite", True),
        ("network/screenings.sqlite", False),
        ("screenings.sqlite", False),
    ],
)
def test_the_innermost_mount_says_whether_a_path_lies_on_a_network(
    tmp_path: Path, place: str, on_network: bool
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(tmp_path.resolve()), encoding="utf-8")
    assert is_on_network(tmp_path / place, mounts) is on_network


def test_a_link_onto_a_network_drive_does_not_hide_it(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(tmp_path.resolve()), encoding="utf-8")
    (tmp_path / "net").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "net")
    assert is_on_network(tmp_path / "link" / "screenings.sqlite", mounts)


def test_without_a_list_of_mounts_a_path_counts_as_local(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path, tmp_path / "none")


def test_a_store_on_a_network_drive_is_refused_before_anything_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(location, "_file_system", lambda *_: "cifs")
    with pytest.raises(ScreenError, match="lies on a network drive"):
        Store(path)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("data", [b"x", b"twelve bytes", b"x" * 511])
def test_a_file_too_short_to_be_a_store_is_refused_and_stays(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(data)
    with pytest.raises(ScreenError, match="is not a store"):
        open_database(path)
    assert path.read_bytes() == data
