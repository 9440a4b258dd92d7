"""Small pieces that pages are built of."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from relational_screen.gui.theme import GRID, READABLE, font

PLAIN_TEXT = 0
"""Qt.TextFormat.PlainText by its number: the name `Qt` alone costs a sixth of the start."""


def label(text: str = "", size: str = "body", *, bold: bool = False) -> QLabel:
    """Return wrapped plain text; a user's words are never read as markup."""
    result = QLabel(text)
    result.setProperty("textFormat", PLAIN_TEXT)
    result.setWordWrap(True)
    result.setFont(font(size, bold=bold))
    return result


def button(text: str, clicked: Callable[[], object], name: str = "") -> QPushButton:
    """Return a button; `name` picks its style."""
    result = QPushButton(text)
    result.setObjectName(name)
    result.clicked.connect(lambda: clicked())  # noqa: PLW0108 - leaves out the state that Qt hands over
    return result


def column(*items: QWidget | QLayout, spacing: int = GRID, margin: int = 0) -> QVBoxLayout:
    """Return items below each other."""
    result = QVBoxLayout()
    _fill(result, items, spacing, margin)
    return result


def row(*items: QWidget | QLayout | None, spacing: int = GRID, margin: int = 0) -> QHBoxLayout:
    """Return items beside each other; None takes the room that is left."""
    result = QHBoxLayout()
    result.setSpacing(spacing)
    result.setContentsMargins(margin, margin, margin, margin)
    for item in items:
        if item is None:
            result.addStretch(1)
        elif isinstance(item, QLayout):
            result.addLayout(item)
        else:
            result.addWidget(item)
    return result


def framed(content: QLayout, name: str = "card") -> QFrame:
    """Return a frame around content."""
    result = QFrame()
    result.setObjectName(name)
    content.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
    result.setLayout(content)
    return result


def scrolled(content: QLayout, name: str = "", widest: int = READABLE) -> QScrollArea:
    """Return content that scrolls up and down, as wide as its place but no wider than is easy to read.

    Content without controls needs a `name`: it then takes the focus, so that it can be scrolled with keys.
    """
    from PySide6.QtCore import Qt

    page = QWidget()
    page.setObjectName("page")
    page.setLayout(content)
    page.setMaximumWidth(widest)
    result = QScrollArea()
    result.setWidgetResizable(True)
    result.setFrameShape(QFrame.Shape.NoFrame)
    result.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    result.setWidget(page)
    result.setAccessibleName(name)
    if not name:
        result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return result


def clear(layout: QLayout) -> None:
    """Remove everything from a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def shown_name(text: str) -> str:
    """Return a word of the content as it stands alone: with a capital first."""
    return text[:1].upper() + text[1:]


def _fill(layout: QVBoxLayout, items: Iterable[QWidget | QLayout], spacing: int, margin: int) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    for item in items:
        if isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
