"""The follow-up at the window: what was expected beside what came. All invented."""

import pytest
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit, QPushButton, QRadioButton

from relational_screen.screening.answers import Answer
from relational_screen.screening.signing import Indicator
from tests.gui.hands import Hands, named, names_of, visible
from tests.gui.signing_hands import approved, at_signing, line, signed_off, told

EFFECT = "Moving and rehousing: lowers, clear, most, lasting"
OPEN = "Write a follow-up ▸"


@pytest.fixture
def signed(example: Hands) -> Hands:
    """A user before a screening that is signed off."""
    return signed_off(at_signing(example))


def test_before_a_sign_off_there_is_nothing_to_follow_up(example: Hands) -> None:
    at_signing(example)
    assert OPEN not in [names_of(item)[1] for item in visible(QPushButton, example.page)]


def test_what_came_is_kept_beside_what_was_expected(signed: Hands) -> None:
    signed.press(OPEN)
    signed.choose(EFFECT, "Less than expected")
    signed.write(line(signed, f"What came of it: {EFFECT}"), "Fewer moved.")
    signed.write(named(QPlainTextEdit, signed.page, "What came on the whole"), "It went well.")
    signed.press("Save the follow-up")
    follow_up = signed.stored.follow_ups[0]
    assert follow_up.text == "It went well."
    assert [(one.question, one.direction, one.came, one.text) for one in follow_up.outcomes] == [
        ("housing.relocation", "lowers", "less", "Fewer moved.")
    ]
    assert told(signed, "Moving and rehousing: expected lowers, came less than expected. Fewer moved.")
    assert signed.stored.signed_off


def test_it_says_one_of_five_things_of_every_effect(signed: Hands) -> None:
    signed.press(OPEN)
    choices = [item.accessibleName() for item in visible(QRadioButton, signed.page)]
    assert [name.removeprefix(f"{EFFECT}: ") for name in choices if name.startswith(EFFECT)] == [
        "As expected", "Less than expected", "More than expected", "The opposite of what was expected", "Not known"
    ]  # fmt: skip


def test_the_other_effects_are_unfolded_on_wish(signed: Hands) -> None:
    effects = sum(len(answer.effects) for answer in signed.session.state.answers.values())
    signed.press(OPEN)
    before = len(visible(QRadioButton, signed.page)) // 5
    signed.press(f"Other effects: {effects - before} ▸")
    assert len(visible(QRadioButton, signed.page)) // 5 == effects > before


def test_an_empty_follow_up_is_refused(signed: Hands, boxes: list[QMessageBox]) -> None:
    signed.press(OPEN)
    signed.press("Save the follow-up")
    assert "The follow-up is empty." in boxes[-1].text()
    assert not signed.stored.follow_ups


def test_an_indicator_stands_beside_its_effect(example: Hands) -> None:
    approved(at_signing(example))
    example.session.signing.sign_off("", [Indicator(question="housing.relocation", effect=0, text="A survey")])
    example.press(OPEN)
    assert told(example, "What will show it: A survey")


def test_what_was_signed_off_is_followed_up_also_after_a_change(signed: Hands) -> None:
    signed.session.answer("housing.relocation", Answer(status="unknown"))
    signed.press(OPEN)
    signed.choose(EFFECT, "As expected")
    signed.press("Save the follow-up")
    assert signed.stored.follow_ups[0].outcomes[0].came == "as_expected"


def test_the_next_follow_up_begins_empty(signed: Hands) -> None:
    signed.press(OPEN)
    signed.choose(EFFECT, "As expected")
    signed.press("Save the follow-up")
    signed.press(OPEN)
    assert signed.chosen(EFFECT) == ""
