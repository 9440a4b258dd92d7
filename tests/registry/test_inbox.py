"""Bundles are taken in once, in any order, and only what is verified is counted."""

import os
import sqlite3
import subprocess
import sys
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from relational_screen.errors import ScreenError
from relational_screen.registry.bundle.bundle import open_bundle
from relational_screen.registry.inbox.entries import scored
from relational_screen.registry.inbox.inbox import import_bundles
from relational_screen.registry.inbox.known_keys import KnownKey
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.keys.sealing import OpeningKey, sealed
from relational_screen.registry.statistics.statistics import listed, statistics
from relational_screen.screening.canonical import digest
from relational_screen.screening.events import Event, make_event
from tests.builders import NO_EFFECT, NOON, answer, effect
from tests.registry.offices import LOWERS, RAISES, bundled, key, laid, no, screened, started, take, yes
from tests.registry.samples import bundle as bundle_without_questions
from tests.registry.samples import files_of, resigned

ROOT = Path(__file__).parent.parent.parent


def counted(registry: Registry) -> dict[str, str]:
    return {line["id"]: line["bottom_line"] for line in listed(registry)}


def fork() -> tuple[list[Event], list[Event], list[Event]]:
    """Three chains of one screening: what two have in common, and the two that go on from it each in its own way."""
    trunk, left, right = (screened("s1", LOWERS) for _ in range(3))
    left.answer("homes.two", LOWERS)
    right.answer("homes.two", RAISES)
    return trunk.events, left.events, right.events


