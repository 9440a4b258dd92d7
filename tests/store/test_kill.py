"""A program that is killed in the middle of its writing leaves a whole chain."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from relational_screen.screening.events import broken_link
from relational_screen.store.store import Store

KILLS = int(os.environ.get("RELATIONAL_SCREEN_KILLS", "5"))
ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from relational_screen.store.store import Store
from tests.builders import NO_EFFECT, Chain

store, chain = Store(Path(sys.argv[1])), Chain(sys.argv[2])
store.append(chain.events, {}, {})
print(1, flush=True)
while True:
    events = [chain.answer(f"q{number}", NO_EFFECT) for number in range(3)]
    store.append(events, {str(events[0].seq): b"x" * 5000}, {"title": "x"})
    print(events[-1].seq, flush=True)
"""


def _killed_writer(path: Path, screening: str, after: float) -> int:
    """Run a writer, kill it some time after its first append, and return the last number it said was saved."""
    command = [sys.executable, "-c", WRITER, str(path), screening]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)
        said = writer.stdout.read()
    return int((first + said).rpartition("\n")[0].split()[-1])


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_writer_that_is_killed_leaves_a_whole_chain_with_all_that_it_had_said_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "screenings.sqlite"
    for number in range(KILLS):
        name = f"s{number}"
        last = _killed_writer(path, name, random.uniform(0.0, 0.1))
        store = Store(path)
        events = store.events(name)
        assert broken_link(events) is None
        assert len(events) >= last
        assert len(events) % 3 == 1
        assert store._database.execute("pragma integrity_check").fetchone() == ("ok",)
        store.close()
