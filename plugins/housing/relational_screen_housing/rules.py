"""Where the answers of the arena housing do not fit the draft, or each other."""

from collections.abc import Iterator

from relational_screen.api import (
    DraftRule,
    Finding,
    Screening,
    Text,
    Words,
    check_rules,
    no_effect_despite,
    not_followed,
    only_raises_despite,
    opposed,
)
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
)

_RELOCATION = Text(da="Flytning og genhusning", en="Moving and rehousing")
_PLACES = Text(da="Fælles steder at mødes", en="Shared places to meet")
_AROUND = Text(da="At komme rundt", en="Getting around")
_ACCESS = Text(da="Adgang for alle", en="Access for all")
_CARETAKERS = Text(da="Vicevært og boligsocialt arbejde", en="Caretakers and community work")
_HOMELINESS = Text(da="Hjemlighed og privatliv", en="Homeliness and privacy")

RULES = (
    no_effect_despite(
        "housing.relocation",
        _RELOCATION,
        REHOUSING,
        Text(
            da="Se, hvem der skal flytte, og om de kan blive nær naboer og familie.",
            en="See who has to move, and whether they can stay near neighbours and family.",
        ),
    ),
    no_effect_despite(
        "housing.relocation",
        _RELOCATION,
        DEMOLITION,
        Text(da="Se, om nogen bor i det, der rives ned.", en="See if anyone lives in what is pulled down."),
        "warning",
    ),
    no_effect_despite(
        "housing.relocation",
        _RELOCATION,
        SALE,
        Text(
            da="Se, om lejerne kan blive boende, når boligerne får en ny ejer.",
            en="See if tenants can stay on when the dwellings get a new owner.",
        ),
        "warning",
    ),
    no_effect_despite(
        "housing.shared-places",
        _PLACES,
        LESS_SHARED,
        Text(da="Se, hvor beboerne mødes bagefter.", en="See where residents meet afterwards."),
    ),
    only_raises_despite(
        "housing.shared-places",
        _PLACES,
        LESS_SHARED,
        Text(
            da="Se, om stedet bliver erstattet, og om nogen mister det, de bruger i dag.",
            en="See if the place is replaced, and if anyone loses what they use today.",
        ),
    ),
    no_effect_despite(
        "housing.getting-around",
        _AROUND,
        CLOSED_WAYS,
        Text(
            da="Se, hvem der får længere til steder, hvor mennesker mødes.",
            en="See who ends up farther from places where people meet.",
        ),
    ),
    only_raises_despite(
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
    no_effect_despite(
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
    no_effect_despite(
        "housing.universal-design",
        _ACCESS,
        LESS_ACCESS,
        Text(
            da="Se, hvem der ikke kan komme ind ved egen hjælp.",
            en="See who cannot get in without help.",
        ),
    ),
    only_raises_despite(
        "housing.universal-design",
        _ACCESS,
        LESS_ACCESS,
        Text(da="Se, om nogen får sværere ved at komme ind.", en="See if anyone finds it harder to get in."),
    ),
    no_effect_despite(
        "housing.caretaker-presence",
        _CARETAKERS,
        NO_CARETAKER,
        Text(
            da="Se, om beboerne stadig kan møde en, der kender dem.",
            en="See if residents can still meet someone who knows them.",
        ),
    ),
    no_effect_despite(
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


ANSWER_RULES = (
    opposed(
        "housing.shared-places",
        Text(da="Fælles steder at mødes", en="Shared places to meet"),
        "housing.common-rooms-access",
        Text(da="Adgang til fælles lokaler", en="Access to common rooms"),
        Text(
            da="Se, om det er de samme lokaler.",
            en="See if they are the same rooms.",
        ),
    ),
    opposed(
        "housing.use-and-upkeep",
        Text(da="Drift af fælles steder", en="Running the shared places"),
        "housing.shared-places",
        Text(da="Fælles steder at mødes", en="Shared places to meet"),
        Text(
            da="Se, om stederne vil blive brugt uden nogen til at drive dem.",
            en="See if the places will be used with nobody to run them.",
        ),
    ),
    not_followed(
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
    yield from check_rules((*RULES, *ANSWER_RULES), screening)
    yield from check_measures(screening)
