"""Takes in an inbox of 10,000 whole bundles, killed half way: `python -m tests.benchmarks.inbox [NUMBER]`.

The screenings are invented: 25 answers by chance to the real questions, a small note in every tenth. Every tenth file
is an earlier version of the screening before it.
"""

import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from relational_screen.app.pinned import pin
from relational_screen.catalogue.shipped import read_catalogue, shipped_folder
from relational_screen.plugin_loader import load_plugins
from relational_screen.registry.bundle.bundle import BundleParts, make_bundle
from relational_screen.registry.inbox.inbox import ImportReport, Told, import_bundles
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.keys.keys import SigningKey
from relational_screen.registry.statistics.statistics import listed, statistics
from tests.benchmarks.measuring import seconds_of
from tests.benchmarks.registry import answered
from tests.registry.offices import yes

NUMBER, OFFICES, TENTH, STEP = 10_000, 20, 10, 100
NOTE = b"An invented note. " * 1000


def write_inbox(folder: Path, number: int) -> None:
    """Write bundles into a folder."""
    catalogue = load_plugins(read_catalogue(shipped_folder())).catalogue
    name, content = pin(catalogue)
    keys = [SigningKey.created() for _ in range(OFFICES)]
    chance = random.Random(number)
    for each in range(number):
        if each % TENTH < TENTH - 1:
            events, key = answered(f"invented-{each:06}", name, catalogue, chance).events, keys[each % OFFICES]
        else:
            events = events[:-1]
        notes = {"note.txt": NOTE} if each % TENTH == 0 else {}
        data = make_bundle(BundleParts(events, {name: content}, notes), key)
        (folder / f"{each:06}.relscreen").write_bytes(data)


def take(folder: Path, path: Path, told: Told | None = None) -> ImportReport:
    """Take the inbox in."""
    registry = Registry(path)
    report = import_bundles([folder], registry, yes, told)
    registry.close()
    return report


def take_until_killed(folder: Path, path: Path, number: int) -> None:
    """Take the inbox in by another process, and kill it once it has told of this many files."""
    command = [sys.executable, "-m", "tests.benchmarks.inbox", str(folder), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= number:
                process.kill()
                break
    assert process.returncode < 0, "it was done before it was killed"


def check(path: Path, report: ImportReport, number: int) -> None:
    """Check that every file is in the registry, and every screening counted once."""
    assert (report.refused, report.pending, report.forks) == ([], [], [])
    assert len(report.added) + len(report.known) == number
    assert len(report.known) >= number // 2
    registry = Registry(path)
    wanted = {f"invented-{each:06}" for each in range(number) if each % TENTH < TENTH - 1}
    lines = listed(registry)
    assert {line["id"] for line in lines} == wanted
    assert len(lines) == statistics(registry).total.count == len(wanted)
    registry.close()


def main(number: int) -> None:
    """Print how long each step takes and how large the files are."""
    with tempfile.TemporaryDirectory() as folder:
        inbox, path = Path(folder) / "inbox", Path(folder) / "registry.sqlite"
        inbox.mkdir()
        _say(f"{number} bundles written", seconds_of(partial(write_inbox, inbox, number)), inbox.glob("*"))
        _say("taken in until killed", seconds_of(partial(take_until_killed, inbox, path, number // 2)), [path])
        reports: list[ImportReport] = []
        _say("the rest taken in", seconds_of(lambda: reports.append(take(inbox, path))), [path])
        sys.stdout.write(f"known from before the kill: {len(reports[0].known)}, added: {len(reports[0].added)}\n")
        check(path, reports[0], number)
        _say("taken in once more", seconds_of(partial(take, inbox, path)), [path])


def _say(what: str, seconds: float, files: Iterable[Path]) -> None:
    size = sum(file.stat().st_size for file in files)
    sys.stdout.write(f"{what:<24}{seconds:8.1f} s{size / 1e6:10.0f} MB\n")
    sys.stdout.flush()


def _tell(done: int, _total: int) -> None:
    if done % STEP == 0:
        sys.stdout.write(f"{done}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        take(Path(sys.argv[1]), Path(sys.argv[2]), _tell)
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER)
