"""The window off screen: one application, a store of its own for each test, and no file of the user's is touched."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from relational_screen.app import settings as settings_module
from relational_screen.app.application import Application
from relational_screen.app.language import use_language
from relational_screen.app.settings import Settings
from relational_screen.catalogue.shipped import read_catalogue, shipped_folder
from relational_screen.gui.theme import dress, dress_for_palette
from relational_screen.gui.window import MainWindow
from relational_screen.plugin_loader import Plugins, load_plugins
from tests.gui.hands import Hands


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """The one application, dressed as the program dresses it."""
    dress(qapp)
    dress_for_palette(qapp)


@pytest.fixture(autouse=True)
def no_file_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and stores of the usual places are looked for in the test's own folder."""
    for name in ("user_config_path", "user_data_path"):
        monkeypatch.setattr(settings_module, name, lambda *_args, **_named: tmp_path / "user")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Tests speak the language of the source, and leave the usual one behind."""
    use_language("en")
    yield
    use_language("da")


@pytest.fixture(autouse=True)
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox]:
    """The message boxes that were shown; none of them waits for an answer."""
    shown: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box))  # noqa: PLW0108 - a function becomes a method
    return shown


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The file that the window's screenings are kept in."""
    return tmp_path / "screenings.sqlite"


@pytest.fixture(scope="session")
def plugins() -> Plugins:
    """The arenas that ship, read once."""
    return load_plugins(read_catalogue(shipped_folder()))


@pytest.fixture
def hands(qtbot: QtBot, store: Path, plugins: Plugins) -> Iterator[Hands]:
    """A user before an open window whose store is empty."""
    window = MainWindow(Settings(language="en", name="Invented official", authority="Invented authority"))
    qtbot.addWidget(window)
    window.show()
    application = Application(store, "Invented official")
    application.plugins = plugins
    window.begin(application)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Hands(qtbot, window)
    window.close()


@pytest.fixture
def example(hands: Hands) -> Hands:
    """A user before the invented example."""
    hands.window.open_example()
    return hands
