"""Points at the passages of a draft that a question asks about, by the words they hold."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from relational_screen.catalogue.checklist import Signals, Terms
from relational_screen.drafts.draft import Draft

STRONG, WEAK, AGAINST = 3, 1, -3
"""Points for one term; a term counts once per passage."""

THRESHOLD = 3
"""Points from which a passage points: one strong term, or three weak ones."""

FROM_HEADING = 0.5
"""The share of its points that a term in a heading lends to the passages under it."""

NEW_LAW, REMARKS, OLD_LAW = 1.5, 0.75, 0.5
"""What the draft changes weighs more than the rest, its remarks less, and law that they only repeat least."""

NEVER_POINT = frozenset({"title", "heading", "chapter"})
_REPEATS = re.compile(r"gældende (?:ret|lov|formulering|regler)|sammenholdt med gældende|current law", re.IGNORECASE)


@dataclass(frozen=True)
class Pointer:
    """A passage that a question should look at, its points, and the words that spoke for it."""

    label: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What a term says in one passage."""

    points: int
    words: str


Found = dict[int, dict[str, _Spoken]]
"""By passage and term."""


def point(draft: Draft, signals: Signals, language: Literal["da", "en"] = "da") -> tuple[Pointer, ...]:
    """Return the passages that point at a question, best first and otherwise in the draft's order.

    Titles and headings never point themselves, for an answer cannot rest on them; they lend words to what stands below.
    """
    found = find_terms(draft, signals.da if language == "da" else signals.en)
    return tuple(sorted(_pointers(draft, found), key=lambda one: -one.score))


def find_terms(draft: Draft, terms: Terms) -> Found:
    """Return which terms of a question stand in which passages."""
    found: Found = defaultdict(dict)
    for points, group in ((STRONG, terms.strong), (WEAK, terms.weak), (AGAINST, terms.against)):
        for term in group:
            for hit in draft.words.find(term):
                found[hit.text].setdefault(term, _Spoken(points, hit.words))
    return found


def language_of(draft: Draft) -> Literal["da", "en"]:
    """Return the language whose signals fit a draft: Norwegian words are looked up as Danish ones."""
    return "en" if draft.words.language == "en" else "da"


def _pointers(draft: Draft, found: Found) -> Iterator[Pointer]:
    for number in sorted(found):
        passage = draft.passages[number]
        if passage.level in NEVER_POINT:
            continue
        own = found[number]
        lent = {term: said for above in draft.headings[number] for term, said in found.get(above, {}).items()}
        points = sum(said.points for said in own.values()) * 1.0
        points += FROM_HEADING * sum(said.points for term, said in lent.items() if term not in own)
        if points >= THRESHOLD:
            words = dict.fromkeys(said.words for said in own.values() if said.points > 0)
            yield Pointer(passage.label, points * weight(draft, number), tuple(words))


def weight(draft: Draft, number: int) -> float:
    """Return how much a passage weighs: new law most, law that is only repeated least."""
    passage = draft.passages[number]
    if passage.changes or passage.inserted:
        return NEW_LAW
    repeats = any(_REPEATS.search(draft.passages[above].text) for above in draft.headings[number])
    if repeats:
        return OLD_LAW
    return REMARKS if passage.label.startswith("Bemærkninger") else 1
