"""Where the answers of the arena housing do not fit the draft, or each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from relational_screen.api import DraftRule, Finding, Screening, Text, check_rules, way_answered
from relational_screen_housing.measures import check_measures
from relational_screen_housing.words import (
    CARE_HOMES,
    CLOSED_WAYS,
    DEMOLITION,
    LESS_ACCESS,
    LESS_SHARED,
    NO_CARETAKER,
    REHOUSING,
    ROOMS_CLOSED,
    SALE,
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


_RELOCATION = Text(da="Flytning og genhusning", en="Moving and rehousing")
_PLACES = Text(da="Fælles steder at mødes", en="Shared places to meet")
_AROUND = Text(da="At komme rundt", en="Getting around")
_ACCESS = Text(da="Adgang for alle", en="Access for all")
_CARETAKERS = Text(da="Vicevært og boligsocialt arbejde", en="Caretakers and community work")
_HOMELINESS = Text(da="Hjemlighed og privatliv", en="Homeliness and privacy")

RULES = (
    _no_effect(
        "housing.relocation",
        _RELOCATION,
        REHOUSING,
        Text(
            da="Se, hvem der skal flytte, og om de kan blive nær naboer og familie.",
            en="See who has to move, and whether they can stay near neighbours and family.",
        ),
    ),
    _no_effect(
        "housing.relocation",
        _RELOCATION,
        DEMOLITION,
        Text(da="Se, om nogen bor i det, der rives ned.", en="See if anyone lives in what is pulled down."),
        "warning",
    ),
    _no_effect(
        "housing.relocation",
        _RELOCATION,
        SALE,
        Text(
            da="Se, om lejerne kan blive boende, når boligerne får en ny ejer.",
            en="See if tenants can stay on when the dwellings get a new owner.",
        ),
        "warning",
    ),
    _no_effect(
        "housing.shared-places",
        _PLACES,
        LESS_SHARED,
        Text(da="Se, hvor beboerne mødes bagefter.", en="See where residents meet afterwards."),
    ),
    _only_raises(
        "housing.shared-places",
        _PLACES,
        LESS_SHARED,
        Text(
            da="Se, om stedet bliver erstattet, og om nogen mister det, de bruger i dag.",
            en="See if the place is replaced, and if anyone loses what they use today.",
        ),
    ),
    _no_effect(
        "housing.getting-around",
        _AROUND,
        CLOSED_WAYS,
        Text(
            da="Se, hvem der får længere til steder, hvor mennesker mødes.",
            en="See who ends up farther from places where people meet.",
        ),
    ),
    _only_raises(
        "housing.getting-around",
        _AROUND,
        CLOSED_WAYS,
        Text(
            da="Se, om nogen får en dårligere forbindelse end i dag.",
            en="See if anyone gets a poorer connection than today.",
        ),
    ),
    DraftRule(
        "housing.homeliness",
        CARE_HOMES.da,
        CARE_HOMES.en,
        frozenset({"not_examined"}),
        "warning",
        Text(
            da="{label} nævner »{words}«, men »Hjemlighed og privatliv« er ikke undersøgt. "
            "Se, om besøg, privatliv eller indflydelse for dem, der bor der, bliver ændret.",
            en="{label} mentions »{words}«, but »Homeliness and privacy« has not been examined. "
            "See if visits, privacy or the residents' own say change.",
        ),
    ),
    _no_effect(
        "housing.homeliness",
        _HOMELINESS,
        Words(
            ("besøgsrestriktion*", "besøgsforbud*", "visse besøgende", "begrænsning af besøg*", "forbud mod besøg*"),
            ("visiting restriction*", "visiting ban*", "ban on visits", "restrict visits", "ban on visitors"),
        ),
        Text(
            da="Se, hvem der ikke længere kan få besøg, og hvem der bestemmer det.",
            en="See who can no longer have visitors, and who decides it.",
        ),
    ),
    _no_effect(
        "housing.universal-design",
        _ACCESS,
        LESS_ACCESS,
        Text(
            da="Se, hvem der ikke kan komme ind ved egen hjælp.",
            en="See who cannot get in without help.",
        ),
    ),
    _only_raises(
        "housing.universal-design",
        _ACCESS,
        LESS_ACCESS,
        Text(da="Se, om nogen får sværere ved at komme ind.", en="See if anyone finds it harder to get in."),
    ),
    _no_effect(
        "housing.caretaker-presence",
        _CARETAKERS,
        NO_CARETAKER,
        Text(
            da="Se, om beboerne stadig kan møde en, der kender dem.",
            en="See if residents can still meet someone who knows them.",
        ),
    ),
    _no_effect(
        "housing.common-rooms-access",
        Text(da="Adgang til fælles lokaler", en="Access to common rooms"),
        ROOMS_CLOSED,
        Text(
            da="Se, om foreninger eller naboer bruger lokalerne i dag.",
            en="See if associations or neighbours use the rooms today.",
        ),
        "warning",
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
        "housing.shared-places",
        Text(da="Fælles steder at mødes", en="Shared places to meet"),
        "housing.common-rooms-access",
        Text(da="Adgang til fælles lokaler", en="Access to common rooms"),
        Text(
            da="Se, om det er de samme lokaler.",
            en="See if they are the same rooms.",
        ),
    ),
    _opposed(
        "housing.use-and-upkeep",
        Text(da="Drift af fælles steder", en="Running the shared places"),
        "housing.shared-places",
        Text(da="Fælles steder at mødes", en="Shared places to meet"),
        Text(
            da="Se, om stederne vil blive brugt uden nogen til at drive dem.",
            en="See if the places will be used with nobody to run them.",
        ),
    ),
    _not_followed(
        "housing.relocation",
        Text(da="Flytning og genhusning", en="Moving and rehousing"),
        "housing.age-in-place",
        Text(da="Bo tæt på sit netværk", en="Living near one's network"),
        Text(
            da="Se, om dem, der flytter, kommer længere væk fra naboer og familie.",
            en="See if those who move end up farther from neighbours and family.",
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
    if "housing.relocation" in asked:
        yield from check_measures(screening)


def _asked(screening: Screening) -> set[str]:
    """Return the questions of every arena that a gate puts in scope; those of common come with them."""
    kind, gates = screening.state.proposal.kind, screening.state.gates
    return {
        question.id
        for checklist in screening.catalogue.checklists
        if any(gates.get(gate.id) in ("yes", "unsure") for gate in checklist.applicable_gates(kind))
        for question in checklist.applicable(kind)
    }
