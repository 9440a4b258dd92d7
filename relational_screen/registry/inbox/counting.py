"""Which chains count. Figures are made of one entry for each screening, or of none while its chains part."""

import json
from collections import defaultdict
from collections.abc import Iterable

from relational_screen.registry.inbox.arriving import for_another
from relational_screen.registry.inbox.bitmaps import COUNTED, Execute, Mark, set_bits
from relational_screen.registry.inbox.entries import Entry

HASH = 64
"""Characters of one hash among a bundle's links, which are the hashes of all its events in order."""

# The chains of a screening that a confirmed key signed and that no other chain of the same key goes on from. What
# another office makes of a chain stands beside it: a person chooses.
_ENDS = f"""
select distinct one.head from bundle as one join key on key.fingerprint = one.key
where one.screening = :screening and key.status = 'confirmed' and not exists (
  select 1 from bundle as other
  where other.screening = one.screening and other.key = one.key and other.events > one.events
  and substr(other.links, {HASH} * one.events - {HASH - 1}, {HASH}) = one.head)
order by one.head"""


# Who signed a chain, by the bundles that brought it: confirmed keys if there are any, in the order they brought it.
_OWNERS = """
select key.owner from bundle as one join key on key.fingerprint = one.key
where one.head = ? and (key.status = 'confirmed') = (
  select max(status = 'confirmed') from bundle as other join key on fingerprint = other.key where other.head = one.head)
order by one.rowid"""


def enter(execute: Execute, entries: Iterable[Entry]) -> list[int]:
    """Write entries that are not there yet, not counted so far; return the numbers they got."""
    marks: dict[Mark, list[int]] = defaultdict(list)
    numbers = []
    for entry in entries:
        row = [entry.head, entry.screening, entry.day, _json(entry.line)]
        done = execute("insert or ignore into entry (head, screening, counted, day, line) values (?, ?, 0, ?, ?)", row)
        if done.rowcount:
            execute("insert into detail values (?, ?)", [done.lastrowid, _json(entry.details)])
            numbers.append(done.lastrowid)
            for mark in entry.marks():
                marks[mark].append(done.lastrowid)
    set_bits(execute, marks)
    return numbers


def count(execute: Execute, numbers: list[int], *, on: bool) -> None:
    """Let entries count, or no more."""
    execute("update entry set counted = ? where number in (select value from json_each(?))", [on, _json(numbers)])
    set_bits(execute, {COUNTED: numbers}, on=on)


def ends(execute: Execute, screening: str) -> list[str]:
    """Return the heads of the chains that may count; more than one means that they part."""
    return [row[0] for row in execute(_ENDS, {"screening": screening})]


def settle(execute: Execute, screening: str) -> None:
    """Let the one chain count that nothing stands against; where a person must choose, none counts."""
    found = ends(execute, screening)
    aside = {row[0] for row in execute("select head from set_aside where screening = ?", [screening])}
    left = [head for head in found if head not in aside]
    chosen = left[0] if len(left) == 1 else None
    for number, head, counted in execute(
        "select number, head, counted from entry where screening = ?", [screening]
    ).fetchall():
        _tell_signer(execute, number, head)
        if counted != (head == chosen):
            count(execute, [number], on=head == chosen)
    execute("delete from fork where screening = ?", [screening])
    if found and chosen is None:
        execute("insert into fork values (?)", [screening])


def choose(execute: Execute, screening: str, head: str) -> None:
    """Set the other chains of a screening aside, whatever was chosen before."""
    execute("delete from set_aside where screening = ?", [screening])
    for other in ends(execute, screening):
        if other != head:
            execute("insert into set_aside values (?, ?)", [screening, other])
    settle(execute, screening)


def _tell_signer(execute: Execute, number: int, head: str) -> None:
    """Keep whose key vouches for a chain: that of its own authority before another's, and only confirmed ones count."""
    line = json.loads(execute("select line from entry where number = ?", [number]).fetchone()[0])
    owners = [row[0] for row in execute(_OWNERS, [head])]
    own = (owner for owner in owners if not for_another(owner, line["authority"]))
    signer = next(own, owners[0] if owners else "")
    another = for_another(signer, line["authority"])
    if line.get("signer") != signer:
        told = _json({**line, "signer": signer, "other_authority": another})
        execute("update entry set line = ? where number = ?", [told, number])
    if line.get("other_authority", False) != another:
        set_bits(execute, {Mark("quality", "other_authority"): [number]}, on=another)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)
