"""The life arena education: its checklist, its calculators, and where its answers contradict the draft."""

from collections.abc import Sequence

from relational_screen.api import Checklist, Finding, Screening, Tool, hookimpl, read_checklist
from relational_screen_education.rules import find_contradictions
from relational_screen_education.tools import TOOLS


@hookimpl
def provide_checklist() -> Checklist:
    """Return the checklist of the arena."""
    return read_checklist(__file__, "education.toml")


@hookimpl
def provide_tools() -> Sequence[Tool]:
    """Return the calculators of the arena."""
    return TOOLS


@hookimpl
def review_screening(screening: Screening) -> Sequence[Finding]:
    """Return where answers contradict the draft or each other."""
    return list(find_contradictions(screening))
