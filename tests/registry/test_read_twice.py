"""The agreement of officials who screened one proposal, each alone. All of them are invented."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.app.pinned import pin
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.statistics.figures import Filter
from relational_screen.registry.statistics.read_twice import _joined, read_twice
from relational_screen.screening.answers import Answer
from relational_screen.screening.canonical import digest
from relational_screen.screening.events import make_event
from relational_screen.screening.proposal import Proposal
from tests.builders import NO_EFFECT, NOON, Chain
from tests.registry.offices import LOWERS, content, key, laid, take

DRAFT, OTHER_DRAFT = "1" * 64, "2" * 64


def reading(
    screening: str, reader: str, given: Answer, *, reads: str = "", draft: str = "", day: int = 0, authority: str = ""
) -> Chain:
    """A screening by an official, begun some days later, that answers the one question of homes."""
    chain = Chain(screening)
    proposal = Proposal(title=screening, authority=authority, responsible=reader, stage="consultation")
    data = {"content": pin(content())[0], "proposal": proposal.model_dump(), **({"reads": reads} if reads else {})}
    chain.events[:] = [make_event(screening, None, "started", data, reader, NOON + timedelta(days=day))]
    if draft:
        chain.add("draft_attached", name="x.txt", format="txt", sha256=draft, passages=digest(b"{}"), moved=[])
    chain.gate("homes.gate-any")
    chain.answer("homes.one", given)
    return chain


def found(registry: Registry, folder: Path, *chains: Chain, chosen: Filter | None = None) -> dict[str, tuple[str, ...]]:
    """What questions two readers answered otherwise, after these screenings were taken in."""
    for chain in chains:
        take(registry, laid(folder, chain.screening, chain.events))
    return {item.question: item.differing[0] for item in read_twice(registry, chosen) if item.differing}


def compared(registry: Registry, folder: Path, *chains: Chain) -> int:
    """How many proposals two readers answered the question of homes for."""
    for chain in chains:
        take(registry, laid(folder, chain.screening, chain.events))
    return max((item.compared for item in read_twice(registry)), default=0)


def test_a_blind_reading_is_held_against_the_screening_that_it_reads(registry: Registry, tmp_path: Path) -> None:
    first, blind = reading("a", "One", LOWERS), reading("b", "Two", NO_EFFECT, reads="a")
    assert found(registry, tmp_path, first, blind, reading("c", "Three", LOWERS)) == {"homes.one": ("a", "b")}


def test_officials_who_screened_the_same_draft_are_held_against_each_other(registry: Registry, tmp_path: Path) -> None:
    chains = [reading("a", "One", LOWERS, draft=DRAFT), reading("b", "Two", NO_EFFECT, draft=DRAFT)]
    assert found(registry, tmp_path, *chains, reading("c", "Three", LOWERS, draft=OTHER_DRAFT)) == {
        "homes.one": ("a", "b")
    }


@pytest.mark.parametrize(
    ("reader", "draft"),
    [("one OPDIGTET", DRAFT), ("Opdigtet, One", DRAFT), ("", DRAFT), ("Two", OTHER_DRAFT), ("Two", "")],
)
def test_the_same_or_an_unnamed_official_or_another_draft_is_no_second_reading(
    registry: Registry, tmp_path: Path, reader: str, draft: str
) -> None:
    chains = [reading("a", "One Opdigtet", LOWERS, draft=DRAFT), reading("b", reader, NO_EFFECT, draft=draft)]
    assert compared(registry, tmp_path, *chains) == 0


def test_only_the_last_draft_of_a_screening_says_what_it_is_of(registry: Registry, tmp_path: Path) -> None:
    moved_on = reading("a", "One", LOWERS, draft=DRAFT)
    moved_on.add("draft_attached", name="x", format="txt", sha256=OTHER_DRAFT, passages=digest(b"{}"), moved=[])
    assert compared(registry, tmp_path, moved_on, reading("b", "Two", LOWERS, draft=DRAFT)) == 0


def test_of_one_officials_screenings_of_a_proposal_the_last_is_taken(registry: Registry, tmp_path: Path) -> None:
    first = reading("a", "One", LOWERS, draft=DRAFT)
    again = reading("b", "One", NO_EFFECT, draft=DRAFT, day=1)
    assert found(registry, tmp_path, first, again, reading("c", "Two", LOWERS, reads="a", day=2)) == {
        "homes.one": ("b", "c")
    }


def test_a_blind_reading_of_what_does_not_count_is_alone(registry: Registry, tmp_path: Path) -> None:
    chains = [reading("a", "One", LOWERS), reading("b", "Two", NO_EFFECT, reads="a")]
    take(registry, laid(tmp_path, "a", chains[0].events, office=2))
    assert compared(registry, tmp_path, chains[1]) == 1
    registry.keys.revoke(key(2).public.fingerprint)
    assert compared(registry, tmp_path) == 0


def test_screenings_that_name_each_other_or_themselves_are_one_proposal(registry: Registry, tmp_path: Path) -> None:
    chains = [reading("a", "One", LOWERS, reads="b"), reading("b", "Two", LOWERS, reads="a")]
    assert compared(registry, tmp_path, *chains, reading("c", "Three", LOWERS, reads="c")) == 1


def test_a_proposal_is_let_through_by_the_screening_that_was_started_first(registry: Registry, tmp_path: Path) -> None:
    first = reading("a", "One", LOWERS, authority="Invented Ministry")
    blind = reading("b", "Two", NO_EFFECT, reads="a", day=1, authority="Invented Agency")
    assert found(registry, tmp_path, first, blind, chosen=Filter(authorities=("Invented Ministry",)))
    assert not found(registry, tmp_path, chosen=Filter(authorities=("Invented Agency",)))


def test_no_more_bundles_are_opened_than_are_compared(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = [reading("a", "One", LOWERS), reading("b", "Two", NO_EFFECT, reads="a")]
    for chain in (*pair, *(reading(name, "Three", LOWERS) for name in "cde")):
        take(registry, laid(tmp_path, chain.screening, chain.events))
    opened: list[str] = []
    monkeypatch.setattr(registry, "opened", opened.append)
    read_twice(registry)
    assert opened == ["a", "b"]


@given(st.lists(st.tuples(st.integers(0, 9).map(str), st.integers(0, 9).map(str))))
def test_groups_part_what_pairs_name_and_no_pair_is_in_two(pairs: list[tuple[str, str]]) -> None:
    groups = _joined(pairs)
    assert sum(len(group) for group in groups) == len({name for pair in pairs for name in pair})
    assert all(sum({one, other} <= group for group in groups) == 1 for one, other in pairs)
