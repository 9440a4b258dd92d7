"""What a screening asks: arenas in scope, the questions that apply, and how far it has come (method 1.0, steps 2-4)."""

from dataclasses import dataclass
from typing import Literal

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Checklist, Question
from relational_screen.screening.state import State

COMMON = "common"
Relevance = Literal["relevant", "not_relevant", "not_tested"]


def arenas_in_scope(state: State, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the arenas that a gate puts in scope, in the catalogue's order; common comes with any other."""
    touched = {checklist.id for checklist in catalogue.checklists if _is_touched(state, checklist)}
    if touched:
        touched.add(COMMON)
    return tuple(checklist.id for checklist in catalogue.checklists if checklist.id in touched)


def relevance(state: State, catalogue: Catalogue) -> Relevance:
    """Return the outcome of the relevance test; unanswered gates leave it open while no arena is in scope."""
    if arenas_in_scope(state, catalogue):
        return "relevant"
    return "not_tested" if open_gates(state, catalogue) else "not_relevant"


def open_gates(state: State, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of gates that apply and are not answered."""
    kind = state.proposal.kind
    gates = [gate for checklist in catalogue.checklists for gate in checklist.applicable_gates(kind)]
    return tuple(gate.id for gate in gates if gate.id not in state.gates)


def questions_in_scope(state: State, catalogue: Catalogue) -> tuple[Question, ...]:
    """Return the questions that this screening asks."""
    arenas = arenas_in_scope(state, catalogue)
    return tuple(
        question for arena in arenas for question in catalogue.checklist(arena).applicable(state.proposal.kind)
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions are asked, answered, left undecided and not examined."""

    asked: int
    answered: int
    undecided: int
    not_examined: int


def progress(state: State, catalogue: Catalogue, arena: str | None = None) -> Progress:
    """Return how far the screening, or one arena of it, has come."""
    questions = [q for q in questions_in_scope(state, catalogue) if arena is None or q.id.startswith(f"{arena}.")]
    given = [state.answers[question.id] for question in questions if question.id in state.answers]
    undecided = sum(answer.is_open for answer in given)
    return Progress(len(questions), len(given) - undecided, undecided, len(questions) - len(given))


def _is_touched(state: State, checklist: Checklist) -> bool:
    gates = checklist.applicable_gates(state.proposal.kind)
    return any(state.gates.get(gate.id) in ("yes", "unsure") for gate in gates)
