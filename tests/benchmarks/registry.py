"""Measures the registry at 10,000 and 100,000 screenings of 25 answers each: `python -m tests.benchmarks.registry`.

The screenings are invented. Two hundred of them are answered by chance and scored as real ones are; the rest repeat
those for other authorities, stages and days.
"""

import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from statistics import median

from relational_screen.app.pinned import pin
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import KINDS
from relational_screen.catalogue.shipped import read_catalogue, shipped_folder
from relational_screen.plugin_loader import load_plugins
from relational_screen.registry.bundle.bundle import BundleParts, make_bundle, open_bundle
from relational_screen.registry.inbox.bitmaps import CHUNK
from relational_screen.registry.inbox.counting import count, enter
from relational_screen.registry.inbox.database import migrations
from relational_screen.registry.inbox.entries import Entry, entry_of
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.keys.keys import SigningKey
from relational_screen.registry.statistics.figures import Filter
from relational_screen.registry.statistics.quality_sums import quality_sums
from relational_screen.registry.statistics.read_twice import read_twice
from relational_screen.registry.statistics.statistics import listed, statistics
from relational_screen.screening.answers import Answer, Effect, Measure, PassageRef
from relational_screen.screening.proposal import Proposal
from relational_screen.screening.scope import questions_in_scope
from relational_screen.screening.state import fold
from relational_screen.store.database import open_database
from tests.benchmarks.measuring import seconds_of
from tests.builders import Chain

SIZES = (10_000, 100_000)
SCORED, ARENAS, ANSWERS, NULL_RESULTS = 200, 3, 36, 0.3
"""Of ten screenings three find nothing, and seven have 36 answers: 25 on average."""

EVENTS = 26
"""Events of a screening: its start, and an answer each."""

TOLD = "2027-01-01T00:00:00+00:00"
"""When every key was seen and every bundle received."""

AUTHORITIES = [f"Invented authority {number}" for number in range(120)]
STAGES = ("idea", "draft", "consultation", "final")
FIRST_DAY, DAYS = date(2027, 1, 1), 3650
LIMITS = {
    "overview": 0.300,
    "filter": 0.150,
    "one screening": 0.050,
    "quality added up": 3.0,
    "read twice, by none": 1.0,
}


def scored_entries(chance: random.Random) -> Iterator[Entry]:
    """Yield entries of invented screenings, answered by chance and scored through whole bundles."""
    catalogue = load_plugins(read_catalogue(shipped_folder())).catalogue
    name, data = pin(catalogue)
    key = SigningKey.created()
    for number in range(SCORED):
        chain = answered(f"invented-{number}", name, catalogue, chance)
        yield entry_of(open_bundle(make_bundle(BundleParts(chain.events, {name: data}), key)))


def entries(scored: list[Entry], size: int, chance: random.Random) -> Iterator[Entry]:
    """Yield as many entries as asked for."""
    for number in range(size):
        entry = scored[number % len(scored)]
        day = (FIRST_DAY + timedelta(days=chance.randrange(DAYS))).isoformat()
        line = {
            **entry.line,
            "authority": chance.choice(AUTHORITIES),
            "stage": chance.choice(STAGES),
            "started": f"{day}T09:00:00+01:00",
            "changed": f"{day}T10:00:00+01:00",
        }
        screening = f"invented-{number:06}"
        line |= {"responsible": f"Invented Official {number % 997}", "draft": sha256(screening.encode()).hexdigest()}
        yield replace(entry, screening=screening, head=sha256(screening.encode()).hexdigest(), line=line)


def fill(path: Path, scored: list[Entry], size: int) -> None:
    """Write a registry of entries, each with its bundle's row and its office's key; the parts are left out."""
    database = open_database(path, migrations)
    keys = [(_key(name), bytes(32), name, "confirmed", TOLD, TOLD) for name in AUTHORITIES]
    with database.conn:
        database.conn.executemany("insert into key values (?, ?, ?, ?, ?, ?)", keys)
    source = entries(scored, size, random.Random(size))
    while batch := list(islice(source, CHUNK)):
        database.conn.execute("begin immediate")
        count(database.conn.execute, enter(database.conn.execute, batch), on=True)
        database.conn.executemany("insert into bundle values (?, ?, ?, ?, ?, ?, ?, ?)", map(_bundle, batch))
        database.conn.execute("commit")
    database.close()


def _key(authority: str) -> str:
    return sha256(authority.encode()).hexdigest()[:32]


