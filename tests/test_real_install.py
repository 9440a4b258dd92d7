"""A sixth arena, built as a wheel and installed into a fresh environment, is there in every face of the program."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SIXTH = ROOT / "tests" / "data" / "sixth_arena"
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLabel
from relational_screen.app.application import Application
from relational_screen.app.language import use_language
from relational_screen.app.settings import Settings
from relational_screen.gui.window import MainWindow
qt = QApplication([])
use_language("da")
window = MainWindow(Settings())
window.begin(Application(Path(sys.argv[1])))
window.start_without_draft()
texts = [label.text() for label in window.screening_page.relevance.findChildren(QLabel)]
print("Natur og friluftsliv" in texts)
"""
ANSWERS = """
[proposal]
kind = "plan"
title = "Opdigtet friluftsplan"
[[gates]]
id = "nature.gate-access"
answer = "yes"
[[answers]]
question = "nature.meeting-outdoors"
status = "effects"
[[answers.effects]]
direction = "raises"
strength = "clear"
reach = "most"
duration = "lasting"
reason = "Der anlægges en ny badebro."
"""


def run(*words: object, **more: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the core and the sixth arena, installed from their wheels."""
    folder = tmp_path_factory.mktemp("fresh")
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder / "wheels", ROOT, SIXTH)
    run(sys.executable, "-m", "venv", folder / "env")
    python = folder / "env" / "bin" / "python"
    installer = (python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install")
    run(*installer, "--require-hashes", "-r", ROOT / "requirements.lock")
    run(*installer, "--no-deps", *sorted((folder / "wheels").glob("*.whl")))
    return folder


@pytest.mark.real_install
def test_a_sixth_arena_installed_from_a_wheel_is_in_the_list_the_window_and_the_note(fresh: Path) -> None:
    program = fresh / "env" / "bin" / "relational-screen"
    listed = json.loads(run(program, "arenas", "--json"))
    assert [arena["id"] for arena in listed] == ["nature", "common"]

    shown = run(fresh / "env" / "bin" / "python", "-c", WINDOW, fresh / "window.sqlite")
    assert shown.strip() == "True"

    draft, answers, note = fresh / "plan.txt", fresh / "answers.toml", fresh / "note.docx"
    draft.write_text("Opdigtet friluftsplan\n\nDer anlægges en badebro.\n", encoding="utf-8")
    answers.write_text(ANSWERS, encoding="utf-8")
    run(program, "--store", fresh / "s.sqlite", "screen", draft, "--answers", answers, "-o", note)
    from docx import Document

    assert any("Natur og friluftsliv" in paragraph.text for paragraph in Document(str(note)).paragraphs)
