"""How screenings were made, null results drawn for control, and what readers read differently, in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from relational_screen.registry.statistics.sampling import sample
from tests.builders import NO_EFFECT
from tests.gui.hands import named
from tests.gui.register_pages import Secretariat, registry_of
from tests.registry.offices import LOWERS, screened
from tests.registry.test_read_twice import reading

MADE, DRAWN, READERS = (
    "How the screenings were made",
    "Null results drawn for control",
    "What two readers answered differently",
)
NULLS = tuple(f"null-{number}" for number in range(12))


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Secretariat]:
    """The secretariat before twelve null results, and a screening of a ministry with a blind reading of it."""
    first = reading("first", "One", LOWERS, authority="Invented Ministry")
    second = reading("second", "Two", NO_EFFECT, reads="first", authority="Invented Ministry")
    nulls = [screened(name, authority="Invented Municipality") for name in NULLS]
    registry_of(tmp_path, first, second, *nulls)
    office = Secretariat(qtbot, tmp_path, "Quality")
    office.until(lambda: bool(office.rows(DRAWN)) and bool(office.told("null results drawn")))
    yield office
    office.close()


def drawn(office: Secretariat) -> list[str]:
    return [row[0] for row in office.rows(DRAWN)]


def made(office: Secretariat) -> dict[str, str]:
    return {row[0]: row[1] for row in office.rows(MADE)}


def test_it_is_told_how_the_screenings_within_the_filter_were_made(office: Secretariat) -> None:
    office.until(lambda: bool(office.rows(MADE)))
    assert made(office)["Effects with passages of the draft"] == "0 of 1"
    assert made(office)["Signed off, and not changed since"] == "0 of 14"
    ministry = named(QComboBox, office.page, "Authority")
    ministry.setCurrentIndex(ministry.findText("Invented Ministry"))
    office.until(lambda: made(office)["Signed off, and not changed since"] == "0 of 2")


def test_a_seed_draws_the_null_results_that_it_draws_everywhere(office: Secretariat) -> None:
    named(QSpinBox, office.page, "Seed").setValue(7)
    named(QSpinBox, office.page, "Number to draw").setValue(5)
    office.press("Draw")
    expected = sample(NULLS, 7, 5)
    office.until(lambda: drawn(office) == list(expected.drawn))
    assert office.told(f"5 of 12 null results drawn with the seed 7 (population {expected.population[:16]}")


def test_a_screening_that_was_drawn_opens_with_enter(office: Secretariat) -> None:
    asked: list[str] = []
    office.desk.screening_asked.connect(asked.append)
    first = drawn(office)[0]
    office.key(office.table(DRAWN), Qt.Key.Key_Return)
    assert asked == [first]


def test_a_draw_is_copied_with_its_seed_to_be_written_down(office: Secretariat) -> None:
    office.press("Copy")
    text = QGuiApplication.clipboard().text()
    assert "with the seed" in text
    assert all(name in text for name in drawn(office))


def test_only_null_results_within_the_filter_are_drawn(office: Secretariat) -> None:
    ministry = named(QComboBox, office.page, "Authority")
    ministry.setCurrentIndex(ministry.findText("Invented Ministry"))
    office.until(lambda: drawn(office) == [])
    assert office.told("0 of 0 null results")


def test_questions_that_two_readers_answered_differently_lead_to_their_screenings(office: Secretariat) -> None:
    office.until(lambda: bool(office.rows(READERS)))
    (row,) = office.rows(READERS)  # the gate, which both answered alike, is not among them
    assert row[1] == "0 of 1"
    table = office.table(READERS)
    table.setCurrentIndex(table.model().index(0, 4))
    office.key(table, Qt.Key.Key_Return)
    assert {row[0] for row in office.rows("Screenings")} == {"first", "second"}


def test_without_two_readers_it_is_told_that_there_are_none(qtbot: QtBot, tmp_path: Path) -> None:
    registry_of(tmp_path, screened("alone", LOWERS))
    office = Secretariat(qtbot, tmp_path, "Quality")
    office.until(lambda: bool(office.told("No question was answered differently")))
    office.close()


def test_everything_can_be_reached_with_tab_and_has_a_name(office: Secretariat) -> None:
    office.until(lambda: bool(office.rows(READERS)))
    assert office.unnamed() == []
    assert office.not_reached() == []
