"""Lists of proposals in the window: mapped, matched with screenings by a person, and counted."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from relational_screen.app.register import Register
from relational_screen.gui.register.desk import RegisterDesk
from relational_screen.gui.register.matching import MatchingPage
from relational_screen.gui.register.page import RegisterPage
from relational_screen.registry.coverage.finding import Candidate, Finder
from relational_screen.registry.coverage.lists import Listed
from relational_screen.registry.coverage.tables_in import read_sheet
from tests.gui.hands import named, visible
from tests.gui.register_pages import Secretariat, a_list, registry_of, titled
from tests.gui.test_layout import UNBROKEN, cut
from tests.registry.offices import LOWERS, RAISES, content
from tests.registry.proposals import workbook

PROPOSALS, CANDIDATES = "Proposals on the lists", "Screenings that may be of it"
AUTHORITIES, YEARS = "Coverage by authority", "Coverage by year"
NEIGHBOURS, PARKS, SCHOOLS = "Act on invented neighbours", "Act on invented parks", "Act on invented schools"
SMALLEST = 1024 - 136  # pixels: the rail takes the rest
ROWS = (
    ("Number", "Title", "Ministry", "Date"),
    ("L 1", NEIGHBOURS, "Invented Ministry", "2027-03-10"),
    ("L 2", PARKS, "Invented Ministry", "2027-03-10"),
    ("L 3", "Budget of winter roads", "Other Invented Ministry", "2026-03-10"),
    ("L 4", "", "Invented Ministry", "2027-03-10"),
)


@dataclass
class SlowFinder:
    """What a finder was asked for, and whether it goes on."""

    asked: list[str] = field(default_factory=list)
    goes_on: Event = field(default_factory=Event)


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Secretariat]:
    """The secretariat before a register with three screenings and no list."""
    chains = (
        titled("s1", NEIGHBOURS, LOWERS, LOWERS, LOWERS),
        titled("s2", PARKS, RAISES, RAISES, RAISES),
        titled("s3", SCHOOLS),
    )
    registry_of(tmp_path, *chains)
    office = Secretariat(qtbot, tmp_path, "Coverage")
    yield office
    office.close()


@pytest.fixture
def choose_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Let the system's window for files give a path."""

    def choose(path: Path) -> None:
        for way in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, way, lambda *_args, **_named: (str(path), f"*{path.suffix}"))

    return choose


@pytest.fixture
def mapped(office: Secretariat, choose_file: Callable[[Path], None]) -> Secretariat:
    """The secretariat before a list that was chosen and read."""
    choose_file(a_list(office.folder, ROWS))
    office.press("Import a list …")
    office.until(lambda: named(QPushButton, office.page, "Take the list over").isEnabled())
    return office


@pytest.fixture
def matching(mapped: Secretariat) -> Secretariat:
    """The secretariat before the matching of a list that was taken over."""
    mapped.press("Take the list over")
    mapped.until(lambda: len(mapped.rows(PROPOSALS)) == 3)
    return mapped


@pytest.fixture
def counted(matching: Secretariat) -> Secretariat:
    """The secretariat before the figures, one proposal confirmed."""
    matching.key(matching.table(CANDIDATES), Qt.Key.Key_Return)
    leave(matching)
    return matching


def leave(office: Secretariat) -> None:
    """Go back to the figures and wait until they are counted."""
    office.press("‹ Coverage")
    office.until(lambda: bool(office.told("on the lists")))


def standings(office: Secretariat) -> dict[str, str]:
    return {row[0]: row[1] for row in office.rows(PROPOSALS)}


def test_without_lists_it_is_told_that_nothing_can_be_said_of_what_was_not_screened(office: Secretariat) -> None:
    office.until(lambda: bool(office.told("nothing can be said of what was not screened")))
    assert not [item for item in visible(QPushButton, office.page) if item.text() == "Save as …"]


def test_the_headings_are_guessed_and_the_rows_with_problems_told(mapped: Secretariat) -> None:
    assert named(QComboBox, mapped.page, "Title").currentText() == f"Title, such as {NEIGHBOURS}"
    assert named(QComboBox, mapped.page, "Kind").currentText() == "not in the list"
    rows = mapped.rows("Proposals as they are read")
    assert rows[0] == ("2", NEIGHBOURS, "Invented Ministry", "Bill", "2027-03-10", "L 1", "2026-27")
    assert len(rows) == 3
    assert mapped.rows("Rows that are left out") == [("Row 5 has no title.",)]


