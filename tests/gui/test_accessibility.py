"""What a screen reader hears, on every page."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QRadioButton

from relational_screen.gui.bars import BarsWidget
from relational_screen.gui.steps.note import PagePicture
from relational_screen.app.language import Language
from tests.gui.hands import Hands, visible
from tests.gui.test_keyboard import SIDES, STEPS, open_place

ROLES = QAccessible.Role
VALUE = {ROLES.ComboBox, ROLES.EditableText, ROLES.SpinBox}


def tree(item: QAccessibleInterface) -> list[QAccessibleInterface]:
    """Return an interface and all below it that can be seen."""
    children = [child for number in range(item.childCount()) if (child := item.child(number)) is not None]
    seen = [child for child in children if child.isValid() and not child.state().invisible]
    return [item, *(one for child in seen for one in tree(child))]


def name_of(item: QAccessibleInterface) -> str:
    return item.text(QAccessible.Text.Name).strip()


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("place", [*STEPS, *SIDES])
def test_everything_that_takes_the_focus_has_a_name(hands: Hands, place: str, language: Language) -> None:
    hands.in_language(language)
    open_place(hands, place)
    QApplication.processEvents()
    root = QAccessible.queryAccessibleInterface(hands.window)
    controls = [item for item in tree(root) if item.state().focusable and item.rect().isValid()]
    assert len(controls) > 3
    for item in controls:
        widget = item.object()
        own = widget.accessibleName() if isinstance(widget, QComboBox) else name_of(item)
        labelled = bool(item.relations(QAccessible.RelationFlag.Label)) if isinstance(widget, QComboBox) else False
        assert own or labelled, (item.role(), widget)


@pytest.mark.parametrize("place", ["relevance", "housing.relocation"])
def test_a_radio_button_says_which_row_it_belongs_to(example: Hands, place: str) -> None:
    example.go(place)
    names = [item.accessibleName() for item in visible(QRadioButton, example.page)]
    rows = {name.rpartition(": ")[0] for name in names}
    assert "" not in rows
    assert len(names) == len(set(names))


def test_rows_of_both_effects_can_be_told_apart(example: Hands) -> None:
    example.go("housing.relocation")
    example.choose("Answer", "Both ways")
    names = [item.accessibleName() for item in visible(QRadioButton, example.page)]
    assert {"Raises, How much: clear", "Lowers, How much: clear"} <= set(names)


def test_bars_are_told_with_the_numbers_that_they_show(example: Hands) -> None:
    example.go("review")
    bars = visible(BarsWidget, example.page)[0]
    heard = QAccessible.queryAccessibleInterface(bars)
    told = heard.text(QAccessible.Text.Description)
    for arena in example.session.result.arenas.values():
        for side in (arena.pair.raises, arena.pair.lowers):
            assert f"{side.net:.0f}" in told
    assert name_of(heard)


def test_the_pages_of_the_note_are_told(example: Hands) -> None:
    example.go("note")
    example.until(lambda: bool(visible(PagePicture, example.page)))
    pages = visible(PagePicture, example.page)
    assert [page.accessibleName() for page in pages][0] == f"Page 1 of {len(pages)}"
    assert "Consequences for relations" in pages[0].accessibleDescription()


def test_passages_are_heard_with_label_mark_and_text(example: Hands) -> None:
    example.go("housing.relocation")
    root = QAccessible.queryAccessibleInterface(example.page.draft_pane)
    items = [name_of(item) for item in tree(root) if item.role() == ROLES.ListItem]
    assert any(text.startswith("§ 2, nr. 2 (linked) ") and "genhus" in text.lower() for text in items)


def test_what_is_saved_is_read_as_text(example: Hands) -> None:
    assert any(item.text().startswith("saved at") for item in visible(QLabel, example.page))