def _bundle(entry: Entry) -> tuple[str, str, int, str, str, str, str, str]:
    """Return the row of the bundle of an entry, with the hashes of as many events as it has answers."""
    name = sha256(f"bundle {entry.screening}".encode()).hexdigest()
    before = (sha256(f"{entry.screening} {number}".encode()).hexdigest() for number in range(EVENTS - 1))
    links = "".join([*before, entry.head])
    file = f"{entry.screening}.relscreen"
    return name, entry.screening, EVENTS, entry.head, links, _key(entry.line["authority"]), file, TOLD


def measure(path: Path, size: int) -> dict[str, float]:
    """Return medians in seconds: overview and filters as a command that opens the registry, and in an open one."""
    registry = Registry(path)
    statistics(registry)
    chosen = [
        Filter(kinds=("bill",)),
        Filter(authorities=tuple(AUTHORITIES[:20])),
        Filter(since="2028-10-03", until="2036-10-07"),
        Filter(arena="housing", stage="consultation", method="1.0"),
    ]
    some = [f"invented-{number:06}" for number in range(0, size, size // 50)]
    found = {
        "overview": median_of(_overview, path),
        "overview, open": median_of(statistics, registry),
        "filter": max(median_of(statistics, registry, one) for one in chosen),
        "filtered list, a page": max(median_of(listed, registry, one, 100) for one in chosen),
        "one screening": max(median_of(registry.screening, name) for name in some),
        "quality added up": median_of(quality_sums, registry),
        "read twice, by none": median_of(read_twice, registry),
        "all ids behind a figure": median_of(registry.screenings_in, statistics(registry).total.bits),
    }
    assert statistics(registry).total.count == size
    assert len(registry.screening(some[-1])["bundles"]) == 1
    registry.close()
    return found


def median_of(work: Callable[..., object], *arguments: object) -> float:
    """Return the median in seconds of some work, seven times over."""
    return median(seconds_of(partial(work, *arguments)) for _ in range(7))


def _overview(path: Path) -> None:
    registry = Registry(path)
    statistics(registry).as_json()
    registry.close()


def answered(screening: str, content: str, catalogue: Catalogue, chance: random.Random) -> Chain:
    """Return an invented screening of the real questions, answered by chance."""
    chain = Chain(screening)
    chain.events.clear()
    kind = chance.choice(KINDS)
    chain.add("started", content=content, proposal=Proposal(kind=kind, title=f"Invented {screening}").model_dump())
    touched = [] if chance.random() < NULL_RESULTS else chance.sample(catalogue.checklists, ARENAS)
    for checklist in catalogue.checklists:
        for gate in checklist.applicable_gates(kind):
            chain.gate(gate.id, "yes" if checklist in touched else "no")
    asked = [question.id for question in questions_in_scope(fold(chain.events), catalogue)]
    lowering = chance.choice((0.0, 0.5, 1.0))
    for question in chance.sample(asked, min(ANSWERS, len(asked))):
        chain.answer(question, _answer(catalogue, chance, lowering))
    return chain


def _answer(catalogue: Catalogue, chance: random.Random, lowering: float) -> Answer:
    status = chance.choice(("effects", "effects", *["no_effect"] * 7, "unknown"))
    if status != "effects":
        return Answer.model_validate({"status": status, "reason": "Invented."})
    lowers = chance.random() < lowering
    measure = Measure(
        status=chance.choice(("in_draft", "promised", "idea")),
        remedy=chance.choice(catalogue.remedies).id,
        passages=(PassageRef(label="§ 1"),),
    )
    effect = Effect(
        direction="lowers" if lowers else "raises",
        strength=chance.choice(("some", "clear")),
        reach=chance.choice(("few", "some", "most")),
        duration=chance.choice(("temporary", "lasting")),
        groups=tuple(group.id for group in chance.sample(catalogue.groups, 2)),
        reason="Invented.",
        measures=(measure,) if lowers and chance.random() < 0.5 else (),
    )
    return Answer(status="effects", effects=(effect,))


def main() -> None:
    """Print medians at both sizes and how they grow; fail when one is over its limit at the larger."""
    scored = list(scored_entries(random.Random(6)))
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder) / f"{size}.sqlite"
            seconds = seconds_of(partial(fill, path, scored, size))
            sys.stdout.write(f"{size} screenings written in {seconds:.1f} s, {path.stat().st_size / 1e6:.0f} MB\n")
            found.append(measure(path, size))
    few, many = found
    over = False
    for name, seconds in many.items():
        limit = LIMITS.get(name)
        over |= limit is not None and seconds > limit
        told = f"limit {limit * 1000:.0f} ms" if limit else ""
        growth = seconds / few[name]
        sys.stdout.write(f"{name:<24}{few[name] * 1000:9.2f} ms{seconds * 1000:9.2f} ms, grew × {growth:.1f} {told}\n")
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
