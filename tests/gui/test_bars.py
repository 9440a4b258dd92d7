"""The window paints the note's pictures from the same shapes as the files. All words are invented."""

from decimal import Decimal
from math import inf

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from relational_screen.gui.bars import BarsWidget
from relational_screen.gui.theme import LOWERS, RAISES, font
from relational_screen.screening.document import Bar, BarPair, Bars, Matrix, MatrixRow
from relational_screen.screening.picture import Label, Picture, Rect, pictures
from tests.gui.hands import Hands, visible


def _side(value: int) -> Bar:
    return Bar(Decimal(value), str(value))


BARS = Bars("Titel", "Hjem 60 og 35.", "øger", "mindsker", (BarPair("Hjem", _side(60), _side(35)),))
MECHANISMS = ("Steder at mødes", "Tid", "Kontinuitet", "Adgang", "Inklusion", "Støtte", "Nærhed", "Civilsamfund")
CELLS = (None, *((_side(number * 13), _side(95 - number * 12)) for number in range(1, 8)))
MATRIX = Matrix("Virkemåder", "Hjem: Tid …", "øger", "mindsker", MECHANISMS, (MatrixRow("Hjem", CELLS),) * 2)


def _shown(qtbot: QtBot, block: Bars | Matrix, width: int) -> tuple[BarsWidget, QImage]:
    widget = BarsWidget()
    qtbot.addWidget(widget)
    widget.show_bars(block)
    widget.resize(width, widget.heightForWidth(width))
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    widget.render(image)
    return widget, image


def _measure(widget: BarsWidget, text: str, size: float, bold: bool) -> float:
    typeface = font("body", bold=bold)
    typeface.setPointSizeF(size)
    return QFontMetricsF(typeface).horizontalAdvance(text) * 72 / widget.logicalDpiY()


def _laid_out(widget: BarsWidget, block: Bars | Matrix) -> list[Picture]:
    def measure(text: str, size: float, bold: bool) -> float:
        return _measure(widget, text, size, bold)

    return pictures(block, (widget.width() - 1) * 72 / widget.logicalDpiY(), inf, measure)


def _share(image: QImage, area: QRect, colour: str) -> float:
    wanted = QColor(colour)
    inside = [(x, y) for x in range(area.left(), area.right() + 1) for y in range(area.top(), area.bottom() + 1)]
    near = [
        point
        for point in inside
        if all(abs(a - b) < 70 for a, b in zip(_parts(image.pixelColor(*point)), _parts(wanted), strict=True))
    ]
    return len(near) / len(inside)


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _area(rect: Rect, dots: float) -> QRect:
    return QRect(
        round(rect.x * dots), round(rect.y * dots), max(round(rect.width * dots), 1), round(rect.height * dots)
    )


@pytest.mark.parametrize("block", [BARS, MATRIX], ids=["bars", "matrix"])
def test_the_window_paints_each_bar_where_the_geometry_says_and_with_its_pattern(
    qtbot: QtBot, block: Bars | Matrix
) -> None:
    widget, image = _shown(qtbot, block, 900)
    (picture,) = _laid_out(widget, block)
    dots = widget.logicalDpiY() / 72
    bars = [shape for shape in picture.shapes if isinstance(shape, Rect) and shape.role != "track"]
    assert len(bars) >= 2
    for rect in bars:
        area = _area(rect, dots)
        if rect.role == "raises":
            assert _share(image, area.adjusted(1, 1, -1, -1), RAISES["light"]) > 0.95
        else:
            assert 0.2 < _share(image, area, LOWERS["light"]) < 0.9


def test_a_turned_head_reads_upwards_in_the_window(qtbot: QtBot) -> None:
    heads = ("MMM.........", *["Civilsamfund"] * 7)
    cells = (_side(50), _side(50))
    block = Matrix("T", "d", "øger", "mindsker", heads, (MatrixRow("Hjem", (cells,) * 8),))
    widget, image = _shown(qtbot, block, 680)
    (picture,) = _laid_out(widget, block)
    dots = widget.logicalDpiY() / 72
    (head,) = [shape for shape in picture.shapes if isinstance(shape, Label) and shape.text.startswith("MMM")]
    first = _measure(widget, "MMM", head.size, True)
    whole = _measure(widget, head.text, head.size, True)
    assert head.turned
    lower = _area(Rect(head.x - head.size, head.y - first, head.size, first, "track"), dots)
    upper = _area(Rect(head.x - head.size, head.y - whole, head.size, whole - first, "track"), dots)
    assert _share(image, lower, "black") > 3 * _share(image, upper, "black") > 0


def test_a_narrow_window_shows_the_matrix_as_several_pictures_below_each_other(qtbot: QtBot) -> None:
    wide, narrow = _shown(qtbot, MATRIX, 900)[0], _shown(qtbot, MATRIX, 400)[0]
    parts = _laid_out(narrow, MATRIX)
    assert len(parts) > 1
    assert narrow.height() > sum(part.height for part in parts) * narrow.logicalDpiY() / 72
    assert narrow.height() > wide.height()


@pytest.mark.parametrize("block", [BARS, MATRIX], ids=["bars", "matrix"])
def test_a_picture_is_heard_as_its_title_and_description(qtbot: QtBot, block: Bars | Matrix) -> None:
    widget, _ = _shown(qtbot, block, 600)
    assert (widget.accessibleName(), widget.accessibleDescription()) == (block.title, block.description)


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1280, 1500), (1920, 1080)])
def test_no_picture_is_cut_in_the_review_or_under_a_question(example: Hands, size: tuple[int, int]) -> None:
    example.window.resize(*size)
    for place in ("review", "housing.relocation"):
        example.go(place)
        QApplication.processEvents()
        found = visible(BarsWidget, example.page)
        assert found
        assert [widget.height() - widget.heightForWidth(widget.width()) for widget in found] == [0] * len(found)


def test_the_review_shows_arenas_mechanisms_and_groups_as_pictures(example: Hands) -> None:
    example.go("review")
    titles = [widget.accessibleName() for widget in visible(BarsWidget, example.page)]
    starts = (
        "Raising and lowering by arena (",
        "Raising and lowering by arena and mechanism",
        "Who gains and who loses",
    )
    told = [title for title in titles if title.startswith(starts)]
    assert [next(start for start in starts if title.startswith(start)) for title in told] == list(starts)
    assert all(title in example.shown_texts() for title in told)
