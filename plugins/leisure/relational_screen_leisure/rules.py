"""Where the answers of the arena leisure do not fit the draft, or each other."""

from collections.abc import Iterator

from relational_screen.api import (
    DraftRule,
    Finding,
    Screening,
    Text,
    check_rules,
    no_effect_despite,
    not_followed,
    only_raises_despite,
    opposed,
)
from relational_screen_leisure.words import (
    COMPANY,
    DEARER,
    FEWER_MEETINGS,
    FEWER_PREMISES,
    LESS_FUNDING,
    PAPERWORK,
    SHORTER_HOURS,
)

_PREMISES = Text(da="Lokaler til fællesskaber", en="Premises for communities")
_HOURS = Text(da="Tid og afstand", en="Hours and distance")

RULES = (
    no_effect_despite(
        "leisure.price",
        Text(da="Prisen for at deltage", en="The price of taking part"),
        DEARER,
        Text(
            da="Se, hvem der ikke længere har råd til at være med.",
            en="See who can no longer afford to take part.",
        ),
    ),
    only_raises_despite(
        "leisure.price",
        Text(da="Prisen for at deltage", en="The price of taking part"),
        DEARER,
        Text(da="Se, om det bliver dyrere for nogen.", en="See if it becomes more expensive for anyone."),
    ),
    no_effect_despite(
        "leisure.stable-funding",
        Text(da="Stabil støtte", en="Stable funding"),
        LESS_FUNDING,
        Text(
            da="Se, hvilke foreninger og frivillige der mister støtte.",
            en="See which associations and volunteers lose support.",
        ),
    ),
    only_raises_despite(
        "leisure.stable-funding",
        Text(da="Stabil støtte", en="Stable funding"),
        LESS_FUNDING,
        Text(
            da="Se, om noget andet træder i stedet, og om det er lige så fast.",
            en="See if something else takes its place, and if it is just as lasting.",
        ),
    ),
    no_effect_despite(
        "leisure.premises",
        _PREMISES,
        FEWER_PREMISES,
        Text(
            da="Se, hvor de, der bruger stedet, kan mødes bagefter.",
            en="See where those who use the place can meet afterwards.",
        ),
    ),
    only_raises_despite(
        "leisure.premises",
        _PREMISES,
        FEWER_PREMISES,
        Text(da="Se, om nogen grupper mister et sted.", en="See if any groups lose a place."),
    ),
    no_effect_despite(
        "leisure.culture-as-place",
        Text(da="Kultur som mødested", en="Culture as a meeting place"),
        FEWER_MEETINGS,
        Text(
            da="Se, hvem der mødes der i dag, og hvor de ellers kan gå hen.",
            en="See who meets there today, and where else they can go.",
        ),
    ),
    no_effect_despite(
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
    no_effect_despite(
        "leisure.hours-and-distance",
        _HOURS,
        SHORTER_HOURS,
        Text(
            da="Se, hvem der kun har fri, når der er lukket.",
            en="See who is only free when it is closed.",
        ),
    ),
    only_raises_despite(
        "leisure.hours-and-distance",
        _HOURS,
        SHORTER_HOURS,
        Text(
            da="Se, om nogen får kortere tid eller længere vej.", en="See if anyone gets shorter hours or a longer way."
        ),
    ),
)


ANSWER_RULES = (
    opposed(
        "leisure.paperwork",
        Text(da="Papirarbejde i foreninger", en="Paperwork in associations"),
        "leisure.volunteering",
        Text(da="At være frivillig", en="Being a volunteer"),
        Text(
            da="Se, om nogen holder op som frivillige på grund af kravene.",
            en="See if anyone stops volunteering because of the demands.",
        ),
    ),
    not_followed(
        "leisure.paperwork",
        Text(da="Papirarbejde i foreninger", en="Paperwork in associations"),
        "common.process-burden",
        Text(da="Pligter og kontrol", en="Duties and checks"),
        Text(
            da="Se, om de samme krav rammer frivillige.",
            en="See if the same demands fall on volunteers.",
        ),
    ),
    opposed(
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
    yield from check_rules((*RULES, *ANSWER_RULES), screening)
