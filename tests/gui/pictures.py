"""Takes the pictures that the README shows, offscreen, of the invented example and an invented register."""

import random
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from relational_screen.app.application import Application
from relational_screen.app.language import use_language
from relational_screen.app.settings import Settings
from relational_screen.gui.screening_page import ScreeningPage
from relational_screen.gui.theme import dress, legible
from relational_screen.gui.window import MainWindow
from tests.benchmarks.registry import fill, scored_entries

SCREENINGS = 400
FOLDER = Path(__file__).parent.parent / "data" / "pictures"


def wait(seconds: float) -> None:
    """Let the window work, and what runs beside it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def take(window: MainWindow, name: str, folder: Path, seconds: float = 0.3) -> None:
    """Save the window as a picture."""
    wait(seconds)
    window.grab().save(str(folder / f"{name}.png"))


def tour(window: MainWindow, page: ScreeningPage, folder: Path) -> None:
    """Take every page of a screening, and the pages beside it."""
    places = ("proposal", "relevance", "groups", "housing.relocation", "common.household-economy", "review")
    for number, place in enumerate(places):
        page.go(place)
        take(window, f"{number}-{place.replace('.', '-')}", folder)
    page.go("note")
    take(window, "6-note", folder, seconds=2)
    window.show_start()
    take(window, "7-start", folder)
    window.show_register()
    take(window, "8-register", folder, seconds=2)


def main() -> None:
    """Take the README's pictures, or with LANGUAGE WIDTHxHEIGHT FOLDER every page."""
    application = QApplication([])
    dress(application)
    QApplication.setPalette(legible(QApplication.palette()))
    language, size, folder = sys.argv[1:] if len(sys.argv) > 3 else ("da", "1280x800", "")
    use_language("en" if language == "en" else "da")
    with tempfile.TemporaryDirectory() as store:
        registry = Path(store) / "registry.sqlite"
        fill(registry, list(scored_entries(random.Random(6))), SCREENINGS)
        name = "Ansvarlig medarbejder (opdigtet)"
        window = MainWindow(Settings(language=language, name=name, registry=str(registry)))
        window.resize(*map(int, size.split("x")))
        window.show()
        window.begin(Application(Path(store) / "screenings.sqlite"))
        window.open_example()
        page = window.screening_page
        assert page is not None
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            tour(window, page, Path(folder))
        else:
            _readme(window, page)
        window.close()


def _readme(window: MainWindow, page: ScreeningPage) -> None:
    page.go("housing.relocation")
    take(window, "question", FOLDER)
    page.go("note")
    take(window, "note", FOLDER, seconds=2)
    page.note.choose_form("one-page")
    take(window, "one-page", FOLDER, seconds=4)
    window.show_register()
    take(window, "register", FOLDER, seconds=2)


if __name__ == "__main__":
    main()
