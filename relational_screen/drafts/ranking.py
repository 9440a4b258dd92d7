"""Ranks the passages of a draft for one question, by signals, likeness, and what stands around them."""

import re
from collections import defaultdict

from relational_screen.catalogue.checklist import Signals, Terms
from relational_screen.catalogue.model import Language
from relational_screen.drafts.draft import Draft
from relational_screen.drafts.likeness import Alike, Weights, alike
from relational_screen.drafts.signals import FROM_HEADING, NEVER_POINT, Found, Pointer, find_terms, weight

FROM_LIKENESS = 0.1
"""What a point of likeness counts beside a point of a signal."""

FROM_NEIGHBOUR, NEIGHBOURS = 0.3, 4
"""The share of its points that a passage lends to the next one of its section, less at each step, and for how many."""

CLOSING = 0.1
"""What a passage about commencement and the like weighs: every draft has one, and hardly any answer rests on it."""

MOST_PASSAGES, MOST_WORDS = 25, 3
"""How many passages a question gets, and how many words of likeness each of them shows."""

_CLOSING = re.compile(
    r"træder i kraft|har virkning fra|gælder ikke for (?:Færøerne|Grønland)|ved kongelig anordning|gør vitterligt"
    r"|comes? into force|trer i kraft",
    re.IGNORECASE,
)


class Ranking:
    """Ranks the passages of one draft, question by question."""

    def __init__(self, draft: Draft, language: Language) -> None:
        self._draft = draft
        self._language = language
        self._sections = [passage.label.partition(",")[0] for passage in draft.passages]
        self._weights = [
            0 if passage.level in NEVER_POINT else weight(draft, number) * _closing(passage.text)
            for number, passage in enumerate(draft.passages)
        ]
        self._under: dict[int, list[int]] = defaultdict(list)
        for number, headings in enumerate(draft.headings):
            for heading in headings:
                self._under[heading].append(number)

    def rank(self, signals: Signals | None, weights: Weights) -> tuple[Pointer, ...]:
        """Return the passages that may touch a question, best first and otherwise in the draft's order."""
        terms = Terms() if signals is None else signals.da if self._language == "da" else signals.en
        found, like = find_terms(self._draft, terms), alike(self._draft.words, weights)
        own = {number: _own(number, found, like) for number in found.keys() | like.keys()}
        scores = self._scores(own)
        best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_PASSAGES]
        return tuple(
            Pointer(self._draft.passages[number].label, round(score, 2), self._told(number, own, found, like))
            for number, score in best
        )

    def _scores(self, own: dict[int, float]) -> dict[int, float]:
        """Return the score of each passage, with what headings and the neighbours in its section lend it."""
        scores: dict[int, float] = defaultdict(float)
        for number, points in own.items():
            scores[number] += points
            for below in self._under.get(number, ()):
                scores[below] += FROM_HEADING * points
            for step in range(1, NEIGHBOURS + 1):
                for other in (number - step, number + step):
                    if 0 <= other < len(self._sections) and self._sections[other] == self._sections[number]:
                        scores[other] += FROM_NEIGHBOUR * points / (1 + step)
        return {number: weighed for number, score in scores.items() if (weighed := score * self._weights[number]) > 0}

    def _told(self, number: int, own: dict[int, float], found: Found, like: dict[int, Alike]) -> tuple[str, ...]:
        """Return the words that spoke for a passage: its own, else those of the passage that lent it most."""
        section = self._sections[number]
        near = range(max(number - NEIGHBOURS, 0), min(number + NEIGHBOURS + 1, len(self._sections)))
        lenders = [*self._draft.headings[number], *(other for other in near if self._sections[other] == section)]
        return self._words(number, found, like) or self._words(
            max(lenders, key=lambda other: own.get(other, 0)), found, like
        )

    def _words(self, number: int, found: Found, like: dict[int, Alike]) -> tuple[str, ...]:
        spoken = [said.words for said in found.get(number, {}).values() if said.points > 0]
        stems = like[number].stems if number in like else ()
        spoken += [self._draft.words.word_of(stem, number) for stem in stems[:MOST_WORDS]]
        return tuple(dict.fromkeys(spoken))


def _own(number: int, found: Found, like: dict[int, Alike]) -> float:
    """Return what a passage's own words say."""
    points = sum(said.points for said in found.get(number, {}).values())
    return max(points, 0) + (FROM_LIKENESS * like[number].score if number in like else 0)


def _closing(text: str) -> float:
    return CLOSING if _CLOSING.search(text) else 1
