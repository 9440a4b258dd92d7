"""Where the answers of the arena leisure do not fit the draft, or each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from relational_screen.api import DraftRule, Finding, Screening, Text, check_rules, way_answered
from relational_screen_leisure.words import (
    COMPANY,
    DEARER,
    FEWER_MEETINGS,
    FEWER_PREMISES,
    LESS_FUNDING,
    PAPERWORK,
    SHORTER_HOURS,
    Words,
)

NO_EFFECT = frozenset({"no_effect", "not_applicable"})
RAISES = frozenset({"raises"})


def _no_effect(
    question: str, title: Text, words: Words, look: Text, level: Literal["contradiction", "warning"] = "contradiction"
) -> DraftRule:
    """The draft holds the words, but the question is answered as if nothing changed."""
    text = Text(
        da=f"{{label}} nævner »{{words}}«, men »{title.da}« er besvaret uden virkning. {look.da}",
        en=f"{{label}} mentions »{{words}}«, but »{title.en}« is answered without effect. {look.en}",
    )
    return DraftRule(question, words.da, words.en, NO_EFFECT, level, text)


def _only_raises(question: str, title: Text, words: Words, look: Text) -> DraftRule:
    """The draft holds words of something taken away, but the question has only raising effects."""
    text = Text(
        da=f"{{label}} nævner »{{words}}«, men alle virkninger under »{title.da}« øger muligheden for "
        f"relationer. {look.da}",
        en=f"{{label}} mentions »{{words}}«, but all effects under »{title.en}« raise the possibility of "
        f"relations. {look.en}",
    )
    return DraftRule(question, words.da, words.en, RAISES, "warning", text)


_PREMISES = Text(da="Lokaler til fællesskaber", en="Premises for communities")
_HOURS = Text(da="Tid og afstand", en="Hours and distance")

RULES = (
    _no_effect(
        "leisure.price",
        Text(da="Prisen for at deltage", en="The price of taking part"),
        DEARER,
        Text(
            da="Se, hvem der ikke længere har råd til at være med.",
            en="See who can no longer afford to take part.",
        ),
    ),
    _only_raises(
        "leisure.price",
        Text(da="Prisen for at deltage", en="The price of taking part"),
        DEARER,
        Text(da="Se, om det bliver dyrere for nogen.", en="See if it becomes more expensive for anyone."),
    ),
    _no_effect(
        "leisure.stable-funding",
        Text(da="Stabil støtte", en="Stable funding"),
        LESS_FUNDING,
        Text(
            da="Se, hvilke foreninger og frivillige der mister støtte.",
            en="See which associations and volunteers lose support.",
        ),
    ),
    _only_raises(
        "leisure.stable-funding",
        Text(da="Stabil støtte", en="Stable funding"),
        LESS_FUNDING,
        Text(
            da="Se, om noget andet træder i stedet, og om det er lige så fast.",
            en="See if something else takes its place, and if it is just as lasting.",
        ),
    ),
    _no_effect(
        "leisure.premises",
        _PREMISES,
        FEWER_PREMISES,
        Text(
            da="Se, hvor de, der bruger stedet, kan mødes bagefter.",
            en="See where those who use the place can meet afterwards.",
        ),
    ),
    _only_raises(
        "leisure.premises",
        _PREMISES,
        FEWER_PREMISES,
        Text(da="Se, om nogen grupper mister et sted.", en="See if any groups lose a place."),
    ),
    _no_effect(
        "leisure.culture-as-place",
        Text(da="Kultur som mødested", en="Culture as a meeting place"),
        FEWER_MEETINGS,
        Text(
            da="Se, hvem der mødes der i dag, og hvor de ellers kan gå hen.",
            en="See who meets there today, and where else they can go.",
        ),
    ),
    _no_effect(
        "leisure.paperwork",
        Text(da="Papirarbejde i foreninger", en="Paperwork in associations"),
        PAPERWORK,
        Text(
            da="Se, om kravet er nyt, og hvor megen tid det tager fra deltagerne.",
            en="See if the demand is new, and how much time it takes from the participants.",
        ),
        "warning",
    ),
    DraftRule(
        "leisure.company",
        COMPANY.da,
        COMPANY.en,
        frozenset({"not_applicable"}),
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »En at følges med« er besvaret som ikke relevant. "
            "Se, om flere eller færre får en at følges med.",
            en="{label} mentions »{words}«, but »Someone to go with« is answered as not applicable. "
            "See if more or fewer people get someone to go with.",
        ),
    ),
    _no_effect(
        "leisure.hours-and-distance",
        _HOURS,
        SHORTER_HOURS,
        Text(
            da="Se, hvem der kun har fri, når der er lukket.",
            en="See who is only free when it is closed.",
        ),
    ),
    _only_raises(
        "leisure.hours-and-distance",
        _HOURS,
        SHORTER_HOURS,
        Text(
            da="Se, om nogen får kortere tid eller længere vej.", en="See if anyone gets shorter hours or a longer way."
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class AnswerRule:
    """A warning when one question is answered in some ways and another in ways that do not follow from them."""

    question: str
    answered: frozenset[str]
    other: str
    other_answered: frozenset[str]
    text: Text


def _not_followed(question: str, title: Text, other: str, other_title: Text, look: Text) -> AnswerRule:
    """One question lowers relations, but another that should feel it is answered as if nothing changed."""
    text = Text(
        da=f"»{title.da}« har en virkning, der mindsker muligheden for relationer, men »{other_title.da}« er besvaret "
        f"uden virkning. {look.da}",
        en=f"»{title.en}« has an effect that lowers the possibility of relations, but »{other_title.en}« is answered "
        f"without effect. {look.en}",
    )
    return AnswerRule(question, frozenset({"lowers", "both_ways"}), other, NO_EFFECT, text)


def _opposed(question: str, title: Text, other: str, other_title: Text, look: Text) -> AnswerRule:
    """One question only lowers relations, another only raises them, though the two hang together."""
    text = Text(
        da=f"Alle virkninger under »{title.da}« mindsker muligheden for relationer, men alle under »{other_title.da}« "
        f"øger den. {look.da}",
        en=f"All effects under »{title.en}« lower the possibility of relations, but all under »{other_title.en}« "
        f"raise it. {look.en}",
    )
    return AnswerRule(question, frozenset({"lowers"}), other, RAISES, text)


ANSWER_RULES = (
    _opposed(
        "leisure.paperwork",
        Text(da="Papirarbejde i foreninger", en="Paperwork in associations"),
        "leisure.volunteering",
        Text(da="At være frivillig", en="Being a volunteer"),
        Text(
            da="Se, om nogen holder op som frivillige på grund af kravene.",
            en="See if anyone stops volunteering because of the demands.",
        ),
    ),
    _not_followed(
        "leisure.paperwork",
        Text(da="Papirarbejde i foreninger", en="Paperwork in associations"),
        "common.process-burden",
        Text(da="Pligter og kontrol", en="Duties and checks"),
        Text(
            da="Se, om de samme krav rammer frivillige.",
            en="See if the same demands fall on volunteers.",
        ),
    ),
    _opposed(
        "leisure.price",
        Text(da="Prisen for at deltage", en="The price of taking part"),
        "common.household-economy",
        Text(da="Råd til at deltage", en="Affording to take part"),
        Text(
            da="Se, om husstandens penge rækker til den nye pris.",
            en="See if the household's money covers the new price.",
        ),
    ),
)


def find_contradictions(screening: Screening) -> Iterator[Finding]:
    """Yield where answers do not fit the draft or each other."""
    yield from check_rules(RULES, screening)
    asked = _asked(screening)
    for rule in ANSWER_RULES:
        if rule.question in asked:
            first, second = (way_answered(screening.answer(question)) for question in (rule.question, rule.other))
            if first in rule.answered and second in rule.other_answered:
                yield Finding("warning", rule.text, rule.other)


def _asked(screening: Screening) -> set[str]:
    """Return the questions of every arena that a gate puts in scope; those of common come with them."""
    kind, gates = screening.state.proposal.kind, screening.state.gates
    return {
        question.id
        for checklist in screening.catalogue.checklists
        if any(gates.get(gate.id) in ("yes", "unsure") for gate in checklist.applicable_gates(kind))
        for question in checklist.applicable(kind)
    }