def test_a_folder_is_taken_in_whole(registry: Registry, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    laid(inbox, "a", screened("s1", LOWERS, NO_EFFECT, NO_EFFECT).events)
    laid(inbox / "inner", "b", screened("s2").events)
    (inbox / "readme.txt").write_text("invented")
    told: list[tuple[int, int]] = []
    report = import_bundles([inbox], registry, yes, lambda done, of: told.append((done, of)))
    assert report.added == ["a.relscreen", "b.relscreen"]
    assert told == [(1, 2), (2, 2)]
    assert counted(registry) == {"s1": "lowers", "s2": "not_relevant"}


def test_taking_the_same_in_again_changes_nothing(registry: Registry, tmp_path: Path) -> None:
    path = laid(tmp_path, "a", screened("s1", LOWERS).events)
    take(registry, path)
    before = registry.screening("s1")
    report = take(registry, path, tmp_path)
    assert (report.added, report.known, report.refused) == ([], ["a.relscreen"], [])
    assert registry.screening("s1") == before


def test_a_longer_chain_takes_the_place_of_a_shorter_and_both_are_kept(registry: Registry, tmp_path: Path) -> None:
    chain = screened("s1", LOWERS, LOWERS, NO_EFFECT)
    short, whole = bundled(chain.events[:-2]), bundled(chain.events)
    for number, data in enumerate((whole, short)):  # the older one comes late
        (tmp_path / f"{number}.relscreen").write_bytes(data)
        take(registry, tmp_path / f"{number}.relscreen")
    assert statistics(registry).total.count == 1
    found = registry.screening("s1")
    assert [one["counted"] for one in found["chains"] if one["head"] == chain.events[-1].hash] == [True]
    assert [one["counted"] for one in found["chains"] if one["head"] != chain.events[-1].hash] == [False]
    assert registry.bundle(digest(short)) == short
    assert registry.bundle(digest(whole)) == whole


def test_chains_that_part_are_shown_and_neither_is_counted(registry: Registry, tmp_path: Path) -> None:
    trunk, left, right = fork()
    take(registry, laid(tmp_path, "trunk", trunk), laid(tmp_path, "left", left))
    assert counted(registry).keys() == {"s1"}
    report = take(registry, laid(tmp_path, "right", right))
    assert report.forks == registry.forks() == ["s1"]
    assert report.added == ["right.relscreen"]
    assert counted(registry) == {}
    assert registry.screening("s1")["fork"]
    heads = {events[-1].hash for events in (trunk, left, right)}
    assert {one["head"] for one in registry.screening("s1")["chains"]} == heads


def test_a_person_settles_a_fork_until_the_other_chain_goes_on(registry: Registry, tmp_path: Path) -> None:
    _, left, right = fork()
    take(registry, laid(tmp_path, "left", left), laid(tmp_path, "right", right))
    with pytest.raises(ScreenError, match="no such chain"):
        registry.settle_fork("s1", "0" * 64)
    registry.settle_fork("s1", left[-1].hash)
    assert registry.forks() == []
    assert len(counted(registry)) == 1
    more = screened("s1", LOWERS, RAISES)
    assert [event.hash for event in more.events] == [event.hash for event in right]
    more.answer("common.one", NO_EFFECT)
    take(registry, laid(tmp_path, "more", more.events))
    assert registry.forks() == ["s1"]
    assert counted(registry) == {}
    registry.settle_fork("s1", more.events[-1].hash)
    assert counted(registry) == {"s1": "both_ways"}


def test_the_order_in_which_bundles_come_does_not_matter(tmp_path: Path) -> None:
    trunk, left, right = fork()
    other = screened("s2", NO_EFFECT, NO_EFFECT, NO_EFFECT).events
    paths = [laid(tmp_path, str(n), events) for n, events in enumerate((trunk, trunk[:-1], left, right, other))]
    outcomes = []
    for number, order in enumerate(list(permutations(paths))[::7]):
        registry = Registry(tmp_path / f"{number}.sqlite")
        for path in order:
            take(registry, path)
        outcomes.append((counted(registry), registry.forks(), statistics(registry).as_json()))
        registry.close()
    assert outcomes[0][:2] == ({"s2": "no_effect"}, ["s1"])
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_nothing_is_counted_until_its_key_was_confirmed(registry: Registry, tmp_path: Path) -> None:
    asked: list[KnownKey] = []

    def not_yet(known: KnownKey) -> bool:
        asked.append(known)
        return False

    paths = [laid(tmp_path, name, screened(name, LOWERS).events) for name in ("s1", "s2")]
    report = import_bundles(paths, registry, not_yet)
    assert (report.added, report.pending) == ([], ["s1.relscreen", "s2.relscreen"])
    assert [(known.key, known.owner) for known in asked] == [(key(1).public, "Invented Ministry")]
    assert [known.key for known in report.pending_keys] == [key(1).public]
    assert statistics(registry).total.count == 0
    registry.keys.confirm(key(1).public.fingerprint)
    assert counted(registry).keys() == {"s1", "s2"}


def test_a_key_that_waited_is_asked_for_in_the_next_run(registry: Registry, tmp_path: Path) -> None:
    import_bundles([laid(tmp_path, "s1", screened("s1").events)], registry, no)
    report = import_bundles([laid(tmp_path, "s2", screened("s2").events)], registry, yes)
    assert report.added == ["s2.relscreen"]
    assert counted(registry).keys() == {"s1", "s2"}


def test_an_unconfirmed_office_cannot_take_the_place_of_another_chain(registry: Registry, tmp_path: Path) -> None:
    _, left, right = fork()
    take(registry, laid(tmp_path, "left", left))
    import_bundles([laid(tmp_path, "right", right, office=2)], registry, no)
    assert registry.forks() == []
    assert [one["head"] for one in registry.screening("s1")["chains"] if one["counted"]] == [left[-1].hash]


def test_an_unconfirmed_office_cannot_go_on_from_a_chain_that_counts(registry: Registry, tmp_path: Path) -> None:
    trunk, left, _ = fork()
    take(registry, laid(tmp_path, "trunk", trunk))
    import_bundles([laid(tmp_path, "left", left, office=2)], registry, no)
    assert [one["head"] for one in registry.screening("s1")["chains"] if one["counted"]] == [trunk[-1].hash]


def test_a_choice_between_chains_can_be_made_again(registry: Registry, tmp_path: Path) -> None:
    _, left, right = fork()
    take(registry, laid(tmp_path, "left", left), laid(tmp_path, "right", right))
    assert registry.opened("s1") is None
    for chosen in (left, right, left):
        registry.settle_fork("s1", chosen[-1].hash)
        opened = registry.opened("s1")
        assert opened is not None
        assert opened.events[-1].hash == chosen[-1].hash


def test_a_person_is_asked_again_when_the_chain_that_was_chosen_counts_no_more(
    registry: Registry, tmp_path: Path
) -> None:
    _, left, right = fork()
    take(registry, laid(tmp_path, "left", left), laid(tmp_path, "right", right, office=2))
    registry.settle_fork("s1", left[-1].hash)
    registry.keys.revoke(key(1).public.fingerprint)
    assert registry.forks() == ["s1"]
    assert counted(registry) == {}


def test_what_a_revoked_key_signed_counts_no_more_and_is_refused(registry: Registry, tmp_path: Path) -> None:
    first, second = screened("s1").events, screened("s2").events
    take(registry, laid(tmp_path, "s1", first))
    registry.keys.revoke(key(1).public.fingerprint)
    assert counted(registry) == {}
    ((file, error),) = take(registry, laid(tmp_path, "s2", second)).refused
    assert file == "s2.relscreen"
    assert "revoked" in str(error)
    assert key(1).public.groups in str(error)
    with pytest.raises(ScreenError, match="revoked"):
        registry.keys.confirm(key(1).public.fingerprint)
    take(registry, laid(tmp_path / "again", "s1", first, office=2))
    assert counted(registry) == {"s1": "not_relevant"}


def test_what_is_refused_is_named_with_its_reason_and_changes_nothing(registry: Registry, tmp_path: Path) -> None:
    whole = bundled(screened("s1", LOWERS).events)
    (tmp_path / "changed.relscreen").write_bytes(whole.replace(b"Invented Person", b"Invented Parson"))
    (tmp_path / "half.relscreen").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "other.relscreen").write_bytes(bundle_without_questions())
    report = take(registry, tmp_path, tmp_path / "missing.relscreen")
    reasons = {file: str(error) for file, error in report.refused}
    assert reasons.keys() == {f"{name}.relscreen" for name in ("changed", "half", "other", "missing")}
    assert "damaged" in reasons["changed.relscreen"]
    assert "not a bundle, or it is damaged" in reasons["half.relscreen"]
    assert "cannot score" in reasons["other.relscreen"]
    assert "cannot be read" in reasons["missing.relscreen"]
    assert [line["file"] for line in report.as_json()["refused"]] == [file for file, _ in report.refused]
    assert registry.keys.all() == []
    assert registry.bitmaps() == {}


