"""The store: what was appended stays, in order, and what was tampered with is found."""

import json
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from relational_screen.errors import ScreenError
from relational_screen.screening.canonical import canonical, digest
from relational_screen.screening.events import Event
from relational_screen.store.store import Store
from tests.builders import NO_EFFECT, Chain

EVENTS = 40


def _chain(screening: str = "s1", answers: int = 3) -> list[Event]:
    chain = Chain(screening)
    for number in range(answers):
        chain.answer(f"q{number}", NO_EFFECT)
    return chain.events


def _filled(path: Path) -> Store:
    store = Store(path)
    events = _chain()
    data = b'{"invented":"content"}'
    store.append(events[:1], {digest(data): data}, {"title": "first"})
    store.append(events[1:], {}, {"title": "last"})
    return store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "screenings.sqlite"


def test_what_was_appended_is_there_when_the_file_is_opened_again(path: Path) -> None:
    _filled(path).close()
    store = Store(path)
    assert store.events("s1") == _chain()
    assert store.ids() == ["s1"]
    assert store.screenings() == [{"id": "s1", "changed": _chain()[-1].at, "title": "last"}]
    store.close()


def test_an_append_is_on_the_disk_when_it_returns(path: Path) -> None:
    store = _filled(path)
    other = sqlite3.connect(path)
    assert other.execute("select count(*) from event").fetchone() == (4,)
    other.close()
    assert store._database.execute("pragma synchronous").fetchone() == (2,)
    assert store._database.execute("pragma journal_mode").fetchone() == ("wal",)
    store.close()


def test_the_chain_runs_over_the_stored_bytes(path: Path) -> None:
    store = _filled(path)
    rows = store._database.execute("select hash, content from event order by seq").fetchall()
    assert [digest(content) for _, content in rows] == [name for name, _ in rows]
    assert [event.previous for event in store.events("s1")[1:]] == [name for name, _ in rows[:-1]]
    store.close()


def test_screenings_are_listed_with_the_latest_changed_first(path: Path) -> None:
    store = Store(path)
    store.append(_chain("older", 1), {}, {})
    store.append(_chain("newer", 2), {}, {})
    assert [line["id"] for line in store.screenings()] == ["newer", "older"]
    store.close()


def test_a_screening_that_is_not_there_has_no_events(path: Path) -> None:
    store = Store(path)
    assert (store.events("none"), store.problems("none"), store.ids()) == ([], [], [])
    with pytest.raises(KeyError):
        store.content("none")
    store.close()


def test_of_two_who_change_one_screening_the_second_is_told_and_nothing_is_lost(path: Path) -> None:
    first, second = _filled(path), Store(path)
    one, two = Chain(), Chain()
    one.events, two.events = first.events("s1"), second.events("s1")
    first.append([one.answer("mine", NO_EFFECT)], {}, {"title": "mine"})
    with pytest.raises(ScreenError, match="changed in another window or program"):
        second.append([two.answer("yours", NO_EFFECT)], {"x": b"y"}, {"title": "yours"})
    assert second.events("s1") == one.events
    assert second.screenings()[0]["title"] == "mine"
    with pytest.raises(KeyError):
        second.content("x")
    second.append([one.answer("again", NO_EFFECT)], {}, {})
    assert len(first.events("s1")) == 6
    first.close()
    second.close()


def test_events_are_written_all_or_none(path: Path) -> None:
    store = _filled(path)
    chain = Chain()
    chain.events = store.events("s1")
    fresh = chain.answer("q9", NO_EFFECT)
    with pytest.raises(ScreenError):
        store.append([fresh, fresh], {"x": b"y"}, {"title": "never"})
    assert len(store.events("s1")) == 4
    assert store.screenings()[0]["title"] == "last"
    store.append([fresh], {}, {})
    assert len(store.events("s1")) == 5
    store.close()


@pytest.mark.parametrize("statement", ["update event set hash = 'x'", "delete from event"])
def test_the_file_itself_refuses_to_change_or_delete_an_event(path: Path, statement: str) -> None:
    _filled(path).close()
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="events are never"):
        other.execute(statement)
    other.close()


def _rehash(raw: sqlite3.Connection, seq: int, content: bytes) -> None:
    raw.execute("update event set content = ?, hash = ? where seq = ?", [content, digest(content), seq])


def _content(raw: sqlite3.Connection, seq: int) -> bytes:
    return bytes(raw.execute("select content from event where seq = ?", [seq]).fetchone()[0])


def _changed(raw: sqlite3.Connection) -> None:
    raw.execute("update event set content = ? where seq = 2", [_content(raw, 2).replace(b"q0", b"q9")])


