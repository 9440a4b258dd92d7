"""What a user does at the window: clicks, keys, text and files, always through what is visible."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QListWidget,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from relational_screen.app.application import Application
from relational_screen.app.language import Language, use_language
from relational_screen.app.session import Session
from relational_screen.app.settings import Settings
from relational_screen.gui.screening_page import ScreeningPage
from relational_screen.gui.steps.remedy_choice import RemedyChoice
from relational_screen.gui.window import MainWindow
from relational_screen.screening.state import State

Kind = TypeVar("Kind", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def named(kind: type[Kind], inside: QWidget, text: str) -> Kind:
    """Return the one visible control of a kind whose name or text this is."""
    found = [item for item in visible(kind, inside) if text in names_of(item)]
    assert len(found) == 1, f"{len(found)} of {text!r} among {[names_of(item) for item in visible(kind, inside)]}"
    return found[0]


def visible(kind: type[Kind], inside: QWidget) -> list[Kind]:
    """Return the visible controls of a kind."""
    return [item for item in inside.findChildren(kind) if item.isVisible()]


def names_of(item: QWidget) -> tuple[str, str]:
    """Return a control's accessible name, and its text as it is read."""
    text = item.text() if isinstance(item, QAbstractButton) else ""
    return item.accessibleName(), text.replace("&&", "\0").replace("&", "").replace("\0", "&")


class Hands:
    """A user of one window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def page(self) -> ScreeningPage:
        """The screening that is open."""
        page = self.window.screening_page
        assert page is not None
        return page

    @property
    def session(self) -> Session:
        """The session of the screening that is open."""
        return self.page.session

    @property
    def stored(self) -> State:
        """The screening as somebody else reads it from the store now."""
        ours = self.window.application
        other = Application(ours.store.path)
        other.plugins = ours.plugins
        return other.open(self.session.id).state

    def screen(self, draft: Path) -> None:
        """Start a screening of a draft and wait until it is there."""
        self.window.screen_draft(draft)
        self.qtbot.waitUntil(lambda: self.window.screening_page is not None)

    def click(self, item: QWidget) -> None:
        """Click a control; a radio button or check box on its mark."""
        assert item.isEnabled(), f"{names_of(item)} is not enabled"
        on_mark = isinstance(item, QRadioButton | QCheckBox)
        place = QPoint(8, item.height() // 2) if on_mark else item.rect().center()
        QTest.mouseClick(item, LEFT, NO_KEY, place)
        QApplication.processEvents()

    def press(self, text: str, inside: QWidget | None = None) -> None:
        """Click the button with a name or text."""
        self.click(named(QPushButton, inside or self.page, text))

    def choose(self, row: str, value: str, inside: QWidget | None = None) -> None:
        """Choose a value in a row of radio buttons."""
        self.click(named(QRadioButton, inside or self.page, f"{row}: {value}"))

    def chosen(self, row: str, inside: QWidget | None = None) -> str:
        """Return what is chosen in a row, or an empty text."""
        names = [item.accessibleName() for item in visible(QRadioButton, inside or self.page) if item.isChecked()]
        return next((name.removeprefix(f"{row}: ") for name in names if name.startswith(f"{row}: ")), "")

    def pick(self, text: str, item: str, inside: QWidget | None = None) -> None:
        """Open a button's menu and pick an item of it."""
        found = [one for one in visible(QPushButton, inside or self.page) if names_of(one)[1].startswith(text)]
        menu = found[0].menu()
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == item).trigger()
        QApplication.processEvents()

    def choose_remedy(self, name: str) -> None:
        """Choose a measure in the window of those suggested for the question, else in the menu of all others."""
        title = self.session.catalogue.remedy(name).title.en
        if name not in self.page.questions.question.remedies:
            self.pick("+ Another measure", title)
            return
        suggested = next(one for one in visible(QPushButton, self.page) if names_of(one)[1].startswith("+ Suggested"))
        QTimer.singleShot(0, self.page, lambda: self._use(title))
        self.click(suggested)
        self.window.activateWindow()  # a desktop gives the window back its place by itself; off screen nobody does
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def _use(self, title: str) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RemedyChoice)
        self.click(named(QPushButton, dialog, f"Use: {title}"))

    def write(self, field: QWidget, text: str) -> None:
        """Put the cursor into a field and write instead of what is there."""
        field.setFocus()
        self.key(Qt.Key.Key_A, CTRL, field)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY, to: QWidget | None = None) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(to or self.window.focusWidget() or self.window, key, modifier)
        QApplication.processEvents()

    def go(self, place: str) -> None:
        """Go to a step or question, as a click on a finding does."""
        self.page.go(place)
        QApplication.processEvents()

    def step(self, text: str) -> None:
        """Click a step in the list by the beginning of its name."""
        steps = named(QListWidget, self.page, "Steps")
        item = next(one for one in map(steps.item, range(steps.count())) if text in one.text())
        QTest.mouseClick(steps.viewport(), LEFT, NO_KEY, steps.visualItemRect(item).center())
        QApplication.processEvents()

    def drop(self, path: Path) -> None:
        """Drop a file on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy = Qt.DropAction.CopyAction
        entered = QDragEnterEvent(QPoint(9, 9), copy, data, LEFT, NO_KEY)
        QApplication.sendEvent(self.window, entered)
        assert entered.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(QPointF(9, 9), copy, data, LEFT, NO_KEY))

    def link(self, label: str) -> None:
        """Choose a passage of the draft and link it by keyboard."""
        self.page.draft_pane.show_passage(label)
        self.key(Qt.Key.Key_K, CTRL, self.window)

    def shown_texts(self) -> list[str]:
        """Return the texts that can be read on the page."""
        return [item.text() for item in visible(QLabel, self.window)]

    def in_language(self, language: Language) -> None:
        """Open the window anew in a language."""
        before, application = self.window, self.window.application
        use_language(language)
        self.window = MainWindow(Settings(language=language, name="Invented official"))
        self.qtbot.addWidget(self.window)
        self.window.show()
        self.window.begin(application)
        before.close()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds, while work goes on in the background."""
        self.qtbot.waitUntil(true, timeout=10_000)


def texts(widgets: Iterable[QWidget]) -> list[str]:
    """Return what controls are called."""
    return [" ".join(part for part in names_of(widget) if part) for widget in widgets]
