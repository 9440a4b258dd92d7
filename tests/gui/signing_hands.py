"""A user at the step where a screening is read, signed off and followed up. All names are invented."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.gui.hands import Hands, named

OFFICIAL, READER, THIRD = "Invented official", "Invented reader", "Invented third person"
"""The official is who works at the window."""


def at_signing(hands: Hands, responsible: str = OFFICIAL) -> Hands:
    """Make somebody responsible for the screening that is open and go to the step."""
    proposal = hands.session.state.proposal
    hands.session.change_proposal(proposal.model_copy(update={"responsible": responsible}))
    hands.go("signing")
    return hands


def approved(hands: Hands) -> Hands:
    """Let a second reader approve what stands."""
    hands.session.signing.ask_review(READER)
    hands.session.signing.give_review("approved", by=READER)
    QApplication.processEvents()
    return hands


def signed_off(hands: Hands) -> Hands:
    """Sign off by pressing the button."""
    approved(hands).press("Sign off")
    assert hands.stored.signed_off
    return hands


def told(hands: Hands, text: str) -> bool:
    """Whether some text on the page holds these words."""
    return any(text in one for one in hands.shown_texts())


def line(hands: Hands, name: str) -> QLineEdit:
    """Return the one line to write in with a name."""
    return named(QLineEdit, hands.page, name)


def enabled(hands: Hands, text: str) -> bool:
    """Whether a button can be pressed; one that cannot tells a screen reader why."""
    item = named(QPushButton, hands.page, text)
    assert item.isEnabled() == (not item.accessibleDescription())
    return item.isEnabled()