@pytest.mark.parametrize("number", [b'"1e-9999999"', b'"1e9999999"', b'"1/0"', b'"-1"'])
def test_numbers_that_would_never_be_done_are_refused(registry: Registry, tmp_path: Path, number: bytes) -> None:
    chain = started("s1")
    files = files_of(bundled(chain.events))
    (name,) = (name for name in files if name.startswith("content/"))
    spoiled = files.pop(name).replace(b'"1/3"', number)
    assert number in spoiled
    old = name.removeprefix("content/").removesuffix(".json")
    line = files["events.jsonl"].replace(old.encode(), digest(spoiled).encode())
    (tmp_path / "a.relscreen").write_bytes(
        resigned({**files, "events.jsonl": line, f"content/{digest(spoiled)}.json": spoiled}, key(1))
    )
    ((_, error),) = take(registry, tmp_path).refused
    assert "cannot score" in str(error)


def test_more_than_can_be_counted_is_refused(registry: Registry, tmp_path: Path) -> None:
    many = answer(effect("lowers", groups=[f"invented-{number}" for number in range(5_001)]))
    laid(tmp_path, "groups", screened("s1", many).events)
    laid(tmp_path, "name", screened("s2", authority="Invented" * 200).events)
    reasons = [str(error) for _, error in take(registry, tmp_path).refused]
    assert len(reasons) == 2
    assert all("more of the screening than the registry can count" in reason for reason in reasons)


def test_a_sealed_bundle_needs_the_key_that_opens_it(registry: Registry, tmp_path: Path) -> None:
    mine = OpeningKey.created()
    for name in ("a", "b"):
        (tmp_path / f"{name}.relscreen").write_bytes(sealed(bundled(screened("s1").events), mine.recipient))
    assert all("is sealed" in str(error) for _, error in take(registry, tmp_path).refused)
    report = import_bundles([tmp_path], registry, yes, opening=lambda: mine)
    assert (report.added, report.known) == (["a.relscreen"], ["b.relscreen"])


@pytest.mark.skipif(sys.platform != "linux", reason="only there are names of files any bytes")
def test_a_file_may_have_a_name_that_is_no_text(registry: Registry, tmp_path: Path) -> None:
    laid(tmp_path, os.fsdecode(b"\xff"), screened("s1").events)
    assert take(registry, tmp_path).added == ["\N{REPLACEMENT CHARACTER}.relscreen"]


def test_a_clock_that_ran_backwards_is_shown_and_not_refused(registry: Registry, tmp_path: Path) -> None:
    first = started("s9").events[0]
    data = {"gate": "homes.gate-any", "answer": "no"}
    earlier = make_event("s9", first, "gate_answered", data, "Invented Person", NOON - timedelta(days=1))
    assert take(registry, laid(tmp_path, "a", [first])).clock_went_back == []
    report = take(registry, laid(tmp_path, "b", [first, earlier]))
    assert (report.added, report.clock_went_back) == (["b.relscreen"], ["b.relscreen"])


