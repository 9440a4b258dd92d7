"""Which differences between two screenings turn the bottom line from one to the other (method 1.0, Alternatives)."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.screening.result import Verdict
from relational_screen.screening.score import Scorer
from relational_screen.screening.state import State

RELEVANCE = "relevance"
"""Stands among the differences for the relevance test and the kind of proposal: they decide what is asked."""


@dataclass(frozen=True, slots=True)
class Turning:
    """Questions, or `RELEVANCE`, that turn the bottom line.

    Each of `alone` does it by itself. Where none does, `together` do it, and none of them can be left out. Both are
    empty where answers do not explain the difference, but another edition of method or checklists does.
    """

    alone: tuple[str, ...] = ()
    together: tuple[str, ...] = ()


def turning(before: State, after: State, catalogue: Catalogue) -> Turning:
    """Return what turns the bottom line of `before` to that of `after`, both scored by one catalogue."""
    scorer = Scorer(catalogue)
    goal, items = scorer.score(after).bottom_line, differences(before, after, catalogue)

    def reaches(taken: Collection[str]) -> bool:
        line: Verdict = scorer.score(_with(before, after, taken)).bottom_line
        return line == goal

    if reaches(()):
        return Turning()
    alone = tuple(item for item in items if reaches((item,)))
    if alone:
        return Turning(alone=alone)
    return Turning(together=_needed(items, reaches))


def differences(before: State, after: State, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the questions that are answered differently, in the catalogue's order, and `RELEVANCE` first."""
    same = (before.gates, before.proposal.kind) == (after.gates, after.proposal.kind)
    questions = [question.id for checklist in catalogue.checklists for question in checklist.questions]
    differing = [name for name in questions if before.answers.get(name) != after.answers.get(name)]
    return (*(() if same else (RELEVANCE,)), *differing)


def _needed(items: tuple[str, ...], reaches: Callable[[Collection[str]], bool]) -> tuple[str, ...]:
    """Return items that reach the goal and of which none can be left out.

    One pass is not enough: leaving one out can make another dispensable, since open questions may hide a verdict.
    """
    for item in items:
        fewer = tuple(one for one in items if one != item)
        if reaches(fewer):
            return _needed(fewer, reaches)
    return items


def _with(before: State, after: State, taken: Collection[str]) -> State:
    """Return the first state with some of the differences taken over from the second."""
    answers = dict(before.answers)
    for name in taken:
        answers.pop(name, None)
        if name in after.answers:
            answers[name] = after.answers[name]
    if RELEVANCE not in taken:
        return replace(before, answers=answers)
    proposal = before.proposal.model_copy(update={"kind": after.proposal.kind})
    return replace(before, answers=answers, gates=after.gates, proposal=proposal)
