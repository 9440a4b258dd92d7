"""Rules that hold answers against the draft; arenas bring them as data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relational_screen.catalogue.checklist import Signals, Terms
from relational_screen.catalogue.model import Text
from relational_screen.drafts.signals import Pointer, point
from relational_screen.screening.answers import Answer
from relational_screen.screening.findings import Finding, Level
from relational_screen.screening.scope import questions_in_scope
from relational_screen.screening.screening import Screening

NOT_EXAMINED = "not_examined"


@dataclass(frozen=True, slots=True)
class DraftRule:
    """A finding when the draft holds some words and a question is answered in a way that does not fit them.

    `answered` lists the ways: `not_examined`, `no_effect`, `not_applicable`, `unknown`, `depends`, or the directions
    that the answer holds: `raises` (only), `lowers` (only), `both_ways`. In `text`, {label} and {words} are filled in.
    """

    question: str
    words_da: tuple[str, ...]
    words_en: tuple[str, ...]
    answered: frozenset[str]
    level: Level
    text: Text


def check_rules(rules: Iterable[DraftRule], screening: Screening) -> Iterator[Finding]:
    """Yield a finding for every rule that a screening breaks; rules of questions that are not asked are passed over."""
    if screening.draft is None:
        return
    asked = {question.id for question in questions_in_scope(screening.state, screening.catalogue)}
    for rule in rules:
        if rule.question in asked and way_answered(screening.answer(rule.question)) in rule.answered:
            pointers = point(screening.draft, _signals(rule), screening.draft_language)
            if pointers:
                yield _finding(rule, pointers[0])


def way_answered(answer: Answer | None) -> str:
    """Return in which of a rule's ways a question is answered."""
    if answer is None:
        return NOT_EXAMINED
    if answer.status != "effects":
        return answer.status
    directions = sorted({effect.direction for effect in answer.effects})
    return "both_ways" if len(directions) > 1 else next(iter(directions), NOT_EXAMINED)


def _signals(rule: DraftRule) -> Signals:
    return Signals(da=Terms(strong=rule.words_da), en=Terms(strong=rule.words_en))


def _finding(rule: DraftRule, pointer: Pointer) -> Finding:
    words = ", ".join(pointer.words)
    told = [text.format(label=pointer.label, words=words) for text in (rule.text.da, rule.text.en)]
    return Finding(rule.level, Text(da=told[0], en=told[1]), rule.question, (pointer.label,))
