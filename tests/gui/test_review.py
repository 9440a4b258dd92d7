"""The review: the picture, what must be addressed, the findings and the way to their places."""

import pytest
from PySide6.QtWidgets import QPushButton

from relational_screen.errors import ScreenError
from relational_screen.gui.note_pages import PagePicture
from tests.gui.hands import Hands, named, visible


def test_what_must_be_addressed_is_named_and_leads_to_its_answer(example: Hands) -> None:
    example.go("review")
    assert any(text.startswith("Must be addressed: Moving and rehousing") for text in example.shown_texts())
    example.press("Go to the answer")
    assert example.page.questions.question.id == "housing.relocation"


def test_every_finding_leads_to_its_place(example: Hands) -> None:
    for finding in example.session.review():
        example.go("review")
        links = visible(QPushButton, example.page)
        link = next(item for item in links if item.accessibleName() == f"Go there: {finding.text.en}")
        example.click(link)
        shown = example.page.questions.question.id if example.page.step == finding.place.partition(".")[0] else ""
        assert finding.place in (shown, example.page.step)


def test_a_plugin_that_fails_is_named_in_the_review_and_stops_the_note(
    example: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_screening: object) -> list[object]:
        raise ScreenError("The plugin {plugin} failed.", plugin="invented")

    monkeypatch.setattr(example.window.application.plugins, "review", fail)
    example.go("review")
    assert "The plugin invented failed." in example.shown_texts()
    example.go("note")
    assert "The plugin invented failed." in example.shown_texts()
    assert not visible(PagePicture, example.page)


def test_an_answer_that_is_missing_stands_under_what_is_open(hands: Hands) -> None:
    hands.window.start_without_draft()
    gate = hands.session.catalogue.checklist("housing").gates[0]
    hands.session.answer_gate(gate.id, "yes")
    hands.go("review")
    hands.click(named(QPushButton, hands.page, "Next: Reading and sign-off ›"))
    hands.click(named(QPushButton, hands.page, "Next: Note ›"))
    assert hands.page.step == "note"
    assert any("cannot be made yet" in text for text in hands.shown_texts())
