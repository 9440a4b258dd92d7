"""Where the answers of the arena education do not fit the draft, or each other."""

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
from relational_screen_education.words import (
    EXCLUSION,
    FEWER_SCHOOLS,
    LESS_TIME,
    LONGER_DAYS,
    PLACED,
    SCREENS,
)

RULES = (
    no_effect_despite(
        "education.number-of-shifts",
        Text(da="Antal skift", en="Number of moves"),
        FEWER_SCHOOLS,
        Text(
            da="Se, hvor mange børn der skal skifte sted, og om de kan følges ad.",
            en="See how many children have to change places, and whether they can go together.",
        ),
    ),
    only_raises_despite(
        "education.number-of-shifts",
        Text(da="Antal skift", en="Number of moves"),
        FEWER_SCHOOLS,
        Text(da="Se, om nogen børn mister kammerater.", en="See if any children lose classmates."),
    ),
    no_effect_despite(
        "education.time-with-adults",
        Text(da="De ansattes tid", en="Staff time"),
        LESS_TIME,
        Text(
            da="Se, hvor mange børn der bliver til hver voksen.",
            en="See how many children there will be to each adult.",
        ),
    ),
    only_raises_despite(
        "education.time-with-adults",
        Text(da="De ansattes tid", en="Staff time"),
        LESS_TIME,
        Text(da="Se, om nogen børn får mindre tid med de voksne.", en="See if any children get less time with adults."),
    ),
    no_effect_despite(
        "education.inclusive-community",
        Text(da="Plads i fællesskabet", en="A place in the group"),
        EXCLUSION,
        Text(
            da="Se, hvem der kan komme til at stå uden for klassen.",
            en="See who may end up outside the class.",
        ),
    ),
    only_raises_despite(
        "education.inclusive-community",
        Text(da="Plads i fællesskabet", en="A place in the group"),
        EXCLUSION,
        Text(
            da="Se, hvad der sker med den elev, der må forlade klassen.",
            en="See what becomes of the pupil who has to leave the class.",
        ),
    ),
    no_effect_despite(
        "education.study-pressure",
        Text(da="Tid til venner", en="Time for friends"),
        LONGER_DAYS,
        Text(
            da="Se, om elever eller studerende får mere eller mindre tid til venner.",
            en="See if pupils or students get more or less time for friends.",
        ),
        "warning",
    ),
    no_effect_despite(
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


ANSWER_RULES = (
    not_followed(
        "education.number-of-shifts",
        Text(da="Antal skift", en="Number of moves"),
        "education.transition-support",
        Text(da="Hjælp i overgange", en="Help through transitions"),
        Text(
            da="Se, om nogen hjælper dem, der skifter, med at falde til.",
            en="See if anyone helps those who move to settle in.",
        ),
    ),
    opposed(
        "education.number-of-shifts",
        Text(da="Antal skift", en="Number of moves"),
        "education.group-stability",
        Text(da="Faste grupper og klasser", en="Stable groups and classes"),
        Text(
            da="Se, om klassen kan være mere fast, når flere skifter.",
            en="See if the class can be more stable when more children move.",
        ),
    ),
    opposed(
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
    yield from check_rules((*RULES, *ANSWER_RULES), screening)