def _changed_with_its_hash(raw: sqlite3.Connection) -> None:
    _rehash(raw, 2, _content(raw, 2).replace(b"q0", b"q9"))


def _swapped(raw: sqlite3.Connection) -> None:
    second, third = _content(raw, 2), _content(raw, 3)
    _rehash(raw, 2, third)
    _rehash(raw, 3, second)


TAMPERING: dict[str, tuple[Callable[[sqlite3.Connection], object], int]] = {
    "changed": (_changed, 2),
    "changed together with its hash": (_changed_with_its_hash, 3),
    "hash changed": (lambda raw: raw.execute("update event set hash = 'x' where seq = 3"), 3),
    "first deleted": (lambda raw: raw.execute("delete from event where seq = 1"), 1),
    "middle deleted": (lambda raw: raw.execute("delete from event where seq = 3"), 3),
    "swapped": (_swapped, 2),
    "renumbered": (lambda raw: raw.execute("update event set seq = 9 where seq = 2"), 9),
    "moved to another screening": (lambda raw: raw.execute("update event set screening = 's2'"), 1),
    "made unreadable": (lambda raw: _rehash(raw, 4, b"\xff{"), 4),
    "made something else": (lambda raw: _rehash(raw, 4, b"{}"), 4),
}


@pytest.mark.parametrize("how", TAMPERING)
def test_an_event_that_was_changed_deleted_or_moved_outside_the_program_is_found(path: Path, how: str) -> None:
    _filled(path).close()
    tamper, number = TAMPERING[how]
    raw = sqlite3.connect(path)
    raw.executescript("drop trigger event_is_never_changed; drop trigger event_is_never_deleted;")
    tamper(raw)
    raw.commit()
    raw.close()
    store = Store(path)
    (problem,) = [problem for name in store.ids() for problem in store.problems(name)]
    assert problem.values["number"] == number
    assert "changed outside the program" in str(problem)
    store.close()


@pytest.mark.parametrize("statement", ["update content set bytes = x'00'", "delete from content"])
def test_pinned_content_that_was_changed_or_deleted_is_found(path: Path, statement: str) -> None:
    store = Store(path)
    chain, data = Chain(), b"pinned"
    chain.events.clear()
    event = chain.add("started", content=digest(data), proposal={})
    passages = chain.add("draft_attached", name="d", format="txt", sha256="0", passages=digest(data))
    store.append([event, passages], {digest(data): data}, {})
    assert store.problems("s1") == []
    raw = sqlite3.connect(path)
    raw.execute(statement)
    raw.commit()
    raw.close()
    assert [problem.values["number"] for problem in store.problems("s1")] == [1, 2]
    assert "pins is missing or changed" in str(store.problems("s1")[0])
    store.close()


def _append_one_by_one(path: Path, screening: str) -> None:
    store = Store(path)
    for event in _chain(screening, EVENTS):
        store.append([event], {}, {"title": screening})
    store.close()


def _assert_nothing_is_lost(path: Path, names: list[str]) -> None:
    store = Store(path)
    for name in names:
        assert store.events(name) == _chain(name, EVENTS)
        assert [problem for problem in store.problems(name) if problem.values["number"] != 1] == []
    assert sorted(line["id"] for line in store.screenings()) == names
    store.close()


def test_four_threads_that_write_to_one_store_lose_nothing(path: Path) -> None:
    names = [f"s{number}" for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: _append_one_by_one(path, name), names))
    _assert_nothing_is_lost(path, names)


def test_four_programs_that_write_to_one_new_store_at_once_lose_nothing(path: Path) -> None:
    names = [f"s{number}" for number in range(4)]
    context = get_context("spawn")
    programs = [context.Process(target=_append_one_by_one, args=(path, name)) for name in names]
    for program in programs:
        program.start()
    for program in programs:
        program.join(120)
    assert [program.exitcode for program in programs] == [0, 0, 0, 0]
    _assert_nothing_is_lost(path, names)


def test_an_event_of_a_newer_program_is_told_as_such_and_not_as_damage(path: Path) -> None:
    store = _filled(path)
    last = store.events("s1")[-1]
    fields = {**json.loads(last.content), "seq": last.seq + 1, "previous": last.hash, "type": "foreseen"}
    content = canonical(fields)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(
            "insert into event (screening, seq, hash, content) values (?, ?, ?, ?)",
            ["s1", last.seq + 1, digest(content), content],
        )
        raw.commit()
    assert [str(problem) for problem in store.problems("s1")] == [
        f"Screening s1: event {last.seq + 1} was written by a newer version of the program. "
        "Install the newer version to open it."
    ]
    store.close()
