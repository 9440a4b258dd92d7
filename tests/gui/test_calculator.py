"""The calculators that arenas bring, in the window."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from relational_screen.app.session import Session
from relational_screen.app.shown import Shown
from relational_screen.catalogue.model import Text
from relational_screen.drafts.draft import Draft
from relational_screen.gui.steps.calculator import Calculator
from relational_screen.screening.answers import Answer
from relational_screen.screening.tools import Input, Outcome, Tool, Values
from tests.gui.hands import Hands, named

METRES = Text(da="m²", en="m²")


def doubled(values: Values, _draft: Draft | None) -> Outcome:
    number = values["area"] * 2
    return Outcome({"double": number}, Text(da=f"Det bliver {number} m².", en=f"It becomes {number} m²."))


TOOL = Tool(
    id="housing.invented",
    question="housing.shared-places",
    title=Text(da="Opdigtet", en="Invented"),
    help=Text(da="Skriv et tal.", en="Write a number."),
    inputs=(Input("area", Text(da="Areal", en="Area"), METRES, Decimal(0), Decimal(100)),),
    calculate=doubled,
)


@pytest.fixture
def session(hands: Hands) -> Session:
    hands.window.open_example()
    return hands.session


def test_a_wrong_number_is_told_and_a_right_one_gives_a_sentence_to_insert(hands: Hands, session: Session) -> None:
    calculator = Calculator(Shown(session, "en"), TOOL, can_insert=True)
    hands.qtbot.addWidget(calculator)
    calculator.show()
    insert = named(QPushButton, calculator, "Insert in the reason")
    field = named(QLineEdit, calculator, "Area (m²)")
    for wrong in ("", "many", "101"):
        field.setText(wrong)
        hands.click(named(QPushButton, calculator, "Calculate"))
        assert not insert.isEnabled()
    field.setText("12,5")
    hands.click(named(QPushButton, calculator, "Calculate"))
    hands.click(insert)
    assert calculator.sentence == "It becomes 25.0 m²."


def test_the_sentence_is_added_to_the_reason_of_the_effect(
    hands: Hands, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "tools", lambda question: [TOOL] if question == TOOL.question else [])

    def used(calculator: Calculator) -> int:
        calculator.fill({"area": "3"})
        calculator.calculate()
        named_insert = next(one for one in calculator.findChildren(QPushButton) if "Insert" in one.text())
        named_insert.click()
        return 1

    monkeypatch.setattr(Calculator, "exec", used)
    hands.page.go(TOOL.question)
    before = session.state.answers[TOOL.question].effects[0].reason
    hands.page.questions.open_calculator(TOOL.id)
    QApplication.processEvents()
    assert session.state.answers[TOOL.question].effects[0].reason == f"{before} It becomes 6 m²."

    session.answer(TOOL.question, Answer(status="no_effect", reason="Because."))
    hands.page.questions.open_calculator(TOOL.id)
    assert session.state.answers[TOOL.question].reason == "Because. It becomes 6 m²."
