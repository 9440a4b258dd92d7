"""The first paint waits for nothing but Qt, and the window outlives Qt's handling of None."""

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
from relational_screen.gui.none import keep_none_alive
keep_none_alive()
keep_none_alive()
item = QObject()
for _time in range(sys.getrefcount(None) % 2**60 * 3):
    item.setObjectName("x")
print("alive")
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
    assert run(MANY_CALLS, tmp_path) == "alive"
