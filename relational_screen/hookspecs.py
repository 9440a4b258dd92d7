"""The hooks a plugin may implement. Few, typed, returning data; `api` is what a plugin imports."""

from collections.abc import Sequence

import pluggy

from relational_screen.catalogue.checklist import Checklist
from relational_screen.screening.findings import Finding
from relational_screen.screening.screening import Screening
from relational_screen.screening.tools import Tool

PROJECT = "relational_screen"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def provide_checklist() -> Checklist:  # type: ignore[empty-body]  # a specification has no body
    """Return the checklist of the one arena that the plugin brings."""


@hookspec
def provide_tools() -> Sequence[Tool]:  # type: ignore[empty-body]  # as above
    """Return the calculators that the plugin brings, each for one of its questions."""


@hookspec
def review_screening(screening: Screening) -> Sequence[Finding]:  # type: ignore[empty-body]  # as above
    """Return what the plugin finds in a screening: where answers contradict the draft or each other."""
