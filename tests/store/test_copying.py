"""A store is copied as it stands, and stays as it was."""

from pathlib import Path

import pytest

from relational_screen.errors import ScreenError
from relational_screen.store.copying import copy_untouched
from relational_screen.store.store import Store
from tests.builders import Chain


def test_a_store_in_use_is_copied_with_its_latest_events(tmp_path: Path) -> None:
    store = Store(tmp_path / "a æ?#.sqlite")
    store.append(Chain().events, {}, {})
    copy_untouched(store.path, tmp_path / "b.sqlite")
    store.close()
    copied = Store(tmp_path / "b.sqlite")
    assert [event.hash for event in copied.events("s1")] == [event.hash for event in Chain().events]
    copied.close()


def test_nothing_is_written_beside_a_store_that_nobody_uses(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    store = Store(tmp_path / "kept" / "a.sqlite")
    store.append(Chain().events, {}, {})
    store.close()
    before = store.path.read_bytes()
    copy_untouched(store.path, tmp_path / "b.sqlite")
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "kept").iterdir()] == [("a.sqlite", before)]
    assert len((tmp_path / "b.sqlite").read_bytes()) > 0


def test_a_file_that_only_begins_like_a_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"SQLite format 3\x00" + b"invented" * 1000)
    with pytest.raises(ScreenError, match="not a store"):
        copy_untouched(path, tmp_path / "b.sqlite")
