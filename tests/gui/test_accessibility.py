"""What a screen reader hears, on every page."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QRadioButton, QWidget

from relational_screen.app.language import Language
from relational_screen.gui.bars import BarsWidget
from relational_screen.gui.note_pages import PagePicture
from tests.gui.hands import Hands, visible
from tests.gui.test_keyboard import SIDES, STEPS, open_place

ROLES = QAccessible.Role


@dataclass(frozen=True)
class Heard:
    """What a screen reader learns of one item."""

    role: QAccessible.Role
    name: str
    description: str
    takes_focus: bool
    widget: str


def heard_of(item: QAccessibleInterface) -> Heard:
    widget = item.object()
    name = item.text(QAccessible.Text.Name).strip()
    if isinstance(widget, QComboBox):  # its name is its value on some systems
        name = widget.accessibleName() or " ".join(label.text() for label in labels_of(widget))
    description = item.text(QAccessible.Text.Description)
    focusable = bool(item.state().focusable) and item.rect().isValid()
    return Heard(item.role(), name, description, focusable, repr(widget))


def labels_of(widget: QWidget) -> list[QLabel]:
    return [label for label in visible(QLabel, widget.window()) if label.buddy() is widget]


def heard(widget: QWidget) -> list[Heard]:
    """Return what a screen reader learns of a widget and all that can be seen in it."""
    return _below(QAccessible.queryAccessibleInterface(widget))


def _below(item: QAccessibleInterface) -> list[Heard]:
    found = [heard_of(item)]
    for number in range(item.childCount()):
        child = item.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            found += _below(child)
    return found


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("place", [*STEPS, *SIDES])
def test_everything_that_takes_the_focus_has_a_name(hands: Hands, place: str, language: Language) -> None:
    hands.in_language(language)
    open_place(hands, place)
    QApplication.processEvents()
    controls = [item for item in heard(hands.window) if item.takes_focus]
    assert len(controls) > 3
    assert [item for item in controls if not item.name] == []


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
    picture = heard(bars)[0]
    for arena in example.session.result.arenas.values():
        for side in (arena.pair.raises, arena.pair.lowers):
            assert f"({side.net.quantize(Decimal(1), ROUND_HALF_UP)})" in picture.description
    assert picture.name


def test_the_pages_of_the_note_are_told(example: Hands) -> None:
    example.go("note")
    example.until(lambda: bool(visible(PagePicture, example.page)))
    pages = visible(PagePicture, example.page)
    assert pages[0].accessibleName() == f"Page 1 of {len(pages)}"
    assert "Consequences for relations" in pages[0].accessibleDescription()


def test_passages_are_heard_with_label_mark_and_text(example: Hands) -> None:
    example.go("housing.relocation")
    items = [item.name for item in heard(example.page.draft_pane) if item.role == ROLES.ListItem]
    assert any(text.startswith("§ 2, nr. 2 (linked) ") and "genhus" in text.lower() for text in items)


def test_what_is_saved_is_read_as_text(example: Hands) -> None:
    assert any(item.text().startswith("saved at") for item in visible(QLabel, example.page))
