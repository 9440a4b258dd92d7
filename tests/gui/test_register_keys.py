"""Keys in the register: nothing counts before a person has compared a fingerprint."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from relational_screen.gui.register.key_dialogs import DecisionDialog
from relational_screen.gui.theme import GRID
from relational_screen.registry.inbox.inbox import import_bundles
from relational_screen.registry.inbox.registry import Registry
from tests.gui.hands import named, visible
from tests.gui.register_pages import Secretariat
from tests.registry.offices import LOWERS, RAISES, key, laid, no, screened

KEYS = "Keys"


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Secretariat]:
    """The secretariat before two keys that nobody has confirmed."""
    registry = Registry(tmp_path / "registry.sqlite")
    laid(tmp_path / "inbox", "one", screened("s1", LOWERS).events)
    laid(tmp_path / "inbox", "two", screened("s2", RAISES, authority="Other Ministry").events, office=2)
    import_bundles([tmp_path / "inbox"], registry, no)
    registry.close()
    office = Secretariat(qtbot, tmp_path, KEYS)
    yield office
    office.close()


def answer(office: Secretariat, button: str, *presses: str, checked: bool = True) -> list[str]:
    """Press a button, and answer the dialog that it opens; return what the dialog says."""
    said: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DecisionDialog)
        said.extend(one.text() for one in visible(QLabel, dialog))
        if checked:
            visible(QCheckBox, dialog)[0].setChecked(True)
        for press in presses:
            named(QPushButton, dialog, press).click()
        if dialog.isVisible():
            said.append("still open")
            dialog.reject()

    QTimer.singleShot(0, office.page, act)
    office.press(button)
    return said


def status(office: Secretariat) -> dict[str, str]:
    """Return the status of each key by its owner, without the day of the decision."""
    return {row[1]: re.sub(r" [\d-]{10}$", "", row[2]) for row in office.rows(KEYS)}


def choose(office: Secretariat, owner: str) -> None:
    table = office.table(KEYS)
    table.selectRow([row[1] for row in office.rows(KEYS)].index(owner))


def test_keys_are_listed_with_what_they_claim_and_wait(office: Secretariat) -> None:
    rows = {row[0]: row[1:4] for row in office.rows(KEYS)}
    assert rows[key(1).public.groups] == ("Invented Ministry", "waits for confirmation", "1")
    assert rows[key(2).public.groups] == ("Other Ministry", "waits for confirmation", "1")


def test_who_claims_a_key_can_be_read_in_a_small_window(office: Secretariat) -> None:
    office.page.resize(GRID * 100, GRID * 80)
    QApplication.processEvents()
    table = office.table(KEYS)
    assert table.columnWidth(1) >= table.sizeHintForColumn(1)
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_a_key_is_confirmed_after_its_fingerprint_was_compared(office: Secretariat) -> None:
    choose(office, "Other Ministry")
    said = answer(office, "Confirm …", "Confirm the key")
    assert key(2).public.groups in said
    assert "still open" not in said
    assert status(office) == {"Invented Ministry": "waits for confirmation", "Other Ministry": "confirmed"}
    assert len([row for row in office.rows(KEYS) if re.fullmatch(r"confirmed [\d-]{10}", row[2])]) == 1
    office.press("Screenings")
    assert [row[0] for row in office.rows("Screenings")] == ["s2"]


def test_nobody_confirms_without_saying_that_the_fingerprint_was_compared(office: Secretariat) -> None:
    choose(office, "Other Ministry")
    assert "still open" in answer(office, "Confirm …", "Confirm the key", checked=False)
    assert set(status(office).values()) == {"waits for confirmation"}


def test_enter_does_not_confirm_a_key(office: Secretariat) -> None:
    choose(office, "Other Ministry")
    answer(office, "Confirm …", "Cancel")
    assert set(status(office).values()) == {"waits for confirmation"}


def test_a_revoked_key_counts_no_more_and_cannot_be_confirmed_again(office: Secretariat) -> None:
    choose(office, "Other Ministry")
    answer(office, "Confirm …", "Confirm the key")
    choose(office, "Other Ministry")
    answer(office, "Revoke …", "Revoke the key")
    choose(office, "Other Ministry")
    assert status(office)["Other Ministry"] == "revoked"
    assert not named(QPushButton, office.page, "Confirm …").isEnabled()
    assert not named(QPushButton, office.page, "Revoke …").isEnabled()
    office.press("Screenings")
    assert office.rows("Screenings") == []


def test_a_screening_whose_key_waits_is_shown_without_a_note(office: Secretariat) -> None:
    office.desk.screening_asked.emit("s1")
    texts = [one.text() for one in visible(QLabel, office.page)]
    assert "It does not count." in texts
    assert any("No chain of the screening s1 counts." in text for text in texts)
