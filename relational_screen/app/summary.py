"""What the list of screenings shows of each."""

from typing import Any

from relational_screen.screening.result import Result
from relational_screen.screening.state import State


def summarise(state: State, result: Result) -> dict[str, Any]:
    """Return a screening's line in the list, as JSON data."""
    done = result.progress
    proposal = state.proposal
    return {
        "title": proposal.title,
        "kind": proposal.kind,
        "stage": proposal.stage,
        "authority": proposal.authority,
        "responsible": proposal.responsible,
        "bottom_line": result.bottom_line,
        "must_be_addressed": len(result.must_be_addressed),
        "answered": done.answered,
        "asked": done.asked,
    }
