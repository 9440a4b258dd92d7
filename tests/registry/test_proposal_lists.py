"""Lists of proposals are kept in all their versions, and the last of each is used. All are invented."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.errors import ScreenError
from relational_screen.registry.coverage.proposal_lists import ProposalLists
from tests.registry.proposals import listed

AT = datetime(2027, 3, 1, 12, tzinfo=UTC)
NAMES = st.sampled_from(["a", "b", "c"])
TITLES = st.lists(st.sampled_from(["Lov om huse", "Lov om haver", "Lov om hegn"]), unique=True)


def _titles(lists: ProposalLists) -> list[str]:
    return [each.title for each in lists.proposals()]


def test_the_last_version_of_each_list_is_used_and_every_one_is_kept() -> None:
    rows: list[dict[str, Any]] = []
    lists = ProposalLists(rows)
    lists.keep("Programme", [listed("Lov om huse"), listed("Lov om haver")], "Invented", AT)
    lists.keep("Plans", [listed("Plan for byen", kind="plan")], "Invented", AT)
    lists.keep("Programme", [listed("Lov om hegn")], "Invented", AT)
    assert lists.names() == ("Plans", "Programme")
    assert _titles(lists) == ["Plan for byen", "Lov om hegn"]
    assert [row["name"] for row in rows] == ["Programme", "Plans", "Programme"]
    assert (rows[0]["by"], rows[0]["at"], len(rows[0]["proposals"])) == ("Invented", "2027-03-01T12:00:00+00:00", 2)


def test_a_proposal_on_two_lists_is_one_as_the_later_list_tells_it() -> None:
    lists = ProposalLists([])
    lists.keep("new", [listed(date="2026-11-20", row=2)], "Invented", AT)
    lists.keep("old", [listed(date="2026-10-01", row=7)], "Invented", AT)
    assert [(each.date, each.row) for each in lists.proposals()] == [("2026-10-01", 7)]
    lists.drop("old", "Invented", AT)
    assert [(each.date, each.row) for each in lists.proposals()] == [("2026-11-20", 2)]


def test_a_list_that_was_dropped_is_used_no_more_and_can_be_kept_again() -> None:
    rows: list[dict[str, Any]] = []
    lists = ProposalLists(rows)
    lists.keep(" a ", [listed()], "Invented", AT)
    lists.drop("a", "Invented", AT)
    assert (lists.names(), lists.proposals(), len(rows)) == ((), (), 2)
    lists.keep("a", [listed()], "Invented", AT)
    assert lists.names() == ("a",)


@pytest.mark.parametrize("name", ["", " "])
def test_a_list_without_a_name_is_refused(name: str) -> None:
    rows: list[dict[str, Any]] = []
    with pytest.raises(ScreenError, match="has no name"):
        ProposalLists(rows).keep(name, [listed()], "Invented", AT)
    assert rows == []


def test_a_list_that_there_is_not_cannot_be_dropped() -> None:
    rows: list[dict[str, Any]] = []
    with pytest.raises(ScreenError, match="no list Programme"):
        ProposalLists(rows).drop("Programme", "Invented", AT)
    assert rows == []


@given(st.lists(st.tuples(NAMES, st.none() | TITLES)))
def test_lists_are_known_again_from_the_kept_rows(said: list[tuple[str, list[str] | None]]) -> None:
    rows: list[dict[str, Any]] = []
    lists = ProposalLists(rows)
    for name, titles in said:
        if titles is not None:
            lists.keep(name, [listed(title) for title in titles], "Invented", AT)
        elif name in lists.names():
            lists.drop(name, "Invented", AT)
    again = ProposalLists(json.loads(json.dumps(rows)))
    assert (again.names(), again.proposals()) == (lists.names(), lists.proposals())
