"""The register's inbox: what comes in is told, what is refused stays listed, and a person settles forks."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from relational_screen.app import auditing
from relational_screen.app.settings import keys_folder
from relational_screen.gui.register.forks import ForkDialog
from relational_screen.gui.register.inbox import InboxPage
from relational_screen.registry.keys.sealing import OpeningKey, sealed
from relational_screen.screening.events import make_event
from tests.builders import NOON
from tests.gui.hands import named, visible
from tests.gui.register_pages import Secretariat, registry_of
from tests.registry.offices import LOWERS, RAISES, bundled, laid, screened

OUTCOME, REFUSED = "What became of this run's files", "Refused so far"


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Secretariat]:
    """The secretariat before its inbox, one screening of a confirmed key in the register."""
    registry_of(tmp_path, screened("s0", LOWERS))
    office = Secretariat(qtbot, tmp_path, "Inbox")
    yield office
    office.close()


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """A folder with a bundle of the confirmed key, one of another, one known already and a damaged file."""
    folder = tmp_path / "post"
    laid(folder, "new", screened("s1", RAISES).events)
    laid(folder / "inside", "other", screened("s2", authority="Other Ministry").events, office=2)
    laid(folder, "known", screened("s0", LOWERS).events)
    (folder / "damaged.relscreen").write_bytes(b"invented nonsense")
    return folder


def told(office: Secretariat) -> list[str]:
    return [one.text() for one in visible(QLabel, office.page)]


def add_folder(office: Secretariat, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    office.press("Add folder …")
    office.until(lambda: named(QPushButton, office.page, "Add files …").isEnabled())


def page(office: Secretariat) -> InboxPage:
    return visible(InboxPage, office.page)[0]


def test_a_folder_is_taken_in_and_told(office: Secretariat, post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_folder(office, post, monkeypatch)
    assert "1 added · 1 known already · 1 waiting for a key · 1 refused" in told(office)
    first, *others = office.rows(OUTCOME)
    assert (first[0], "not a bundle" in first[1]) == ("damaged.relscreen", True)
    assert all("Dated more than a day" in row[1] for row in others)  # where today is before the invented events
    office.press("Screenings")
    assert {row[0] for row in office.rows("Screenings")} == {"s0", "s1"}


def test_a_key_that_waits_is_one_step_away(office: Secretariat, post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_folder(office, post, monkeypatch)
    office.press("Go to the keys")
    assert {row[1]: row[2].split(" 2")[0] for row in office.rows("Keys")} == {
        "Invented Ministry": "confirmed",
        "Other Ministry": "waits for confirmation",
    }


def test_what_was_refused_stays_listed_with_its_reason(
    office: Secretariat, post: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    add_folder(office, post, monkeypatch)
    office.close()
    later = Secretariat(qtbot, office.folder, "Inbox")
    assert [(row[0], "not a bundle" in row[2]) for row in later.rows(REFUSED)] == [("damaged.relscreen", True)]
    later.table(REFUSED).selectRow(0)
    assert any("not a bundle" in text for text in told(later))
    later.close()


def test_files_that_are_dropped_anywhere_in_the_register_are_taken_in(office: Secretariat, post: Path) -> None:
    office.press("Overview")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(post / "new.relscreen"))])
    around = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(9, 9), *around)
    QApplication.sendEvent(office.page, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(office.page, QDropEvent(QPointF(9, 9), *around))
    office.until(lambda: any("1 added" in text for text in told(office)))


def test_a_run_is_stopped_and_goes_on_later(
    office: Secretariat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "many"
    for number in range(20):
        laid(folder, f"{number}", screened(f"t{number}", LOWERS).events)
    page(office).take_in([folder])
    assert not named(QPushButton, office.page, "Add folder …").isEnabled()
    office.press("Cancel")
    office.until(lambda: any("Stopped." in text for text in told(office)))
    assert office.register.statistics(office.register.everything()).total.count < 21
    add_folder(office, folder, monkeypatch)
    assert office.register.statistics(office.register.everything()).total.count == 21


def test_a_clock_that_went_back_is_shown(office: Secretariat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chain = screened("s1", LOWERS)
    told_note = {"form": "bill", "language": "da", "format": "pdf", "content_hash": "c" * 64}
    earlier = make_event("s1", chain.events[-1], "exported", told_note, "Invented Person", NOON - timedelta(days=1))
    laid(tmp_path / "odd", "odd", [*chain.events, earlier])
    add_folder(office, tmp_path / "odd", monkeypatch)
    assert office.rows(OUTCOME)[0][0] == "odd.relscreen"
    assert "clock went back" in office.rows(OUTCOME)[0][1]


def test_a_screening_signed_with_the_key_of_another_authority_is_shown(
    office: Secretariat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid(tmp_path / "odd", "odd", screened("s1", authority="Other Ministry").events)
    add_folder(office, tmp_path / "odd", monkeypatch)
    assert ("odd.relscreen", "Signed with the key of another authority. It counts all the same.") in office.rows(
        OUTCOME
    )


def test_chains_that_part_are_compared_and_one_is_let_count(
    office: Secretariat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid(tmp_path / "fork", "other", screened("s0", RAISES, RAISES).events)
    add_folder(office, tmp_path / "fork", monkeypatch)
    seen: list[list[str]] = []
    bold: list[str] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ForkDialog)
        texts = [one.text() for one in visible(QLabel, dialog)]
        seen.append(texts)
        bold.extend(one.text() for one in visible(QLabel, dialog) if one.font().bold())
        raised = 1 + [text.startswith("Bottom line: Raises") for text in texts if "Bottom line" in text].index(True)
        named(QPushButton, dialog, f"Let chain {raised} count").click()

    office.press("Overview")
    office.press("Not counted: screenings whose chains part (1)")
    QTimer.singleShot(0, office.page, choose)
    office.press("Compare the chains of s0")
    assert sum(text.startswith("Bottom line") for text in seen[0]) == 2
    assert {text.partition(":")[0] for text in bold} >= {"Bottom line"}
    assert not any(text.startswith("Proposal:") for text in bold)
    office.press("Screenings")
    assert [(row[0], row[3]) for row in office.rows("Screenings")] == [("s0", "Raises")]
    office.press("Inbox")
    assert not any("contradict each other" in text for text in told(office))


def test_a_sealed_bundle_is_opened_once_the_password_is_given(
    office: Secretariat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = auditing.create_keys(keys_folder(), lambda: "an invented password")
    mine = next(one.key for one in made if isinstance(one.key, OpeningKey))
    folder = tmp_path / "sealed"
    folder.mkdir()
    (folder / "one.relscreen").write_bytes(sealed(bundled(screened("s1", RAISES).events), mine.recipient))
    add_folder(office, folder, monkeypatch)
    assert "needs its password" in office.rows(OUTCOME)[0][1]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("an invented password", True))
    office.press("Give the password and try again …")
    office.until(lambda: any("1 added" in text for text in told(office)))
    assert visible(InboxPage, office.page)
