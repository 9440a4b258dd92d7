"""The register's overview and list: every figure leads to its screenings, and a screening can be read whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from relational_screen.app.register import came_names
from relational_screen.app.register_lists import RegisterLists
from relational_screen.gui.note_pages import PagePicture
from relational_screen.gui.register.labels import Labels
from relational_screen.gui.register.lines import Line, LinesModel
from relational_screen.gui.register.over_time import TimeBars, buckets
from relational_screen.gui.register.patterns import WAYS
from relational_screen.gui.register.tables import FigureTable
from relational_screen.gui.short import ShortLabel
from relational_screen.registry.coverage.lists import Listed, ProposalList
from relational_screen.registry.statistics.figures import Figure
from relational_screen.screening.result import Verdict
from relational_screen.screening.signing import Came
from tests.gui.hands import named, visible
from tests.gui.register_pages import Secretariat, registry_of, titled
from tests.registry.offices import LOWERS, RAISES, content, follow_up, screened, sign_off

MARKUP = "<b>Bill</b> on R&D"
LIST, HEAT, GROUPS = "Screenings", "Arenas and mechanisms", "Groups that lose most"


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Secretariat]:
    """The secretariat before four invented screenings: lowers, raises, nothing found, and only begun."""
    harm = screened("s1", LOWERS, LOWERS, authority="Invented Ministry")
    good = screened("s2", RAISES, RAISES, authority="Other Ministry")
    registry_of(tmp_path, harm, good, screened("s3"), titled("s4", MARKUP))
    office = Secretariat(qtbot, tmp_path, "Overview")
    yield office
    office.close()


def listed(office: Secretariat) -> set[str]:
    """Return the titles that the list shows."""
    return {row[0] for row in office.rows(LIST)}


def choose(office: Secretariat, name: str, text: str) -> None:
    """Choose a value in a combo of the filter."""
    combo = named(QComboBox, office.page, name)
    combo.setCurrentText(text)
    assert combo.currentText() == text


def lead(office: Secretariat, table: str, row: str, column: int) -> None:
    """Go where a figure leads, by keyboard."""
    found = named(FigureTable, office.page, table)
    names = [found.cell(place, 0).text for place in range(found.rowCount())]
    found.setCurrentCell(names.index(row), column)
    office.key(found, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("tile", "titles"),
    [
        ("4 screened", {"s1", "s2", "s3", MARKUP}),
        ("2 touch relations", {"s1", "s2"}),
        ("1 lower them", {"s1"}),
        ("1 found nothing", {"s3"}),
    ],
)
def test_a_tile_leads_to_the_screenings_that_it_counts(office: Secretariat, tile: str, titles: set[str]) -> None:
    office.press(tile)
    assert listed(office) == titles


def test_a_figure_of_the_heat_map_leads_to_its_screenings(office: Secretariat) -> None:
    found = named(FigureTable, office.page, HEAT)
    lowers = next(row for row in range(found.rowCount()) if found.cell(row, 1).text == "Lowers")
    found.setCurrentCell(lowers, 2)
    said = found.model().index(lowers, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Invented arena homes, Lowers, Places to meet: 1"
    office.key(found, Qt.Key.Key_Return)
    assert listed(office) == {"s1"}
    assert "Places to meet · Lowers" in next(one.text() for one in visible(ShortLabel, office.page))


def test_groups_that_lose_most_lead_to_what_they_lose_by(office: Secretariat) -> None:
    lead(office, GROUPS, "People-at-risk", 1)
    assert listed(office) == {"s1"}


def test_the_list_shows_all_of_the_filter_again(office: Secretariat) -> None:
    office.press("1 lower them")
    office.press("Show all of the filter")
    assert len(listed(office)) == 4


def test_the_filter_holds_for_overview_and_list_and_can_be_cleared(office: Secretariat) -> None:
    choose(office, "Authority", "Other Ministry")
    assert named(QPushButton, office.page, "1 screened")
    office.press("Screenings")
    assert listed(office) == {"s2"}
    office.press("Clear")
    assert len(listed(office)) == 4


def test_the_period_is_a_parliamentary_year_or_two_days(office: Secretariat) -> None:
    choose(office, "Period", "2026-27")
    assert named(QPushButton, office.page, "4 screened")
    choose(office, "Period", "From … to …")
    assert any("No screening counts here" in one.text() for one in visible(QLabel, office.page))


def test_verdicts_over_time_are_told_as_they_are_painted(office: Secretariat) -> None:
    told = visible(TimeBars, office.page)[0].accessibleDescription()
    assert "2027-03: Raises 1, Lowers 1, No effect or not relevant 1, Undetermined or not tested 1" in told


def test_every_verdict_has_a_pattern() -> None:
    assert set(WAYS) == set(get_args(Verdict))


@pytest.mark.parametrize(
    ("months", "first"),
    [(["2027-01", "2027-02"], "2027-01"), ([f"2027-{n:02}" for n in range(1, 13)] * 1, "2027-01")],
)
def test_few_months_stay_months(months: list[str], first: str) -> None:
    assert buckets({month: {"lowers": Figure(1)} for month in months})[0].name == first


def test_many_months_become_quarters_and_then_years_and_nobody_is_lost() -> None:
    def found(years: int) -> dict[str, dict[str, Figure]]:
        months = [f"{2027 + number // 12}-{number % 12 + 1:02}" for number in range(12 * years)]
        return {month: {"lowers": Figure(1 << number)} for number, month in enumerate(months)}

    quarters, years = buckets(found(2)), buckets(found(10))
    assert ([one.name for one in quarters[:2]], len(quarters)) == (["Q1 2027", "Q2 2027"], 8)
    assert ([one.name for one in years[:2]], len(years)) == (["2027", "2028"], 10)
    assert sum(one.total for one in quarters) == 24
    assert sum(one.total for one in years) == 120


def test_what_came_is_set_beside_what_was_expected(qtbot: QtBot, tmp_path: Path) -> None:
    chain = screened("s1", LOWERS, LOWERS)
    sign_off(chain)
    follow_up(chain, ("lowers", "more"))
    registry_of(tmp_path, chain)
    office = Secretariat(qtbot, tmp_path, "Overview")
    lead(office, "Follow-up: expected against actual", "Lowers", 1 + list(came_names()).index("more"))
    assert listed(office) == {"s1"}
    office.close()


def test_all_that_may_come_has_a_name() -> None:
    assert tuple(came_names()) == get_args(Came)


def test_titles_are_searched(office: Secretariat) -> None:
    office.press("Screenings")
    named(QLineEdit, office.page, "Search titles").setText("r&d")
    office.until(lambda: listed(office) == {MARKUP})
    assert any(one.text() == "4 screenings · 1 found" for one in visible(QLabel, office.page))


def test_a_screening_is_read_with_its_chain_its_signer_and_its_note(office: Secretariat) -> None:
    office.press("1 lower them")
    office.key(office.table(LIST), Qt.Key.Key_Return)
    texts = "\n".join(one.text() for one in visible(QLabel, office.page))
    for words in ("It counts.", "Bottom line: Lowers", "confirmed", "2 of 3 questions answered", "At least"):
        assert words in texts
    office.until(lambda: bool(visible(PagePicture, office.page)))
    assert "Consequences for relations" in visible(PagePicture, office.page)[0].accessibleDescription()


def test_a_screening_signed_with_the_key_of_another_authority_is_told_as_such(office: Secretariat) -> None:
    told = "Signed with the key of another authority"
    for title, holds in (("s1", False), ("s2", True)):
        office.press("Screenings")
        named(QLineEdit, office.page, "Search titles").setText(title)
        office.until(lambda wanted=title: listed(office) == {wanted})
        office.key(office.table(LIST), Qt.Key.Key_Return)
        assert any(told in one.text() for one in visible(QLabel, office.page)) == holds


def test_the_first_screening_of_a_search_is_opened_with_the_button(office: Secretariat) -> None:
    office.press("Screenings")
    named(QLineEdit, office.page, "Search titles").setText("s1")
    office.until(lambda: listed(office) == {"s1"})
    office.press("Open")
    assert named(QPushButton, office.page, "‹ Back")
    assert any(one.text() == "s1" for one in visible(ShortLabel, office.page))


def test_back_leads_to_the_place_in_the_list(office: Secretariat) -> None:
    office.press("Screenings")
    table = office.table(LIST)
    table.selectRow(2)
    table.setFocus()
    office.key(table, Qt.Key.Key_Return)
    assert named(QPushButton, office.page, "‹ Back").hasFocus()
    office.press("‹ Back")
    assert office.table(LIST).currentIndex().row() == 2
    assert office.table(LIST).hasFocus()


def test_a_title_is_shown_as_it_was_written(office: Secretariat) -> None:
    office.press("Screenings")
    office.desk.screening_asked.emit("s4")
    title = next(one for one in visible(ShortLabel, office.page) if one.text() == MARKUP)
    assert title.textFormat() == Qt.TextFormat.PlainText


def test_lines_are_fetched_as_they_are_scrolled_to() -> None:
    asked: list[tuple[int, int]] = []

    def fetch(limit: int, offset: int) -> list[Line]:
        asked.append((limit, offset))
        return [{"id": str(number), "title": f"Invented {number}"} for number in range(450)[offset:][:limit]]

    model = LinesModel(Labels(content(), "en"))
    model.show_lines(fetch)
    assert (model.rowCount(), model.canFetchMore()) == (200, True)
    model.fetchMore()
    model.fetchMore()
    assert (model.rowCount(), model.canFetchMore()) == (450, False)
    assert asked == [(200, 0), (200, 200), (200, 400)]
    assert model.index(449, 0).data(Qt.ItemDataRole.UserRole) == "449"


def test_an_id_that_todays_content_does_not_have_is_shown_as_it_is(office: Secretariat) -> None:
    labels = office.desk.labels
    assert labels.catalogue is content()
    assert (labels.arena("gone"), labels.group("gone"), labels.remedy("gone")) == ("gone", "Gone", "gone")
    assert labels.of("verdict", "gone") == "Gone"


def test_proposals_without_a_record_are_counted_once_a_list_is_there(office: Secretariat) -> None:
    assert not [one for one in visible(QPushButton, office.page) if "without a record" in one.text()]
    proposals = tuple(Listed(row=number, title=f"Invented {number}", kind="bill") for number in range(3))
    lists = RegisterLists(office.register)
    office.desk.change(lambda: lists.keep("Invented list", ProposalList(proposals, ())), office.page)
    office.until(lambda: any("without a record" in one.text() for one in visible(QPushButton, office.page)))
    office.press("3 without a record")
    assert named(QPushButton, office.page, "Coverage").isChecked()
