"""The first paint waits for nothing but Qt, and the Qt in use does not use up None."""

import os
import subprocess
import sys
from pathlib import Path

HEAVY = (
    "docx", "reportlab", "lxml", "sqlite_utils", "cryptography", "pypdfium2", "PIL", "pydantic"
)  # fmt: skip
FIRST_PAINT = f"""
import sys
from PySide6.QtWidgets import QApplication
from relational_screen.app.settings import Settings
from relational_screen.gui.theme import dress
from relational_screen.gui.window import MainWindow
application = QApplication([])
dress(application)
window = MainWindow(Settings())
painted = []
window.painted.connect(lambda: painted.append([name for name in {HEAVY!r} if name in sys.modules]))
window.show()
while not painted:
    application.processEvents()
print(painted[0])
"""
MANY_CALLS = """
import sys
from PySide6.QtCore import QObject
item = QObject()
before = sys.getrefcount(None)
for _time in range(1000):
    item.setObjectName("x")
print(before - sys.getrefcount(None) < 100)
"""


def run(program: str, folder: Path) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    assert run(FIRST_PAINT, tmp_path) == "[]"


def test_calls_that_return_nothing_do_not_use_up_none(tmp_path: Path) -> None:
    """PySide6 6.12.0 gave one reference too many back at each; the program ended with »deallocating None«."""
    assert run(MANY_CALLS, tmp_path) == "True"
