"""An invented arena that shows what a plugin needs: a checklist and one hook."""

from relational_screen.api import Checklist, hookimpl, read_checklist


@hookimpl
def provide_checklist() -> Checklist:
    """Return the checklist of the arena."""
    return read_checklist(__file__, "nature.toml")