def test_a_run_that_is_cancelled_keeps_what_it_had_done(registry: Registry, tmp_path: Path) -> None:
    for name in ("s1", "s2", "s3"):
        laid(tmp_path, name, screened(name).events)

    def cancel(done: int, _: int) -> None:
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        import_bundles([tmp_path], registry, yes, cancel)
    assert counted(registry).keys() == {"s1", "s2"}
    report = take(registry, tmp_path)
    assert (report.known, report.added) == (["s1.relscreen", "s2.relscreen"], ["s3.relscreen"])


KILLED = """
import os, signal, sys
from pathlib import Path
from relational_screen.registry.inbox.entries import scored
from relational_screen.registry.inbox.inbox import import_bundles
from relational_screen.registry.inbox.registry import Registry
from tests.registry.offices import yes
def told(done, of):
    if done == 2: os.kill(os.getpid(), signal.SIGKILL)
import_bundles([Path(sys.argv[1])], Registry(Path(sys.argv[2])), yes, told)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no signal that cannot be caught")
def test_a_run_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    for name in ("s1", "s2", "s3"):
        laid(tmp_path / "inbox", name, screened(name).events)
    arguments = [sys.executable, "-c", KILLED, str(tmp_path / "inbox"), str(tmp_path / "r.sqlite")]
    done = subprocess.run(arguments, cwd=ROOT, env={**os.environ}, check=False)
    assert done.returncode == -9
    registry = Registry(tmp_path / "r.sqlite")
    assert counted(registry).keys() == {"s1", "s2"}
    assert take(registry, tmp_path / "inbox").added == ["s3.relscreen"]
    assert counted(registry).keys() == {"s1", "s2", "s3"}
    registry.close()


def test_the_chain_that_counts_is_opened_with_as_much_as_was_sent_of_it(registry: Registry, tmp_path: Path) -> None:
    chain = screened("s1", LOWERS)
    bare, full = bundled(chain.events), bundled(chain.events, attachments={"note.json": b"{}"})
    for name, data in (("bare", bare), ("full", full)):
        (tmp_path / f"{name}.relscreen").write_bytes(data)
    take(registry, tmp_path, laid(tmp_path, "older", chain.events[:-1]))
    opened = registry.opened("s1")
    assert opened is not None
    assert opened.events[-1].hash == chain.events[-1].hash
    assert opened.attachments == {"note.json": b"{}"}
    catalogue, result = scored(opened)
    assert catalogue.method.version == "1.0"
    assert set(result.arenas) == {"homes", "common"}
    registry.keys.revoke(key(1).public.fingerprint)
    assert registry.opened("s1") is None


def test_what_was_said_is_kept_in_order_and_never_changed(registry: Registry) -> None:
    rows = registry.said("matches")
    for number in (2, 1):
        rows.append({"invented": number})
    assert list(registry.said("matches")) == [{"invented": 2}, {"invented": 1}]
    assert list(registry.said("other")) == []
    with sqlite3.connect(registry.path) as by_hand, pytest.raises(sqlite3.IntegrityError, match="never changed"):
        by_hand.execute("update said set row = ''")
    by_hand.close()


def test_bundles_are_never_changed_even_by_hand(registry: Registry, tmp_path: Path) -> None:
    take(registry, laid(tmp_path, "a", screened("s1").events))
    with sqlite3.connect(registry.path) as by_hand, pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        by_hand.execute("delete from bundle")
    by_hand.close()


def test_another_database_is_not_taken_for_a_registry(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("create table invented (x)")
    connection.close()
    before = other.read_bytes()
    with pytest.raises(ScreenError, match="is a database of another program"):
        Registry(other)
    assert other.read_bytes() == before


def test_a_file_too_short_to_be_a_registry_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"x")
    with pytest.raises(ScreenError, match="is not a store"):
        Registry(path)
    assert path.read_bytes() == b"x"


def test_a_kept_bundle_still_verifies(registry: Registry, tmp_path: Path) -> None:
    path = laid(tmp_path, "a", screened("s1", LOWERS).events)
    take(registry, path)
    (bundle,) = registry.screening("s1")["bundles"]
    assert open_bundle(registry.bundle(bundle["hash"])).screening == "s1"
    assert (bundle["file"], bundle["key"]) == ("a.relscreen", key(1).public.fingerprint)
    with pytest.raises(KeyError):
        registry.bundle("0" * 64)
    with pytest.raises(ScreenError, match="no bundle of the screening"):
        registry.screening("s2")
