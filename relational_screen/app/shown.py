"""What pages show beside the note's own words: progress, minutes left, what was found in the draft."""

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from relational_screen.app.session import Session
from relational_screen.catalogue.model import Language
from relational_screen.screening.document import Bars
from relational_screen.screening.note.opening import bottom_line, picture
from relational_screen.screening.note.people import known_of
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.result import Progress
from relational_screen.screening.review import rests_on_changed_text
from relational_screen.screening.scope import open_gates

if TYPE_CHECKING:
    from relational_screen.screening.links import Link

MINUTES_PER_QUESTION, MINUTES_PER_GATE = 1, 0.4
"""The relevance test of some 23 gates takes ten minutes."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A session in the words of one language."""

    session: Session
    language: Language

    @property
    def words(self) -> Wording:
        """The note's own words for this session."""
        return Wording(self.session.screening, self.session.result, self.language)

    def arenas(self) -> list[tuple[str, str, Progress]]:
        """Return the arenas in scope with name and progress."""
        arenas = self.session.result.arenas
        return [(arena, self.words.arena(arena), result.progress) for arena, result in arenas.items()]

    def minutes_left(self) -> int:
        """Return how many minutes the gates and questions without an answer will take."""
        gates = ceil(self.gates_left() * MINUTES_PER_GATE)
        return gates + self.session.result.progress.not_examined * MINUTES_PER_QUESTION

    def gates_left(self) -> int:
        """Return how many gates are not answered."""
        return len(open_gates(self.session.state, self.session.catalogue))

    def bottom_line(self) -> str:
        """Return the bottom line as the note has it."""
        return bottom_line(self.words)

    def verdict(self) -> str:
        """Return the verdict's own words."""
        return self.words.label("verdict", self.session.result.bottom_line)

    def bars(self, arena: str | None = None) -> Bars:
        """Return the picture of all arenas in scope, or of one."""
        return picture(self.words, arena)

    def known_of(self, group: str) -> str:
        """Return what is known of loneliness in a group, with its source."""
        return known_of(self.words, group)

    def changed_links(self, question: str) -> "tuple[Link, ...]":
        """Return the passages of a question's answer that changed or went in the draft's new version."""
        answer = self.session.state.answers.get(question)
        if answer is None or not rests_on_changed_text(self.session.screening, answer):
            return ()  # the usual case, told without reading older versions
        return tuple(
            link for link in self.session.links() if link.question == question and link.fate in ("changed", "gone")
        )

    def accepted(self, item: str) -> list[str]:
        """Return the labels of suggested passages that were accepted for a question."""
        screening = self.session.screening
        return [name for name, _words in self.found(item) if screening.judged(item, name) == "accepted"]

    def found(self, item: str) -> list[tuple[str, str]]:
        """Return the best passages that point at a gate or question, as (label, the words that spoke)."""
        return [(pointer.label, ", ".join(pointer.words)) for pointer in self.session.screening.pointers(item)]
