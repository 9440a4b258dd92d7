"""Nothing is cut: every page fits its window, also with very long words, and lines stay easy to read."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QScrollArea, QWidget

from relational_screen.app.language import Language
from relational_screen.gui.note_pages import PagePicture
from relational_screen.gui.short import ShortButton, ShortLabel
from relational_screen.gui.theme import READABLE
from tests.gui.hands import Hands, named, visible
from tests.gui.test_keyboard import SIDES, STEPS, open_place

SIZES = ((1024, 700), (1280, 800), (1920, 1080))
LONG = "Bekendtgørelse om ændring af bekendtgørelse om " * 12 + "noget"
UNBROKEN = "speciallægepraksisplanlægningsstabiliseringsperiode" * 4


def cut(window: QWidget) -> list[str]:
    """Return what is wider than its place."""
    wide = [
        f"page {page.minimumSizeHint().width()} in {area.viewport().width()}"
        for area in visible(QScrollArea, window)
        if (page := area.widget()) is not None and page.width() > area.viewport().width()
    ]
    for item in visible(QAbstractButton, window):
        if not isinstance(item, ShortButton) and item.width() < item.minimumSizeHint().width():
            wide.append(f"button {item.text()}")
    return wide


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("place", [*STEPS, *SIDES])
def test_every_page_fits_every_window(hands: Hands, place: str, language: Language) -> None:
    hands.in_language(language)
    open_place(hands, place)
    for size in SIZES:
        hands.window.resize(*size)
        QApplication.processEvents()
        assert (hands.window.width(), hands.window.height()) == size
        assert cut(hands.window) == []


def test_the_window_can_be_as_small_as_it_says(example: Hands) -> None:
    for place in STEPS:
        example.go(place)
        content = example.window.centralWidget()
        assert content is not None
        assert content.minimumSizeHint().width() <= 1024
        assert content.minimumSizeHint().height() <= 700


@pytest.mark.parametrize("title", [LONG, UNBROKEN], ids=["long", "unbroken"])
@pytest.mark.parametrize("place", ["proposal", "housing.relocation", "review", "note"])
def test_a_very_long_title_cuts_nothing(example: Hands, title: str, place: str) -> None:
    proposal = example.session.state.proposal
    example.session.change_proposal(proposal.model_copy(update={"title": title}))
    example.go(place)
    example.window.resize(1024, 700)
    QApplication.processEvents()
    assert cut(example.window) == []
    assert any(item.text() == title and item.width() < 700 for item in visible(ShortLabel, example.page))


def test_the_note_stands_right_below_its_buttons(example: Hands) -> None:
    example.go("note")
    example.until(lambda: bool(visible(PagePicture, example.page)))
    first, save = visible(PagePicture, example.page)[0], named(QPushButton, example.page, "Save as PDF …")
    gap = first.mapToGlobal(first.rect().topLeft()).y() - save.mapToGlobal(save.rect().bottomLeft()).y()
    assert 0 < gap < 80


@pytest.mark.parametrize("place", STEPS[:5])
def test_lines_are_no_longer_than_is_easy_to_read(example: Hands, place: str) -> None:
    example.window.resize(1920, 1080)
    example.go(place)
    QApplication.processEvents()
    for area in visible(QScrollArea, example.page):
        page = area.widget()
        assert page is not None
        assert page.width() <= READABLE
    for item in visible(QLabel, example.page):
        if not isinstance(item, ShortLabel) and len(item.text()) > 100:
            assert item.width() <= READABLE
