"""Two versions of a draft held against each other: which passage became which, and what changed in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz.distance import Indel

from relational_screen.drafts.draft import Draft, Passage

Fate = Literal["unchanged", "moved", "changed", "gone"]
ALIKE = 0.6
"""Share of characters in common from which two texts are versions of one passage."""


@dataclass(frozen=True, slots=True)
class Match:
    """What became of a passage: the passage it is now, or None when it is gone.

    `moved` is the same text under another label; `changed` another text, whatever its label.
    """

    fate: Fate
    now: Passage | None


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words that stayed, came or went."""

    kind: Literal["same", "added", "removed"]
    words: str


def match(old: Draft, new: Draft) -> dict[str, Match]:
    """Return what became of each passage of the old version, by its label; no two become the same."""
    pairs = dict(_same_text(old, new))
    left = [passage for passage in old.passages if passage.label not in pairs]
    taken = {passage.label for passage in pairs.values()}
    pairs |= _alike(left, [passage for passage in new.passages if passage.label not in taken])
    return {passage.label: _matched(passage, pairs.get(passage.label)) for passage in old.passages}


def changes(old: str, new: str) -> Iterator[Change]:
    """Yield the words of two texts in order: what they share, what went and what came."""
    before, after = old.split(), new.split()
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Change("same", " ".join(before[a:b]))
        else:
            if b > a:
                yield Change("removed", " ".join(before[a:b]))
            if d > c:
                yield Change("added", " ".join(after[c:d]))


def _matched(passage: Passage, now: Passage | None) -> Match:
    if now is None:
        return Match("gone", None)
    if now.hash != passage.hash:
        return Match("changed", now)
    return Match("unchanged" if now.label == passage.label else "moved", now)


def _same_text(old: Draft, new: Draft) -> Iterator[tuple[str, Passage]]:
    """Pair passages of the same text: first those with the same label, then the rest in order."""
    waiting: dict[str, list[Passage]] = defaultdict(list)
    by_label = {passage.label: passage for passage in new.passages}
    stayed = {was.label for was in old.passages if (now := by_label.get(was.label)) and now.hash == was.hash}
    for passage in reversed(new.passages):
        if passage.label not in stayed:
            waiting[passage.hash].append(passage)
    for passage in old.passages:
        if passage.label in stayed:
            yield passage.label, by_label[passage.label]
        elif waiting[passage.hash]:
            yield passage.label, waiting[passage.hash].pop()


def _alike(old: Iterable[Passage], new: Iterable[Passage]) -> dict[str, Passage]:
    """Pair passages of like text, the likest first; of equally like ones those with the same label."""
    found = [
        (likeness, was.label == now.label, was, now)
        for was in old
        for now in new
        if (likeness := Indel.normalized_similarity(was.text, now.text, score_cutoff=ALIKE))
    ]
    pairs: dict[str, Passage] = {}
    taken: set[str] = set()
    for _likeness, _same_label, was, now in sorted(found, key=lambda pair: pair[:2], reverse=True):
        if was.label not in pairs and now.label not in taken:
            pairs[was.label] = now
            taken.add(now.label)
    return pairs
