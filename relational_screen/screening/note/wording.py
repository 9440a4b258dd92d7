"""How a note writes: names, lists, numbers, dates and places in the draft, in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from babel.dates import format_date
from babel.numbers import format_decimal

from relational_screen.catalogue.checklist import Question
from relational_screen.catalogue.model import Language
from relational_screen.screening.answers import Direction, Effect, PassageRef
from relational_screen.screening.magnitude import Scale, net, scale_of
from relational_screen.screening.result import Result
from relational_screen.screening.scope import questions_in_scope
from relational_screen.screening.screening import Screening

LOCALES = {"da": "da_DK", "en": "en_GB"}
LONGEST_LIST = 5


@dataclass(frozen=True, slots=True)
class FoundEffect:
    """An effect together with the question whose answer holds it."""

    question: Question
    effect: Effect


@dataclass(frozen=True, slots=True)
class Wording:
    """Writes for one screening in one language."""

    screening: Screening
    result: Result
    language: Language

    def get(self, name: str, /, **values: object) -> str:
        """Return a sentence of `note.toml`, with what the proposal is called filled in."""
        catalogue = self.screening.catalogue
        kind = self.screening.state.proposal.kind.replace("_", "-")
        subject = catalogue.note.get(f"subject-{kind}", self.language)
        inside = subject[0].lower() + subject[1:]
        return catalogue.note.get(name, self.language, **{"subject": subject, "subject_inside": inside, **values})

    def label(self, scale: str, value: str) -> str:
        """Return the method's word for a value."""
        return self.screening.catalogue.method.label(scale, value, self.language)

    def arena(self, arena: str) -> str:
        """Return an arena's name."""
        return self.screening.catalogue.checklist(arena).title.get(self.language)

    def group(self, group: str) -> str:
        """Return a group's name as it stands inside a sentence."""
        return self.screening.catalogue.group(group).label.get(self.language)

    def phrase(self, question: Question, direction: Direction) -> str:
        """Return the phrase that completes »Forslaget vil …«."""
        return getattr(question.phrase, direction).get(self.language)  # type: ignore[no-any-return]  # by name

    def source(self, source: str) -> str:
        """Return a source reference as a reader knows it: the document's title and the place in it."""
        document, _, place = source.partition(": ")
        return f"{self.screening.catalogue.document(document).title}, {place}"

    def join(self, items: Sequence[str]) -> str:
        """Return a list as running text, at most five items before »og n mere«."""
        shown = list(items[:LONGEST_LIST])
        if len(items) > LONGEST_LIST:
            shown.append(self.get("and-more", count=len(items) - LONGEST_LIST))
        if len(shown) < 2:
            return "".join(shown)
        return f"{', '.join(shown[:-1])} {self.get('and')} {shown[-1]}"

    def where(self, passages: Sequence[PassageRef]) -> str:
        """Return the places in the draft in parentheses, or nothing."""
        return f" ({self.join([ref.label for ref in passages])})" if passages else ""

    def number(self, number: int | Decimal) -> str:
        """Return a number as the language writes it."""
        return format_decimal(number, locale=LOCALES[self.language])

    def date(self, day: str) -> str:
        """Return an ISO date or time as a long date."""
        moment: date = datetime.fromisoformat(day)
        return format_date(moment, format="long", locale=LOCALES[self.language])

    def effects(self, direction: Direction, arena: str | None = None) -> list[FoundEffect]:
        """Return the effects of a direction, in one arena or all in scope, the weightiest first."""
        scale = scale_of(self.screening.catalogue)
        asked = questions_in_scope(self.screening.state, self.screening.catalogue)
        found = [
            FoundEffect(question, effect)
            for question in asked
            if arena is None or question.id.startswith(f"{arena}.")
            for effect in self._effects_of(question)
            if effect.direction == direction
        ]
        return sorted(found, key=lambda item: -_contribution(item, scale))

    def _effects_of(self, question: Question) -> tuple[Effect, ...]:
        answer = self.screening.answer(question.id)
        return answer.effects if answer else ()

    def strongest(self, direction: Direction) -> FoundEffect | None:
        """Return the weightiest effect of a direction, if any."""
        return next(iter(self.effects(direction)), None)


def sentence(text: str) -> str:
    """Return a text that a user wrote as a sentence: trimmed, a capital first, a stop last."""
    trimmed = " ".join(text.split())
    if not trimmed:
        return ""
    return trimmed[0].upper() + trimmed[1:] + ("" if trimmed[-1] in ".!?…" else ".")


def _contribution(item: FoundEffect, scale: Scale) -> Fraction:
    return scale.weight[item.question.weight] * net(item.effect, scale)
