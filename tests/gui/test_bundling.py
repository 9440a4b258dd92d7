"""A screening as one signed file from the window, and the office's keys. The example is invented."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QRadioButton

from relational_screen.app.auditing import opening_key
from relational_screen.app.settings import Settings, keys_folder
from relational_screen.gui.steps.bundling import BundleDialog
from relational_screen.registry.bundle.bundle import OpenedBundle, open_bundle
from relational_screen.registry.keys.sealing import is_sealed, unsealed
from tests.gui.hands import Hands, named

PASSWORD = "five invented words for tests"


@pytest.fixture(autouse=True)
def passwords(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the user answers to questions for a password."""
    answers: list[str] = []
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (answers[0], True) if answers else ("", False))
    return answers


@pytest.fixture
def dialog(example: Hands) -> BundleDialog:
    """The window for the package, before a screening that is done."""
    settings = Settings(language="en", authority="Invented authority")
    found = BundleDialog(example.window.application, example.session, settings, "da", example.page)
    found.show()
    return found


def saved(example: Hands, dialog: BundleDialog, path: Path) -> bytes:
    dialog.save_to(path)
    example.until(path.exists)
    example.until(lambda: any(text.startswith("Saved as") for text in example.shown_texts()))
    return path.read_bytes()


def keep_keys(example: Hands, dialog: BundleDialog, passwords: list[str]) -> None:
    passwords.append(PASSWORD)
    example.press("Make the keys", dialog)
    assert any("kept in a file with a password" in text for text in example.shown_texts())


def test_the_package_is_signed_and_holds_the_note_but_not_the_draft(
    example: Hands, dialog: BundleDialog, passwords: list[str], tmp_path: Path
) -> None:
    keep_keys(example, dialog, passwords)
    opened = open_bundle(saved(example, dialog, tmp_path / "x.relscreen"))
    assert opened.screening == example.session.id
    assert "note.pdf" in opened.attachments
    assert not draft_in(opened)


def test_the_draft_goes_along_when_the_official_says_so(
    example: Hands, dialog: BundleDialog, passwords: list[str], tmp_path: Path
) -> None:
    keep_keys(example, dialog, passwords)
    example.click(named(QRadioButton, dialog, "The draft's text goes along"))
    assert draft_in(open_bundle(saved(example, dialog, tmp_path / "x.relscreen")))


def test_the_package_can_be_sealed(example: Hands, dialog: BundleDialog, passwords: list[str], tmp_path: Path) -> None:
    keep_keys(example, dialog, passwords)
    own = opening_key(keys_folder(), lambda: PASSWORD)
    example.write(dialog._to, own.recipient)
    data = saved(example, dialog, tmp_path / "x.relscreen")
    assert is_sealed(data)
    assert open_bundle(unsealed(data, own)).screening == example.session.id


def test_without_keys_nothing_is_written_and_it_is_said(
    example: Hands, dialog: BundleDialog, boxes: list[QMessageBox], tmp_path: Path
) -> None:
    dialog.save_to(tmp_path / "x.relscreen")
    assert "no key yet" in boxes[-1].text()
    assert not (tmp_path / "x.relscreen").exists()


def test_closing_the_question_for_the_password_changes_nothing(
    example: Hands, dialog: BundleDialog, passwords: list[str], boxes: list[QMessageBox], tmp_path: Path
) -> None:
    keep_keys(example, dialog, passwords)
    passwords.clear()
    dialog.save_to(tmp_path / "x.relscreen")
    QApplication.processEvents()
    assert not (tmp_path / "x.relscreen").exists()
    assert not boxes


def test_the_fingerprint_is_shown_for_others_to_compare(
    example: Hands, dialog: BundleDialog, passwords: list[str]
) -> None:
    keep_keys(example, dialog, passwords)
    example.press("Show the fingerprint", dialog)
    assert any("Signs with " in text for text in example.shown_texts())


def draft_in(opened: OpenedBundle) -> bool:
    draft = opened.state.draft
    return draft is not None and draft.passages in opened.content
