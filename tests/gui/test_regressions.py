"""What fresh eyes found broken in the window."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from relational_screen.app.application import Application
from relational_screen.screening.answers import Answer, Effect
from tests.gui.hands import Hands

QUESTION = "housing.shared-places"


def lowering(reason: str) -> Effect:
    fields = {"strength": "some", "reach": "few", "duration": "lasting", "reason": reason}
    return Effect.model_validate({"direction": "lowers", **fields})


def test_undo_from_another_step_takes_a_change_of_the_proposal_back(hands: Hands) -> None:
    hands.window.open_example()
    session, before = hands.session, hands.session.state.proposal
    session.change_proposal(before.model_copy(update={"unit": "Another office"}))
    hands.page.go("groups")
    hands.page._undo_change()
    hands.page.go("proposal")
    hands.page.go("groups")
    assert session.state.proposal == before
    assert session.history.to_redo


def test_a_screening_that_was_changed_elsewhere_can_be_left(
    hands: Hands, store: Path, boxes: list[QMessageBox]
) -> None:
    hands.window.open_example()
    other = Application(store, "another").open(hands.session.id)
    other.change_proposal(other.state.proposal.model_copy(update={"unit": "Another office"}))
    hands.page.go("housing.relocation")
    field = next(iter(hands.page.questions._effects.values()))._reason
    field.setPlainText("What was being written.")
    with hands.qtbot.capture_exceptions() as caught:  # what a slot raises is shown by the program's excepthook
        hands.window.show_start()
        QApplication.processEvents()
    assert hands.window.screening_page is None
    told = [box.text() for box in boxes] + [str(error) for _kind, error, _trace in caught]
    assert any("changed in another window" in text for text in told)


def test_a_proposal_that_cannot_be_saved_does_not_keep_the_user(
    hands: Hands, store: Path, boxes: list[QMessageBox]
) -> None:
    hands.window.open_example()
    other = Application(store, "another").open(hands.session.id)
    other.change_proposal(other.state.proposal.model_copy(update={"unit": "Another office"}))
    hands.page.proposal._texts["unit"].setText("What was being written.")
    with hands.qtbot.capture_exceptions():
        hands.window.show_start()
        QApplication.processEvents()
    assert hands.window.screening_page is None


def test_several_effects_of_one_direction_outlive_a_change_of_the_choice(hands: Hands) -> None:
    hands.window.open_example()
    session = hands.session
    session.answer(QUESTION, Answer(status="effects", effects=(lowering("First."), lowering("Second."))))
    hands.page.go(QUESTION)
    hands.page.questions._choose("both")
    hands.page.questions._choose("lowers")
    assert [effect.reason for effect in session.state.answers[QUESTION].effects] == ["First.", "Second."]