def test_another_heading_reads_the_list_anew(mapped: Secretariat) -> None:
    mapped.choose("Title", "Ministry")
    mapped.until(lambda: mapped.rows("Rows that are left out")[0][0].startswith("Row 2 names no known kind"))
    assert mapped.rows("Proposals as they are read") == []


def test_a_list_without_titles_cannot_be_taken_over(mapped: Secretariat) -> None:
    mapped.choose("Title", "not in the list")
    mapped.until(lambda: bool(mapped.told("not said where the titles stand")))
    assert not named(QPushButton, mapped.page, "Take the list over").isEnabled()


def test_what_holds_for_all_rows_fills_what_they_do_not_say(mapped: Secretariat) -> None:
    mapped.choose("Authority", "not in the list")
    field = named(QLineEdit, mapped.page, "Authority, for rows that say nothing else")
    field.setText("Third Invented Ministry")
    field.textEdited.emit(field.text())
    mapped.choose("Date", "not in the list")
    mapped.choose("Parliamentary year, for rows that say nothing else", "2024-25")
    mapped.until(lambda: mapped.rows("Proposals as they are read")[0][-1] == "2024-25")
    assert mapped.rows("Proposals as they are read")[0][2] == "Third Invented Ministry"


def test_another_sheet_of_the_file_can_be_read(office: Secretariat, choose_file: Callable[[Path], None]) -> None:
    path = office.folder / "two.xlsx"
    path.write_bytes(workbook([list(row) for row in ROWS], [["Title"], ["Act on a second sheet"]]))
    choose_file(path)
    office.press("Import a list …")
    office.until(lambda: len(office.rows("Proposals as they are read")) == 3)
    office.choose("Sheet", "Sheet1")
    office.until(lambda: [row[1] for row in office.rows("Proposals as they are read")] == ["Act on a second sheet"])


def test_a_file_that_is_no_list_is_refused_in_words(
    office: Secretariat, choose_file: Callable[[Path], None], boxes: list[QMessageBox]
) -> None:
    path = office.folder / "empty.csv"
    path.write_bytes(b"")
    choose_file(path)
    office.press("Import a list …")
    office.until(lambda: bool(boxes))
    assert "empty.csv holds no rows" in boxes[0].text()
    assert named(QPushButton, office.page, "Import a list …").isVisible()


def test_a_list_that_is_dropped_is_read(office: Secretariat) -> None:
    path = a_list(office.folder, ROWS)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = named(QPushButton, office.page, "Import a list …").parentWidget()
    assert isinstance(place, QWidget)
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(place, QDragEnterEvent(QPoint(9, 9), copy, data, button, no_key))
    QApplication.sendEvent(place, QDropEvent(QPointF(9, 9), copy, data, button, no_key))
    office.until(lambda: len(office.rows("Proposals as they are read")) == 3)


def test_certain_matches_come_first_and_say_why(matching: Secretariat) -> None:
    assert [row[1] for row in matching.rows(PROPOSALS)] == ["Certain", "Certain", "Nothing found"]
    assert matching.told("Certain: same title, same authority, same kind")


def test_nothing_is_matched_until_a_person_confirms(matching: Secretariat) -> None:
    leave(matching)
    assert matching.figure(AUTHORITIES, "All", "No record") == "3"


def test_enter_after_enter_confirms_one_proposal_after_the_other(matching: Secretariat) -> None:
    table = matching.table(CANDIDATES)
    matching.key(table, Qt.Key.Key_Return)
    matching.key(table, Qt.Key.Key_Return)
    assert standings(matching)[NEIGHBOURS] == standings(matching)[PARKS] == "Confirmed"
    assert matching.told("1 proposal is not confirmed")
    leave(matching)
    assert matching.figure(AUTHORITIES, "Invented Ministry", "Assessed") == "2"
    assert matching.figure(AUTHORITIES, "All", "Lowers") == "1"
    assert matching.figure(YEARS, "2025-26", "No record") == "1"


