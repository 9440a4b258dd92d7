"""Whether all in a registry is what its bundles give, and writing it anew from them.

Everything is computed once more and compared. What persons decided (which keys are an office's own, which chain counts,
what was said) rests on no bundle and is taken as it stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.inbox.bitmaps import CHUNK, numbers_in
from relational_screen.registry.inbox.database import RegistryFile
from relational_screen.registry.inbox.inbox import Told
from relational_screen.registry.inbox.one_line import one_line
from relational_screen.registry.inbox.rebuilding import BACKUP, made_anew
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.keys.keys import PublicKey

NAMED, LONGEST = 3, 200
"""Screenings that are named of those for which a figure is wrong, and characters of the figure's own name."""

Row = tuple[Any, ...]

RECOUNT = N_("Have it written anew from the bundles: registry recount.")

_COUNTED = (("entry", "?, ?, ?, ?, ?, ?"), ("detail", "?, ?"), ("bitmap", "?, ?, ?, ?, ?"), ("fork", "?"))
_ENTRY = "select screening, counted, day, line, data from entry left join detail using (number) where head = ?"
_MARKS = "select distinct kind, name, part from bitmap"
_BUNDLE = "select hash, screening, events, head, links, key from bundle"
_WORDS = (
    N_("Of screening {screening}, the id is not what the bundle gives (chain {head})."),
    N_("Of screening {screening}, whether it counts is not what the rules give (chain {head})."),
    N_("Of screening {screening}, the day is not what the bundle gives (chain {head})."),
    N_("Of screening {screening}, what lists show is not what the bundle gives (chain {head})."),
    N_("Of screening {screening}, the details are not what the bundle gives (chain {head})."),
)


@dataclass(frozen=True, slots=True)
class Recount:
    """What was not as the bundles give it: what now is, and what only a backup can mend."""

    mended: tuple[ScreenError, ...]
    left: tuple[ScreenError, ...]


def problems(registry: Registry, told: Told | None = None) -> Iterator[ScreenError]:
    """Yield all that is wrong with bundles, and every entry and figure that is not what they give.

    Raises:
        ScreenError: the file cannot be read, or is not built as a registry is.
    """
    with registry.file.snapshot(), made_anew(registry, told) as (anew, damaged):
        yield from damaged
        yield from _wrongly_kept(registry.file, anew.file)
        yield from _wrongly_counted(registry.file, anew.file)


def recount(registry: Registry, told: Told | None = None) -> Recount:
    """Write all entries and figures anew from the bundles that verify, all of it or nothing.

    That fills in, too, what an older program left out. Until it is done nobody else can write in the registry.

    Raises:
        ScreenError: the file cannot be written, or is not built as a registry is.
    """
    kept = registry.file
    with kept.transaction(), made_anew(registry, told) as (anew, damaged):
        mended = tuple(ScreenError(one.what, "", **one.values) for one in _wrongly_counted(kept, anew.file))
        for table, places in _COUNTED:
            kept.execute(f"delete from {table}")
            for row in anew.file.execute(f"select * from {table}"):
                kept.execute(f"insert into {table} values ({places})", row)
        return Recount(mended, (*damaged, *_wrongly_kept(kept, anew.file)))


def _wrongly_kept(kept: RegistryFile, anew: RegistryFile) -> Iterator[ScreenError]:
    """Yield what is listed of bundles and keys otherwise than the bundles say."""
    true = set(anew.execute(_BUNDLE))
    verified = {row[0] for row in true}
    for name, screening, *rest in kept.rows(_BUNDLE):
        if name in verified and (name, screening, *rest) not in true:
            what = N_("What is listed of the bundle {bundle} of screening {screening} is not what it holds.")
            yield ScreenError(what, BACKUP, bundle=name[:16], screening=one_line(screening))
    for fingerprint, raw, owner in kept.rows("select fingerprint, raw, owner from key"):
        first = kept.rows("select hash from bundle where key = ? order by rowid limit 1", [fingerprint])
        claimed = anew.rows(
            "select json_extract(line, '$.authority') from bundle join entry using (head) where hash = ?",
            list(first[0]) if first else [""],
        )
        if PublicKey(raw).fingerprint != fingerprint or not first or (claimed and claimed[0][0] != owner):
            what = N_("The key {key} is listed as that of {owner}, which its first bundle does not say.")
            yield ScreenError(what, BACKUP, key=one_line(fingerprint), owner=one_line(owner))


def _wrongly_counted(kept: RegistryFile, anew: RegistryFile) -> Iterator[ScreenError]:
    """Yield what entries, details, bitmaps and forks say otherwise than those made anew."""
    heads = "select head from entry"
    for (head,) in sorted({*kept.rows(heads), *anew.rows(heads)}):
        yield from _wrong_entry(head, kept.rows(_ENTRY, [head]), anew.rows(_ENTRY, [head]))
    for (number,) in kept.rows("select number from detail where number not in (select number from entry)"):
        yield ScreenError(N_("The details number {number} belong to no screening."), RECOUNT, number=number)
    forks = "select screening from fork"
    for (screening,) in sorted({*kept.rows(forks)} ^ {*anew.rows(forks)}):
        what = N_("Whether the chains of screening {screening} part is not listed as the bundles give it.")
        yield ScreenError(what, RECOUNT, screening=one_line(screening))
    yield from _wrong_figures(kept, anew)


def _wrong_entry(head: str, there: list[Row], true: list[Row]) -> Iterator[ScreenError]:
    named = {"screening": one_line((true or there)[0][0]), "head": one_line(head)[:16]}
    if not true:
        what = N_("Screening {screening} rests on no bundle that verifies (chain {head}).")
        yield ScreenError(what, RECOUNT, **named)
    elif not there:
        what = N_("Screening {screening} is missing, though its bundle is there (chain {head}).")
        yield ScreenError(what, RECOUNT, **named)
    else:
        for what, one, other in zip(_WORDS, there[0], true[0], strict=True):
            if one != other:
                yield ScreenError(what, RECOUNT, **named)


def _wrong_figures(kept: RegistryFile, anew: RegistryFile) -> Iterator[ScreenError]:
    names = [_names(file) for file in (kept, anew)]
    for found in sorted({*kept.rows(_MARKS), *anew.rows(_MARKS)}):
        wrong = sorted(_bearing(kept, found, names[0]) ^ _bearing(anew, found, names[1]))
        if wrong:
            what = N_("The figure {figure} is not what the bundles give, by {count}: {screenings}")
            figure, named = one_line(":".join(filter(None, found)))[:LONGEST], ", ".join(wrong[:NAMED])
            yield ScreenError(what, RECOUNT, figure=figure, count=len(wrong), screenings=named)


def _names(file: RegistryFile) -> dict[int, str]:
    """Return what each entry is called by its number, which follows the order in which bundles came."""
    rows = file.rows("select number, screening, head from entry")
    return {number: f"{one_line(screening)} ({one_line(head)[:16]})" for number, screening, head in rows}


def _bearing(file: RegistryFile, mark: Row, names: dict[int, str]) -> set[str]:
    """Return what bears a mark; a bit that is no entry's, or bits of another size, are named by their number."""
    found = set()
    for chunk, bits in file.rows("select chunk, bits from bitmap where kind = ? and name = ? and part = ?", mark):
        if len(bits) != CHUNK // 8:
            found.add(f"#{chunk * CHUNK}")
            continue
        numbers = (chunk * CHUNK + number for number in numbers_in(int.from_bytes(bits, "little")))
        found |= {names.get(number, f"#{number}") for number in numbers}
    return found
