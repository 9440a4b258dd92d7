"""The filters of the first page, and what its rows tell of reading and sign-off. All names are invented."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView

from relational_screen.app.language import Language
from relational_screen.app.settings import Settings
from relational_screen.gui.window import MainWindow
from tests.gui.hands import Hands, named, visible
from tests.gui.signing_hands import OFFICIAL, READER, THIRD, approved, told
from tests.gui.test_layout import SIZES, cut

FILTERS = ("All", "Mine", "For second reader", "Signed off")


def titled(hands: Hands, title: str, responsible: str) -> None:
    """Start another example under a title."""
    hands.window.open_example()
    proposal = hands.session.state.proposal
    hands.session.change_proposal(proposal.model_copy(update={"title": title, "responsible": responsible}))


@pytest.fixture
def start(hands: Hands) -> Hands:
    """The first page with a screening of each kind."""
    titled(hands, "Of mine", OFFICIAL.upper())
    hands.session.signing.ask_review(READER)
    titled(hands, "To read", THIRD)
    hands.session.signing.ask_review(OFFICIAL)
    titled(hands, "Signed", THIRD)
    approved(hands).session.signing.sign_off()
    titled(hands, "Lapsed", THIRD)
    approved(hands).session.signing.sign_off()
    hands.session.change_proposal(hands.session.state.proposal.model_copy(update={"unit": "Invented unit"}))
    hands.window.show_start()
    QApplication.processEvents()
    return hands


def rows(hands: Hands, column: int = 0) -> list[str]:
    model = visible(QTableView, hands.window)[0].model()
    return sorted(str(model.index(row, column).data()) for row in range(model.rowCount()))


def chosen(hands: Hands) -> list[str]:
    return [text for text in FILTERS if named(QPushButton, hands.window, text).isChecked()]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("All", ["Lapsed", "Of mine", "Signed", "To read"]),
        ("Mine", ["Of mine"]),
        ("For second reader", ["To read"]),
        ("Signed off", ["Signed"]),
    ],
)
def test_a_filter_leaves_its_screenings(start: Hands, text: str, left: list[str]) -> None:
    start.press("Mine", start.window)
    start.press(text, start.window)
    assert rows(start) == left
    assert chosen(start) == [text]


def test_a_row_tells_how_far_its_screening_has_come(start: Hands) -> None:
    told_of = [text.partition("\n")[2] for text in rows(start, 3)]
    assert sorted(told_of) == ["sign-off lapsed", "signed off", *["waits for second reader"] * 2]


def test_the_search_goes_on_within_the_filter(start: Hands) -> None:
    start.press("Signed off", start.window)
    start.write(named(QLineEdit, start.window, "Search screenings"), "lapsed")
    assert rows(start) == []
    start.press("All", start.window)
    assert rows(start) == ["Lapsed"]


def test_the_filter_is_remembered_while_the_window_lives(start: Hands) -> None:
    start.press("Mine", start.window)
    start.press("Open", start.window)
    assert start.session.state.proposal.title == "Of mine"
    start.press("‹ Screenings")
    QApplication.processEvents()
    assert (chosen(start), rows(start)) == (["Mine"], ["Of mine"])


def test_arrow_keys_choose_a_filter(start: Hands) -> None:
    named(QPushButton, start.window, "All").setFocus()
    start.key(Qt.Key.Key_Right)
    assert (chosen(start), rows(start)) == (["Mine"], ["Of mine"])


def test_a_filter_that_leaves_nothing_says_so(hands: Hands) -> None:
    titled(hands, "Of mine", OFFICIAL)
    hands.window.show_start()
    QApplication.processEvents()
    hands.press("Signed off", hands.window)
    assert (rows(hands), told(hands, "There is none that is signed off.")) == ([], True)
    hands.press("Mine", hands.window)
    assert not told(hands, "There is none")


@pytest.mark.parametrize("text", ["Mine", "For second reader"])
def test_without_a_name_in_the_settings_a_hint_says_where_to_write_it(start: Hands, text: str) -> None:
    window = MainWindow(Settings(language="en"))
    start.qtbot.addWidget(window)
    window.show()
    window.begin(start.window.application)
    nameless = Hands(start.qtbot, window)
    QApplication.processEvents()
    assert not told(nameless, "Write your name in the settings")
    nameless.press(text, window)
    assert (rows(nameless), told(nameless, "Write your name in the settings")) == ([], True)


@pytest.mark.parametrize("language", ["en", "da"])
def test_filters_and_rows_fit_every_window(start: Hands, language: Language) -> None:
    start.in_language(language)
    for size in SIZES:
        start.window.resize(*size)
        QApplication.processEvents()
        assert cut(start.window) == []
        table = visible(QTableView, start.window)[0]
        assert table.horizontalHeader().length() <= table.viewport().width()
