"""Opens the window. Before the first paint only Qt and our own light modules are imported."""

import sys
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from relational_screen.app.language import use_language
from relational_screen.app.settings import Settings, load_settings, save_settings, settings_path
from relational_screen.gui.theme import dress, dress_for_palette
from relational_screen.gui.window import MainWindow


class Desk:
    """Keeps the one window, and opens it anew when the settings change."""

    def __init__(self, settings: Settings, store: Path | None) -> None:
        self._settings = settings
        self._store = store
        self._translator = QTranslator()
        self.window = self._open()

    def _open(self) -> MainWindow:
        use_language("en" if self._settings.language == "en" else "da")
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        QLocale.setDefault(QLocale(self._settings.language))  # the names of months
        application.removeTranslator(self._translator)
        words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self._settings.language}", words):
            application.installTranslator(self._translator)
        window = MainWindow(self._settings)
        window.settings_changed.connect(self._take_settings)
        window.painted.connect(lambda: self._begin(window))
        window.show()
        return window

    def _begin(self, window: MainWindow) -> None:
        from relational_screen.app.application import Application

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress_for_palette(application)
        window.begin(Application(self._store or self._settings.store_path, self._settings.name))

    def _take_settings(self, settings: Settings) -> None:
        save_settings(settings, settings_path())
        self._settings = settings
        old, self.window = self.window, self._open()
        old.close()
        old.deleteLater()


def _show_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    from relational_screen.gui import failures

    failures.show_uncaught(kind, error, trace)


def open_window(store: Path | None = None, language: str | None = None, *, example: bool = False) -> int:
    """Open the window, with the invented example where asked for, and return when it is closed."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("relational-screen")
    sys.excepthook = _show_uncaught
    dress(application)
    settings = load_settings(settings_path())
    desk = Desk(replace(settings, language=language) if language else settings, store)
    if example:
        desk.window.begun.connect(desk.window.open_example)
    return application.exec()


def main() -> None:
    """Open the window as a program of its own."""
    sys.exit(open_window())
