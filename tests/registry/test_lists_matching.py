"""Screenings are suggested for proposals on a list, and only what a person confirms is a match. All are invented."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.registry.coverage.finding import Finder
from relational_screen.registry.coverage.lists import Listed
from relational_screen.registry.coverage.matching import Matches
from relational_screen.registry.coverage.title_words import essence, likeness
from tests.registry.proposals import listed, screened

AT = datetime(2027, 3, 1, 12, tzinfo=UTC)
OTHERS = [
    screened(f"o{number}", f"Lov om ændring af lov om {word}") for number, word in enumerate(("havne", "hegn", "høns"))
]


def _ids(proposal: Listed, *screenings: Any, rejected: tuple[str, ...] = ()) -> list[str]:
    return [each.screening.id for each in Finder([*OTHERS, *screenings]).candidates(proposal, rejected)]


@pytest.mark.parametrize(
    "title",
    [
        "Forslag til lov om opdigtede naboer",
        "LOV OM OPDIGTEDE NABOER M.V.",
        "Lov om opdigtede nabor",
        "Opdigtede naboer",
        "Naboer, opdigtede (lov om)",
    ],
)
def test_a_title_is_found_however_it_is_spelled(title: str) -> None:
    assert _ids(listed(title), screened())[0] == "s1"


def test_what_is_alike_in_nothing_is_not_suggested() -> None:
    assert _ids(listed("Skattekontrol i udlandet", kind="budget")) == []


def test_words_that_most_titles_begin_with_make_none_alike() -> None:
    assert essence("Forslag til lov om ændring af lov om naboer") == "naboer"
    assert essence("Lov om") == "lov om"


def test_of_equal_titles_the_one_with_the_same_authority_kind_and_date_comes_first() -> None:
    proposal = listed(authority="Naboministeriet", date="2026-11-20")
    best = screened("z", authority="Naboministeriet", date="2026-11-15")
    older = screened("older", authority="Naboministeriet", date="2024-11-15")
    order = screened("order", authority="Naboministeriet", date="2026-11-15", kind="plan")
    other = screened("other", authority="Havneministeriet", date="2026-11-15")
    found = _ids(proposal, other, older, order, best)
    assert found[0] == "z"
    assert {"older", "order", "other"} == set(found[1:])


def test_a_screening_that_names_the_number_is_suggested_first_however_unlike_its_title() -> None:
    found = Finder([screened(), screened("s2", "L12 - et helt andet navn")]).candidates(listed(number="L 12"))
    assert [(each.screening.id, each.number) for each in found] == [("s2", True), ("s1", False)]


@pytest.mark.parametrize(
    "other",
    [
        {"date": "2025-11-20"},
        {"authority": "Havneministeriet"},
        {"kind": "plan"},
        {"title": "L 123 - et helt andet navn"},
    ],
)
def test_a_number_that_returns_elsewhere_or_in_another_year_does_not_count(other: dict[str, Any]) -> None:
    proposal = listed(number="L 12", authority="Naboministeriet", date="2026-11-20")
    line = {"title": "L 12 - et helt andet navn", "authority": "Naboministeriet", "date": "2026-11-01"}
    assert [each.number for each in Finder([screened(**line)]).candidates(proposal)] == [True]
    assert [each.number for each in Finder([screened(**{**line, **other})]).candidates(proposal)] in ([], [False])


def test_bare_digits_count_only_where_a_title_says_that_they_are_a_number() -> None:
    proposal = listed("Nabokvarteret", kind="local_plan", number="2027")
    year = screened("year", "Budget for 2027", kind="local_plan")
    plan = screened("plan", "Lokalplan 2027", kind="local_plan")
    assert [each.screening.id for each in Finder([year, plan]).candidates(proposal) if each.number] == ["plan"]


def test_a_candidate_is_certain_only_when_title_or_number_authority_kind_and_time_are_the_same() -> None:
    proposal = listed(authority="Ny Kommune", date="2026-11-20", number="L 12")
    line = {"authority": "Ny", "date": "2026-11-01"}

    def certain(**changes: Any) -> bool:
        return any(each.certain for each in Finder([screened(**{**line, **changes})]).candidates(proposal))

    assert certain()
    assert certain(title="L 12 Opdigtede naboer m.v.")
    assert not certain(title="Lov om opdigtede naboers naboer")
    assert not certain(authority="")
    assert not certain(authority="Ny By")
    assert not certain(kind="plan")
    assert not certain(date="2024-11-01")


def test_the_order_of_screenings_does_not_change_what_is_suggested() -> None:
    twins = [screened("a"), screened("b"), screened("c")]
    assert _ids(listed(), *twins) == _ids(listed(), *reversed(twins))


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_the_same_both_ways_and_within_its_scale(one: str, other: str) -> None:
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert 0 <= likeness(one, other) <= 100


def test_nothing_is_matched_until_a_person_confirms_it() -> None:
    kept: list[dict[str, Any]] = []
    matches = Matches(kept)
    assert matches.confirmed(listed()) == ()
    matches.confirm(listed(), "s1", "Invented", AT)
    matches.reject(listed(), "s2", "Invented", AT)
    assert (matches.confirmed(listed()), matches.rejected(listed())) == (("s1",), ("s2",))
    assert matches.confirmed(listed("Lov om andre")) == ()


def test_the_last_word_on_a_pair_counts_and_every_word_is_kept() -> None:
    kept: list[dict[str, Any]] = []
    matches = Matches(kept)
    matches.confirm(listed(), "s1", "Invented", AT)
    matches.withdraw(listed(), "s1", "Invented", AT)
    assert (matches.confirmed(listed()), matches.rejected(listed())) == ((), ())
    matches.reject(listed(), "s1", "Invented", AT)
    assert (matches.confirmed(listed()), matches.rejected(listed())) == ((), ("s1",))
    assert [row["said"] for row in kept] == ["confirmed", "withdrawn", "rejected"]
    assert kept[0] == {
        "proposal": listed().key,
        "screening": "s1",
        "said": "confirmed",
        "by": "Invented",
        "at": "2027-03-01T12:00:00+00:00",
    }


def test_what_was_said_is_known_again_from_the_kept_rows() -> None:
    kept: list[dict[str, Any]] = []
    Matches(kept).confirm(listed(), "s1", "Invented", AT)
    again = Matches(json.loads(json.dumps(kept)))
    assert again.confirmed(listed(row=9, date="2027-01-01")) == ("s1",)


def test_what_was_rejected_is_not_suggested_again() -> None:
    assert _ids(listed(), screened("s1"), screened("s2"), rejected=("s1",))[0] == "s2"


def test_real_titles_are_found_among_each_other_with_openings_and_subtitles_left_out(shared_drafts: Path) -> None:
    texts = [file.read_text("utf-8").splitlines() for file in sorted(shared_drafts.glob("20*.txt"))]
    titles = [" ".join(line for line in lines[:3] if line)[:250] for lines in texts]
    finder = Finder([screened(str(number), title) for number, title in enumerate(titles)])
    for number, title in enumerate(titles):
        for told in (f"Forslag til {title}", title.upper(), re.sub(r" \(.*", "", title), title.rpartition("(")[2]):
            assert str(number) in [each.screening.id for each in finder.candidates(listed(told))], told
