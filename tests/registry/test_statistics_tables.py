"""Statistics as tables say what the figures say, in words that people know. All screenings are invented."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.report.mark_columns import marked_lines
from relational_screen.registry.report.statistics_tables import screenings_table, statistics_tables
from relational_screen.registry.statistics.statistics import listed, statistics
from relational_screen.registry.statistics.tables_out import Table, csv_of, xlsx_of
from tests.builders import NO_EFFECT, answer, core, effect, measure
from tests.registry.offices import LOWERS, RAISES, content, follow_up, laid, screened, sign_off, take

REMEDY = answer(effect("lowers", measures=[measure().model_copy(update={"remedy": "meet"})]))


@pytest.fixture
def filled(registry: Registry, tmp_path: Path) -> Registry:
    """Four invented screenings by two authorities, one with a name made to run in a spreadsheet."""
    signed = screened("signed", LOWERS, RAISES)
    sign_off(signed)
    follow_up(signed, ("lowers", "less"))
    chains = [
        signed,
        screened("lowers", REMEDY, NO_EFFECT, NO_EFFECT, authority="=1+1"),
        screened("no-effect", NO_EFFECT, NO_EFFECT, NO_EFFECT),
        screened("untouched", authority=""),
    ]
    for chain in chains:
        take(registry, laid(tmp_path, chain.screening, chain.events))
    return registry


def _tables(registry: Registry, catalogue: Any = None) -> dict[str, Table]:
    found = statistics_tables(statistics(registry), catalogue or content(), "en", str)
    return {table.title: table for table in found}


def _rows(table: Table) -> dict[Any, list[Any]]:
    return {row[0]: list(row[1:]) for row in table.rows}


def test_each_kind_of_figure_has_its_table(filled: Registry) -> None:
    assert list(_tables(filled)) == [
        "Overview",
        "Verdicts by month",
        "Arenas",
        "Arenas and mechanisms",
        "Groups",
        "Remedies",
        "Authorities",
        "Quality",
        "Follow-up",
    ]


def test_the_overview_counts_null_results_like_any_other(filled: Registry) -> None:
    rows = {(row[0], row[1]): row[2] for row in _tables(filled)["Overview"].rows}
    assert rows["Screenings that count", ""] == 4
    assert (rows["Relevance", "Relations are touched"], rows["Relevance", "Relations are not touched"]) == (3, 1)
    assert [rows["Verdict", told] for told in ("Lowers", "Both ways", "Raises", "No effect")] == [
        1,
        1,
        0,
        1,
    ]
    assert (rows["Kind", "Bill"], rows["Method", "1.0"]) == (4, 4)


def test_every_row_adds_up_to_the_figures(filled: Registry) -> None:
    tables, found = _tables(filled), statistics(filled)
    (month,) = tables["Verdicts by month"].rows
    assert month[0] == "2027-03"
    assert sum(_rows(tables["Verdicts by month"])["2027-03"]) == 4
    assert sum(_rows(tables["Arenas"])["Invented arena homes"]) == 3
    heat = {(row[0], row[1]): list(row[2:]) for row in tables["Arenas and mechanisms"].rows}
    assert heat["Invented arena homes", "Places to meet"] == [2, 0]
    assert heat["Invented arena homes", "Time"] == [0, 1]
    assert _rows(tables["Authorities"]) == {"=1+1": [1], "Invented Ministry": [2], "Not named": [1]}
    assert sum(_rows(tables["Quality"])["Signed off, and not changed since"]) == found.quality["signed_off"].count == 1


def test_groups_are_never_netted(filled: Registry) -> None:
    table = _tables(filled)["Groups"]
    assert list(table.headings[1:]) == [
        f"{way}: {band}" for way in ("Lowers", "Raises") for band in ("Strong", "Moderate", "Slight")
    ]
    rows = _rows(table)
    assert (sum(rows["People-at-risk"][:3]), sum(rows["People-at-risk"][3:])) == (1, 0)
    assert (sum(rows["People-not-at-risk"][:3]), sum(rows["People-not-at-risk"][3:])) == (0, 1)


def test_follow_up_says_what_was_expected_and_what_came(filled: Registry) -> None:
    table = _tables(filled)["Follow-up"]
    assert _rows(table) == {"Lowers": [0, 1, 0, 0, 0], "Raises": [0, 0, 0, 0, 0]}
    assert table.headings[2] == "Less than expected"


def test_an_id_that_the_catalogue_does_not_know_is_shown_as_it_is(filled: Registry) -> None:
    tables = _tables(filled, core())
    assert "homes" in _rows(tables["Arenas"])
    assert list(_rows(tables["Remedies"])) == ["meet"]
    assert "People-at-risk" in _rows(tables["Groups"])


def test_screenings_are_told_in_the_words_of_the_language(filled: Registry) -> None:
    table = screenings_table(listed(filled), content(), "en", str)
    rows = {row[0]: dict(zip(table.headings, row, strict=True)) for row in table.rows}
    signed = rows["signed"]
    assert (signed["Kind"], signed["Bottom line"], signed["Signed off"]) == ("bill", "both ways", "yes")
    assert (signed["Last changed"], signed["Date"], signed["Relevance"]) == (
        date(2027, 3, 1),
        None,
        "Relations are touched",
    )
    assert rows["untouched"]["Signed off"] == "no"
    assert rows["lowers"]["Effects"] == 1


def _filtered(registry: Registry, heading: str, text: str) -> list[str]:
    """The screenings whose cell under a heading holds a text, as a spreadsheet's filter finds them."""
    table = screenings_table(marked_lines(registry, statistics(registry).total.bits), content(), "en", str)
    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    return [str(row["Screening"]) for row in rows if text in str(row[heading])]


