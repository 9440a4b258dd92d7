"""Every page of the register can be reached, heard and read at any size, and the window leads to it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QPushButton, QTableView, QWidget

from relational_screen.app.language import Language
from relational_screen.gui.register.page import RegisterPage
from relational_screen.registry.inbox.registry import Registry
from tests.gui.hands import SHIFT, Hands, named, names_of, visible
from tests.gui.register_pages import registry_of
from tests.gui.test_accessibility import heard
from tests.gui.test_keyboard import KEYS, stops
from tests.gui.test_layout import SIZES, cut
from tests.registry.offices import LOWERS, RAISES, laid, screened, take

PAGES = ("overview", "screenings", "inbox", "keys", "one")
UNBROKEN = "speciallægepraksisplanlægningsstabiliseringsperiode" * 4


@pytest.fixture
def secretariat(hands: Hands, tmp_path: Path) -> Hands:
    """A user before a window whose register has screenings, a fork, two keys and a refused file."""
    folder = tmp_path / "user"
    long = screened("s2", RAISES, RAISES, authority=UNBROKEN)
    registry_of(folder, screened("s1", LOWERS, LOWERS), long, screened("s3"))
    registry = Registry(folder / "registry.sqlite")
    laid(folder / "more", "fork", screened("s3", RAISES).events)
    (folder / "more" / "damaged.relscreen").write_bytes(b"invented nonsense")
    take(registry, folder / "more")
    registry.close()
    return hands


def open_page(hands: Hands, page: str) -> RegisterPage:
    hands.click(hands.window.findChildren(QPushButton, "rail")[1])
    found = visible(RegisterPage, hands.window)[0]
    found.show_page("screenings" if page == "one" else page)
    if page == "one":
        hands.key(Qt.Key.Key_Return, to=named(QTableView, found, _list_name(found)))
    QApplication.processEvents()
    return found


def _list_name(page: RegisterPage) -> str:
    return visible(QTableView, page)[0].accessibleName()


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_register_fits_every_window(secretariat: Hands, page: str, language: Language) -> None:
    secretariat.in_language(language)
    open_page(secretariat, page)
    for size in SIZES:
        secretariat.window.resize(*size)
        QApplication.processEvents()
        assert (secretariat.window.width(), secretariat.window.height()) == size
        assert cut(secretariat.window) == []


@pytest.mark.parametrize("page", PAGES)
def test_everything_in_the_register_that_takes_the_focus_has_a_name(secretariat: Hands, page: str) -> None:
    open_page(secretariat, page)
    controls = [item for item in heard(secretariat.window) if item.takes_focus]
    assert len(controls) > 8
    assert [item for item in controls if not item.name] == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("key", KEYS, ids=["on", "back"])
def test_tab_visits_every_control_of_the_register(secretariat: Hands, page: str, key: Qt.Key) -> None:
    open_page(secretariat, page)
    wanted = stops(secretariat.window)
    visited: set[QWidget] = set()
    for _time in range(2 * len(wanted) + 20):
        secretariat.key(key, SHIFT if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        focus = secretariat.window.focusWidget()
        assert focus is not None
        visited.add(focus)
    assert [names_of(item) for item in wanted - visited] == []


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("page", PAGES)
def test_no_two_controls_of_the_register_have_the_same_key(secretariat: Hands, page: str, language: Language) -> None:
    secretariat.in_language(language)
    open_page(secretariat, page)
    texts = [item.text().replace("&&", "") for item in visible(QAbstractButton, secretariat.window)]
    keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert sorted(keys) == sorted(set(keys)), texts


def test_a_register_that_cannot_be_opened_is_told_and_the_screenings_stay(
    hands: Hands, tmp_path: Path, boxes: list[QMessageBox]
) -> None:
    place = tmp_path / "user"
    place.mkdir()
    (place / "registry.sqlite").write_bytes(b"invented, and no register at all " * 40)
    hands.click(hands.window.findChildren(QPushButton, "rail")[1])
    assert "is not a store of this program" in boxes[0].text()
    assert named(QPushButton, hands.window, "Screenings").isChecked()
    assert not visible(RegisterPage, hands.window)
