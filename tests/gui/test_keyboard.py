"""Everything can be reached and done with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDateEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QWidget,
)

from relational_screen.app.language import Language
from tests.gui.hands import SHIFT, Hands, named, names_of, visible

STEPS = ("proposal", "relevance", "groups", "housing.relocation", "common.transitions", "review", "signing", "note")
SIDES = {"Screenings": 0, "Register": 1, "Plugins": 2, "Settings": 3, "Help": 4}
PARTS_OF_A_DATE = 3
KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def open_place(hands: Hands, place: str) -> None:
    if place in SIDES:
        hands.click(hands.window.findChildren(QPushButton, "rail")[SIDES[place]])
    else:
        hands.window.open_example()
        hands.go(place)


def stops(window: QWidget) -> set[QWidget]:
    """Return what Tab has to reach: every enabled control, of each radio group the chosen one or any of them."""
    tab = Qt.FocusPolicy.TabFocus
    found = [item for item in visible(QWidget, window) if item.isEnabled() and item.focusPolicy() & tab == tab]
    return {item for item in found if not item.focusProxy()}


def group_of(item: QWidget) -> object:
    """Return a radio button's group, else the control itself: Tab goes to one button of each group."""
    return item.group() if isinstance(item, QRadioButton) and item.group() else item


@pytest.mark.parametrize("place", [*STEPS, *SIDES])
@pytest.mark.parametrize("key", KEYS, ids=["on", "back"])
def test_tab_visits_every_control_and_comes_back(hands: Hands, place: str, key: Qt.Key) -> None:
    open_place(hands, place)
    QApplication.processEvents()
    wanted = {group_of(item) for item in stops(hands.window)}
    visited: list[object] = []
    for _time in range(2 * len(wanted) + 20):
        hands.key(key, SHIFT if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        focus = hands.window.focusWidget()
        assert focus is not None
        if visited and group_of(focus) is visited[0] and len(set(map(id, visited))) >= len(wanted):
            break
        visited.append(group_of(focus))
        stays = len(visited) > PARTS_OF_A_DATE and len(set(map(id, visited[-PARTS_OF_A_DATE - 1 :]))) == 1
        assert not stays, f"Tab is trapped in {names_of(focus)}"
    missing = [item for item in wanted if item not in visited]
    assert not missing, [names_of(item) if isinstance(item, QWidget) else item for item in missing]


def test_arrow_keys_choose_in_a_row_of_radio_buttons(example: Hands) -> None:
    example.go("housing.relocation")
    row = "Lowers, How many"
    named(QRadioButton, example.page, f"{row}: most").setFocus()
    example.key(Qt.Key.Key_Left)
    assert example.chosen(row) == "some"
    assert example.stored.answers["housing.relocation"].effects[0].reach == "some"
    example.key(Qt.Key.Key_Left)
    assert example.chosen(row) == "few"


def test_a_question_is_answered_with_keys_alone(example: Hands) -> None:
    example.go("common.transitions")
    named(QRadioButton, example.page, "Answer: No effect").setFocus()
    example.key(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    some = "Lowers, How much: some"
    example.until(lambda: some in [name for item in visible(QRadioButton, example.page) for name in names_of(item)])
    named(QRadioButton, example.page, some).setFocus()
    example.key(Qt.Key.Key_Space)
    assert example.stored.answers["common.transitions"].effects[0].strength == "some"


def test_f6_goes_round_steps_page_and_draft(example: Hands) -> None:
    example.go("housing.relocation")
    named(QListWidget, example.page, "Steps").setFocus()
    places = []
    for _time in range(3):
        example.key(Qt.Key.Key_F6)
        focus = example.window.focusWidget()
        assert focus is not None
        pane = example.page.draft_pane
        places.append(
            "draft" if pane.isAncestorOf(focus) else "page" if example.page.questions.isAncestorOf(focus) else ""
        )
    assert places == ["page", "draft", ""]
    assert isinstance(example.window.focusWidget(), QListWidget)


def test_steps_are_chosen_with_arrow_keys(example: Hands) -> None:
    steps = named(QListWidget, example.page, "Steps")
    steps.setFocus()
    seen = [example.page.step]
    for _time in range(steps.count() - 1):
        example.key(Qt.Key.Key_Down)
        seen.append(example.page.step)
    assert seen == ["proposal", "relevance", "groups", "housing", "leisure", "common", "review", "signing", "note"]
    assert steps.hasFocus()


def test_a_screening_is_opened_from_the_list_with_enter(example: Hands) -> None:
    screening = example.session.id
    example.press("‹ Screenings")
    QApplication.processEvents()
    example.key(Qt.Key.Key_Return)
    assert example.session.id == screening


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("place", STEPS)
def test_no_two_controls_that_are_seen_together_have_the_same_key(hands: Hands, place: str, language: Language) -> None:
    hands.in_language(language)
    open_place(hands, place)
    QApplication.processEvents()
    texts = [item.text() for item in visible(QAbstractButton, hands.window) if item.isEnabled()]
    keys = [text[text.index("&") + 1].lower() for text in (text.replace("&&", "") for text in texts) if "&" in text]
    assert sorted(keys) == sorted(set(keys)), texts


def test_tab_leaves_a_date_that_is_not_given_at_once(hands: Hands) -> None:
    hands.window.start_without_draft()
    hands.go("proposal")
    date = named(QDateEdit, hands.page, "Date of the proposal")
    date.setFocus()
    hands.key(Qt.Key.Key_Tab)
    assert not date.hasFocus()
