"""A question's answer: choices, effects, text, passages and measures."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget, QPlainTextEdit, QPushButton, QRadioButton

from relational_screen.gui.steps.effects import EffectEditor
from tests.gui.hands import ALT, CTRL, Hands, named, visible

QUESTION = "housing.relocation"


def directions(hands: Hands) -> list[str]:
    return [effect.direction for effect in hands.stored.answers[QUESTION].effects]


def test_both_ways_holds_one_effect_of_each_and_keeps_the_one_that_was_there(example: Hands) -> None:
    example.go(QUESTION)
    lowers = example.session.state.answers[QUESTION].effects[0]
    example.choose("Answer", "Both ways")
    assert directions(example) == ["raises", "lowers"]
    assert example.stored.answers[QUESTION].effects[1] == lowers
    assert len(visible(EffectEditor, example.page)) == 2
    example.choose("Raises, How many", "few")
    example.choose("Answer", "Lowers")
    assert example.stored.answers[QUESTION].effects == (lowers,)


def test_trying_another_choice_and_coming_back_loses_nothing(example: Hands) -> None:
    example.go(QUESTION)
    before = example.session.state.answers[QUESTION]
    for choice in ("Raises", "No effect", "Both ways", "Don't know", "Lowers"):
        example.choose("Answer", choice)
    assert example.stored.answers[QUESTION] == before


def test_arrow_keys_through_the_choices_lose_nothing(example: Hands) -> None:
    example.go(QUESTION)
    before = example.session.state.answers[QUESTION]
    named(QRadioButton, example.page, "Answer: Lowers").setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        example.key(key)
    assert example.chosen("Answer") == "Lowers"
    assert example.stored.answers[QUESTION] == before


def test_choosing_what_is_chosen_changes_nothing(example: Hands) -> None:
    example.go(QUESTION)
    events = example.session.events
    example.choose("Answer", "Lowers")
    assert example.session.events == events


def test_withdrawing_an_answer_removes_it_and_what_was_being_written_does_no_harm(example: Hands) -> None:
    example.go(QUESTION)
    example.write(named(QPlainTextEdit, example.page, "Lowers, Because"), "Half a sent")
    example.key(Qt.Key.Key_W, ALT)
    example.until(lambda: QUESTION not in example.session.state.answers)
    assert QUESTION not in example.stored.answers
    assert example.chosen("Answer") == ""
    assert not visible(EffectEditor, example.page)
    assert not named(QPushButton, example.page, "Withdraw the answer").isEnabled()


def test_a_change_elsewhere_keeps_the_cursor_and_the_text_that_is_being_written(example: Hands) -> None:
    example.go(QUESTION)
    field = named(QPlainTextEdit, example.page, "Lowers, Because")
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(field, "Mostly ")
    label = next(iter(example.session.draft.passages)).label if example.session.draft else ""
    example.link(label)
    effect = example.stored.answers[QUESTION].effects[0]
    assert effect.reason.startswith("Mostly ")
    assert effect.passages[-1].label == label
    assert field.toPlainText() == effect.reason
    assert field.textCursor().position() == len("Mostly ")


def test_a_passage_is_linked_to_the_effect_that_was_worked_on(example: Hands) -> None:
    example.go(QUESTION)
    example.choose("Answer", "Both ways")
    assert example.session.draft is not None
    first, second = (passage.label for passage in example.session.draft.passages[:2])
    named(QPlainTextEdit, example.page, "Raises, Because").setFocus()
    example.link(first)
    named(QPlainTextEdit, example.page, "Lowers, Because").setFocus()
    example.link(second)
    raises, lowers = example.stored.answers[QUESTION].effects
    assert raises.passages[-1].label == first
    assert lowers.passages[-1].label == second
    assert first not in [ref.label for ref in lowers.passages]


def test_linking_the_same_passage_twice_keeps_it_once(example: Hands) -> None:
    example.go(QUESTION)
    label = example.session.state.answers[QUESTION].effects[0].passages[0].label
    events = example.session.events
    example.link(label)
    assert example.session.events == events


def test_a_passage_cannot_be_linked_where_there_is_no_effect(example: Hands) -> None:
    example.go("common.transitions")
    events = example.session.events
    assert not named(QPushButton, example.page, "Link the chosen passage").isEnabled()
    example.link("§ 1")
    example.go("relevance")
    example.link("§ 1")
    assert example.session.events == events


def test_a_measure_can_be_added_described_and_removed(example: Hands) -> None:
    example.go(QUESTION)
    count = len(example.session.state.answers[QUESTION].effects[0].measures)
    example.press("+ Measure of your own")
    field = [item for item in visible(QPlainTextEdit, example.page) if item.accessibleName().endswith("What is done")][
        -1
    ]
    example.write(field, "An invented measure")
    removers = [item for item in visible(QPushButton, example.page) if item.text() == "Remove the measure"]
    example.page.questions.flush()
    assert example.stored.answers[QUESTION].effects[0].measures[-1].text == "An invented measure"
    example.click(removers[-1])
    assert len(example.stored.answers[QUESTION].effects[0].measures) == count


def test_the_last_question_of_an_arena_leads_on_to_the_next_arena(example: Hands) -> None:
    example.go("housing.relocation")
    jump = named(QComboBox, example.page, "Go to question")
    jump.setFocus()
    example.key(Qt.Key.Key_End, to=jump)
    example.press("Next ›")
    assert example.page.step == "leisure"


def test_help_and_examples_are_shown_when_asked_for(example: Hands) -> None:
    question = example.session.catalogue.question(QUESTION)
    example.go(QUESTION)
    assert question.help is not None
    assert question.help.en not in example.shown_texts()
    example.press("What to look for ▸")
    assert question.help.en in example.shown_texts()


def test_an_arena_with_an_unfinished_effect_is_not_ticked_off(example: Hands) -> None:
    steps = named(QListWidget, example.page, "Steps")
    leisure = next(item for item in map(steps.item, range(steps.count())) if "Leisure" in item.text())
    assert leisure.text().startswith("✓")
    example.step("Leisure")
    example.choose("Answer", "Raises")
    assert leisure.text().startswith("?")


def test_keys_go_to_the_previous_and_the_next_question(example: Hands) -> None:
    example.go("housing.shared-places")
    first = example.page.questions.question
    example.key(Qt.Key.Key_Right, ALT)
    assert example.page.questions.question != first
    example.key(Qt.Key.Key_Left, ALT)
    assert example.page.questions.question == first
    example.key(Qt.Key.Key_Left, ALT)
    assert example.page.questions.question == first


def test_a_search_in_the_draft_starts_by_keyboard(example: Hands) -> None:
    example.go(QUESTION)
    example.key(Qt.Key.Key_L, CTRL)
    focus = example.window.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Search the draft"
