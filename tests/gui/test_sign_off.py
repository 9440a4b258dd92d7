"""The sign-off at the window: its conditions, its lapse and its reopening. All names are invented."""

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QDateEdit, QLineEdit, QListWidget, QMessageBox, QPlainTextEdit

from relational_screen.screening.answers import Answer
from tests.gui.hands import Hands, named, visible
from tests.gui.signing_hands import OFFICIAL, approved, at_signing, enabled, line, signed_off, told

INDICATOR = "What will show it: Moving and rehousing: lowers, clear, most, lasting"


@pytest.fixture
def official(example: Hands) -> Hands:
    """The responsible official at the step."""
    return at_signing(example)


def unfold(hands: Hands) -> None:
    hands.press(f"What will show the strong effects: {len(strong(hands))} ▸")


def strong(hands: Hands) -> list[str]:
    answers = hands.session.state.answers.items()
    return [name for name, answer in answers for effect in answer.effects if effect.strength == "clear"]


def step_text(hands: Hands) -> str:
    steps = named(QListWidget, hands.page, "Steps")
    return next(text for n in range(steps.count()) if "sign-off" in (text := steps.item(n).text()))


def test_what_stands_against_the_sign_off_is_read_as_text(official: Hands) -> None:
    official.session.signing.comment("", "An invented remark.")
    assert not enabled(official, "Sign off")
    assert told(official, "No second reader has approved the screening as it stands.")
    assert told(official, "There are comments that are not settled: 1.")
    approved(official)
    official.press("Settle: An invented remark.")
    assert enabled(official, "Sign off")
    assert not told(official, "No second reader has approved")


def test_a_note_that_cannot_be_made_stands_against_the_sign_off(official: Hands) -> None:
    official.session.answer("housing.relocation", Answer(status="effects"))
    approved(official)
    assert not enabled(official, "Sign off")
    assert told(official, "The note cannot be made yet.")


def test_it_is_signed_off_with_a_day_and_an_indicator(official: Hands) -> None:
    approved(official)
    named(QDateEdit, official.page, "To be followed up on").setDate(QDate(2027, 3, 12))
    unfold(official)
    official.write(line(official, INDICATOR), "Tenants' own words")
    official.press("Sign off")
    sign_off = official.stored.sign_off
    assert sign_off is not None
    assert (sign_off.by, sign_off.review_date) == (OFFICIAL, "2027-03-12")
    assert [(one.question, one.text) for one in sign_off.indicators] == [("housing.relocation", "Tenants' own words")]
    assert official.stored.signed_off
    assert told(official, f"Signed off by {OFFICIAL} on ")
    assert step_text(official).startswith("✓")


def test_every_strong_effect_has_a_line_for_what_will_show_it(official: Hands) -> None:
    unfold(official)
    fields = [item for item in visible(QLineEdit, official.page) if "What will show it" in item.accessibleName()]
    assert len(fields) == len(strong(official)) > 1


def test_what_is_written_stays_while_the_screening_changes(official: Hands) -> None:
    unfold(official)
    official.write(line(official, INDICATOR), "Tenants' own words")
    official.session.answer("housing.shared-places", Answer(status="unknown"))
    official.session.signing.comment("", "An invented remark.")
    QApplication.processEvents()
    assert line(official, INDICATOR).text() == "Tenants' own words"


def test_without_day_and_indicators_it_is_signed_off_too(official: Hands) -> None:
    signed_off(official)
    assert official.stored.sign_off
    assert (official.stored.sign_off.review_date, official.stored.sign_off.indicators) == ("", ())


def test_a_later_change_makes_it_lapse_and_it_can_be_read_again(official: Hands) -> None:
    signed_off(official)
    official.session.answer("housing.relocation", Answer(status="unknown"))
    assert told(official, "the sign-off has lapsed because the screening has changed since")
    assert not enabled(official, "Sign off")
    assert not step_text(official).startswith("✓")
    assert line(official, "Name of the second reader").isEnabled()


def test_what_is_signed_off_is_opened_again_only_with_a_reason(official: Hands, boxes: list[QMessageBox]) -> None:
    signed_off(official)
    assert not [
        item for item in visible(QLineEdit, official.page) if item.accessibleName() == "Name of the second reader"
    ]
    official.press("Reopen")
    assert "The reason for reopening is missing." in boxes[-1].text()
    assert official.stored.signed_off
    official.write(named(QPlainTextEdit, official.page, "Why it is opened again"), "The bill was changed.")
    official.press("Reopen")
    assert not official.stored.signed_off
    assert told(official, f"Reopened by {OFFICIAL}: The bill was changed.")
    assert enabled(official, "Sign off")


def test_what_an_earlier_sign_off_named_is_there_for_the_next(official: Hands) -> None:
    approved(official)
    unfold(official)
    official.write(line(official, INDICATOR), "Tenants' own words")
    official.press("Sign off")
    screening = official.session.id
    official.session.signing.reopen("An invented reason.")
    official.window.open_screening(screening)
    official.go("signing")
    unfold(official)
    assert line(official, INDICATOR).text() == "Tenants' own words"


def test_an_empty_day_is_left_at_once_by_tab(official: Hands) -> None:
    day = named(QDateEdit, official.page, "To be followed up on")
    day.setFocus()
    assert day.focusNextPrevChild(True)
    assert not day.hasFocus()
