"""The window: a rail on the left, a page on the right."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QMainWindow, QPushButton, QStackedWidget, QWidget

from relational_screen.app.language import _, language_in_use
from relational_screen.app.settings import Settings
from relational_screen.gui.start_page import StartPage
from relational_screen.gui.theme import GRID
from relational_screen.gui.widgets import button, column, label, row

if TYPE_CHECKING:  # loaded when first needed, so that the first paint does not wait for them
    from relational_screen.app.application import Application
    from relational_screen.app.session import Session
    from relational_screen.drafts.draft import Draft
    from relational_screen.errors import ScreenError
    from relational_screen.gui.screening_page import ScreeningPage
    from relational_screen.gui.screenings_list import Line
    from relational_screen.screening.proposal import Proposal


class MainWindow(QMainWindow):
    """Shows one page at a time; work that needs the application begins after the first paint."""

    settings_changed = Signal(Settings)
    painted = Signal()
    begun = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle(_("Relational bottom line"))
        self.resize(1280, 800)
        self.setMinimumSize(1024, 700)
        self.setAcceptDrops(True)
        self._was_painted = False
        self._settings = settings
        self._application: Application | None = None
        self._screening: ScreeningPage | None = None
        self._pages = QStackedWidget()
        self._start = StartPage()
        self._start.opened.connect(self.open_screening)
        self._start.draft_chosen.connect(self.screen_draft)
        self._start.without_draft.connect(self.start_without_draft)
        self._start.example.connect(self.open_example)
        self._pages.addWidget(self._start)
        content = QWidget()
        content.setLayout(row(self._rail(), self._pages, spacing=0))
        self.setCentralWidget(content)

    @property
    def application(self) -> "Application":
        """The application, once `begin` was called."""
        assert self._application is not None
        return self._application

    @property
    def screening_page(self) -> "ScreeningPage | None":
        """The screening that is open, if any."""
        return self._screening

    def begin(self, application: "Application") -> None:
        """Take the application over and show its screenings."""
        self._application = application
        self.show_start()
        self.begun.emit()

    def show_start(self) -> None:
        """Show the list of screenings."""
        self._leave_screening()
        self._rail_buttons["start"].setChecked(True)
        self._pages.setCurrentWidget(self._start)
        lines = [self._line(item) for item in self.application.screenings()]
        self._start.show_screenings(lines, named=bool(self._settings.name))

    def open_screening(self, screening: str) -> None:
        """Open a screening by its id."""
        self._show_session(self.application.open(screening))

    def open_example(self) -> None:
        """Open the invented example."""
        from relational_screen.app.examples import start_example

        self._show_session(start_example(self.application))

    def screen_draft(self, path: Path) -> None:
        """Read a draft off the GUI thread and start a screening of it."""
        from relational_screen.gui.reading import read_in_background

        self.statusBar().showMessage(_("Reading {name} …").format(name=path.name))
        read_in_background(self, path, self._start_with, self._not_read, self.statusBar().clearMessage)

    def compare(self) -> None:
        """Compare the screening that is open with another one, or with itself on an earlier day."""
        from relational_screen.gui.steps.comparison import ComparisonDialog

        page = self._screening
        if page is not None:
            others = [(str(one["id"]), str(one["title"])) for one in self.application.screenings()]
            others = [one for one in others if one[0] != page.session.id]
            opened = self.application.open
            ComparisonDialog(page.shown, page.note.chosen_language(), others, opened, self).exec()

    def bundle(self) -> None:
        """Write the screening that is open as one signed file for the secretariat."""
        from relational_screen.gui.steps.bundling import BundleDialog

        page = self._screening
        if page is not None:
            BundleDialog(self.application, page.session, self._settings, page.note.chosen_language(), self).exec()

    def read_blind(self, reader: str) -> None:
        """Start the blind second reading of the screening that is open, and show it."""
        from relational_screen.gui.steps.acting import done

        page = self._screening
        if page is not None:
            done(lambda: self._show_session(self.application.read_blind(page.session.id, reader)), self)

    def open_note(self, path: Path) -> bool:
        """Open the screening that a note was made from and say whether it still holds; False for other files."""
        from relational_screen.app.note_files import read_back
        from relational_screen.errors import ScreenError

        try:
            record = read_back(path)
        except ScreenError:
            return False
        if record["screening"] not in [one["id"] for one in self.application.screenings()]:
            return False
        newer = self.application.is_newer(record["screening"], record["content_hash"])
        self.open_screening(record["screening"])
        words = _("The screening was changed after this note was written.") if newer else _("This note is up to date.")
        self.statusBar().showMessage(words)
        return True

    def start_without_draft(self) -> None:
        """Start a screening of something that has no draft yet."""
        self._show_session(self.application.start(self._new_proposal("")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint once it is on the screen; what is slow to load begins only then."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand on what is being written before the window goes."""
        self._leave_screening()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that may be drafts."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Screen the file that was dropped, or attach it to the screening that is open."""
        path = next(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if self.open_note(path):
            return
        if self._screening is not None:
            self._screening.attach(path)
        else:
            self.screen_draft(path)

    def _not_read(self, error: "ScreenError") -> None:
        from relational_screen.gui.failures import show_error

        self.statusBar().clearMessage()
        show_error(error, self)

    def _start_with(self, draft: "Draft") -> None:
        self.statusBar().clearMessage()
        self._show_session(self.application.start(self._new_proposal(draft.title), draft))

    def _new_proposal(self, title: str) -> "Proposal":
        from relational_screen.app.application import new_proposal

        return new_proposal(title, self._settings)

    def _show_session(self, session: "Session") -> None:
        from relational_screen.gui.screening_page import ScreeningPage

        self._leave_screening()
        self._screening = ScreeningPage(session, language_in_use())
        self._screening.left.connect(self.show_start)
        self._screening.compare_asked.connect(self.compare)
        self._screening.bundle_asked.connect(self.bundle)
        self._screening.blind_asked.connect(self.read_blind)
        self._screening.screening_asked.connect(self.open_screening)
        self._pages.addWidget(self._screening)
        self._pages.setCurrentWidget(self._screening)
        self._rail_buttons["start"].setChecked(True)

    def _leave_screening(self) -> None:
        if self._screening is not None:
            page, self._screening = self._screening, None
            self._close(page)
            self._pages.removeWidget(page)
            page.deleteLater()

    def _close(self, page: "ScreeningPage") -> None:
        """Save what is being written; where that is refused say so, and leave all the same."""
        from relational_screen.errors import ScreenError
        from relational_screen.gui.failures import show_error

        try:
            page.close_session()
        except ScreenError as error:
            show_error(error, self)

    def _rail(self) -> QFrame:
        self._rail_buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        pages = (
            ("start", _("&Screenings"), self.show_start),
            ("register", _("Re&gister"), self.show_register),
            ("plugins", _("&Plugins"), self._show_plugins),
            ("settings", _("Se&ttings"), self._show_settings),
            ("help", _("&Help"), self._show_help),
        )
        for name, text, show in pages:
            item = button(text, show, "rail")
            item.setCheckable(True)
            group.addButton(item)
            self._rail_buttons[name] = item
        self._rail_buttons["start"].setChecked(True)
        result = QFrame()
        result.setObjectName("rail")
        result.setFixedWidth(GRID * 17)
        title = label(_("Relational\nbottom line"), "title", bold=True)
        title.setContentsMargins(14, GRID, 0, GRID * 2)
        lines = column(title, *self._rail_buttons.values(), spacing=2)
        lines.setContentsMargins(0, GRID * 2, 0, 0)
        lines.addStretch(1)
        result.setLayout(lines)
        return result

    def _show_page(self, page: QWidget) -> None:
        """Show a page that is built anew each time it is asked for."""
        self._leave_screening()
        for index in reversed(range(1, self._pages.count())):
            if (old := self._pages.widget(index)) is not None:
                self._pages.removeWidget(old)
                old.deleteLater()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def show_register(self) -> None:
        """Show the secretariat's register."""
        from relational_screen.errors import ScreenError
        from relational_screen.gui.failures import show_error
        from relational_screen.gui.register.page import open_register

        try:
            place, by = self._settings.registry_path, self._settings.name
            self._show_page(open_register(place, self.application.catalogue, by))
            self._rail_buttons["register"].setChecked(True)
        except ScreenError as error:
            show_error(error, self)
            self.show_start()

    def _show_plugins(self) -> None:
        from relational_screen.gui.side_pages import plugins_page

        self._show_page(plugins_page(self.application.plugin_reports))

    def _show_settings(self) -> None:
        from relational_screen.gui.side_pages import SettingsPage

        page = SettingsPage(self._settings)
        page.changed.connect(self._take_settings)
        self._show_page(page)

    def _show_help(self) -> None:
        from relational_screen.gui.side_pages import help_page

        self._show_page(help_page())

    def _take_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.settings_changed.emit(settings)

    def _line(self, item: dict[str, Any]) -> "Line":
        from relational_screen.screening.signing_laws import same_person

        label_of, language = self.application.catalogue.method.label, language_in_use()
        verdict = label_of("verdict", str(item["bottom_line"]), language)
        if item["must_be_addressed"]:
            verdict = _("{verdict} · must be addressed").format(verdict=verdict)
        kind = label_of("kind", str(item["kind"]), language)
        stage = label_of("stage", str(item["stage"]), language)
        marks = (
            (_("signed off"), item["signed_off"]),
            (_("sign-off lapsed"), item["lapsed"]),
            (_("waits for second reader"), item["reader"]),
        )
        answered = [f"{item['answered']}/{item['asked']}", *(mark for mark, holds in marks if holds)]
        texts = (str(item["title"]), f"{kind} · {stage}", verdict, "\n".join(answered))
        filters = {
            "mine": same_person(self._settings.name, item["responsible"]),
            "reader": same_person(self._settings.name, item["reader"]),
            "signed_off": item["signed_off"],
        }
        return str(item["id"]), texts, frozenset(name for name, lets in filters.items() if lets)
