"""The line that lists show of a screening, as plain JSON data; figures that are added up stand in it too."""

from typing import Any

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.registry.inbox.one_line import one_line
from relational_screen.registry.inbox.quality import Quality
from relational_screen.screening.result import Result
from relational_screen.screening.scope import open_gates, relevance
from relational_screen.screening.state import State


def line_of(state: State, catalogue: Catalogue, result: Result, made: Quality) -> dict[str, Any]:
    """Return what a screening says of itself, its score, and how it was made; texts on one line each."""
    proposal, done = state.proposal, result.progress
    return {
        "authority": one_line(proposal.authority),
        "unit": one_line(proposal.unit),
        "responsible": one_line(proposal.responsible),
        "kind": proposal.kind,
        "stage": proposal.stage,
        "title": one_line(proposal.title),
        "date": proposal.date,
        "started": state.started,
        "changed": state.changed,
        "relevance": relevance(state, catalogue),
        "bottom_line": result.bottom_line,
        "certainty": result.certainty,
        "must_be_addressed": len(result.must_be_addressed),
        "asked": done.asked,
        "answered": done.answered,
        "undecided": done.undecided,
        "not_examined": done.not_examined,
        "open_gates": len(open_gates(state, catalogue)),
        "method": result.method,
        "drafts": len(state.drafts),
        "exports": len(state.exports),
        **_of_quality(state, made),
    }


def _of_quality(state: State, made: Quality) -> dict[str, Any]:
    """Return how it was made, and what it is read and signed off as; `draft` is the SHA-256 of the last version.

    What nobody but the responsible official approved is `signed_off_alone`, and not `signed_off`.
    """
    return {
        "first_stage": made.first_stage,
        "signed_off": state.signed_off and not made.signed_off_alone,
        "signed_off_alone": made.signed_off_alone,
        "lapsed": state.lapsed,
        "reads": one_line(state.reads),
        "draft": state.draft.sha256 if state.draft else "",
        "active_seconds": made.active_seconds,
        "effects": made.with_passages.of,
        "with_passages": made.with_passages.part,
        "with_basis": made.with_basis.part,
    }
