"""Lists of proposals are read with a mapping, and what is wrong with them is told all at once. All are invented."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.errors import ScreenError
from relational_screen.registry.coverage.headings import Mapping, guess_mapping, headings
from relational_screen.registry.coverage.lists import Defaults, ProposalList, kind_told, read_list
from relational_screen.registry.coverage.sheets import Sheet
from relational_screen.registry.coverage.tables_in import read_sheet
from relational_screen.registry.periods import opening, read_day, year_label, year_of

PROGRAMME = """Lovprogram 2026/27 (opdigtet);;;
Ministerium;Lovforslagets titel;Fremsættes;Nr.
Naboministeriet;Forslag til lov om naboer;Okt. I;L 1
Naboministeriet;Lov om ændring af lov om naboer;feb II;L 2
"""
PLANS = """planid,plannavn,kommunenavn,plantype,datoforsl
11,Nabokvarteret,Ny Kommune,Lokalplan,20270301
12,Landsbyerne,Ny Kommune,Kommuneplantillæg,01-04-2027
"""


def _sheet(text: str) -> Sheet:
    return read_sheet(text.encode(), "list.csv")


def _list(text: str, defaults: Defaults | None = None) -> ProposalList:
    sheet = _sheet(text)
    return read_list(sheet, guess_mapping(sheet), defaults or Defaults(year=2026))


def test_the_fields_of_a_law_programme_are_guessed_from_its_headings_below_its_name() -> None:
    sheet = _sheet(PROGRAMME)
    assert headings(sheet).number == 2
    expected = Mapping(title="Lovforslagets titel", authority="Ministerium", date="Fremsættes", number="Nr.")
    assert guess_mapping(sheet) == expected


def test_the_fields_of_a_list_of_plans_are_guessed_from_its_headings() -> None:
    expected = Mapping(title="plannavn", authority="kommunenavn", kind="plantype", date="datoforsl", number="planid")
    assert guess_mapping(_sheet(PLANS)) == expected


def test_english_headings_are_understood() -> None:
    expected = Mapping(title="Title of bill", authority="Ministry", kind="Kind", date="Date", number="No.")
    assert guess_mapping(_sheet("No.;Kind;Title of bill;Ministry;Date\n1;bill;x;y;2027-01-01\n")) == expected


def test_a_law_programmes_rows_are_bills_dated_by_the_half_month_of_its_year() -> None:
    read = _list(PROGRAMME)
    assert [(each.row, each.title, each.kind, each.number, each.date, each.year) for each in read.proposals] == [
        (3, "Forslag til lov om naboer", "bill", "L 1", "2026-10-15", 2026),
        (4, "Lov om ændring af lov om naboer", "bill", "L 2", "2027-02-28", 2026),
    ]
    assert read.problems == ()


def test_plans_have_the_kind_that_their_own_cell_tells() -> None:
    read = _list(PLANS)
    assert [(each.kind, each.date, each.year) for each in read.proposals] == [
        ("local_plan", "2027-03-01", 2026),
        ("plan", "2027-04-01", 2026),
    ]


def test_a_mapping_can_be_corrected() -> None:
    sheet = _sheet("A;B\nLov om x;Lov om y\n")
    assert read_list(sheet, Mapping(title="B")).proposals[0].title == "Lov om y"


def test_what_is_wrong_with_a_mapping_is_told_all_at_once() -> None:
    with pytest.raises(ScreenError) as told:
        read_list(_sheet(PLANS), Mapping(kind="nowhere", date="never"))
    assert all(words in str(told.value) for words in ("nowhere", "never", "where the titles stand"))


def test_everything_wrong_with_the_rows_is_told_at_once_and_those_rows_left_out() -> None:
    text = "Titel;Type;Dato\nLov om x;;2027-01-01\n;Lov;2027-02-31\nY;kage;\nLov om x;;2027-01-09\nLov om z;;snart\n"
    read = _list(text, Defaults())
    assert [each.title for each in read.proposals] == ["Lov om x"]
    assert [str(each).partition(" Mend")[0] for each in read.problems] == [
        "Row 3 has no title.",
        "Row 3 names no day that can be read: 2027-02-31.",
        "Row 4 names no known kind of proposal: kage.",
        "Row 5 repeats row 2.",
        "Row 6 names no day that can be read: snart.",
    ]


def test_what_a_row_does_not_say_is_taken_from_what_holds_for_the_list() -> None:
    read = _list("Titel\nNoget\n", Defaults("budget", "Ny Kommune", 2025)).proposals[0]
    assert (read.kind, read.authority, read.year, read.date) == ("budget", "Ny Kommune", 2025, "")


def test_a_proposal_is_known_again_when_its_row_its_date_and_its_spelling_changed() -> None:
    first, later = (
        _list("Titel;Ministerium;Dato\nLov om x;Naboministeriet;2027-01-01\n"),
        _list("Ministerium;Titel;Dato\nA;Lov om æ;\nNABOMINISTERIET;Lov  om X.;2027-03-01\n"),
    )
    assert first.proposals[0].key == later.proposals[1].key
    assert first.proposals[0].key != later.proposals[0].key


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("L", "bill"),
        ("Forslag til lov om ændring af lov om planlægning", "bill"),
        ("Bekendtgørelse om lokalplaner", "executive_order"),
        ("Udkast til lokalplan 12", "local_plan"),
        ("Kommuneplan", "plan"),
        ("Finanslov", "budget"),
        ("executive_order", "executive_order"),
        ("Plads", None),
    ],
)
def test_a_kind_is_told_by_what_a_text_begins_with(text: str, kind: str | None) -> None:
    assert kind_told(text) == kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-02-01", "2027-02-01"),
        ("2027-02-01 00:00:00", "2027-02-01"),
        ("1.2.2027", "2027-02-01"),
        ("01/02/2027", "2027-02-01"),
        ("den 1. februar 2027", "2027-02-01"),
        ("Oktober", "2026-10-31"),
        ("okt II", "2026-10-31"),
        ("December I", "2026-12-15"),
        ("juni", "2027-06-30"),
        ("feb. 2028", "2028-02-29"),
    ],
)
def test_days_are_read_as_danish_lists_write_them(text: str, day: str) -> None:
    assert read_day(text, 2026).isoformat() == day


@pytest.mark.parametrize("text", ["", "32.1.2027", "februar", "2027", "hvornår", "31. februar 2027"])
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_day(text)


@given(st.dates())
def test_days_are_read_back_in_every_form(day: date) -> None:
    for form in (day.isoformat(), f"{day.day}.{day.month}.{day.year:04}", f"{day.day}-{day.month}-{day.year:04}"):
        assert read_day(form) == day


@pytest.mark.parametrize(("year", "day"), [(2024, 1), (2025, 7), (2026, 6), (2027, 5)])
def test_a_parliamentary_year_opens_on_the_first_tuesday_of_october(year: int, day: int) -> None:
    assert opening(year) == date(year, 10, day)
    assert (year_of(opening(year) - timedelta(1)), year_of(opening(year))) == (year - 1, year)


@given(st.dates(date(1900, 1, 1), date(2999, 1, 1)))
def test_every_day_lies_in_the_one_parliamentary_year_that_opened_last(day: date) -> None:
    assert opening(year_of(day)) <= day < opening(year_of(day) + 1)


def test_a_parliamentary_year_is_written_with_both_its_years() -> None:
    assert (year_label(2026), year_label(1999)) == ("2026-27", "1999-00")
