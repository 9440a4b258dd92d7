"""The coverage of a whole registry: its lists, its screenings and what persons said to both. All are invented."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relational_screen.app.register import Register
from relational_screen.app.register_matching import look
from relational_screen.registry.coverage.covering import LISTS, MATCHES, covering, suggestions
from relational_screen.registry.coverage.lists import Listed
from relational_screen.registry.coverage.matching import Matches
from relational_screen.registry.coverage.proposal_lists import ProposalLists
from relational_screen.registry.inbox.registry import Registry
from tests.registry.offices import LOWERS, content, key, laid, screened, started, take
from tests.registry.proposals import listed

AT = datetime(2027, 3, 1, 12, tzinfo=UTC)
AUTHORITY = "Invented Ministry"
HOUSES, GARDENS, FENCES = "Lov om opdigtede huse", "Lov om opdigtede haver", "Skattekontrol i udlandet"


def _proposal(title: str) -> Listed:
    return listed(title, authority=AUTHORITY, date="2027-02-20")


@pytest.fixture
def filled(registry: Registry, tmp_path: Path) -> Registry:
    """Three listed proposals; a screening of the first, one nearly of the second's title, and one of none."""
    for name, title in (("s1", HOUSES), ("s2", "Lov om opdigtede havers haver")):
        take(registry, laid(tmp_path, name, started(name, title).events))
    take(registry, laid(tmp_path, "s3", screened("s3", LOWERS).events))
    proposals = [listed(FENCES, kind="budget"), _proposal(GARDENS), _proposal(HOUSES)]
    ProposalLists(registry.said(LISTS)).keep("Programme", proposals, "Invented", AT)
    return registry


def _counts(registry: Registry) -> dict[str, int]:
    return {figure: len(found) for figure, found in covering(registry).figures.items()}


def test_coverage_brings_lists_matches_and_screenings_together(filled: Registry) -> None:
    assert _counts(filled)["no_record"] == 3
    Matches(filled.said(MATCHES)).confirm(_proposal(HOUSES), "s1", "Invented", AT)
    counts = _counts(filled)
    assert (counts["listed"], counts["begun"], counts["no_record"]) == (3, 1, 2)
    assert {each.id for each in covering(filled).unlisted} == {"s2", "s3"}


def test_a_screening_that_counts_no_more_covers_nothing(filled: Registry) -> None:
    Matches(filled.said(MATCHES)).confirm(_proposal(HOUSES), "s1", "Invented", AT)
    filled.keys.revoke(key(1).public.fingerprint)
    assert _counts(filled)["no_record"] == 3
    assert covering(filled).unlisted == ()


def test_certain_candidates_are_suggested_first_and_proposals_without_any_last(filled: Registry) -> None:
    found = [(each.title, [one.screening.id for one in candidates]) for each, candidates in suggestions(filled)]
    assert [title for title, _ in found] == [HOUSES, GARDENS, FENCES]
    assert [ids[:1] for _, ids in found] == [["s1"], ["s2"], []]


def test_a_blind_second_reading_is_offered_for_no_proposal(filled: Registry, tmp_path: Path) -> None:
    blind = started("s4", HOUSES)
    begun = {**blind.events[0].data, "reads": "s1"}
    blind.events.clear()
    blind.add("started", **begun)
    take(filled, laid(tmp_path, "s4", blind.events))
    Matches(filled.said(MATCHES)).confirm(_proposal(GARDENS), "s4", "Invented", AT)
    assert (_counts(filled)["no_record"], {each.id for each in covering(filled).unlisted}) == (3, {"s1", "s2", "s3"})
    assert {one.screening.id for _, candidates in suggestions(filled) for one in candidates} == {"s1", "s2"}
    with closing(Register(filled.path, content(), "Invented official")) as register:
        assert look(register, lambda *_: True).screenings.keys() == {"s1", "s2", "s3"}


def test_what_is_confirmed_is_suggested_no_more_and_what_is_rejected_not_again(filled: Registry) -> None:
    matches = Matches(filled.said(MATCHES))
    matches.confirm(_proposal(HOUSES), "s1", "Invented", AT)
    matches.reject(_proposal(GARDENS), "s2", "Invented", AT)
    found = {each.title: [one.screening.id for one in candidates] for each, candidates in suggestions(filled)}
    assert found.keys() == {GARDENS, FENCES}
    assert "s2" not in found[GARDENS]
