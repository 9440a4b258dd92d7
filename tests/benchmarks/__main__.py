"""Prints every figure with its reference and fails when one is over its limit."""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from relational_screen.app.application import Application
from relational_screen.app.examples import start_example
from relational_screen.app.files import read_draft
from relational_screen.catalogue.shipped import read_catalogue, shipped_folder
from relational_screen.drafts.suggestions import Suggestions, suggest
from relational_screen.plugin_loader import load_plugins
from relational_screen.screening.answers import Answer
from tests.benchmarks import first_paint
from tests.benchmarks.measuring import Figure, compare, seconds_of

ACT = "2026-207_bolig_lbk_almenboligloven.txt"
SECONDS_FOR_ACT = 2.0
CATALOGUE = load_plugins(read_catalogue(shipped_folder())).catalogue


def answer_made_durable(folder: Path, times: int = 200) -> Figure:
    """One answer stored, rescored and told, beside a plain durable commit of as many bytes."""
    session = start_example(Application(folder / "store.sqlite", "bench"))
    told: list[str] = []
    session.changes.listen(told.append)
    reasons = cycle(["Første begrundelse.", "Anden begrundelse."])
    plain = sqlite3.connect(folder / "plain.sqlite", isolation_level=None)
    plain.execute("pragma journal_mode = wal")
    plain.execute("pragma synchronous = full")
    plain.execute("create table event (seq integer primary key, content blob)")

    def answer() -> None:
        session.answer("housing.co-living", Answer(status="no_effect", reason=next(reasons)))

    def commit() -> None:
        plain.execute("begin immediate")
        plain.execute("insert into event (content) values (?)", [os.urandom(500)])
        plain.execute("commit")

    figure = compare("answer durable, scored, told / plain commit", answer, commit, limit=2.0, times=times)
    assert len(told) == times
    return figure


def suggestions_for(path: Path) -> Suggestions:
    """Return what an act may touch, read anew, so that no index of its words is there yet."""
    return suggest(read_draft(path), CATALOGUE.checklists)


def figures(folder: Path) -> Iterator[Figure]:
    """Yield every figure."""
    yield first_paint.measure(folder, times=15)
    yield answer_made_durable(folder)
    drafts = Path(os.environ.get("RELATIONAL_SCREEN_DRAFTS", Path(__file__).parents[3] / "shared" / "drafts"))
    if (drafts / ACT).exists():
        yield Figure(
            "312,000-character act read / 2 s", seconds_of(lambda: read_draft(drafts / ACT)), SECONDS_FOR_ACT, 1.0
        )
        yield Figure(
            "suggestions for that act / 2 s", seconds_of(partial(suggestions_for, drafts / ACT)), SECONDS_FOR_ACT, 1.0
        )
    else:
        sys.stdout.write(f"left out: {ACT} is not in {drafts}; set RELATIONAL_SCREEN_DRAFTS\n")


def main() -> None:
    """Print the figures."""
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for figure in figures(Path(folder)):
            failed |= not figure.holds
            verdict = "ok" if figure.holds else "OVER"
            sys.stdout.write(
                f"{figure.name:<46}{figure.seconds * 1000:9.2f} ms /{figure.reference * 1000:9.2f} ms "
                f"= {figure.ratio:5.2f} (limit {figure.limit}) {verdict}\n"
            )
    sys.exit(1 if failed else 0)


main()
