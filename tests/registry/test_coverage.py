"""Coverage counts what was confirmed, and every figure leads to its proposals and screenings. All are invented."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from relational_screen.registry.authorities import authority_key, level_of
from relational_screen.registry.bundle.bundle import open_bundle
from relational_screen.registry.coverage.coverage import Authority, Coverage, Figures, coverage
from relational_screen.registry.coverage.finding import Finder, Screened
from relational_screen.registry.coverage.lists import Listed
from relational_screen.registry.coverage.matching import Matches
from relational_screen.registry.coverage.tables import (
    authorities_table,
    authority_years_table,
    proposals_table,
    proposals_to_write,
    years_table,
)
from relational_screen.registry.inbox.entries import entry_of
from relational_screen.registry.statistics.tables_out import csv_of, xlsx_of
from tests.builders import core
from tests.registry import offices
from tests.registry.proposals import listed, screened

AT = datetime(2027, 3, 1, 12, tzinfo=UTC)
RESULTS: dict[str, dict[str, Any]] = {
    "not tested": {"relevance": "not_tested", "bottom_line": "not_tested", "asked": 0},
    "not relevant": {"relevance": "not_relevant", "bottom_line": "not_relevant", "asked": 0},
    "unfinished": {"bottom_line": "undetermined", "not_examined": 4},
    "raises": {"bottom_line": "raises"},
    "lowers": {"bottom_line": "lowers"},
    "both ways": {"bottom_line": "both_ways", "not_examined": 1},
}


def _coverage(*pairs: tuple[Listed, list[Screened]]) -> Coverage:
    matches = Matches([])
    for proposal, screenings in pairs:
        for each in screenings:
            matches.confirm(proposal, each.id, "Invented", AT)
    return coverage([each for each, _ in pairs], [one for _, found in pairs for one in found], matches)


def _counts(found: Figures) -> dict[str, int]:
    return {figure: len(proposals) for figure, proposals in found.items()}


def _all_results() -> Coverage:
    pairs = [(listed(name), [screened(name, **fields)]) for name, fields in RESULTS.items()]
    return _coverage(*pairs, (listed("nothing"), []))


def test_every_figure_leads_to_its_proposals() -> None:
    titles = {figure: [each.listed.title for each in found] for figure, found in _all_results().figures.items()}
    assert titles == {
        "listed": [*RESULTS, "nothing"],
        "tested": ["not relevant", "unfinished", "raises", "lowers", "both ways"],
        "assessed": ["raises", "lowers"],
        "lowers": ["lowers", "both ways"],
        "begun": ["not tested"],
        "no_record": ["nothing"],
    }


def test_only_what_was_confirmed_counts() -> None:
    screening, matches = screened(), Matches([])
    assert _counts(coverage([listed()], [screening], matches).figures)["no_record"] == 1
    matches.reject(listed(), screening.id, "Invented", AT)
    assert _counts(coverage([listed()], [screening], matches).figures)["no_record"] == 1
    matches.confirm(listed(), screening.id, "Invented", AT)
    assert _counts(coverage([listed()], [screening], matches).figures)["tested"] == 1


def test_a_match_with_a_screening_that_the_registry_no_longer_counts_is_no_record() -> None:
    matches = Matches([])
    matches.confirm(listed(), "gone", "Invented", AT)
    assert _counts(coverage([listed()], [], matches).figures)["no_record"] == 1


def test_screenings_of_nothing_on_the_list_are_shown() -> None:
    found = coverage([listed()], [screened("stray")], Matches([]))
    assert [each.id for each in found.unlisted] == ["stray"]
    assert _coverage((listed(), [screened()])).unlisted == ()


def test_a_proposals_result_is_its_latest_screenings_and_its_stage_its_firsts() -> None:
    early = screened("b", stage="idea", started="2026-10-01T09:00:00+00:00", bottom_line="lowers")
    late = screened("a", stage="final", started="2026-12-01T09:00:00+00:00", changed="2026-12-02T09:00:00+00:00")
    found = _coverage((listed(), [late, early]))
    assert [each.id for each in found.proposals[0].screenings] == ["b", "a"]
    assert _counts(found.figures)["lowers"] == 0
    assert found.proposals[0].first_stage == "idea"


def test_the_stage_told_is_that_of_the_first_test_and_not_the_stage_now() -> None:
    begun = screened("b", stage="final", started="2026-10-01T09:00:00+00:00")
    tested = screened("a", stage="final", first_stage="draft", started="2026-12-01T09:00:00+00:00")
    assert _coverage((listed(), [begun, tested])).proposals[0].first_stage == "draft"
    assert _coverage((listed(), [begun])).proposals[0].first_stage == "final"
    assert _coverage((listed(), [])).proposals[0].first_stage is None


def test_a_blind_second_reading_is_no_proposals_screening() -> None:
    first = screened("a", bottom_line="lowers")
    blind = screened("b", reads="a", changed="2027-01-01T09:00:00+00:00", bottom_line="raises")
    found = _coverage((listed(), [first, blind]), (listed("Lov om opdigtede hegn"), [blind]))
    assert [each.screenings for each in found.proposals] == [(first,), ()]
    assert found.proposals[0].latest == first
    assert coverage([listed()], [first, blind], Matches([])).unlisted == (first,)
    assert [each.screening for each in Finder([blind, first]).candidates(listed())] == [first]


def test_figures_are_told_per_ministry_and_municipality_whatever_they_are_spelled_like() -> None:
    found = _coverage(
        (listed("a", authority="Aarhus Kommune", kind="local_plan"), [screened()]),
        (listed("b", authority="Århus", kind="local_plan"), []),
        (listed("c", authority="Aarhus Kommune", kind="local_plan"), []),
        (listed("d", authority="Naboministeriet"), []),
        (listed("e"), []),
    )
    assert {(each.level, each.name): _counts(told)["listed"] for each, told in found.by_authority().items()} == {
        ("ministry", "Naboministeriet"): 1,
        ("municipality", "Aarhus Kommune"): 3,
        ("other", ""): 1,
    }
    assert next(iter(found.by_authority())) == Authority("ministry", "Naboministeriet")


def test_an_authority_is_told_by_its_name_before_the_kind_of_its_proposal() -> None:
    assert (
        authority_key("Ministeriet for Naboer og Hegn") == authority_key("naboer- og hegnministeriet") == "naboer hegn"
    )
    assert authority_key("Kommune") == "kommune"
    assert level_of("Ny Kommune", "bill") == "municipality"
    assert level_of("Social- og Boligministeriet", "local_plan") == "ministry"
    assert level_of("Region Nord", "plan") == "other"
    assert level_of("Ny", "local_plan") == "municipality"


def test_figures_are_told_per_parliamentary_year_with_those_without_a_date_last() -> None:
    found = _coverage(
        (listed("a", year=2026), [screened()]),
        (listed("b"), []),
        (listed("c", year=2025), []),
        (listed("d", year=2026), []),
    )
    assert {year: _counts(told)["listed"] for year, told in found.by_year().items()} == {2025: 1, 2026: 2, None: 1}
    assert list(found.by_year()) == [2025, 2026, None]
    assert _counts(found.of_year(2026).figures)["no_record"] == 1


@given(
    st.lists(
        st.tuples(st.sampled_from([None, *RESULTS]), st.sampled_from(["", "A", "B"]), st.sampled_from([None, 1, 2]))
    )
)
def test_the_parts_always_add_up(drawn: list[tuple[str | None, str, int | None]]) -> None:
    found = _coverage(
        *(
            (listed(f"p{n}", authority=name, year=year), [screened(f"s{n}", **RESULTS[result])] if result else [])
            for n, (result, name, year) in enumerate(drawn)
        )
    )
    every = _counts(found.figures)
    assert every["listed"] == len(drawn) == every["tested"] + every["begun"] + every["no_record"]
    assert set(found.figures["assessed"]) | set(found.figures["lowers"]) <= set(found.figures["tested"])
    for groups in (found.by_year(), found.by_authority()):
        for figure in every:
            assert sum(_counts(told)[figure] for told in groups.values()) == every[figure]


def test_the_figures_are_written_with_a_row_for_each_authority_and_year() -> None:
    found = _coverage((listed("a", authority="Naboministeriet", year=2026), [screened()]), (listed("b"), []))
    assert [list(row) for row in authorities_table(found, str).rows] == [
        ["Ministry", "Naboministeriet", 1, 1, 1, 0, 0, 0],
        ["Other authority", "not named", 1, 0, 0, 0, 0, 1],
    ]
    assert [list(row) for row in years_table(found, str).rows] == [
        ["2026-27", 1, 1, 1, 0, 0, 0],
        ["without a date", 1, 0, 0, 0, 0, 1],
    ]
    assert [list(row) for row in authority_years_table(found, str).rows] == [
        ["2026-27", "Ministry", "Naboministeriet", 1, 1, 1, 0, 0, 0],
        ["without a date", "Other authority", "not named", 1, 0, 0, 0, 0, 1],
    ]


def test_proposals_are_written_with_when_and_by_whom_and_with_what_result() -> None:
    who = {"responsible": "Invented", "unit": "Kontor 1", "authority": "Naboministeriet"}
    found = _coverage((listed(number="L 1", year=2026, date="2027-02-01"), [screened(**who)]), (listed("=cmd()"), []))
    table = proposals_table(found.proposals, core().method, "da", str)
    method = core().method
    assert list(table.rows[0]) == [
        "L 1",
        "Lov om opdigtede naboer",
        "",
        method.label("kind", "bill", "da"),
        "2027-02-01",
        "2026-27",
        1,
        method.label("stage", "consultation", "da"),
        "2026-11-02",
        "Invented, Kontor 1, Naboministeriet",
        method.label("verdict", "raises", "da"),
    ]
    assert {len(row) for row in table.rows} == {len(table.headings)}
    assert '"\'=cmd()"' in csv_of(table).decode("utf-8-sig")
    assert load_workbook(BytesIO(xlsx_of([table]))).active["B3"].data_type == "s"


def test_proposals_are_written_with_the_ids_of_their_screenings() -> None:
    found = _coverage((listed(), [screened(), screened("s2", started="2027-01-04T09:00:00+00:00")]), (listed("b"), []))
    table = proposals_to_write(found.proposals, core().method, "da", str)
    assert table.headings[-1] == "Ids of the screenings"
    assert [row[-1] for row in table.rows] == ["s1; s2", ""]


def test_an_entry_of_the_registry_is_read_as_a_screening_of_coverage() -> None:
    entry = entry_of(open_bundle(offices.bundled(offices.screened("s1", offices.LOWERS).events)))
    found = Screened.model_validate({"id": entry.screening, **entry.line})
    assert (found.id, found.bottom_line, found.relevance) == ("s1", entry.line["bottom_line"], "relevant")
    assert (found.first_stage, found.reads) == ("consultation", "")