def test_delete_rejects_a_screening_which_is_not_suggested_again(matching: Secretariat) -> None:
    assert NEIGHBOURS in [row[1] for row in matching.rows(CANDIDATES)]
    matching.key(matching.table(CANDIDATES), Qt.Key.Key_Delete)
    assert NEIGHBOURS not in [row[1] for row in matching.rows(CANDIDATES)]
    leave(matching)
    matching.press("Match with screenings …")
    matching.until(lambda: len(matching.rows(PROPOSALS)) == 3)
    assert standings(matching)[NEIGHBOURS] != "Certain"


def test_the_last_word_can_be_taken_back(matching: Secretariat) -> None:
    back = named(QPushButton, matching.page, "Take back the last")
    assert not back.isEnabled()
    matching.key(matching.table(CANDIDATES), Qt.Key.Key_Return)
    matching.press("Take back the last")
    assert standings(matching)[NEIGHBOURS] == "Certain"
    assert not back.isEnabled()
    leave(matching)
    assert matching.figure(AUTHORITIES, "All", "No record") == "3"


def test_a_screening_that_was_not_suggested_can_be_searched_and_confirmed(matching: Secretariat) -> None:
    table = matching.table(PROPOSALS)
    table.setCurrentIndex(table.model().index(2, 0))
    assert matching.told("No screening is like this proposal.")
    field = named(QLineEdit, matching.page, "Search all screenings by title")
    field.setText("schools")
    field.textEdited.emit(field.text())
    matching.until(lambda: [row[1] for row in matching.rows(CANDIDATES)] == [SCHOOLS])
    matching.press("Confirm (Enter)")
    leave(matching)
    assert matching.figure(AUTHORITIES, "Other Invented Ministry", "Begun only") == "1"


def test_a_title_of_one_very_long_word_cuts_nothing(mapped: Secretariat, choose_file: Callable[[Path], None]) -> None:
    mapped.press("Cancel")
    choose_file(a_list(mapped.folder, [ROWS[0], ("L 9", f"Lov om {UNBROKEN}", UNBROKEN)], f"{UNBROKEN[:80]}.xlsx"))
    mapped.press("Import a list …")
    mapped.until(lambda: named(QPushButton, mapped.page, "Take the list over").isEnabled())
    mapped.page.resize(SMALLEST, 700)
    mapped.press("Take the list over")
    mapped.until(lambda: len(mapped.rows(PROPOSALS)) == 1)
    assert cut(mapped.page) == []
    assert mapped.page.width() == SMALLEST
    leave(mapped)
    assert cut(mapped.page) == []
    assert mapped.page.width() == SMALLEST


def test_proposals_are_shown_by_how_they_stand(matching: Secretariat) -> None:
    matching.choose("Which proposals are shown", "Nothing found")
    assert [row[0] for row in matching.rows(PROPOSALS)] == [ROWS[3][1]]
    matching.choose("Which proposals are shown", "Confirmed")
    assert matching.rows(PROPOSALS) == []
    assert matching.rows(CANDIDATES) == []


def test_figures_lead_to_their_proposals_and_those_to_their_screenings(counted: Secretariat) -> None:
    counted.enter(AUTHORITIES, "All", "Tested for relevance")
    assert [row[0] for row in counted.rows("Proposals")] == [NEIGHBOURS]
    asked: list[str] = []
    counted.desk.screening_asked.connect(asked.append)
    counted.key(counted.table("Proposals"), Qt.Key.Key_Return)
    assert asked == ["s1"]


def test_a_proposal_without_a_record_leads_to_its_matching(counted: Secretariat) -> None:
    counted.enter(YEARS, "2026-27", "No record")
    counted.key(counted.table("Proposals"), Qt.Key.Key_Return)
    counted.until(lambda: [row[1] for row in counted.rows(CANDIDATES)][:1] == [PARKS])
    assert standings(counted)[NEIGHBOURS] == "Confirmed"


def test_figures_of_authorities_can_be_those_of_one_year(counted: Secretariat) -> None:
    counted.choose("Parliamentary year", "2025-26")
    assert counted.figure(AUTHORITIES, "All", "Proposals") == "1"


