"""The whole program with the content and the plugins that ship, on the invented examples."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from relational_screen.app.application import Application
from relational_screen.app.examples import EXAMPLES, screen_examples, start_example

ROOT = Path(__file__).parents[2]
PRINT_RESULT = """
import json, sys
from pathlib import Path
from relational_screen.app.application import Application
from relational_screen.app.examples import start_example

session = start_example(Application(Path(sys.argv[1]), "x"))
print(json.dumps(session.result_json()), session.state.content)
print([block for block in session.note("bill", "da").blocks if session.id[:8] not in str(block)])
"""


@pytest.fixture
def application(tmp_path: Path) -> Application:
    return Application(tmp_path / "screenings.sqlite", "Invented Person")


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_gives_the_same_result_when_it_is_opened_again(application: Application, name: str) -> None:
    session = start_example(application, name)
    again = application.open(session.id)
    assert again.state == session.state
    assert again.catalogue == session.catalogue == application.catalogue
    assert json.dumps(again.result_json()) == json.dumps(session.result_json())


def test_the_same_answers_give_the_same_bytes_in_another_run_of_the_program(tmp_path: Path) -> None:
    def printed(seed: str) -> bytes:
        command = [sys.executable, "-c", PRINT_RESULT, str(tmp_path / f"{seed}.sqlite")]
        return subprocess.run(
            command, check=True, capture_output=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout

    assert printed("1") == printed("2") != b""


def test_screening_and_exporting_open_no_connection(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        message = "a connection was tried"
        raise AssertionError(message)

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with pytest.raises(AssertionError):
        socket.create_connection(("localhost", 1))
    made = [path for _, paths in screen_examples(application, tmp_path / "out", "da") for path in paths]
    assert len(made) == 4
    assert all(path.stat().st_size > 0 for path in made)
