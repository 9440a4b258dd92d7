"""Where the answers of the arena education do not fit the draft, or each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from relational_screen.api import DraftRule, Finding, Screening, Text, check_rules, way_answered
from relational_screen_education.words import (
    EXCLUSION,
    FEWER_SCHOOLS,
    LESS_TIME,
    LONGER_DAYS,
    PLACED,
    SCREENS,
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


RULES = (
    _no_effect(
        "education.number-of-shifts",
        Text(da="Antal skift", en="Number of moves"),
        FEWER_SCHOOLS,
        Text(
            da="Se, hvor mange børn der skal skifte sted, og om de kan følges ad.",
            en="See how many children have to change places, and whether they can go together.",
        ),
    ),
    _only_raises(
        "education.number-of-shifts",
        Text(da="Antal skift", en="Number of moves"),
        FEWER_SCHOOLS,
        Text(da="Se, om nogen børn mister kammerater.", en="See if any children lose classmates."),
    ),
    _no_effect(
        "education.time-with-adults",
        Text(da="De ansattes tid", en="Staff time"),
        LESS_TIME,
        Text(
            da="Se, hvor mange børn der bliver til hver voksen.",
            en="See how many children there will be to each adult.",
        ),
    ),
    _only_raises(
        "education.time-with-adults",
        Text(da="De ansattes tid", en="Staff time"),
        LESS_TIME,
        Text(da="Se, om nogen børn får mindre tid med de voksne.", en="See if any children get less time with adults."),
    ),
    _no_effect(
        "education.inclusive-community",
        Text(da="Plads i fællesskabet", en="A place in the group"),
        EXCLUSION,
        Text(
            da="Se, hvem der kan komme til at stå uden for klassen.",
            en="See who may end up outside the class.",
        ),
    ),
    _only_raises(
        "education.inclusive-community",
        Text(da="Plads i fællesskabet", en="A place in the group"),
        EXCLUSION,
        Text(
            da="Se, hvad der sker med den elev, der må forlade klassen.",
            en="See what becomes of the pupil who has to leave the class.",
        ),
    ),
    _no_effect(
        "education.study-pressure",
        Text(da="Tid til venner", en="Time for friends"),
        LONGER_DAYS,
        Text(
            da="Se, om elever eller studerende får mere eller mindre tid til venner.",
            en="See if pupils or students get more or less time for friends.",
        ),
        "warning",
    ),
    _no_effect(
        "education.digital-life",
        Text(da="Skærme og digitalt samvær", en="Screens and digital life"),
        SCREENS,
        Text(
            da="Se, hvem der mødes mere, og hvem der mødes mindre.",
            en="See who will meet more, and who will meet less.",
        ),
    ),
    DraftRule(
        "education.placed-children",
        PLACED.da,
        PLACED.en,
        frozenset({"not_applicable"}),
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Anbragte og syge børn« er besvaret som ikke relevant. "
            "Se, om børnenes kontakt med klasse, venner eller søskende bliver ændret.",
            en="{label} mentions »{words}«, but »Children in care or ill« is answered as not applicable. "
            "See if the children's contact with class, friends or siblings changes.",
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
    _not_followed(
        "education.number-of-shifts",
        Text(da="Antal skift", en="Number of moves"),
        "education.transition-support",
        Text(da="Hjælp i overgange", en="Help through transitions"),
        Text(
            da="Se, om nogen hjælper dem, der skifter, med at falde til.",
            en="See if anyone helps those who move to settle in.",
        ),
    ),
    _opposed(
        "education.number-of-shifts",
        Text(da="Antal skift", en="Number of moves"),
        "education.group-stability",
        Text(da="Faste grupper og klasser", en="Stable groups and classes"),
        Text(
            da="Se, om klassen kan være mere fast, når flere skifter.",
            en="See if the class can be more stable when more children move.",
        ),
    ),
    _opposed(
        "education.time-with-adults",
        Text(da="De ansattes tid", en="Staff time"),
        "education.noticing",
        Text(da="At blive set", en="Being noticed"),
        Text(
            da="Se, om de ansatte har tid til at se og hjælpe flere.",
            en="See if staff have the time to notice and help more children.",
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
