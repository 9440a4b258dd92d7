"""How a note writes: names, lists, numbers, dates and places in the draft, in one language."""

import re
from collections.abc import Sequence
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
    """Writes for one screening in one language."""

    screening: Screening
    result: Result
    language: Language

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

    def join(self, items: Sequence[str], longest: int = LONGEST_LIST) -> str:
        """Return a list as running text, at most five items before »og n mere« unless told otherwise."""
        shown = list(items[:longest])
        if len(items) > longest:
            shown.append(self.get("and-more", count=len(items) - longest))
        if len(shown) < 2:
            return "".join(shown)
        return f"{', '.join(shown[:-1])} {self.get('and')} {shown[-1]}"

    def where(self, passages: Sequence[PassageRef]) -> str:
        """Return the places in the draft in parentheses, or nothing."""
        return f" ({'; '.join(self._gathered(passages))})" if passages else ""

    def _gathered(self, passages: Sequence[PassageRef]) -> list[str]:
        """Return labels with those of one stem put together: »§ 2, nr. 1 og 2«."""
        items: dict[str, list[str]] = {}
        for name in dict.fromkeys(ref.label for ref in passages):
            item, jf, inserted = name.partition(", jf. ")
            items.setdefault(f"{item}{jf}" if inserted else "", []).append(inserted or item)
        return [
            label
            for item, labels in items.items()
            for label in ([f"{item}{self.join(self._together(labels))}"] if item else self._together(labels))
        ]

    def _together(self, labels: Sequence[str]) -> list[str]:
        stems: dict[str, list[str]] = {}
        for label in labels:
            stem, last = _split_label(label)
            stems.setdefault(stem, []).append(last)
        return [f"{stem}{self.join(last)}" for stem, last in stems.items()]

    def number(self, number: int | Decimal) -> str:
        """Return a number as the language writes it."""
        return format_number(number, self.language)

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


def _split_label(label: str) -> tuple[str, str]:
    """Return a label's stem and its last number or letter: »§ 2, nr. « and »1«."""
    found = re.fullmatch(r"(.*\b(?:nr\.|stk\.|litra) )(\w+)", label)
    return (found[1], found[2]) if found else (label, "")


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
