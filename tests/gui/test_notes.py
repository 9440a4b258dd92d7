"""The forms of the note, the preview beside the answers, comparisons, and notes that come back. All invented."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QDialog

from relational_screen.app.note_files import read_back
from relational_screen.gui.note_pages import PagePicture
from relational_screen.gui.steps.comparison import ComparisonDialog
from relational_screen.screening.answers import Answer
from tests.gui.hands import Hands, named, visible


def pages(hands: Hands) -> int:
    hands.until(lambda: bool(visible(PagePicture, hands.page)))
    return len(visible(PagePicture, hands.page))


def choose_form(hands: Hands, name: str) -> None:
    box = named(QComboBox, hands.page, "Form of the note")
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())


def test_the_form_that_fits_the_proposal_is_offered_first(example: Hands) -> None:
    example.go("note")
    assert named(QComboBox, example.page, "Form of the note").currentText() == "Bill: section of the remarks"


def test_the_note_for_politicians_has_one_page(example: Hands) -> None:
    example.go("note")
    pages(example)
    choose_form(example, "One page for politicians")
    example.until(lambda: any(text.startswith("1 page") for text in example.shown_texts()))
    assert pages(example) == 1


@pytest.mark.parametrize("form", ["full", "publication"])
def test_another_form_is_saved_and_recorded_by_its_name(example: Hands, form: str, tmp_path: Path) -> None:
    example.go("note")
    box = named(QComboBox, example.page, "Form of the note")
    choose_form(example, box.itemText(box.findData(form)))
    example.page.note.save_to(tmp_path / "note.pdf")
    example.until(lambda: bool(example.session.state.exports))
    assert example.session.state.exports[-1].form == form
    assert read_back(tmp_path / "note.pdf")["content_hash"] == example.session.state.content_hash


def test_the_note_is_drawn_beside_the_answers_as_they_change(example: Hands) -> None:
    example.go("housing.relocation")
    example.press("Show the note")
    pages(example)
    before = [picture.accessibleDescription() for picture in visible(PagePicture, example.page)]
    example.session.answer("housing.relocation", Answer(status="unknown"))
    example.until(lambda: [p.accessibleDescription() for p in visible(PagePicture, example.page)] not in ([], before))
    example.press("Hide the note")
    assert not visible(PagePicture, example.page)


def test_what_the_note_still_lacks_is_told_in_the_preview(example: Hands) -> None:
    example.go("housing.relocation")
    example.session.answer("housing.relocation", Answer(status="effects"))
    example.press("Show the note")
    example.until(lambda: any("The note cannot be made yet." in text for text in example.shown_texts()))
    assert not visible(PagePicture, example.page)


def test_a_note_that_is_dropped_opens_its_screening_and_says_whether_it_still_holds(
    example: Hands, tmp_path: Path
) -> None:
    path, screening = tmp_path / "note.docx", example.session.id
    example.session.export(path, "bill", "en")
    example.window.show_start()
    example.drop(path)
    assert example.session.id == screening
    assert "up to date" in example.window.statusBar().currentMessage()
    example.session.answer("housing.relocation", Answer(status="unknown"))
    example.drop(path)
    assert "was changed after this note" in example.window.statusBar().currentMessage()


def test_the_note_page_says_that_the_last_note_is_older_than_the_answers(example: Hands, tmp_path: Path) -> None:
    example.session.export(tmp_path / "note.docx", "bill", "en")
    example.session.answer("housing.relocation", Answer(status="unknown"))
    example.go("note")
    example.until(lambda: any("changed after the last note" in text for text in example.shown_texts()))


def test_two_screenings_are_compared(example: Hands, tmp_path: Path) -> None:
    first = example.session.id
    example.window.open_example()
    example.session.answer("housing.relocation", Answer(status="no_effect", reason="Invented."))
    page = example.page
    dialog = ComparisonDialog(page.shown, "en", [(first, "The first")], example.window.application.open, page)
    dialog.save_to(tmp_path / "compared.txt")
    example.until((tmp_path / "compared.txt").exists)
    title = example.session.catalogue.question("housing.relocation").title.en
    assert title in (tmp_path / "compared.txt").read_text("utf-8")


def test_the_note_page_opens_the_comparison(example: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QDialog] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: opened.append(dialog))  # noqa: PLW0108 - becomes a method
    example.go("note")
    example.press("Compare …")
    assert [type(dialog) for dialog in opened] == [ComparisonDialog]
