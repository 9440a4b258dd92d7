"""How a bundle is refused: why, and that nothing of it was used."""

from relational_screen.errors import N_, ScreenError


def refused(what: str, **values: object) -> ScreenError:
    """Return the error for a bundle that does not hold what the format says; `what` is a marked text."""
    return ScreenError(what, N_("Nothing of it was used. Ask the sender for the bundle again."), **values)


def too_new(what: str, **values: object) -> ScreenError:
    """Return the error for a bundle that only a newer program understands."""
    return ScreenError(what, N_("Nothing of it was used. Install the newer version to open it."), **values)
