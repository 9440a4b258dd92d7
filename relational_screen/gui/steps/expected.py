"""The effects that a screening expects, one by one, as they are signed off and followed up."""

from dataclasses import dataclass

from relational_screen.app.shown import Shown
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Question
from relational_screen.screening.answers import Effect
from relational_screen.screening.scope import questions_in_scope
from relational_screen.screening.state import State


@dataclass(frozen=True)
class Expected:
    """An effect with its question and its number in the answer, counted from 0."""

    question: Question
    number: int
    effect: Effect

    @property
    def key(self) -> tuple[str, int]:
        """What names the effect in events."""
        return self.question.id, self.number

    @property
    def is_strong(self) -> bool:
        """Whether an indicator is asked for (method 1.0, Follow-up)."""
        return self.effect.strength == "clear"

    def told(self, shown: Shown) -> str:
        """Return the question's title and the effect in the method's words."""
        scales = ("direction", "strength", "reach", "duration")
        values = [(scale, getattr(self.effect, scale)) for scale in scales]
        words = ", ".join(shown.words.label(scale, value) for scale, value in values if value)
        return f"{self.question.title.get(shown.language)}: {words}"


def expected(state: State, catalogue: Catalogue) -> list[Expected]:
    """Return the effects of all questions in scope, in the order of the checklists."""
    return [
        Expected(question, number, effect)
        for question in questions_in_scope(state, catalogue)
        if (answer := state.answers.get(question.id))
        for number, effect in enumerate(answer.effects)
    ]
