"""The item models keep the rules that Qt sets for them."""

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from relational_screen.gui.draft_pane import PassageModel
from relational_screen.gui.screenings_list import ScreeningsModel
from tests.gui.test_draft_pane import invented

FATAL = QAbstractItemModelTester.FailureReportingMode.Warning


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Return a tester; what it finds is a warning of Qt's, and that fails a test."""
    return QAbstractItemModelTester(model, FATAL)


def test_the_screenings(qtbot: QtBot) -> None:
    model = ScreeningsModel()
    tester = watched(model)
    for count in (0, 3, 1):
        model.show_rows([(f"id-{number}", ("a", "b", "c", "d")) for number in range(count)])
        assert model.rowCount() == count
    assert tester.model() is model


def test_the_passages(qtbot: QtBot) -> None:
    model = PassageModel()
    tester = watched(model)
    for draft in (invented(3), None, invented(1)):
        model.show_draft(draft)
        model.mark({"§ 1": "linked"})
        assert model.rowCount() == (len(draft.passages) if draft else 0)
    assert tester.model() is model


@pytest.mark.parametrize("words", ["§ 2", "PASSAGE", "time. 2"])
def test_a_passage_is_found_by_its_label_or_its_text(words: str) -> None:
    model = PassageModel()
    model.show_draft(invented(3))
    assert model.next_with(words, 0) == 1
    assert model.next_with("nowhere", 0) == -1
    model.show_draft(None)
    assert model.next_with(words, 0) == -1
