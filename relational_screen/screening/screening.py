"""A screening as rules and plugins read it: what was answered, the content it pins and the draft."""

from dataclasses import dataclass

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language
from relational_screen.drafts.draft import Draft
from relational_screen.drafts.signals import Pointer, language_of, point
from relational_screen.screening.answers import Answer
from relational_screen.screening.scope import questions_in_scope
from relational_screen.screening.state import Judgement, State


@dataclass(frozen=True, slots=True)
class Screening:
    """A read-only view of one screening."""

    state: State
    catalogue: Catalogue
    draft: Draft | None

    def answer(self, question: str) -> Answer | None:
        """Return the answer to a question, or None."""
        return self.state.answers.get(question)

    def asks(self, question: str) -> bool:
        """Whether a question is asked in this screening: its arena is in scope and it applies."""
        return any(item.id == question for item in questions_in_scope(self.state, self.catalogue))

    def pointers(self, item: str) -> tuple[Pointer, ...]:
        """Return the passages that the signals of a question or gate point at, best first, without those dismissed."""
        if self.draft is None:
            return ()
        found = self.catalogue.gate(item) if is_gate(item) else self.catalogue.question(item)
        pointers = point(self.draft, found.signals, self.draft_language) if found.signals else ()
        return tuple(pointer for pointer in pointers if self.judged(item, pointer.label) != "dismissed")

    def judged(self, item: str, label: str) -> Judgement | None:
        """Return what the official said to a passage being suggested for a question or gate."""
        passage = self.draft.find(label) if self.draft else None
        return self.state.suggestions.get(item, {}).get(passage.hash) if passage else None

    @property
    def draft_language(self) -> Language:
        """The language the draft is written in; Danish without a draft."""
        return language_of(self.draft) if self.draft else "da"


def is_gate(item: str) -> bool:
    """Whether an id names a gate."""
    return item.partition(".")[2].startswith("gate-")
