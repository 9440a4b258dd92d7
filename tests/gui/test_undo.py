"""Undo and redo by keyboard restore the answers and show where they did."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from tests.gui.hands import CTRL, SHIFT, Hands, named

QUESTION = "housing.relocation"
Z = Qt.Key.Key_Z


def test_undo_and_redo_restore_an_answer_and_what_the_page_shows(example: Hands) -> None:
    example.go(QUESTION)
    before = example.session.state.answers
    example.choose("Answer", "Both ways")
    example.choose("Raises, How much", "clear")
    after = example.session.state.answers
    for _time in range(2):
        example.key(Z, CTRL)
    assert example.stored.answers == before
    assert example.chosen("Answer") == "Lowers"
    for _time in range(2):
        example.key(Z, CTRL | SHIFT)
    assert example.stored.answers == after
    assert (example.chosen("Answer"), example.chosen("Raises, How much")) == ("Both ways", "clear")


def test_undo_shows_the_place_of_what_it_takes_back(example: Hands) -> None:
    example.go(QUESTION)
    example.choose("Answer", "No effect")
    example.go("groups")
    example.key(Z, CTRL)
    assert example.page.step == "housing"
    assert example.page.questions.question.id == QUESTION
    assert example.chosen("Answer") == "Lowers"
    example.go("note")
    example.key(Z, CTRL | SHIFT)
    assert example.chosen("Answer") == "No effect"


def test_undo_takes_back_letters_first_while_the_cursor_is_in_the_text(example: Hands) -> None:
    example.go(QUESTION)
    field = named(QPlainTextEdit, example.page, "Lowers, Because")
    before = field.toPlainText()
    field.setFocus()
    QTest.keyClicks(field, "abc")
    example.key(Z, CTRL, field)
    assert field.toPlainText() == before
    assert example.session.state.answers[QUESTION].effects[0].reason == before


def test_undo_in_a_text_with_nothing_to_take_back_takes_back_the_last_answer(example: Hands) -> None:
    example.go(QUESTION)
    example.choose("Lowers, How much", "some")
    field = named(QPlainTextEdit, example.page, "Lowers, Because")
    field.setFocus()
    example.key(Z, CTRL, field)
    assert example.chosen("Lowers, How much") == "clear"


def test_redo_does_not_lose_what_is_being_written(example: Hands) -> None:
    example.go(QUESTION)
    example.choose("Lowers, How much", "some")
    example.key(Z, CTRL, named(QPushButton, example.page, "Undo"))
    example.write(named(QPlainTextEdit, example.page, "Lowers, Because"), "Written after the undo")
    example.key(Z, CTRL | SHIFT, named(QPushButton, example.page, "Undo"))
    assert example.stored.answers[QUESTION].effects[0].reason == "Written after the undo"


def test_undoing_the_gate_of_the_arena_that_is_shown_leads_back_to_relevance(hands: Hands) -> None:
    hands.window.start_without_draft()
    hands.go("relevance")
    question = hands.session.catalogue.gate("housing.gate-building").question.en
    hands.choose(question, "Yes")
    hands.step("Home and housing")
    hands.key(Z, CTRL)
    assert hands.page.step == "relevance"
    assert hands.chosen(question) == ""
    hands.key(Z, CTRL | SHIFT)
    assert hands.chosen(question) == "Yes"


def test_buttons_can_only_be_pressed_where_there_is_something_to_undo_or_redo(hands: Hands) -> None:
    hands.window.start_without_draft()
    undo, redo = (named(QPushButton, hands.page, text) for text in ("Undo", "Redo"))
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    hands.go("relevance")
    hands.choose(hands.session.catalogue.gate("housing.gate-building").question.en, "Yes")
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    hands.click(undo)
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
