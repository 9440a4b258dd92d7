"""What the list of screenings shows of each."""

from typing import Any

from relational_screen.screening.result import Result
from relational_screen.screening.state import State

NOT_READ = {"reader": "", "signed_off": False, "lapsed": False}
"""What holds of a screening whose line was written before there were second readers."""


def summarise(state: State, result: Result) -> dict[str, Any]:
    """Return a screening's line in the list, as JSON data; `reader` is whose reading is waited for."""
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
        "reader": state.reading.reader if state.reading and not state.reading.outcome else "",
        "signed_off": state.signed_off,
        "lapsed": state.lapsed,
    }
