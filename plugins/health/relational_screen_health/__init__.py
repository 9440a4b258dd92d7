"""The life arena health: its checklist, its calculators, and where its answers do not fit."""

from collections.abc import Sequence

from relational_screen.api import Checklist, Finding, Screening, Tool, check_rules, hookimpl, read_checklist
from relational_screen_health.rules import ANSWER_RULES, RULES
from relational_screen_health.tools import TOOLS


@hookimpl
def provide_checklist() -> Checklist:
    """Return the checklist of the arena."""
    return read_checklist(__file__, "health.toml")


@hookimpl
def provide_tools() -> Sequence[Tool]:
    """Return the calculators of the arena."""
    return TOOLS


@hookimpl
def review_screening(screening: Screening) -> Sequence[Finding]:
    """Hold the answers against the draft and against each other."""
    return list(check_rules((*RULES, *ANSWER_RULES), screening))
