"""What is written in a file for a sign-off or a follow-up, as TOML."""

from pathlib import Path

from relational_screen.catalogue.reading import read_record
from relational_screen.screening.proposal import Value
from relational_screen.screening.signing import Indicator, Outcome


class IndicatorFile(Value):
    """`[[indicators]]` with `question`, `effect` (counted from 0) and `text`."""

    indicators: tuple[Indicator, ...]


class FollowUpFile(Value):
    """`text`, and `[[outcomes]]` with `question`, `effect` (counted from 0), `direction`, `came` and `text`."""

    text: str = ""
    outcomes: tuple[Outcome, ...] = ()


def read_indicators(path: Path) -> tuple[Indicator, ...]:
    """Return the indicators of a file.

    Raises:
        ScreenError: the file cannot be read, or everything that is wrong in it at once.
    """
    return read_record(path, IndicatorFile).indicators


def read_follow_up(path: Path) -> FollowUpFile:
    """Return the follow-up of a file.

    Raises:
        ScreenError: as for `read_indicators`.
    """
    return read_record(path, FollowUpFile)
