"""The relevance test: what follows from the gates, the reason for »not relevant«, and the text to copy."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QRadioButton

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Gate
from tests.gui.hands import Hands, named, visible

REASON = "Why the proposal is not relevant"


@pytest.fixture
def new(hands: Hands) -> Hands:
    """A user before the gates of a new screening."""
    hands.window.start_without_draft()
    hands.go("relevance")
    return hands


def gates(hands: Hands) -> list[Gate]:
    kind = hands.session.state.proposal.kind
    return [gate for checklist in hands.session.catalogue.checklists for gate in checklist.applicable_gates(kind)]


def asked(hands: Hands) -> set[str]:
    names = [item.accessibleName() for item in visible(QRadioButton, hands.page.relevance)]
    return {name.rpartition(":")[0] for name in names}


def for_bills_only(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue whose first gate is asked of bills alone."""
    first, *others = catalogue.checklists
    gate, *gates = first.gates
    altered = first.model_copy(update={"gates": (gate.model_copy(update={"kinds": ("bill",)}), *gates)})
    return catalogue.model_copy(update={"checklists": (altered, *others)})


def say_no_to_all(hands: Hands) -> None:
    for gate in gates(hands):
        hands.choose(gate.question.en, "No")


def test_a_yes_brings_the_questions_of_its_arena_and_a_no_takes_them_away(new: Hands) -> None:
    gate = gates(new)[0]
    new.choose(gate.question.en, "Yes")
    assert any(text.startswith("Relevant: ") for text in new.shown_texts())
    new.choose(gate.question.en, "No")
    assert not any(text.startswith("Relevant: ") for text in new.shown_texts())
    assert any("not answered" in text for text in new.shown_texts())


def test_not_relevant_asks_for_a_reason_that_stands_in_the_text_to_copy(new: Hands) -> None:
    assert not visible(QPlainTextEdit, new.page)
    say_no_to_all(new)
    assert "Not relevant: no arena is touched." in new.shown_texts()
    new.go("note")
    assert any("cannot be made yet" in text for text in new.shown_texts())
    new.go("relevance")
    new.write(named(QPlainTextEdit, new.page, REASON), "It only moves an invented deadline.")
    new.press("Copy the text")
    assert "It only moves an invented deadline." in QGuiApplication.clipboard().text()
    assert new.stored.relevance_reason == "It only moves an invented deadline."
    assert [finding for finding in new.session.review() if finding.place == "relevance"] == []


def test_another_kind_of_proposal_is_asked_other_gates(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    plugins = hands.window.application.plugins
    monkeypatch.setattr(plugins, "catalogue", for_bills_only(plugins.catalogue))
    new = hands
    new.window.start_without_draft()
    new.go("relevance")
    before = asked(new)
    assert before == {gate.question.en for gate in gates(new)}
    new.go("proposal")
    kinds = named(QComboBox, new.page, "Kind of proposal")
    while kinds.currentData() != "local_plan":
        new.key(Qt.Key.Key_Down, to=kinds)
    assert new.stored.proposal.kind == "local_plan"
    new.go("relevance")
    assert asked(new) == {gate.question.en for gate in gates(new)}
    assert len(asked(new)) == len(before) - 1


def test_nothing_is_said_to_be_missing_from_a_draft_that_is_not_there(new: Hands) -> None:
    assert "Nothing found in the draft." not in new.shown_texts()
