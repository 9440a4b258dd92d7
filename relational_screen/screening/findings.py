"""What a review finds: something that must be mended, is open, or should be looked at."""

from dataclasses import dataclass
from typing import Literal

from relational_screen.catalogue.model import Text

Level = Literal["required", "contradiction", "warning", "open", "information"]
LEVELS: tuple[Level, ...] = ("required", "contradiction", "warning", "open", "information")


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `required` stops the export of a note; `place` is the question, gate or step it leads to."""

    level: Level
    text: Text
    place: str
    passages: tuple[str, ...] = ()
