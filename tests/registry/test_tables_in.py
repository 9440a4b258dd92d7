"""Tables are read as they were meant, and hostile ones are refused. All lists are invented."""

import csv
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relational_screen.errors import ScreenError
from relational_screen.registry.coverage.sheets import MAX_ROWS
from relational_screen.registry.coverage.tables_in import read_sheet
from tests.registry.proposals import with_part, workbook

SHEET = "xl/worksheets/sheet1.xml"
WORDS = st.text(st.characters(codec="cp1252", exclude_categories=("C", "Z")), min_size=1, max_size=12)


def _cells(data: bytes, name: str = "list.csv", sheet: str = "") -> list[tuple[str, ...]]:
    return [row.cells for row in read_sheet(data, name, sheet).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_list_is_read_in_any_of_the_usual_encodings_and_delimiters(encoding: str, delimiter: str) -> None:
    rows = [("Titel", "Kommune"), ("Lov om æ, ø; og å", "Ærø"), ("En\nto", "Ø")]
    buffer = StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    assert _cells(buffer.getvalue().encode(encoding)) == [*rows[:2], ("En to", "Ø")]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=2, max_size=8),
    st.sampled_from(";,\t"),
    st.sampled_from(["utf-8-sig", "utf-16"]),
)
def test_every_quoted_table_comes_back_cell_by_cell(
    rows: list[tuple[str, str, str]], delimiter: str, encoding: str
) -> None:
    buffer = StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("a", "b", "c"), *rows])
    expected = [tuple(" ".join(cell.split()) for cell in row) for row in rows]
    assert _cells(f"sep={delimiter}\n{buffer.getvalue()}".encode(encoding))[1:] == expected


def test_titles_with_commas_do_not_make_the_comma_the_delimiter() -> None:
    text = "Titel;Dato\nLov om hus, hjem, have, vej;2027-01-01\nLov om by;2027-01-02\n"
    assert _cells(text.encode())[1] == ("Lov om hus, hjem, have, vej", "2027-01-01")


def test_rows_are_numbered_as_a_spreadsheet_numbers_them_with_empty_ones_left_out() -> None:
    text = 'Titel;Nr\n\n;\n"To\nlinjer";1\nTre;2\n'
    assert [row.number for row in read_sheet(text.encode(), "list.csv").rows] == [1, 4, 5]


def test_a_workbooks_values_are_read_as_text_and_its_dates_as_iso() -> None:
    rows: list[list[Any]] = [
        ["Titel", "Dato", "Nr"],
        ["Lov  om\nx", date(2027, 2, 1), 12.0],
        ["Y", datetime(2027, 2, 1, 8, 30), 1.5],
    ]
    expected = [("Titel", "Dato", "Nr"), ("Lov om x", "2027-02-01", "12"), ("Y", "2027-02-01 08:30:00", "1.5")]
    assert _cells(workbook(rows), "list.xlsx") == expected


def test_the_first_sheet_with_rows_is_read_unless_another_is_named() -> None:
    data = workbook([], [["a", "b"]], [["c", "d"]])
    read = read_sheet(data, "list.xlsx")
    assert (read.name, read.sheets, read.rows[0].cells) == ("Sheet1", ("Sheet", "Sheet1", "Sheet2"), ("a", "b"))
    assert _cells(data, "list.xlsx", "Sheet2") == [("c", "d")]
    with pytest.raises(ScreenError, match=r"list\.xlsx has no sheet Elsewhere\."):
        read_sheet(data, "list.xlsx", "Elsewhere")


def test_a_formula_is_never_computed_and_only_its_stored_value_read() -> None:
    data = workbook([["Titel", "Nr"], ["x", "=1+1"]])
    assert _cells(data, "list.xlsx")[1] == ("x",)
    stored = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    stored += b'<c r="A1"><f>1+1</f><v>7.0</v></c></row></sheetData></worksheet>'
    assert _cells(with_part(data, SHEET, stored), "list.xlsx") == [("7",)]


def test_a_sheet_that_lies_about_its_size_is_read_whole() -> None:
    data = workbook([["a"], ["b"], ["c"]])
    with ZipFile(BytesIO(data)) as made:
        part = made.read(SHEET).replace(b"<sheetViews>", b'<dimension ref="A1:A1"/><sheetViews>')
    assert _cells(with_part(data, SHEET, part), "list.xlsx") == [("a",), ("b",), ("c",)]


def test_a_workbook_that_would_swell_beyond_reason_is_not_opened() -> None:
    with pytest.raises(ScreenError, match="would unpack to far more"):
        read_sheet(with_part(workbook([["a"]]), SHEET, b" " * 70_000_000), "list.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_with_a_document_type_definition_is_not_opened(encoding: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'.encode(encoding)
    with pytest.raises(ScreenError, match="built in a way"):
        read_sheet(with_part(workbook([["a"]]), SHEET, bomb), "list.xlsx")


@pytest.mark.parametrize("part", [b"", b"<a", b"<worksheet/>", b"\0\0"])
def test_a_workbook_with_a_spoiled_sheet_is_refused(part: bytes) -> None:
    with pytest.raises(ScreenError, match=r"is damaged|holds no rows"):
        read_sheet(with_part(workbook([["a"]]), SHEET, part), "list.xlsx")


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=20))
def test_a_workbook_with_any_bytes_changed_is_read_or_refused_and_never_a_fault(at: int, put: bytes) -> None:
    data = workbook([["Titel", "Nr"], ["x", 1]])
    at %= len(data)
    with suppress(ScreenError):
        assert read_sheet(data[:at] + put + data[at + len(put) :], "list.xlsx").rows


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_read_or_refused_and_never_a_fault(data: bytes) -> None:
    with suppress(ScreenError):
        assert read_sheet(data, "list.csv").rows


def test_more_rows_than_a_list_holds_are_refused_and_not_cut_off() -> None:
    assert len(_cells(b"a;b\n" * MAX_ROWS)) == MAX_ROWS
    with pytest.raises(ScreenError, match="at most 100000 rows"):
        read_sheet(b"a;b\n" * (MAX_ROWS + 1), "list.csv")


def test_a_file_without_rows_is_refused() -> None:
    with pytest.raises(ScreenError, match="holds no rows"):
        read_sheet(b"\n;;\n", "list.csv")
