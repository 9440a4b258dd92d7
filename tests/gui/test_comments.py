"""Comments at the window: on a question, on the whole, settled, and the way to their place. All invented."""

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QMessageBox, QPlainTextEdit, QPushButton

from tests.gui.hands import Hands, named, visible
from tests.gui.signing_hands import at_signing, told

HERE, WHOLE, QUESTION = "Comment on this question", "Comment on the whole screening", "housing.relocation"


@pytest.fixture
def asked(example: Hands) -> Hands:
    """A user before a question."""
    example.go(QUESTION)
    return example


def fields(hands: Hands, name: str) -> list[QPlainTextEdit]:
    return [item for item in visible(QPlainTextEdit, hands.page) if item.accessibleName() == name]


def opener(hands: Hands) -> QPushButton:
    return next(item for item in visible(QPushButton, hands.page) if item.text().startswith("Comment"))


def add(hands: Hands, name: str, text: str) -> None:
    hands.write(named(QPlainTextEdit, hands.page, name), text)
    hands.press("Add the comment")


def test_a_question_without_comments_shows_one_small_button(asked: Hands) -> None:
    assert opener(asked).text() == "Comment ▸"
    assert opener(asked).objectName() == "link"
    others = [item for item in visible(QPushButton, asked.page) if item.text() == "Examples ▸"]
    assert others[0].y() == opener(asked).y(), "the button stands beside the others, in no line of its own"
    assert not fields(asked, HERE)


def test_a_comment_on_a_question_is_kept_and_counted(asked: Hands) -> None:
    asked.click(opener(asked))
    assert asked.window.focusWidget() is fields(asked, HERE)[0]
    add(asked, HERE, "How many <b>tenants</b>?")
    stored = asked.stored.comments
    assert [(one.place, one.text, one.by) for one in stored] == [
        (QUESTION, "How many <b>tenants</b>?", "Invented official")
    ]
    assert opener(asked).text() == "Comments (1 open) ▸"
    assert "How many <b>tenants</b>?" in [item.text() for item in visible(QLabel, asked.page)]
    assert fields(asked, HERE)[0].toPlainText() == ""


def test_comments_stay_with_their_question_and_are_folded_at_first(asked: Hands) -> None:
    asked.session.signing.comment(QUESTION, "An invented remark.")
    asked.page.questions.turn(1)
    assert opener(asked).text() == "Comment ▸"
    asked.page.questions.turn(-1)
    assert opener(asked).text() == "Comments (1 open) ▸"
    assert not told(asked, "An invented remark.")
    asked.click(opener(asked))
    assert told(asked, "An invented remark.")
    asked.page.questions.turn(1)
    assert not fields(asked, HERE)


def test_what_is_not_added_yet_waits_at_its_question(asked: Hands) -> None:
    asked.click(opener(asked))
    asked.write(fields(asked, HERE)[0], "Half a rem")
    asked.page.questions.turn(1)
    asked.click(opener(asked))
    assert fields(asked, HERE)[0].toPlainText() == ""
    asked.page.questions.turn(-1)
    asked.click(opener(asked))
    assert fields(asked, HERE)[0].toPlainText() == "Half a rem"
    assert not asked.stored.comments


def test_an_empty_comment_is_refused(asked: Hands, boxes: list[QMessageBox]) -> None:
    asked.click(opener(asked))
    asked.press("Add the comment")
    assert "The comment is empty." in boxes[-1].text()
    assert not asked.stored.comments


def test_a_comment_is_settled_at_its_question(asked: Hands) -> None:
    asked.session.signing.comment(QUESTION, "An invented remark.")
    asked.click(opener(asked))
    asked.press("Settle: An invented remark.")
    assert [one.settled for one in asked.stored.comments] == [True]
    assert opener(asked).text() == "Comments (settled) ▸"
    assert told(asked, "An invented remark.")


def test_every_open_comment_leads_to_its_question(example: Hands) -> None:
    example.session.signing.comment(QUESTION, "An invented remark.")
    at_signing(example)
    assert told(example, "Moving and rehousing")
    example.press("Go there: An invented remark.")
    assert example.page.questions.question.id == QUESTION


def test_a_comment_on_a_gate_leads_to_the_relevance_test(example: Hands) -> None:
    gate = example.session.catalogue.checklist("housing").gates[0]
    example.session.signing.comment(gate.id, "An invented remark.")
    at_signing(example).press("Go there: An invented remark.")
    assert example.page.step == "relevance"


def test_a_comment_on_the_whole_is_written_and_settled_at_the_step(example: Hands) -> None:
    at_signing(example).press("Comment on the whole screening ▸")
    add(example, WHOLE, "An invented remark.")
    steps = named(QListWidget, example.page, "Steps")
    assert any("1 open comment" in steps.item(number).text() for number in range(steps.count()))
    example.press("Settle: An invented remark.")
    assert not example.stored.open_comments
    assert not told(example, "An invented remark.")
    example.press("Settled comments: 1 ▸")
    assert told(example, "An invented remark.")


def test_a_very_long_word_in_a_comment_widens_nothing(asked: Hands) -> None:
    asked.session.signing.comment(QUESTION, "m" * 400)
    asked.window.resize(1024, 700)
    asked.click(opener(asked))
    width = asked.page.questions.width()
    page = fields(asked, HERE)[0].width()
    assert page < width < 1024
    at_signing(asked)
    assert all(item.width() < 1024 for item in visible(QLabel, asked.page))
