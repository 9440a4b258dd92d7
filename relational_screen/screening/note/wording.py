"""How a note writes: names, lists, numbers, dates and places in the draft, in one language."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from babel.dates import format_date

from relational_screen.catalogue.checklist import Question
from relational_screen.catalogue.model import Language
from relational_screen.catalogue.remedies import Remedy
from relational_screen.screening.answers import Direction, Effect, PassageRef
from relational_screen.screening.magnitude import Scale, net, scale_of
from relational_screen.screening.note.citing import cited
from relational_screen.screening.result import Result
from relational_screen.screening.scope import questions_in_scope
from relational_screen.screening.screening import Screening
from relational_screen.screening.tools import LOCALES, format_number

LONGEST_LIST = 5


@dataclass(frozen=True, slots=True)
class FoundEffect:
    """An effect together with the question whose answer holds it."""

    question: Question
    effect: Effect


@dataclass(frozen=True, slots=True)
class Wording:
    """Writes for one screening in one language; `longest` is how many items a list has at most.

    Unless `named`, readers and those who signed off are told without their names.
    """

    screening: Screening
    result: Result
    language: Language
    longest: int = LONGEST_LIST
    named: bool = True

    def get(self, name: str, /, **values: object) -> str:
        """Return a sentence of `note.toml`, with what the proposal is called filled in."""
        catalogue = self.screening.catalogue
        kind = self.screening.state.proposal.kind.replace("_", "-")
        subject, pronoun = (catalogue.note.get(f"{word}-{kind}", self.language) for word in ("subject", "pronoun"))
        called = {
            "subject": subject,
            "subject_inside": _inside(subject),
            "pronoun": pronoun,
            "pronoun_inside": _inside(pronoun),
        }
        return catalogue.note.get(name, self.language, **called, **values)

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
        phrase = question.phrase.raises if direction == "raises" else question.phrase.lowers
        return phrase.get(self.language)

    def source(self, source: str) -> str:
        """Return a source reference as a reader knows it: the document's title and the place in it."""
        document, _, place = source.partition(": ")
        return f"{self.screening.catalogue.document(document).title}, {place}"

    def planning_law(self, remedy: Remedy) -> str:
        """Return the number in planloven § 15, stk. 2 that may carry a remedy, or that it is a recommendation."""
        number = remedy.planning_law
        return self.get("planning-law", number=number) if number else self.get("planning-none")

    def join(self, items: Sequence[str], longest: int | None = None) -> str:
        """Return a list as running text, at most five items before »og 3 andre« unless told otherwise.

        The rest is never a single one. Where an item has an »og« of its own, »samt« stands before the last.
        """
        first, more = self.shown(items, longest)
        shown = [*first, self.get("and-more", count=self.count(more))] if more else first
        if len(shown) < 2:
            return "".join(shown)
        name = "and-also" if any(f" {self.get('and')} " in item for item in shown) else "and"
        return f"{', '.join(shown[:-1])} {self.get(name)} {shown[-1]}"

    def shown(self, items: Sequence[str], longest: int | None = None) -> tuple[Sequence[str], int]:
        """Return the first items of a list, at most five, and how many more there are, never a single one."""
        most = longest or self.longest
        shown = items if len(items) <= most else items[: most - 1]
        return shown, len(items) - len(shown)

    def numbered(self, phrases: Sequence[str]) -> str:
        """Return phrases as lawyers list them in a sentence: »1) …, 2) … og 3) …«."""
        if len(phrases) < 2:
            return "".join(phrases)
        told = [self.get("numbered", number=number, text=text) for number, text in enumerate(phrases, start=1)]
        return f"{', '.join(told[:-1])} {self.get('and')} {told[-1]}"

    def quoted(self, text: str) -> str:
        """Return a name in quotation marks."""
        return self.get("quoted", text=text)

    def where(self, passages: Sequence[PassageRef], longest: int | None = None) -> str:
        """Return the places in the draft in parentheses, at most five and in its order, or nothing."""
        labels = self._in_order(dict.fromkeys(ref.label for ref in passages))
        told = cited(labels, self.join)
        most, shown = longest or self.longest, len(labels)
        if len(told) <= most:
            return f" ({'; '.join(told)})" if told else ""
        while len(told) >= most:
            shown -= 1
            told = cited(labels[:shown], self.join)
        rest = self.count(len(labels) - shown)
        return f" ({self.get('and-more-places', places='; '.join(told), count=rest)})"

    def _in_order(self, labels: Collection[str]) -> list[str]:
        """Return labels in the order of the draft; those it does not have come last."""
        draft = self.screening.draft
        if draft is None or len(labels) < 2:
            return list(labels)
        order = {passage.label: number for number, passage in enumerate(draft.passages)}
        return sorted(labels, key=lambda label: order.get(label, len(order)))

    def number(self, number: int | Decimal) -> str:
        """Return a number as the language writes it."""
        return format_number(number, self.language)

    def count(self, number: int) -> str:
        """Return a number of things as running text has it: in letters below ten."""
        words = self.get("counts").split()
        return words[number - 1] if 0 < number <= len(words) else self.number(number)

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

    def strongest(self, direction: Direction, other_than: FoundEffect | None = None) -> FoundEffect | None:
        """Return the weightiest effect of a direction, if any; rather one of another question than a given effect's."""
        found = self.effects(direction)
        others = [item for item in found if other_than is None or item.question.id != other_than.question.id]
        return next(iter(others or found), None)


def _inside(text: str) -> str:
    """Return words that begin a sentence as they stand inside one."""
    return text[0].lower() + text[1:]


def whole(number: Decimal) -> int:
    """Return a number rounded half up, as the method rounds."""
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))


def sentence(text: str) -> str:
    """Return a text that a user wrote as a sentence: trimmed, a capital first, a stop last."""
    trimmed = " ".join(text.split())
    if not trimmed:
        return ""
    return trimmed[0].upper() + trimmed[1:] + ("" if trimmed[-1] in ".!?…" else ".")


def _contribution(item: FoundEffect, scale: Scale) -> Fraction:
    return scale.weight[item.question.weight] * net(item.effect, scale)
