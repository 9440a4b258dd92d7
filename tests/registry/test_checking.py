"""What a registry holds is computed once more from its bundles; what was changed by hand is found and mended."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relational_screen.errors import ScreenError
from relational_screen.registry.inbox.checking import Recount, problems, recount
from relational_screen.registry.inbox.inbox import import_bundles
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.statistics.statistics import listed, statistics
from tests.builders import NO_EFFECT, NOON
from tests.registry.offices import LOWERS, RAISES, everything, key, laid, no, screened, take


def by_hand(registry: Registry, *statements: str) -> None:
    """Change a registry outside the program; rules that stand against it are lifted meanwhile."""
    with sqlite3.connect(registry.path) as connection:
        triggers = connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"drop trigger {name}")
        for statement in statements:
            connection.executescript(statement)
        for _, sql in triggers:
            connection.execute(sql)
    connection.close()


def found(registry: Registry) -> str:
    return "\n".join(map(str, problems(registry)))


def told(items: Iterable[ScreenError]) -> str:
    return "\n".join(map(str, items))


@pytest.fixture
def filled(registry: Registry, tmp_path: Path) -> Registry:
    """Two screenings, one of them in two versions, and one whose chains part."""
    whole = screened("s1", LOWERS, RAISES)
    left, right = screened("s3", LOWERS), screened("s3", RAISES)
    paths = [
        laid(tmp_path, "a", whole.events[:-1]),
        laid(tmp_path, "b", whole.events),
        laid(tmp_path, "c", screened("s2").events, office=2),
        laid(tmp_path, "d", left.events),
        laid(tmp_path, "e", right.events),
    ]
    take(registry, *paths)
    return registry


def test_a_registry_that_nobody_changed_has_no_problems_and_progress_is_told(filled: Registry) -> None:
    steps: list[tuple[int, int]] = []
    assert list(problems(filled, lambda done, of: steps.append((done, of)))) == []
    assert steps == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def test_a_recount_of_a_registry_that_nobody_changed_changes_no_figure(filled: Registry) -> None:
    before = (statistics(filled).as_json(), listed(filled), filled.forks(), filled.screening("s1"))
    done = recount(filled)
    assert (done.mended, done.left) == ((), ())
    assert (statistics(filled).as_json(), listed(filled), filled.forks(), filled.screening("s1")) == before


COUNTED_HEAD = "(select number from entry where screening = 's1' and counted)"
CHANGES = {
    "line": (
        "update entry set line = replace(line, 'both_ways', 'raises') where screening = 's1'",
        "Of screening s1, what lists show is not what the bundle gives",
    ),
    "day": (
        "update entry set day = '2020-01-01' where screening = 's2'",
        "Of screening s2, the day is not what the bundle gives",
    ),
    "counted": (
        "update entry set counted = 0 where screening = 's2'",
        "Of screening s2, whether it counts is not what the rules give",
    ),
    "screening": (
        "update entry set screening = 's2' where screening = 's1'",
        "Of screening s1, the id is not what the bundle gives",
    ),
    "detail": (
        f"update detail set data = '{{}}' where number = {COUNTED_HEAD}",
        "Of screening s1, the details are not what the bundle gives",
    ),
    "detail gone": (
        "delete from detail where number = 3",
        "Of screening s2, the details are not what the bundle gives",
    ),
    "detail alone": ("insert into detail values (77, '{}')", "The details number 77 belong to no screening"),
    "entry gone": ("delete from entry where screening = 's2'", "Screening s2 is missing, though its bundle is there"),
    "entry put in": (
        "insert into entry values (77, 'invented', 's9', 1, '2027-03-01', '{}')",
        "Screening s9 rests on no bundle that verifies",
    ),
    "bit": (
        "update bitmap set bits = zeroblob(512) where kind = 'verdict' and name = 'both_ways'",
        "The figure verdict:both_ways is not what the bundles give, by 1: s1",
    ),
    "counted bit": (
        "update bitmap set bits = cast(x'ff' || zeroblob(511) as blob) where kind = 'counted'",
        "The figure counted is not what the bundles give",
    ),
    "bit of nothing": (
        "insert into bitmap values ('verdict', 'raises', 'x', 9, cast(x'01' || zeroblob(511) as blob))",
        "The figure verdict:raises:x is not what the bundles give, by 1: #36864",
    ),
    "more bits": (
        "update bitmap set bits = cast(bits || zeroblob(1) as blob) where kind = 'month'",
        "The figure month:2027-03 is not what the bundles give",
    ),
    "fork gone": ("delete from fork", "Whether the chains of screening s3 part is not listed"),
    "fork put in": ("insert into fork values ('s2')", "Whether the chains of screening s2 part is not listed"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_figure_changed_by_hand_is_found_and_named_and_a_recount_mends_it(filled: Registry, name: str) -> None:
    before = (statistics(filled).as_json(), listed(filled), filled.forks())
    statement, words = CHANGES[name]
    by_hand(filled, statement)
    assert words in found(filled)
    done = recount(filled)
    assert words in told(done.mended)
    assert done.left == ()
    assert found(filled) == ""
    assert (statistics(filled).as_json(), listed(filled), filled.forks()) == before


KEPT = {
    "part": "update part set bytes = cast(replace(cast(bytes as text), 'Invented', 'Otherwise') as blob) "
    "where hash in (select part from bundle_part where name = 'events.jsonl')",
    "another part": "update bundle_part set part = (select part from bundle_part where name like '%manifest%' limit 1) "
    "where name like '%events%'",
    "name of a part": "update bundle_part set name = name || 'x' where name like '%events%'",
    "long name": "update bundle_part set name = hex(zeroblob(35000)) where name like '%events%'",
    "parts gone": "delete from bundle_part",
    "hash": "update bundle set hash = 'x' || hash; update bundle_part set bundle = 'x' || bundle",
    "time": "update bundle set received = 'yesterday'",
    "time without zone": "update bundle set received = '2027-03-01T12:00:00'",
}


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_bundle_that_is_not_what_came_is_named_and_counts_no_more_after_a_recount(
    filled: Registry, name: str
) -> None:
    by_hand(filled, KEPT[name])
    words = found(filled)
    assert all(f"of screening {screening} does not verify" in words for screening in ("s1", "s2", "s3"))
    assert "Bring back the latest backup" in words
    done = recount(filled)
    assert "Screening s2 rests on no bundle that verifies" in told(done.mended)
    assert len([one for one in done.left if "does not verify" in str(one)]) == 5
    assert statistics(filled).total.count == 0


def test_an_older_version_counts_where_the_newer_bundle_was_changed(filled: Registry) -> None:
    by_hand(
        filled,
        "delete from bundle_part where bundle = (select hash from bundle where screening = 's1' "
        "order by events desc limit 1)",
    )
    recount(filled)
    (line,) = [line for line in listed(filled) if line["id"] == "s1"]
    assert line["answered"] == 1


@pytest.mark.parametrize(
    ("column", "value"),
    [("screening", "'s9'"), ("events", "99"), ("head", "'x'"), ("links", "''"), ("key", "'x'")],
)
def test_what_is_listed_of_a_bundle_otherwise_than_it_holds_is_named(filled: Registry, column: str, value: str) -> None:
    by_hand(filled, f"update bundle set {column} = {value} where screening = 's2'")
    assert "is not what it holds" in found(filled)


def test_a_key_listed_as_anothers_is_named(filled: Registry) -> None:
    by_hand(filled, "update key set owner = 'Another Ministry'")
    assert f"The key {key(1).public.fingerprint} is listed as that of Another Ministry" in found(filled)


@pytest.mark.parametrize("statement", ["drop trigger bundle_is_never_deleted", "drop index entry_of_day"])
def test_a_registry_without_its_rules_is_neither_checked_nor_written(filled: Registry, statement: str) -> None:
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute(statement)
    before = everything(filled)
    for door in (lambda: list(problems(filled)), lambda: recount(filled)):
        with pytest.raises(ScreenError, match="were changed outside the program"):
            door()
    assert everything(filled) == before


def test_a_recount_that_is_stopped_changes_nothing(filled: Registry) -> None:
    by_hand(filled, "delete from entry")
    before = everything(filled)

    def stop(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        recount(filled, stop)
    assert everything(filled) == before


def test_a_recount_that_fails_half_way_changes_nothing(filled: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    by_hand(filled, "delete from entry")
    before, execute = everything(filled), filled.file.execute

    def full(statement: str, *values: object) -> object:
        if statement.startswith("insert into fork"):
            raise sqlite3.OperationalError("the invented disk is full")
        return execute(statement, *values)

    monkeypatch.setattr(filled.file, "execute", full)
    with pytest.raises(ScreenError, match="the invented disk is full"):
        recount(filled)
    assert everything(filled) == before


def test_what_persons_decided_stays_as_it_was_in_a_recount(filled: Registry) -> None:
    (head, *_) = [chain["head"] for chain in filled.screening("s3")["chains"] if chain["ends"]]
    filled.settle_fork("s3", head)
    filled.keys.revoke(key(2).public.fingerprint)
    before = (listed(filled), filled.keys.all(), filled.forks())
    assert found(filled) == ""
    by_hand(filled, "update entry set counted = 1")
    recount(filled)
    assert (listed(filled), filled.keys.all(), filled.forks()) == before


CHAINS = {
    "short": screened("s1", LOWERS).events,
    "long": screened("s1", LOWERS, RAISES).events,
    "other": screened("s1", LOWERS, NO_EFFECT).events,
    "second": screened("s2", RAISES).events,
}
OFFICES = st.integers(1, 2)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(sorted(CHAINS)), OFFICES),
        st.tuples(st.sampled_from(["confirm", "revoke", "settle"]), OFFICES),
    ),
    max_size=10,
)


def do(registry: Registry, folder: Path, what: str, office: int) -> None:
    """Take a chain in from an office, or let a person decide."""
    if what in CHAINS:
        import_bundles([laid(folder, f"{what} {office}", CHAINS[what], office)], registry, no)
    elif what == "settle":
        ends = [
            chain["head"] for one in registry.forks() for chain in registry.screening(one)["chains"] if chain["ends"]
        ]
        registry.settle_fork("s1", ends[0])
    else:
        getattr(registry.keys, what)(key(office).public.fingerprint)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_whatever_comes_and_is_decided_in_whatever_order_all_is_what_the_bundles_give(
    steps: list[tuple[str, int]],
) -> None:
    hours = iter(range(1000))
    with (
        TemporaryDirectory() as folder,
        closing(Registry(Path(folder) / "r.sqlite", lambda: NOON + timedelta(hours=next(hours)))) as registry,
    ):
        for what, office in steps:
            with suppress(ScreenError, IndexError):  # nothing to decide yet
                do(registry, Path(folder) / "inbox", what, office)
        before = (statistics(registry).as_json(), listed(registry))
        assert list(problems(registry)) == []
        assert recount(registry) == Recount((), ())
        assert (statistics(registry).as_json(), listed(registry)) == before
