"""The yearly report and the figures in the window: previewed, and saved as files."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtWidgets import QComboBox, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from relational_screen.gui.note_pages import PagePicture
from relational_screen.registry.coverage.tables_in import read_sheet
from tests.gui.hands import named, visible
from tests.gui.register_pages import Secretariat, registry_of
from tests.registry.offices import LOWERS, screened


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Secretariat]:
    """The secretariat before the report of a year with two screenings."""
    registry_of(tmp_path, screened("lowering", LOWERS), screened("null"))
    office = Secretariat(qtbot, tmp_path, "Report")
    office.until(lambda: bool(visible(PagePicture, office.page)))
    yield office
    office.close()


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch, office: Secretariat) -> Callable[[str, str], Path]:
    """Press a button, let the system's window for files give a name, and return where the file lies then."""

    def save(button: str, name: str) -> Path:
        path = office.folder / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(path), f"*{path.suffix}"))
        office.press(button)
        office.until(lambda: bool(office.told("Saved as")))
        return path

    return save


def test_the_report_of_the_last_year_is_shown_as_pages(office: Secretariat) -> None:
    assert named(QComboBox, office.page, "Parliamentary year").currentText() == "2026-27"
    first = visible(PagePicture, office.page)[0]
    assert "yearly report 2026-27" in first.accessibleDescription()
    assert office.told("page")


def test_the_report_is_written_in_the_language_that_is_chosen(office: Secretariat) -> None:
    combo = named(QComboBox, office.page, "Language of the report")
    combo.setCurrentIndex(combo.findData("da"))
    combo.activated.emit(combo.currentIndex())
    office.until(lambda: any("Mindsker" in page.accessibleDescription() for page in visible(PagePicture, office.page)))


def test_the_report_is_saved_as_pdf(office: Secretariat, save_as: Callable[[str, str], Path]) -> None:
    path = save_as("Save as PDF …", "report")
    with PdfDocument(path.with_name("report.pdf")) as document:
        assert len(document) == len(visible(PagePicture, office.page))


def test_the_report_is_saved_as_word(save_as: Callable[[str, str], Path]) -> None:
    assert save_as("Save as Word …", "report.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json"])
def test_the_figures_of_the_year_are_saved_for_other_programs(save_as: Callable[[str, str], Path], suffix: str) -> None:
    data = save_as("Save the year's figures …", f"figures{suffix}").read_bytes()
    if suffix == ".json":
        assert json.loads(data)["figures"]["total"] == 2
    elif suffix == ".csv":
        assert len(read_sheet(data, "figures.csv").rows) == 3
    else:
        assert len(read_sheet(data, "figures.xlsx").sheets) > 5


def test_a_place_that_cannot_be_written_is_told(
    office: Secretariat, boxes: list[QMessageBox], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office.folder / "missing" / "report.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(path), "*.pdf"))
    office.press("Save as PDF …")
    office.until(lambda: bool(boxes))
    assert not office.told("Saved as")


def test_a_register_without_screenings_has_no_year_to_report_on(qtbot: QtBot, tmp_path: Path) -> None:
    office = Secretariat(qtbot, tmp_path, "Report")
    office.until(lambda: bool(office.told("there is no year to report on")))
    assert not named(QPushButton, office.page, "Save as PDF …").isEnabled()
    assert not named(QComboBox, office.page, "Parliamentary year").isEnabled()
    office.close()


def test_everything_can_be_reached_with_tab_and_has_a_name(office: Secretariat) -> None:
    assert office.unnamed() == []
    assert office.not_reached() == []
