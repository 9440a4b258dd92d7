"""The errors a user can do something about. Everything else is a bug and is loud."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def N_(text: str) -> str:
    """Mark a text for translation; it is translated where it is shown."""
    return text


def _unchanged(text: str) -> str:
    return text


class ScreenError(Exception):
    """Something happened that the user can act on.

    `what` says what happened and where, `remedy` what to do. Both are English sources of translation with
    named places (`{name}`) that `values` fill.
    """

    def __init__(self, what: str, remedy: str = "", **values: object) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy
        self.values = values

    def message(self, translate: Callable[[str], str] = _unchanged) -> str:
        """Return the whole message in the language of `translate`."""
        parts = [translate(part).format(**self.values) for part in (self.what, self.remedy) if part]
        return " ".join(parts)

    def __str__(self) -> str:
        return self.message()


class Problems(ScreenError):
    """Several problems found in one go, so that they can be mended in one go."""

    def __init__(self, problems: list[ScreenError]) -> None:
        super().__init__(N_("There are problems:"))
        self.problems = problems

    def message(self, translate: Callable[[str], str] = _unchanged) -> str:
        """Return one problem a line."""
        return "\n".join(problem.message(translate) for problem in self.problems)


def raise_all(problems: list[ScreenError]) -> None:
    """Raise what was found: nothing, the one problem, or all of them together.

    Raises:
        ScreenError: the only problem, or `Problems` holding all.
    """
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise Problems(problems)


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn what the system says when a file is read into words a user can act on.

    Raises:
        ScreenError: the file cannot be read.
    """
    try:
        yield
    except OSError as fault:
        raise ScreenError(
            N_("{name} cannot be read: {reason}."),
            N_("Check that you may open it and that no other program holds it."),
            name=path.name,
            reason=fault.strerror or type(fault).__name__,
        ) from fault