def test_screenings_of_no_proposal_are_told_and_lead_to_the_list(counted: Secretariat) -> None:
    counted.press("2 screenings are of no proposal on a list")
    shown = counted.rows("Screenings")
    assert {row[0] for row in shown} == {PARKS, SCHOOLS}


def test_a_list_is_removed_only_once_the_user_says_so(counted: Secretariat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[1].click())
    counted.press("Law programme ✕")
    assert counted.told("3 proposals are on the lists")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[0].click())
    counted.press("Law programme ✕")
    counted.until(lambda: bool(counted.told("There is no list of proposals yet")))


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_coverage_is_saved_as_a_table(counted: Secretariat, choose_file: Callable[[Path], None], suffix: str) -> None:
    path = counted.folder / f"coverage{suffix}"
    choose_file(path)
    counted.press("Save as …")
    counted.until(lambda: bool(counted.told("Saved as")))
    sheet = "Proposals" if suffix == ".xlsx" else ""
    rows = read_sheet(path.read_bytes(), path.name, sheet).rows
    assert [row.cells[1] for row in rows] == ["Title", NEIGHBOURS, PARKS, ROWS[3][1]]


def test_a_place_that_coverage_cannot_be_written_to_is_told(
    counted: Secretariat, choose_file: Callable[[Path], None], boxes: list[QMessageBox]
) -> None:
    choose_file(counted.folder / "missing" / "coverage.xlsx")
    counted.press("Save as …")
    counted.until(lambda: bool(boxes))
    assert "could not be written" in boxes[0].text()
    assert not counted.told("Saved as")


@pytest.mark.parametrize("place", ["mapped", "matching", "counted", "proposals"])
def test_everything_can_be_reached_with_tab_and_has_a_name(
    place: str, office: Secretariat, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("counted" if place == "proposals" else place)
    if place == "proposals":
        office.enter(AUTHORITIES, "All", "No record")
    assert office.unnamed() == []
    assert office.not_reached() == []


@pytest.mark.parametrize("place", ["mapped", "matching", "counted"])
def test_nothing_is_wider_than_the_smallest_window_leaves(
    place: str, office: Secretariat, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue(place)
    office.page.resize(SMALLEST, 700)
    QApplication.processEvents()
    assert office.page.width() == SMALLEST
    assert cut(office.page) == []


@pytest.fixture
def slow_finder(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowFinder]:
    """Screenings are found only once the test lets them."""
    slow = SlowFinder()
    find = Finder.candidates

    def candidates(finder: Finder, listed: Listed, rejected: Collection[str] = ()) -> tuple[Candidate, ...]:
        slow.asked.append(listed.title)
        slow.goes_on.wait(10)
        return find(finder, listed, rejected)

    monkeypatch.setattr(Finder, "candidates", candidates)
    yield slow
    slow.goes_on.set()


def test_nobody_looks_on_once_the_register_was_left(matching: Secretariat, slow_finder: SlowFinder) -> None:
    page = RegisterPage(RegisterDesk(Register(matching.register.path, content()), "en"))
    page.show()
    page.show_page("coverage")
    (found,) = page.findChildren(MatchingPage)
    slow_finder.asked.clear()
    found.begin()
    matching.until(lambda: bool(slow_finder.asked))
    page.deleteLater()
    matching.until(lambda: not isValid(page))
    slow_finder.goes_on.set()
    matching.qtbot.wait(300)  # were anybody told of more, it would be an error
    assert len(slow_finder.asked) == 1


def test_looking_can_be_stopped_and_what_is_left_is_looked_at_when_it_is_gone_to(
    matching: Secretariat, slow_finder: SlowFinder
) -> None:
    leave(matching)
    slow_finder.asked.clear()
    matching.press("Match with screenings …")
    matching.until(lambda: bool(slow_finder.asked))
    matching.press("Show what is found so far")
    slow_finder.goes_on.set()
    matching.until(lambda: len(matching.rows(PROPOSALS)) == 3)
    assert [row[1] for row in matching.rows(PROPOSALS)] == ["Certain", "Not looked at yet", "Not looked at yet"]
    table = matching.table(PROPOSALS)
    table.setCurrentIndex(table.model().index(1, 0))
    assert standings(matching)[PARKS] == "Certain"