def test_a_filter_on_the_screenings_finds_those_that_a_figure_counts(filled: Registry) -> None:
    found = statistics(filled)
    figures = {
        ("Arena: Invented arena homes", "Lowers"): found.arenas["homes"]["lowers"],
        ("Lowered where", "Invented arena homes · Places to meet"): found.heat["homes"]["places"]["lowers"],
        ("Raised where", "Invented arena homes · Time"): found.heat["homes"]["time"]["raises"],
        ("Groups that lose", "People-at-risk: Strong"): found.groups["people-at-risk"]["lowers"]["strong"],
        ("Groups that gain", "People-not-at-risk: "): found.groups["people-not-at-risk"]["raises"]["strong"],
        ("Remedies", "meet: In the draft"): found.remedies["meet"]["in_draft"],
        ("Quality", "Signed off, and not changed since"): found.quality["signed_off"],
        ("Follow-up", "Lowers: Less than expected"): found.follow_up["lowers"]["less"],
    }
    for place, figure in figures.items():
        assert sorted(_filtered(filled, *place)) == sorted(filled.screenings_in(figure.bits)) != [], place


def test_every_arena_has_a_column_and_what_was_not_found_an_empty_cell(filled: Registry) -> None:
    table = screenings_table(marked_lines(filled, statistics(filled).total.bits), content(), "en", str)
    rows = {row[0]: dict(zip(table.headings, row, strict=True)) for row in table.rows}
    assert [name for name in table.headings if name.startswith("Arena: ")] == [
        "Arena: Invented arena homes",
        "Arena: Invented arena common",
    ]
    assert rows["untouched"]["Arena: Invented arena homes"] == rows["untouched"]["Lowered where"] == ""
    assert rows["signed"]["Lowered where"] == "Invented arena homes · Places to meet"


def test_screenings_that_an_earlier_program_took_in_have_empty_cells() -> None:
    line = {
        "id": "old",
        "kind": "invented",
        "started": "2027-03-01T12:00:00+01:00",
        "changed": "",
        "bottom_line": "raises",
    }
    table = screenings_table([line], content(), "da", str)
    row = dict(zip(table.headings, table.rows[0], strict=True))
    assert (row["Kind"], row["Started"], row["Signed off"], row["Effects"]) == (
        "invented",
        date(2027, 3, 1),
        None,
        None,
    )


def test_the_tables_can_be_written_and_run_nothing(filled: Registry) -> None:
    screenings = screenings_table(marked_lines(filled, statistics(filled).total.bits), content(), "en", str)
    tables = [*_tables(filled).values(), screenings]
    book = load_workbook(BytesIO(xlsx_of(tables)))
    assert book.sheetnames == [table.title for table in tables]
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    assert '"\'=1+1"' in csv_of(tables[-1]).decode("utf-8-sig")
