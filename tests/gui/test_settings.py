"""Settings: saved, taken over at once, and the window in the other language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from relational_screen.app.settings import Settings, load_settings, settings_path
from relational_screen.gui.main import Desk
from tests.gui.hands import Hands, named, visible


def wait_for_beginning(desk: Desk, qtbot: QtBot) -> None:
    """Wait until a window that was opened shows its screenings."""
    with qtbot.waitSignal(desk.window.begun, timeout=5000):
        pass


@pytest.fixture
def desk(qtbot: QtBot, store: Path) -> Iterator[Desk]:
    """The program as it starts, in Danish."""
    result = Desk(Settings(language="da"), store)
    wait_for_beginning(result, qtbot)
    yield result
    result.window.close()


def at(desk: Desk, qtbot: QtBot) -> Hands:
    return Hands(qtbot, desk.window)


def settings_page(hands: Hands, title: str) -> None:
    hands.press(title, hands.window)


def test_another_language_opens_the_window_anew_in_it(desk: Desk, qtbot: QtBot) -> None:
    user = at(desk, qtbot)
    before = desk.window
    gone: list[object] = []
    before.destroyed.connect(lambda: gone.append(True))
    assert desk.window.windowTitle() == "Relationel bundlinje"
    settings_page(user, "Indstillinger")
    language = visible(QComboBox, desk.window)[0]
    language.setCurrentIndex(language.findData("en"))
    user.press("Gem indstillinger", desk.window)
    assert desk.window is not before
    wait_for_beginning(desk, qtbot)
    assert desk.window.windowTitle() == "Relational bottom line"
    assert named(QPushButton, desk.window, "Settings")
    qtbot.waitUntil(lambda: bool(gone))
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_settings_are_saved_and_new_screenings_take_them_over(desk: Desk, qtbot: QtBot) -> None:
    user = at(desk, qtbot)
    settings_page(user, "Indstillinger")
    fields = [item for item in visible(QLineEdit, desk.window) if not item.isReadOnly()]
    written = ("Invented name", "Invented authority", "Invented unit", "age1invented")
    for field, text in zip(fields, written, strict=True):
        user.write(field, text)
    old = desk.window
    user.press("Gem indstillinger", desk.window)
    qtbot.waitUntil(lambda: desk.window is not old)
    wait_for_beginning(desk, qtbot)
    saved = load_settings(settings_path())
    assert (saved.name, saved.authority, saved.unit, saved.secretariat) == written
    desk.window.start_without_draft()
    assert desk.window.screening_page is not None
    proposal = desk.window.screening_page.session.state.proposal
    assert (proposal.responsible, proposal.authority, proposal.unit) == (saved.name, saved.authority, saved.unit)


def test_the_window_has_the_name_of_the_program(hands: Hands) -> None:
    assert hands.window.windowTitle() == "Relational bottom line"
