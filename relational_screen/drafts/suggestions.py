"""What a draft may touch: for every arena, gate and question the passages that speak for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from typing import Any

from relational_screen.catalogue.checklist import Checklist, Gate, Signals
from relational_screen.catalogue.model import Language
from relational_screen.drafts.draft import Draft
from relational_screen.drafts.likeness import question_weights
from relational_screen.drafts.ranking import Ranking
from relational_screen.drafts.signals import STRONG, Pointer, find_terms, language_of, point

IN_SCOPE = 0.7
"""Evidence that suggests an arena: two strong terms in a draft of 70 passages, or in amending items of one of 160."""

LONE_WORD = 0.5
"""The share that evidence counts when one word alone gives it, and no question knows another."""

FROM_TITLE = 2
"""How often the title's points count, where it holds a strong term."""

MOST_REASONS = 5

TELLING = (1, 0.7, 0.5)
"""The shares by which a question's best passages count when it is ranked: one decisive item outweighs some middling."""

UNASKED = 0.3
"""The share that a question's passages count when its arena is not suggested."""

COMMON = "common"


@dataclass(frozen=True, slots=True)
class ArenaSuggestion:
    """Whether a draft seems to touch an arena, how much speaks for it, and the best passages that do."""

    in_scope: bool
    score: float
    reasons: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a draft may touch. Questions and gates by id, each with its passages, best first."""

    arenas: dict[str, ArenaSuggestion]
    gates: dict[str, tuple[Pointer, ...]]
    questions: dict[str, tuple[Pointer, ...]]

    def of_passage(self, label: str) -> tuple[str, ...]:
        """Return the questions that a passage may touch, the likeliest first."""
        found = [
            (one.score, item) for item, pointers in self.questions.items() for one in pointers if one.label == label
        ]
        return tuple(item for _score, item in sorted(found, key=lambda pair: -pair[0]))

    def ranked(self) -> list[str]:
        """Return the questions with any passage, the likeliest first; those of suggested arenas before all others.

        The common questions are asked whenever any arena is.
        """
        asked = {name for name, arena in self.arenas.items() if arena.in_scope} | {COMMON}
        found = [item for item, pointers in self.questions.items() if pointers]

        def strength(item: str) -> float:
            best = sum(one.score * share for one, share in zip(self.questions[item], TELLING, strict=False))
            return best if item.partition(".")[0] in asked else best * UNASKED

        return sorted(found, key=strength, reverse=True)

    def as_json(self, most: int) -> dict[str, Any]:
        """Return it as JSON data, with at most so many passages a question; the README documents the keys."""
        arenas = {
            name: {"in_scope": arena.in_scope, "score": arena.score, "reasons": _as_json(arena.reasons)}
            for name, arena in self.arenas.items()
        }
        questions = [{"id": item, "passages": _as_json(self.questions[item][:most])} for item in self.ranked()]
        gates = {item: _as_json(found[:most]) for item, found in self.gates.items()}
        return {"arenas": arenas, "gates": gates, "questions": questions}


def suggest(draft: Draft, checklists: Sequence[Checklist]) -> Suggestions:
    """Return what a draft may touch, by the words of the checklists in the draft's own language.

    Arenas and gates go by signals alone. A question's passages are ranked by signals and likeness, so that its best
    passages are found also where no signal names them.
    """
    language = language_of(draft)
    weights = question_weights([question for checklist in checklists for question in checklist.questions], language)
    ranking = Ranking(draft, language)
    arenas: dict[str, ArenaSuggestion] = {}
    gates: dict[str, tuple[Pointer, ...]] = {}
    questions: dict[str, tuple[Pointer, ...]] = {}
    for checklist in checklists:
        of_gates = _pointers(draft, checklist.gates, language)
        arenas[checklist.id] = _arena(draft, checklist, language, of_gates)
        gates |= of_gates
        questions |= {item.id: ranking.rank(item.signals, weights[item.id]) for item in checklist.questions}
    return Suggestions(arenas, gates, questions)


def _pointers(draft: Draft, gates: Iterable[Gate], language: Language) -> dict[str, tuple[Pointer, ...]]:
    return {gate.id: point(draft, gate.signals, language) if gate.signals else () for gate in gates}


def _arena(
    draft: Draft, checklist: Checklist, language: Language, of_gates: dict[str, tuple[Pointer, ...]]
) -> ArenaSuggestion:
    """Weigh what speaks for an arena against the draft's length, since a long draft holds any word somewhere."""
    best = _best(of_gates.values())
    title = max((_title_points(draft, gate.signals, language) for gate in checklist.gates if gate.signals), default=0)
    evidence = sum(pointer.score for pointer in best) + (FROM_TITLE * title if title >= STRONG else 0)
    asked = [point(draft, item.signals, language) for item in checklist.questions if item.signals]
    lone = len({word.lower() for one in (*best, *chain.from_iterable(asked)) for word in one.words}) == 1
    score = round(evidence * (LONE_WORD if lone else 1) / sqrt(len(draft.passages)), 2)
    return ArenaSuggestion(score >= IN_SCOPE, score, tuple(best[:MOST_REASONS]))


def _best(found: Iterable[tuple[Pointer, ...]]) -> list[Pointer]:
    """Return the strongest pointer at each passage, the strongest first."""
    best: dict[str, Pointer] = {}
    for pointer in (one for pointers in found for one in pointers):
        if pointer.label not in best or best[pointer.label].score < pointer.score:
            best[pointer.label] = pointer
    return sorted(best.values(), key=lambda one: -one.score)


def _title_points(draft: Draft, signals: Signals, language: Language) -> int:
    found = find_terms(draft, signals.da if language == "da" else signals.en)
    titles = [number for number, passage in enumerate(draft.passages) if passage.level == "title"]
    return max((sum(said.points for said in found.get(number, {}).values()) for number in titles), default=0)


def _as_json(pointers: Iterable[Pointer]) -> list[dict[str, Any]]:
    return [{"label": one.label, "score": one.score, "words": list(one.words)} for one in pointers]
