"""Work beside the window: its outcome, its errors and its bugs arrive on the GUI thread."""

import sys
import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from relational_screen.errors import ScreenError
from relational_screen.gui import failures
from relational_screen.gui.background import in_background


def no_outcome(_outcome: object) -> None:
    pytest.fail("nothing was to be handed on")


def test_the_outcome_is_handed_on_to_the_thread_of_the_window(qtbot: QtBot) -> None:
    seen: list[object] = []
    owner = QObject()
    in_background(owner, threading.get_ident, lambda worker: seen.append((worker, threading.get_ident())), no_outcome)
    qtbot.waitUntil(lambda: bool(seen))
    worker, window = seen[0] if isinstance(seen[0], tuple) else (0, 0)
    assert window == threading.get_ident()
    assert worker != window


def test_what_a_user_can_act_on_is_handed_on_as_such(qtbot: QtBot) -> None:
    def work() -> None:
        raise ScreenError("The disk is full.")

    failed: list[ScreenError] = []
    owner = QObject()
    in_background(owner, work, no_outcome, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert str(failed[0]) == "The disk is full."


def test_a_bug_in_the_work_is_loud_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    threads: list[int] = []

    def work() -> None:
        raise ZeroDivisionError

    owner = QObject()
    with capture_exceptions() as caught:
        hook = sys.excepthook

        def note(*error: Any) -> None:
            threads.append(threading.get_ident())
            hook(*error)

        sys.excepthook = note
        in_background(owner, work, no_outcome, no_outcome)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert threads == [threading.get_ident()]


def test_an_outcome_for_a_page_that_is_gone_is_dropped(qtbot: QtBot) -> None:
    owner, later = QObject(), QObject()
    go_on, seen = threading.Event(), list[object]()
    in_background(owner, lambda: go_on.wait(5), no_outcome, no_outcome)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not isValid(owner))
    go_on.set()
    in_background(later, lambda: True, seen.append, no_outcome)
    qtbot.waitUntil(lambda: bool(seen))


def test_an_error_that_nobody_caught_is_shown_as_what_it_is(
    boxes: list[QMessageBox], capsys: pytest.CaptureFixture[str]
) -> None:
    failures.show_uncaught(ScreenError, ScreenError("Choose another folder."), None)
    assert boxes[0].text() == "Choose another folder."
    assert boxes[0].icon() == QMessageBox.Icon.Warning
    error = ValueError("words of a draft")
    failures.show_uncaught(ValueError, error, None)
    assert boxes[1].icon() == QMessageBox.Icon.Critical
    assert "fault in the program" in boxes[1].text()
    assert "words of a draft" not in boxes[1].text() + boxes[1].detailedText() + capsys.readouterr().err
