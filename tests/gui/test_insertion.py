"""The note put into the draft from the window. The drafts are invented."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QMessageBox, QPushButton

from relational_screen.drafts.reading import read_draft
from relational_screen.gui.steps.insertion import InsertionDialog
from tests.gui.hands import Hands, named, visible

DRAFTS = Path(__file__).parents[1] / "data" / "drafts"
BILL = DRAFTS / "bill-heading-styles.docx"


@pytest.fixture
def dialog(example: Hands) -> InsertionDialog:
    """The window for inserting, before a screening that is done."""
    found = InsertionDialog(example.page._shown, "da", example.page)
    found.show()
    return found


def texts(path: Path) -> list[str]:
    return [passage.text for passage in read_draft(path).passages]


def test_the_note_is_put_into_a_copy_and_its_leaving_recorded(
    example: Hands, dialog: InsertionDialog, tmp_path: Path
) -> None:
    before = BILL.read_bytes()
    dialog.take_draft(BILL)
    dialog.insert_to(tmp_path / "out.docx")
    example.until(lambda: bool(example.session.state.exports))
    assert BILL.read_bytes() == before
    assert sum("Relationelle konsekvenser" in text for text in texts(tmp_path / "out.docx")) == 1
    assert example.session.state.exports[-1].format == "inserted"
    assert any("The section stands after" in text for text in example.shown_texts())


def test_it_is_tracked_unless_told_otherwise(example: Hands, dialog: InsertionDialog, tmp_path: Path) -> None:
    dialog.take_draft(BILL)
    for tracked, name in ((True, "tracked.docx"), (False, "plain.docx")):
        box = named(QCheckBox, dialog, "As tracked changes, which can be refused in Word")
        if box.isChecked() != tracked:
            example.click(box)
        dialog.insert_to(tmp_path / name)
        example.until(lambda: named(QPushButton, dialog, "Insert and save as …").isEnabled())
    added = [len(set(texts(tmp_path / name)) - set(texts(BILL))) for name in ("tracked.docx", "plain.docx")]
    assert added[0] == added[1] > 3
    import zipfile

    marks = [
        zipfile.ZipFile(tmp_path / n).read("word/document.xml").count(b"Relationel bundlinje")
        for n in ("tracked.docx", "plain.docx")
    ]
    assert marks[0] > 3 > marks[1]


def test_another_heading_can_be_chosen(example: Hands, dialog: InsertionDialog, tmp_path: Path) -> None:
    dialog.take_draft(BILL)
    places = named(QComboBox, dialog, "Where it stands")
    choices = [places.itemText(number) for number in range(places.count())]
    assert choices[0] == "Where the guide places it"
    number = next(number for number, text in enumerate(choices) if "Klimamæssige" in text)
    places.setCurrentIndex(number)
    dialog.insert_to(tmp_path / "out.docx")
    example.until(lambda: bool(example.session.state.exports))
    assert any("Klimamæssige" in text and "stands after" in text for text in example.shown_texts())


def test_another_version_than_the_screened_one_is_said(example: Hands, dialog: InsertionDialog) -> None:
    dialog.take_draft(BILL)
    assert any("not the version of the draft that was screened" in text for text in example.shown_texts())


def test_a_file_that_is_no_word_document_is_refused_and_nothing_can_be_inserted(
    dialog: InsertionDialog, boxes: list[QMessageBox], tmp_path: Path
) -> None:
    path = tmp_path / "udkast.docx"
    path.write_text("intet", encoding="utf-8")
    dialog.take_draft(path)
    assert boxes
    assert not named(QPushButton, dialog, "Insert and save as …").isEnabled()


def test_the_note_page_opens_the_window(example: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QDialog] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: opened.append(dialog))  # noqa: PLW0108 - becomes a method
    example.go("note")
    example.press("Insert into the draft …")
    assert [type(dialog) for dialog in opened] == [InsertionDialog]
    assert not visible(QCheckBox, example.window)
