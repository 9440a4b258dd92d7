"""The second reader at the window: asked, answering, and reading blind. All names are invented."""

import pytest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit, QPushButton

from tests.gui.hands import Hands, named, visible
from tests.gui.signing_hands import OFFICIAL, READER, THIRD, approved, at_signing, enabled, line, told

SAYS = "What the second reader says"


@pytest.fixture
def official(example: Hands) -> Hands:
    """The responsible official at the step."""
    return at_signing(example)


@pytest.fixture
def reader(example: Hands) -> Hands:
    """Somebody who is asked to read what another is responsible for."""
    at_signing(example, THIRD).session.signing.ask_review(OFFICIAL, by=THIRD)
    return example


def ask(hands: Hands, name: str, button: str = "Ask to read it") -> None:
    hands.write(line(hands, "Name of the second reader"), name)
    hands.press(button)


def test_a_second_reader_is_asked_and_waited_for(official: Hands) -> None:
    assert told(official, "Not yet read by a second reader.")
    ask(official, READER)
    reading = official.stored.reading
    assert reading is not None
    assert (reading.reader, reading.blind, reading.outcome) == (READER, False, None)
    assert told(official, f"Waits for {READER}. Asked by {OFFICIAL} on ")


@pytest.mark.parametrize("name", ["", "  ", OFFICIAL.upper()])
def test_nobody_and_the_responsible_official_are_refused_as_readers(
    official: Hands, boxes: list[QMessageBox], name: str
) -> None:
    ask(official, name)
    assert official.stored.reading is None
    assert len(boxes) == 1


def test_the_responsible_official_cannot_approve_and_reads_why(official: Hands) -> None:
    ask(official, READER)
    assert (enabled(official, "Approve"), enabled(official, "Return")) == (False, False)
    assert told(official, f"{OFFICIAL} is the responsible official and cannot be the second reader too.")
    assert not [field for field in visible(QPlainTextEdit, official.page) if field.accessibleName() == SAYS]


def test_the_reader_approves_with_a_word(reader: Hands) -> None:
    reader.write(named(QPlainTextEdit, reader.page, SAYS), "Well argued, <b>all</b> of it.")
    reader.press("Approve")
    assert reader.stored.read
    assert told(reader, f"Read and approved by a second reader ({OFFICIAL}) on ")
    assert told(reader, f"{OFFICIAL} says: Well argued, <b>all</b> of it.")


def test_a_return_without_a_word_is_refused(reader: Hands, boxes: list[QMessageBox]) -> None:
    reader.press("Return")
    assert "not said why the screening is returned" in boxes[-1].text()
    assert reader.stored.reading
    assert reader.stored.reading.outcome is None


@pytest.mark.parametrize("where", ["there", "in a comment"])
def test_the_reader_returns_it_with_a_word(reader: Hands, boxes: list[QMessageBox], where: str) -> None:
    if where == "there":
        reader.write(named(QPlainTextEdit, reader.page, SAYS), "Say more of the tenants.")
    else:
        reader.session.signing.comment("housing.relocation", "Say more of the tenants.")
    reader.press("Return")
    assert reader.stored.reading
    assert reader.stored.reading.outcome == "returned"
    assert told(reader, "returned with comments on ")
    assert not boxes


def test_what_was_written_to_one_reader_is_not_there_for_the_next(reader: Hands) -> None:
    reader.write(named(QPlainTextEdit, reader.page, SAYS), "Say more of the tenants.")
    reader.press("Return")
    reader.session.signing.ask_review(READER)
    assert named(QPlainTextEdit, reader.page, SAYS).toPlainText() == ""


def test_who_was_not_asked_is_told_whose_name_counts(example: Hands) -> None:
    at_signing(example, THIRD).session.signing.ask_review(READER)
    assert told(example, f"{READER} is asked. What is said here is said by {OFFICIAL}.")
    assert enabled(example, "Approve")


def test_somebody_else_can_be_asked_meanwhile(official: Hands) -> None:
    ask(official, READER)
    assert "Name of the second reader" not in [field.accessibleName() for field in visible(QLineEdit, official.page)]
    official.press("Ask somebody else ▸")
    ask(official, THIRD)
    assert official.stored.reading
    assert official.stored.reading.reader == THIRD


def test_an_approval_that_no_longer_holds_asks_for_a_reader_again(official: Hands) -> None:
    approved(official)
    official.session.change_proposal(official.session.state.proposal.model_copy(update={"unit": "Invented unit"}))
    assert told(official, "but changed since")
    assert named(QPushButton, official.page, "Ask to read it")


def test_a_blind_reading_opens_a_screening_without_answers_and_leads_back(official: Hands) -> None:
    first, answers = official.session.id, official.session.state.answers
    ask(official, READER, "Start a blind reading")
    assert official.session.state.reads == first
    assert (official.session.state.answers, official.stored.proposal.responsible) == ({}, READER)
    assert official.session.draft is not None
    official.go("signing")
    assert told(official, "This is a blind second reading of another screening.")
    official.press("Open the first screening")
    assert (official.session.id, official.session.state.answers) == (first, answers)
    assert official.stored.reading
    assert official.stored.reading.blind


def test_the_asked_reader_starts_the_blind_reading(example: Hands) -> None:
    at_signing(example, THIRD).session.signing.ask_review(OFFICIAL, blind=True, by=THIRD)
    first = example.session.id
    assert told(example, f"Waits for {OFFICIAL}, who is to screen the proposal alone first.")
    example.press("Start the blind reading")
    assert example.session.state.reads == first
    assert example.stored.proposal.responsible == OFFICIAL


def test_a_blind_reading_by_the_responsible_official_is_refused(official: Hands, boxes: list[QMessageBox]) -> None:
    first = official.session.id
    ask(official, OFFICIAL, "Start a blind reading")
    assert len(boxes) == 1
    assert official.session.id == first
