"""What was refused is kept with its reason until the same file is taken in. All files are invented."""

import sqlite3
from pathlib import Path

from relational_screen.errors import Problems, ScreenError
from relational_screen.registry.inbox.inbox import import_bundles
from relational_screen.registry.inbox.refusals import LONGEST
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.keys.sealing import OpeningKey, sealed
from relational_screen.screening.canonical import digest
from tests.builders import NOON
from tests.registry.offices import LOWERS, bundled, key, laid, screened, take, yes


def _spoiled(folder: Path, name: str = "spoiled") -> Path:
    path = folder / f"{name}.relscreen"
    path.write_bytes(bundled(screened("s1", LOWERS).events).replace(b"Invented Person", b"Invented Parson"))
    return path


def test_a_refusal_is_kept_with_file_hash_time_and_reason(registry: Registry, tmp_path: Path) -> None:
    path = _spoiled(tmp_path)
    ((_, error),) = take(registry, path).refused
    (found,) = registry.refusals()
    assert (found.file, found.hash, found.at) == (path.name, digest(path.read_bytes()), NOON.isoformat())
    assert found.error.message(str.upper) == error.message(str.upper)
    assert (found.error.what, found.error.remedy, found.error.values) == (error.what, error.remedy, error.values)


def test_a_refusal_survives_closing_and_the_latest_is_first(registry: Registry, tmp_path: Path) -> None:
    take(registry, _spoiled(tmp_path, "b"))
    take(registry, _spoiled(tmp_path, "a"))
    again = Registry(registry.path)
    assert [found.file for found in again.refusals()] == ["a.relscreen", "b.relscreen"]
    again.close()


def test_the_same_file_with_the_same_reason_is_kept_once(registry: Registry, tmp_path: Path) -> None:
    path = laid(tmp_path, "a", screened("s1").events)
    path.write_bytes(sealed(path.read_bytes(), OpeningKey.created().recipient))
    for _ in range(2):
        take(registry, path)
    assert len(registry.refusals()) == 1
    import_bundles([path], registry, yes, opening=OpeningKey.created)
    assert len({found.error.what for found in registry.refusals()}) == 2


def test_a_file_that_is_taken_in_after_all_is_refused_no_more(registry: Registry, tmp_path: Path) -> None:
    mine = OpeningKey.created()
    path = laid(tmp_path, "a", screened("s1").events)
    path.write_bytes(sealed(path.read_bytes(), mine.recipient))
    other = _spoiled(tmp_path)
    take(registry, path, other)
    assert len(registry.refusals()) == 2
    import_bundles([path.rename(tmp_path / "renamed.relscreen")], registry, yes, opening=lambda: mine)
    assert [found.file for found in registry.refusals()] == [other.name]


def test_a_file_that_was_known_already_is_refused_no_more(registry: Registry, tmp_path: Path) -> None:
    path = laid(tmp_path, "a", screened("s1").events)
    take(registry, path)
    mine = OpeningKey.created()
    path.write_bytes(sealed(path.read_bytes(), mine.recipient))
    take(registry, path)
    assert len(registry.refusals()) == 1
    assert import_bundles([path], registry, yes, opening=lambda: mine).known == [path.name]
    assert registry.refusals() == []


def test_a_file_that_could_not_be_read_is_kept_by_its_name_until_it_is_there(
    registry: Registry, tmp_path: Path
) -> None:
    take(registry, tmp_path / "a.relscreen", tmp_path / "b.relscreen")
    assert {(found.file, found.hash) for found in registry.refusals()} == {("a.relscreen", ""), ("b.relscreen", "")}
    take(registry, laid(tmp_path, "a", screened("s1").events))
    assert [found.file for found in registry.refusals()] == ["b.relscreen"]


def test_what_a_revoked_key_signed_is_kept_as_refused(registry: Registry, tmp_path: Path) -> None:
    take(registry, laid(tmp_path, "s1", screened("s1").events))
    registry.keys.revoke(key(1).public.fingerprint)
    take(registry, laid(tmp_path, "s2", screened("s2").events))
    (found,) = registry.refusals()
    assert key(1).public.groups in str(found.error)


def test_names_and_values_are_kept_no_longer_than_need_be_and_as_one_line(registry: Registry) -> None:
    long = "x" * 1_000_000
    error = ScreenError("Invented {a} {b} {c}.", a=long, b=7, c="x\ny\x1b\udcff")
    registry.refuse(long, "0" * 64, error)
    (found,) = registry.refusals()
    assert found.file == found.error.values["a"] == "x" * (LONGEST - 1) + "…"
    assert (found.error.values["b"], found.error.values["c"]) == (7, "x y�")


def test_several_problems_are_kept_as_several(registry: Registry) -> None:
    registry.refuse("a", "0" * 64, Problems([ScreenError("One {n}.", n=1), ScreenError("Two.")]))
    assert str(registry.refusals()[0].error) == "One 1.\nTwo."


def test_a_registry_of_before_refusals_were_kept_is_opened_and_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "registry.sqlite"
    old = Registry(path)
    take(old, laid(tmp_path, "a", screened("s1").events))
    old.close()
    with sqlite3.connect(path) as by_hand:
        by_hand.execute("drop table refusal")
        by_hand.execute("delete from _sqlite_migrations where name = 'm002_refusals'")
    by_hand.close()
    registry = Registry(path)
    assert registry.refusals() == []
    take(registry, _spoiled(tmp_path))
    assert (len(registry.refusals()), len(registry.screening("s1")["chains"])) == (1, 1)
    registry.close()
