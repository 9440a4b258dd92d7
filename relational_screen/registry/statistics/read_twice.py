"""How far two readers of one proposal agree: those who read it blind, and those who screened the same draft."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from relational_screen.registry.authorities import plain_words
from relational_screen.registry.inbox.entries import scored
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.statistics.agreement import Agreement, agreement
from relational_screen.registry.statistics.figures import Filter
from relational_screen.registry.statistics.statistics import within
from relational_screen.screening.screening import Screening


@dataclass(frozen=True, slots=True)
class _Read:
    """What a screening that counts tells of its proposal and its reader."""

    id: str
    reads: str
    draft: str
    responsible: str
    started: str

    @property
    def reader(self) -> str:
        """The official's name, whatever the order of its words and how they are written."""
        return " ".join(sorted(plain_words(self.responsible).split()))


def read_twice(registry: Registry, chosen: Filter | None = None) -> tuple[Agreement, ...]:
    """Return the agreement on the questions of proposals that two officials screened, the lowest first.

    Screenings are of one proposal where one is a blind reading of the other, or where the last versions of their drafts
    are the same file and the officials responsible are named. Of several by one official the one that was started last
    is taken. A proposal is let through by that of its screenings which was started first.

    Raises:
        ScreenError: a bundle was damaged in the registry's file.
    """
    let_through = set(registry.screenings_in(within(registry, chosen).bits))
    proposals = [readings for readings in _proposals(registry) if readings[0].id in let_through]
    return agreement([list(_opened(registry, readings)) for readings in proposals])


def _proposals(registry: Registry) -> Iterator[list[_Read]]:
    """Yield the readings of each proposal that two officials read, one of each, the first started first."""
    rows = registry.values(within(registry).bits, "reads", "draft", "responsible", "started")
    known = {row[0]: _Read(row[0], row[1] or "", row[2] or "", row[3], row[4]) for row in rows}
    for group in _joined([*_by_link(known), *_by_draft(known)]):
        readings = sorted((known[name] for name in group), key=lambda each: (each.started, each.id))
        of_each = {each.reader or each.id: each for each in readings}
        if len(of_each) > 1:
            yield sorted(of_each.values(), key=lambda each: (each.started, each.id))


def _by_link(known: Mapping[str, _Read]) -> Iterator[tuple[str, str]]:
    return ((each.reads, each.id) for each in known.values() if each.reads in known)


def _by_draft(known: Mapping[str, _Read]) -> Iterator[tuple[str, str]]:
    """Yield pairs that hold the screenings of each draft together; who is not named may be anybody and is left out."""
    shared = Counter(each.draft for each in known.values())
    first: dict[str, str] = {}
    for each in known.values():
        if each.draft and shared[each.draft] > 1 and each.reader:
            yield first.setdefault(each.draft, each.id), each.id


def _joined(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Return the groups that pairs hold together."""
    group_of: dict[str, set[str]] = {}
    for one, other in pairs:
        left, right = group_of.setdefault(one, {one}), group_of.setdefault(other, {other})
        if left is not right:
            left |= right
            group_of.update(dict.fromkeys(right, left))
    return list({id(group): group for group in group_of.values()}.values())


def _opened(registry: Registry, readings: Iterable[_Read]) -> Iterator[Screening]:
    for each in readings:
        if opened := registry.opened(each.id):
            yield Screening(opened.state, scored(opened)[0], draft=None)
