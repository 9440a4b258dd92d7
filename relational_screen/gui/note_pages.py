"""The pages of a note as pictures, drawn off the GUI thread."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from relational_screen.app.files import note_pages, note_text
from relational_screen.app.language import _
from relational_screen.errors import ScreenError
from relational_screen.gui.background import in_background
from relational_screen.gui.theme import GRID, READABLE
from relational_screen.gui.widgets import clear, column, scrolled
from relational_screen.screening.document import NoteDocument

SCREEN_DPI = 96


class PagePicture(QWidget):
    """A page of the note, as wide as its place but no wider than on paper."""

    def __init__(self, page: bytes, sharpness: float) -> None:
        super().__init__()
        self._image = QImage.fromData(page)
        self._image.setDevicePixelRatio(sharpness)
        self.setMaximumWidth(round(self._image.deviceIndependentSize().width()))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return round(width * self._image.height() / self._image.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)


class NotePages(QWidget):
    """Shows a note as it will be printed; tells how many pages it has once they are drawn."""

    drawn = Signal(NoteDocument, int)
    refused = Signal(ScreenError)

    def __init__(self) -> None:
        super().__init__()
        self._asked_for = 0
        self._pages = column(spacing=GRID * 2, margin=GRID)
        self.setLayout(column(scrolled(self._pages, _("Note"), READABLE * 9 // 8)))

    def show_note(self, work: Callable[[], NoteDocument]) -> None:
        """Write a note and draw it; where another is asked for meanwhile only the last one is shown."""
        self._asked_for += 1
        number = self._asked_for
        dpi = round(SCREEN_DPI * self.devicePixelRatioF())
        in_background(self, partial(_drawn, work, dpi), partial(self._show, number), self.refused.emit)

    def show_nothing(self) -> None:
        """Show no page, and none that is still being drawn."""
        self._asked_for += 1
        clear(self._pages)

    def _show(self, number: int, drawn: tuple[NoteDocument, list[bytes]]) -> None:
        note, pages = drawn
        if number != self._asked_for:
            return
        clear(self._pages)
        text = note_text(note)
        for count, page in enumerate(pages, start=1):
            picture = PagePicture(page, self.devicePixelRatioF())
            picture.setAccessibleName(_("Page {number} of {count}").format(number=count, count=len(pages)))
            picture.setAccessibleDescription(text if count == 1 else "")
            self._pages.addWidget(picture)
        self._pages.addStretch(1)
        self.drawn.emit(note, len(pages))


def _drawn(work: Callable[[], NoteDocument], dpi: int) -> tuple[NoteDocument, list[bytes]]:
    note = work()
    return note, note_pages(note, dpi)
