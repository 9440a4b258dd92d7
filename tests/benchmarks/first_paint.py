"""From the start of the process to the first paint of the start page, beside a bare QMainWindow."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measuring import Figure, compare

WATCH = """
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            os._exit(0)
        return False
watch = Watch()
"""
BARE = f"""
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
{WATCH}
application = QApplication([])
window = QMainWindow()
window.installEventFilter(watch)
window.show()
application.exec()
"""
OURS = f"""
import os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from relational_screen.app.settings import load_settings
from relational_screen.gui.main import Desk
from relational_screen.gui.theme import dress
{WATCH}
application = QApplication([])
dress(application)
desk = Desk(load_settings(Path(sys.argv[1]) / "settings.json"), Path(sys.argv[1]) / "store.sqlite")
desk.window.installEventFilter(watch)
application.exec()
"""


def measure(folder: Path, times: int) -> Figure:
    """Return the start of our window beside a bare one."""
    return compare("first paint / bare window", _start(OURS, folder), _start(BARE, folder), limit=1.5, times=times)


def _start(program: str, folder: Path) -> Callable[[], object]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return lambda: subprocess.run([sys.executable, "-c", program, str(folder)], env=environment, check=True)
