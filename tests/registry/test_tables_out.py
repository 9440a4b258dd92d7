"""Tables that are written hold what was put in, and nothing that a spreadsheet would run. All texts are invented."""

import csv
import time
from datetime import date, datetime, timezone, tzinfo
from decimal import Decimal
from io import BytesIO, StringIO
from types import SimpleNamespace
from typing import Self
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from relational_screen.registry.statistics.tables_out import BEGINS_FORMULA, LONGEST_TEXT, Cell, Table, csv_of, xlsx_of

DANGEROUS = ["=1+1", "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "=cmd|' /C calc'!A0"]
SIGNS = st.text(",;\t\r\n\"'=+-@1a ", max_size=12)
TEXTS = SIGNS | st.text(max_size=30) | st.builds(str.__add__, st.sampled_from("=+-@\t\r"), st.text(max_size=20))
NUMBERS = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False, width=32)


def _table(*cells: Cell) -> Table:
    return Table("Invented", ["a", "b", "c"], [cells])


def _read_csv(data: bytes, delimiter: str = ";") -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe_in_csv(text: str) -> None:
    for cell in _read_csv(csv_of(_table(text, text)))[1]:
        assert cell.startswith("'")
        assert cell.replace("'", "") == text.replace("'", "")


def test_headings_are_as_safe_as_cells() -> None:
    table = Table("x", ["=1+1"], [])
    assert _read_csv(csv_of(table)) == [["'=1+1"]]
    assert load_workbook(BytesIO(xlsx_of([table]))).active["A1"].data_type == "s"


def test_numbers_stay_numbers_and_have_the_languages_decimal_sign() -> None:
    table = _table(-3, Decimal("-1.50"), 2.5)
    assert _read_csv(csv_of(table))[1] == ["-3", "-1,50", "2,5"]
    assert _read_csv(csv_of(table, "en"), ",")[1] == ["-3", "-1.50", "2.5"]


def test_prices_and_dashes_inside_a_text_are_left_alone() -> None:
    text = "Tilskud på 500,- kr., dog højst 10 - 20; se § 3"
    assert _read_csv(csv_of(_table(text)))[1] == [text]


@settings(max_examples=400, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.sampled_from(["da", "en"]), st.sampled_from(";,\t"))
@example(['x,"=1+1', ',"@a'], "da", ",")
def test_no_cell_of_a_csv_file_begins_a_formula_whatever_sign_it_is_parted_at(
    texts: list[str], language: str, delimiter: str
) -> None:
    data = csv_of(Table("x", ["a"], [texts]), "da" if language == "da" else "en")
    cells = [cell for row in _read_csv(data, delimiter) for cell in row]
    begun = [cell.lstrip("\t\r\n") for cell in cells]
    assert [cell for cell in begun if cell.startswith(("=", "@"))] == []
    assert [cell for cell in begun if cell[:1] in ("+", "-") and cell[1:2].isalnum()] == []


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(TEXTS | NUMBERS | st.dates(date(1901, 1, 1), date(2999, 1, 1)), max_size=4), max_size=4))
@example([["a\r\nb\rc"]])
def test_what_is_written_to_a_workbook_comes_back_and_no_text_is_a_formula(
    rows: list[list[str | float | date]],
) -> None:
    data = xlsx_of([Table("Invented", ["a", "b", "c", "d"], rows)])
    sheet = load_workbook(BytesIO(data)).active
    for number, row in enumerate(rows, start=2):
        for column, put in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            if isinstance(put, str):
                assert (cell.data_type, cell.value) == (("s", _fitting(put)) if put else ("n", None))
                assert cell.quotePrefix == bool(BEGINS_FORMULA.search(put))
            elif isinstance(put, date):
                assert (cell.data_type, cell.value.date()) == ("d", put)
            else:
                assert (cell.data_type, cell.value) == ("n", pytest.approx(put))


def _fitting(text: str) -> str:
    """What XLSX can hold of a text, told in another way than the program does."""
    plain = normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    held = (
        c if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff") else "�"
        for c in plain
    )
    return "".join(held)


def test_a_text_that_is_too_long_for_a_cell_ends_in_an_ellipsis() -> None:
    sheet = load_workbook(BytesIO(xlsx_of([_table("x" * LONGEST_TEXT, "x" * (LONGEST_TEXT + 1))]))).active
    assert sheet["A2"].value == "x" * LONGEST_TEXT
    assert sheet["B2"].value == "x" * (LONGEST_TEXT - 1) + "…"


def test_words_that_spreadsheets_use_for_errors_stay_words() -> None:
    sheet = load_workbook(BytesIO(xlsx_of([_table("#N/A", "#REF!", "TRUE")]))).active
    assert [(cell.data_type, cell.value) for cell in sheet[2]] == [("s", "#N/A"), ("s", "#REF!"), ("s", "TRUE")]


def test_sheets_get_titles_that_spreadsheets_allow_and_none_twice() -> None:
    title = "'[2026/27]: a very long title that goes on'"
    names = load_workbook(
        BytesIO(xlsx_of([Table(title, ["a"], []), Table(title, ["a"], []), Table("", ["a"], [])]))
    ).sheetnames
    assert len(set(names)) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") and name.strip("'") == name for name in names)


def test_equal_tables_give_equal_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    table = _table("x", 1, date(2027, 1, 1))
    first = (csv_of(table), xlsx_of([table]))
    later = time.time() + 400 * 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr("openpyxl.writer.excel.datetime", SimpleNamespace(datetime=_Later, timezone=timezone))
    assert (csv_of(table), xlsx_of([table])) == first
    assert xlsx_of([_table("y")]) != first[1]


class _Later(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls(2031, 5, 5, 5, 5, 5, tzinfo=tz)
