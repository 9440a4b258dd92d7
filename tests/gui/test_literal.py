"""What a user writes is shown as it is written: never read as markup, and »&« marks no key."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QListView, QMessageBox, QPushButton, QTableView

from relational_screen.app.application import Application
from relational_screen.errors import ScreenError
from relational_screen.gui.failures import show_error
from relational_screen.gui.short import ShortButton, ShortLabel
from relational_screen.gui.widgets import label
from relational_screen.screening.answers import Answer, Effect, PassageRef
from tests.gui.hands import Hands, named, visible

TITLE = "<b>Bill</b> on R&D & <img src=x> &amp; more"
PLAIN = (Qt.TextFormat.PlainText,)


@pytest.fixture
def odd(hands: Hands) -> Hands:
    """A user before a screening whose title looks like markup."""
    hands.window.start_without_draft()
    proposal = hands.session.state.proposal
    hands.session.change_proposal(proposal.model_copy(update={"title": TITLE}))
    return hands


def cells(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


def seen_in(tooltip: str) -> str:
    document = QTextDocument()
    document.setHtml(tooltip)
    return document.toPlainText()


def test_a_title_is_shown_as_written_on_its_page(odd: Hands) -> None:
    title = next(item for item in visible(ShortLabel, odd.page) if item.text() == TITLE)
    assert title.textFormat() in PLAIN
    assert seen_in(title.toolTip()) == TITLE


def test_a_title_is_shown_as_written_in_the_list(odd: Hands) -> None:
    odd.press("‹ Screenings")
    odd.until(lambda: bool(visible(QTableView, odd.window)))
    assert TITLE in cells(visible(QTableView, odd.window)[0].model())


@pytest.mark.parametrize("place", ["proposal", "relevance", "groups", "review", "signing", "note"])
def test_no_text_on_a_page_is_read_as_markup(odd: Hands, place: str) -> None:
    odd.go(place)
    assert visible(QLabel, odd.window)
    for item in visible(QLabel, odd.window):
        assert item.textFormat() in PLAIN or "<" not in item.text()


def test_a_file_name_and_a_passage_with_marks_are_shown_as_written(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "<i>R&D.txt"
    path.write_text("§ 1. Børn & <b>unge</b> må flytte.\n", encoding="utf-8")
    hands.screen(path)
    titles = [item.text() for item in visible(ShortLabel, hands.page.draft_pane)]
    assert titles == ["The draft: <i>R&D.txt"]
    passages = named(QListView, hands.page, "Passages of the draft").model()
    assert any("Børn & <b>unge</b>" in str(passages.index(row, 0).data()) for row in range(passages.rowCount()))


def test_a_passage_on_a_chip_keeps_its_marks(odd: Hands) -> None:
    passage = "Heading R&D <b>, paragraph 1"
    gate = odd.session.catalogue.checklist("housing").gates[0]
    odd.session.answer_gate(gate.id, "yes")
    effect = Effect(direction="raises", passages=(PassageRef(label=passage),))
    odd.session.answer("housing.relocation", Answer(status="effects", effects=(effect,)))
    odd.go("housing.relocation")
    chip = named(QPushButton, odd.page, f"Remove {passage}")
    assert chip.text() == "Heading R&&D <b>, paragraph 1  ✕"
    assert seen_in(chip.toolTip()) == passage
    assert chip.shortcut().isEmpty()


def test_a_chip_without_room_is_shortened_and_heard_whole(odd: Hands) -> None:
    chip = ShortButton("A & B, " * 20 + "C", lambda: None, "chip")
    odd.qtbot.addWidget(chip)
    chip.resize(120, 30)
    chip.show()
    assert chip.sizeHint().width() > 500
    assert chip.minimumSizeHint().width() < 120
    assert seen_in(chip.toolTip()) == "A & B, " * 20 + "C"


def test_a_message_shows_what_a_user_wrote_as_written(boxes: list[QMessageBox]) -> None:
    show_error(ScreenError("{name} was not found.", name=TITLE))
    assert boxes[0].text() == f"{TITLE} was not found."
    assert boxes[0].textFormat() in PLAIN


def test_the_note_of_such_a_title_is_made(odd: Hands, store: Path) -> None:
    assert TITLE in {line["title"] for line in Application(store).screenings()}


def test_a_label_shows_what_looks_like_markup_as_written(odd: Hands) -> None:
    item = label(TITLE)
    odd.qtbot.addWidget(item)
    assert item.textFormat() in PLAIN
    assert (item.text(), item.wordWrap()) == (TITLE, True)
