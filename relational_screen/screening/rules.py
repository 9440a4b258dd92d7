"""Rules that hold answers against the draft and against each other; arenas bring them as data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from relational_screen.catalogue.checklist import Signals, Terms
from relational_screen.catalogue.model import Text
from relational_screen.drafts.signals import Pointer, point
from relational_screen.screening.answers import Answer
from relational_screen.screening.findings import Finding, Level
from relational_screen.screening.scope import questions_in_scope
from relational_screen.screening.screening import Screening

NOT_EXAMINED = "not_examined"
NO_EFFECT = frozenset({"no_effect", "not_applicable"})
RAISES = frozenset({"raises"})
LOWERS = frozenset({"lowers", "both_ways"})


@dataclass(frozen=True, slots=True)
class Words:
    """Terms of a draft in both languages, in the grammar of signals."""

    da: tuple[str, ...]
    en: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class AnswerRule:
    """For information: one question is answered in some ways, and another in ways that may not follow from them."""

    question: str
    answered: frozenset[str]
    other: str
    other_answered: frozenset[str]
    text: Text


Rule = DraftRule | AnswerRule


def check_rules(rules: Iterable[Rule], screening: Screening) -> Iterator[Finding]:
    """Yield a finding for every rule that a screening breaks; rules of questions that are not asked are passed over."""
    asked = {question.id for question in questions_in_scope(screening.state, screening.catalogue)}
    for rule in rules:
        if isinstance(rule, DraftRule):
            if rule.question in asked:
                yield from _check_draft(rule, screening)
        elif rule.question in asked and rule.other in asked:
            yield from _check_answers(rule, screening)


def way_answered(answer: Answer | None) -> str:
    """Return in which of a rule's ways a question is answered."""
    if answer is None:
        return NOT_EXAMINED
    if answer.status != "effects":
        return answer.status
    directions = sorted({effect.direction for effect in answer.effects})
    return "both_ways" if len(directions) > 1 else next(iter(directions), NOT_EXAMINED)


def no_effect_despite(
    question: str, title: Text, words: Words, look: Text, level: Literal["contradiction", "warning"] = "contradiction"
) -> DraftRule:
    """Return the rule: the draft holds the words, but the question is answered as if nothing changed."""
    text = Text(
        da=f"{{label}} nævner »{{words}}«, men »{title.da}« er besvaret uden virkning. {look.da}",
        en=f"{{label}} mentions »{{words}}«, but »{title.en}« is answered without effect. {look.en}",
    )
    return DraftRule(question, words.da, words.en, NO_EFFECT, level, text)


def only_raises_despite(question: str, title: Text, words: Words, look: Text) -> DraftRule:
    """Return the rule: the draft holds words of something taken away, but the question has only raising effects."""
    text = Text(
        da=f"{{label}} nævner »{{words}}«, men alle virkninger under »{title.da}« øger muligheden for "
        f"relationer. {look.da}",
        en=f"{{label}} mentions »{{words}}«, but all effects under »{title.en}« raise the possibility of "
        f"relations. {look.en}",
    )
    return DraftRule(question, words.da, words.en, RAISES, "warning", text)


def not_followed(question: str, title: Text, other: str, other_title: Text, look: Text) -> AnswerRule:
    """Return the rule: one question lowers, but another that should feel it is answered as if nothing changed."""
    text = Text(
        da=f"»{title.da}« har en virkning, der mindsker muligheden for relationer, men »{other_title.da}« er besvaret "
        f"uden virkning. {look.da}",
        en=f"»{title.en}« has an effect that lowers the possibility of relations, but »{other_title.en}« is answered "
        f"without effect. {look.en}",
    )
    return AnswerRule(question, LOWERS, other, NO_EFFECT, text)


def opposed(question: str, title: Text, other: str, other_title: Text, look: Text) -> AnswerRule:
    """Return the rule: one question only lowers and another only raises, though the two hang together."""
    text = Text(
        da=f"Alle virkninger under »{title.da}« mindsker muligheden for relationer, men alle under »{other_title.da}« "
        f"øger den. {look.da}",
        en=f"All effects under »{title.en}« lower the possibility of relations, but all under »{other_title.en}« "
        f"raise it. {look.en}",
    )
    return AnswerRule(question, frozenset({"lowers"}), other, RAISES, text)


def _check_draft(rule: DraftRule, screening: Screening) -> Iterator[Finding]:
    if screening.draft is None or way_answered(screening.answer(rule.question)) not in rule.answered:
        return
    signals = Signals(da=Terms(strong=rule.words_da), en=Terms(strong=rule.words_en))
    for pointer in point(screening.draft, signals, screening.draft_language)[:1]:
        yield Finding(rule.level, _filled(rule.text, pointer), rule.question, (pointer.label,))


def _check_answers(rule: AnswerRule, screening: Screening) -> Iterator[Finding]:
    first, second = (way_answered(screening.answer(question)) for question in (rule.question, rule.other))
    if first in rule.answered and second in rule.other_answered:
        yield Finding("information", rule.text, rule.other)


def _filled(text: Text, pointer: Pointer) -> Text:
    words = ", ".join(pointer.words)
    return Text(
        da=text.da.format(label=pointer.label, words=words), en=text.en.format(label=pointer.label, words=words)
    )
