"""What a screening asks: arenas in scope and the questions that apply (method 1.0, steps 2-4)."""

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


def _is_touched(state: State, checklist: Checklist) -> bool:
    gates = checklist.applicable_gates(state.proposal.kind)
    return any(state.gates.get(gate.id) in ("yes", "unsure") for gate in gates)
