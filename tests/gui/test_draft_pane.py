"""The draft beside the question: search, marks, links, many passages, and files that are dropped."""

from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from relational_screen.drafts.draft import Draft, Passage
from relational_screen.gui.draft_pane import MARK, DraftPane
from tests.gui.hands import LEFT, NO_KEY, Hands, named, visible

QUESTION = "housing.relocation"


def invented(count: int, words: str = "Invented words of a passage that goes on for some time. ") -> Draft:
    passages = tuple(
        Passage(label=f"§ {number}", level="section", text=f"{words * 4}{number}") for number in range(1, count + 1)
    )
    return Draft(name="invented.txt", format="txt", sha256="0" * 64, title="Invented", passages=passages)


def chosen_text(pane: DraftPane) -> str:
    return str(named(QListView, pane, "Passages of the draft").currentIndex().data())


def test_a_search_goes_to_the_next_passage_each_time_and_round(example: Hands) -> None:
    pane = example.page.draft_pane
    field = named(QLineEdit, pane, "Search the draft")
    field.setFocus()
    QTest.keyClicks(field, "KOMMUNALBESTYRELSEN")
    found = []
    for _time in range(20):
        example.key(Qt.Key.Key_Return, to=field)
        found.append(pane.chosen_label())
    first_again = found.index(found[0], 1)
    assert first_again > 1
    assert len(set(found)) == first_again
    assert "kommunalbestyrelsen" in chosen_text(pane).lower()


def test_a_search_for_words_that_are_not_there_leaves_the_choice(example: Hands) -> None:
    pane = example.page.draft_pane
    pane.show_passage("§ 1")
    example.write(named(QLineEdit, pane, "Search the draft"), "hippopotamus")
    example.press("Find next")
    assert pane.chosen_label() == "§ 1"


def test_passages_are_marked_as_linked_or_suggested(example: Hands) -> None:
    example.go(QUESTION)
    passages = named(QListView, example.page, "Passages of the draft").model()
    marks = {str(passages.index(row, 0).data(MARK)) for row in range(passages.rowCount())}
    assert "linked" in marks
    linked = [ref.label for ref in example.session.state.answers[QUESTION].effects[0].passages]
    told = [str(passages.index(row, 0).data()) for row in range(passages.rowCount())]
    assert all(any(text.startswith(f"{label} (linked)") for text in told) for label in linked)
    example.choose("Answer", "No effect")
    marks = {str(passages.index(row, 0).data(MARK)) for row in range(passages.rowCount())}
    assert "suggested" in marks
    assert "linked" not in marks


@pytest.mark.parametrize("way", ["double click", "Enter", "button"])
def test_a_passage_is_linked_by(way: str, example: Hands) -> None:
    example.go(QUESTION)
    pane = example.page.draft_pane
    pane.show_passage("§ 3, stk. 1")
    passages = named(QListView, pane, "Passages of the draft")
    if way == "double click":
        place = passages.visualRect(passages.currentIndex()).center()
        QTest.mouseClick(passages.viewport(), LEFT, NO_KEY, place)
        QTest.mouseDClick(passages.viewport(), LEFT, NO_KEY, place)
    elif way == "Enter":
        passages.setFocus()
        example.key(Qt.Key.Key_Return, to=passages)
    else:
        example.press("Link the chosen passage", pane)
    assert "§ 3, stk. 1" in [ref.label for ref in example.stored.answers[QUESTION].effects[0].passages]


def test_a_suggestion_of_the_relevance_test_shows_its_passage(example: Hands) -> None:
    example.go("relevance")
    show = next(item for item in visible(QPushButton, example.page) if item.accessibleName().startswith("Show § 2"))
    example.click(show)
    assert f"Show {example.page.draft_pane.chosen_label()} in the draft" == show.accessibleName()


def test_three_thousand_passages_open_at_once(qtbot: QtBot) -> None:
    pane = DraftPane()
    qtbot.addWidget(pane)
    pane.resize(360, 600)
    pane.show()
    qtbot.waitExposed(pane)
    draft = invented(3000)
    start = perf_counter()
    pane.show_draft(draft)
    pane.mark({"§ 20": "linked"})
    shown = perf_counter() - start
    pane.show_passage("§ 2990")
    assert pane.chosen_label() == "§ 2990"
    assert shown < 0.5


def test_a_dropped_file_starts_a_screening(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "invented.txt"
    path.write_text("Forslag til Lov om noget opdigtet\n\n§ 1. Noget opdigtet sker.\n", encoding="utf-8")
    hands.drop(path)
    hands.until(lambda: hands.window.screening_page is not None)
    assert hands.session.draft is not None
    assert hands.session.draft.name == "invented.txt"
    assert hands.stored.proposal.authority == "Invented authority"


def test_a_file_dropped_on_an_open_screening_is_attached_to_it(hands: Hands, tmp_path: Path) -> None:
    hands.window.start_without_draft()
    before = hands.session.id
    assert not hands.page.draft_pane.isVisible()
    path = tmp_path / "invented.txt"
    path.write_text("§ 1. Opsigelse, genhusning og flytning af lejere i almene boliger.\n", encoding="utf-8")
    hands.drop(path)
    hands.until(lambda: hands.session.draft is not None)
    assert hands.session.id == before
    assert hands.stored.draft is not None
    assert visible(QLabel, hands.page.draft_pane)[0].text() == "The draft: invented.txt"
    hands.go("relevance")
    assert any(item.accessibleName().startswith("Show § 1") for item in visible(QPushButton, hands.page))


def test_a_file_that_cannot_be_read_is_told_of_and_nothing_is_lost(
    example: Hands, tmp_path: Path, boxes: list[QMessageBox]
) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(b"this is no Word file")
    before = example.session.state
    example.drop(path)
    example.until(lambda: bool(boxes))
    assert "broken.docx" in boxes[0].text()
    assert example.session.state == before
    assert example.stored == before
    assert not any("Reading" in text for text in example.shown_texts())


def test_a_first_file_that_cannot_be_read_starts_no_screening(
    hands: Hands, tmp_path: Path, boxes: list[QMessageBox]
) -> None:
    hands.drop(tmp_path / "missing.pdf")
    hands.until(lambda: bool(boxes))
    assert hands.window.screening_page is None
    assert hands.window.application.screenings() == []
    assert hands.window.statusBar().currentMessage() == ""


def test_the_draft_can_be_folded_away_and_shown_again(example: Hands) -> None:
    example.press("Hide the draft")
    assert not example.page.draft_pane.isVisible()
    example.go("relevance")
    assert not example.page.draft_pane.isVisible()
    example.press("Show the draft")
    assert example.page.draft_pane.isVisible()
