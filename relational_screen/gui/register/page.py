"""The register: a row of links to its pages, the filter where a page goes by it, and the page itself."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from relational_screen.app.language import _, language_in_use
from relational_screen.app.register import Register
from relational_screen.gui.register.desk import RegisterDesk, SubPage
from relational_screen.gui.register.filters import FilterBar
from relational_screen.gui.register.one import OnePage
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row

if TYPE_CHECKING:
    from relational_screen.catalogue.catalogue import Catalogue
    from relational_screen.registry.statistics.figures import Figure

STYLE = """
    QPushButton#tab { border: none; border-bottom: 3px solid transparent; padding: 5px 10px; }
    QPushButton#tab:checked { border-bottom: 3px solid palette(highlight); }
    QPushButton#tab:hover, QPushButton#tab:focus { background: palette(midlight); }
    QPushButton#tile { padding: 8px; }
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the row: the page's name and title, how it is made, and whether it goes by the filter."""

    name: str
    title: str
    make: Callable[[RegisterDesk], SubPage]
    filtered: bool = False


def entries() -> tuple[Entry, ...]:
    """Return the pages in the order of their links."""
    return (
        Entry("overview", _("Overview"), _overview, filtered=True),
        Entry("screenings", _("Screenings"), _screenings, filtered=True),
        Entry("inbox", _("Inbox"), _inbox),
        Entry("keys", _("Keys"), _keys),
        Entry("coverage", _("Coverage"), _coverage),
        Entry("quality", _("Quality"), _quality, filtered=True),
        Entry("report", _("Report"), _report),
    )


class RegisterPage(QWidget):
    """Shows one page of the register at a time; each is made when it is first asked for."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__()
        self._desk = desk
        desk.setParent(self)
        self.setStyleSheet(STYLE)
        self.setAcceptDrops(True)
        self.destroyed.connect(desk.register.close)
        self._entries = {entry.name: entry for entry in entries()}
        self._made: dict[str, SubPage] = {}
        self._now = ""
        self._filters = FilterBar(desk)
        self._one = OnePage(desk)
        self._one.left.connect(lambda: self.show_page(self._now))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._one)
        head = row(label(_("Register"), "page", bold=True), spacing=GRID * 3)
        head.addLayout(self._links())
        head.addStretch(1)
        self.setLayout(column(head, self._filters, self._stack, spacing=GRID * 2, margin=GRID * 3))
        desk.figure_asked.connect(self._show_figure)
        desk.screening_asked.connect(self._show_one)
        desk.page_asked.connect(self.show_page)
        self.show_page("overview")

    def show_page(self, name: str) -> None:
        """Show a page by its name, where it was left."""
        entry = self._entries[name]
        if name not in self._made:
            self._made[name] = entry.make(self._desk)
            self._stack.addWidget(self._made[name])
        self._now = name
        self._buttons[name].setChecked(True)
        self._filters.setVisible(entry.filtered)
        self._stack.setCurrentWidget(self._made[name])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders: in the register they are bundles, whatever page is shown."""
        if _files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take bundles in."""
        from relational_screen.gui.register.inbox import InboxPage

        self.show_page("inbox")
        page = self._made["inbox"]
        assert isinstance(page, InboxPage)
        page.take_in(_files_in(event.mimeData()))

    def _links(self) -> QHBoxLayout:
        group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for entry in self._entries.values():
            item = button(entry.title, partial(self.show_page, entry.name), "tab")
            item.setCheckable(True)
            group.addButton(item)
            self._buttons[entry.name] = item
        return row(*self._buttons.values(), spacing=0)

    def _show_figure(self, title: str, figure: "Figure") -> None:
        from relational_screen.gui.register.screenings import ScreeningsPage

        self.show_page("screenings")
        page = self._made["screenings"]
        assert isinstance(page, ScreeningsPage)
        page.show_figure(title, figure)

    def _show_one(self, screening: str) -> None:
        if self._one.show_screening(screening):
            self._filters.hide()
            self._stack.setCurrentWidget(self._one)


def open_register(path: Path, catalogue: "Catalogue", by: str) -> RegisterPage:
    """Open a register; `by` is who decides in it.

    Raises:
        ScreenError: the place cannot be used, the file is no registry, or a newer program wrote it.
    """
    return RegisterPage(RegisterDesk(Register(path, catalogue, by), language_in_use()))


def _files_in(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _overview(desk: RegisterDesk) -> SubPage:
    from relational_screen.gui.register.overview import OverviewPage

    return OverviewPage(desk)


def _screenings(desk: RegisterDesk) -> SubPage:
    from relational_screen.gui.register.screenings import ScreeningsPage

    return ScreeningsPage(desk)


def _inbox(desk: RegisterDesk) -> SubPage:
    from relational_screen.gui.register.inbox import InboxPage

    return InboxPage(desk)


def _keys(desk: RegisterDesk) -> SubPage:
    from relational_screen.gui.register.keys import KeysPage

    return KeysPage(desk)


def _coverage(desk: RegisterDesk) -> SubPage:
    from relational_screen.gui.register.coverage import CoveragePage

    return CoveragePage(desk)


def _quality(desk: RegisterDesk) -> SubPage:
    from relational_screen.gui.register.quality import QualityPage

    return QualityPage(desk)


def _report(desk: RegisterDesk) -> SubPage:
    from relational_screen.gui.register.report import ReportPage

    return ReportPage(desk)
