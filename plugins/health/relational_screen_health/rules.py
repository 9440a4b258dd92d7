"""Where the answers of the arena health do not fit the draft, or each other."""

from relational_screen.api import LOWERS, NO_EFFECT, RAISES, AnswerRule, DraftRule, Text

VISITS_DA = (
    *("besøgsrestriktion*", "besøgsforbud*", "visse besøgende", "begrænsning af adgangen til fællesboligarealer"),
    *("begrænse * besøgendes adgang", "afvise besøgende", "begrænse besøg", "begrænsning af besøg", "forbud mod besøg"),
)
VISITS_EN = (
    *("visiting restriction*", "visiting ban*", "ban on visits", "ban on visitors", "restrict visits"),
    *("restriction of visits", "refuse visitors", "restrict visiting"),
)
DISTANCE_DA = (
    *("lukning af sygehus*", "nedlæggelse af sygehus*", "sygehuset nedlægges", "sygehuset lukkes", "færre sygehuse"),
    *("lukning af sygehusafdeling*", "nedlæggelse af sygehusafdeling*", "færre hospitaler", "lukning af hospital*"),
    *("centralisering af behandling*", "centralisering af sygehus*", "behandlingen samles på", "fødestedet lukkes"),
    *("lukning af plejehjem*", "nedlæggelse af plejehjem*", "plejehjemmet lukkes"),
)
DISTANCE_EN = (
    *("closure of the hospital", "closure of hospitals", "hospital closure*", "hospital is closed", "ward is closed"),
    *("closure of the ward", "fewer hospitals", "centralisation of treatment", "treatment is centralised"),
    *("closure of the care home", "closure of care homes", "closure of nursing homes"),
)
SCREEN_FOR_VISIT_DA = (
    *("i stedet for besøg", "i stedet for et besøg", "i stedet for besøget", "i stedet for et hjemmebesøg"),
    *("i stedet for fremmøde", "i stedet for personligt fremmøde", "i stedet for fysisk fremmøde"),
    *("erstatte * besøg", "erstatte besøg*", "erstatter besøg*", "erstatte hjemmebesøg*", "erstatte fremmøde"),
    *("erstattes af skærm*", "erstattes af video*", "andre måder at gennemføre"),
)
SCREEN_FOR_VISIT_EN = (
    *("instead of a visit", "instead of visits", "instead of home visits", "instead of attending in person"),
    *("in place of a visit", "in place of visits", "replace home visits", "replace a visit", "replaced by video*"),
    *("replaced by a video*", "replaced by digital contact"),
)
LESS_HELP_DA = (
    *("færre minutter", "færre timer", "færre besøg", "nedsættelse af serviceniveau*", "lavere serviceniveau"),
    *("serviceniveauet nedsættes", "serviceniveauet sænkes", "lukning af dagcent*", "nedlæggelse af dagcent*"),
    *(
        "dagcentret lukkes",
        "kortere besøg",
        "reducere antallet af besøg",
        "rengøring hver tredje uge",
        "hjælpen afkortes",
    ),
)
LESS_HELP_EN = (
    *(
        "fewer minutes",
        "fewer hours",
        "fewer visits",
        "shorter visits",
        "lower service level*",
        "lower level of service",
    ),
    *("closure of the day centre", "closure of day centres", "reduce the number of visits", "day centre is closed"),
)

RULES = (
    DraftRule(
        "health.visiting",
        VISITS_DA,
        VISITS_EN,
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Besøg og kontakt udadtil« er besvaret uden virkning. Se, hvem der "
            "kan blive afskåret fra at komme på besøg.",
            en="{label} mentions »{words}«, but »Visits and outside contact« is answered without effect. See who "
            "may be kept from visiting.",
        ),
    ),
    DraftRule(
        "health.visiting",
        VISITS_DA,
        VISITS_EN,
        RAISES,
        "warning",
        Text(
            da="{label} nævner »{words}«, men alle virkninger under »Besøg og kontakt udadtil« øger muligheden "
            "for relationer. Se, om nogen også mister adgang til at komme på besøg.",
            en="{label} mentions »{words}«, but all effects under »Visits and outside contact« raise the "
            "possibility of relations. See if anyone also loses the way to visit.",
        ),
    ),
    DraftRule(
        "health.relatives",
        (
            *VISITS_DA,
            *("plejeorlov*", "plejevederlag*", "aflastningsophold*", "afløsning i hjemmet", "pasning af nærtstående"),
            *("aflastning af pårørende", "inddragelse af pårørende", "pårørendepolitik*", "pårørendes adgang"),
        ),
        (
            *VISITS_EN,
            *(
                "respite care",
                "leave to care for",
                "involvement of relatives",
                "support for relatives",
                "carers' leave",
            ),
        ),
        NO_EFFECT,
        "warning",
        Text(
            da="{label} nævner »{words}«, men »At være pårørende« er besvaret uden virkning. Se, om pårørende "
            "får mere eller mindre tid, adgang eller aflastning.",
            en="{label} mentions »{words}«, but »Being a relative« is answered without effect. See if relatives "
            "get more or less time, access or respite.",
        ),
    ),
    DraftRule(
        "health.discharge",
        (
            *("udskrives fra sygehus*", "udskrivning fra sygehus*", "udskrivelse fra sygehus*", "udskrivningsaftale*"),
            *("udskrivningskoordinator*", "opfølgende hjemmebesøg", "hurtigere udskrivning", "tidligere udskrivning"),
            *("kortere indlæggelse*", "kortere indlæggelsestid*", "følge hjem fra sygehus*"),
        ),
        (
            *("discharge from hospital", "discharged from hospital", "hospital discharge", "discharge plan*"),
            *("earlier discharge", "early discharge", "shorter stay* in hospital", "shorter hospital stay*"),
        ),
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Hjem fra sygehuset« er besvaret uden virkning. Se, om der er "
            "nogen til at tage imod dem, der bor alene.",
            en="{label} mentions »{words}«, but »Home from hospital« is answered without effect. See if someone "
            "is there to receive people who live alone.",
        ),
    ),
    DraftRule(
        "health.discharge",
        (
            *("hurtigere udskrivning*", "tidligere udskrivning*", "udskrives tidligere", "udskrives hurtigere"),
            *("kortere indlæggelse*", "kortere indlæggelsestid*", "afkorte indlæggelse*"),
        ),
        (
            *("earlier discharge", "early discharge", "discharged earlier", "shorter stay* in hospital"),
            *("shorter hospital stay*", "shorten the stay"),
        ),
        RAISES,
        "warning",
        Text(
            da="{label} nævner »{words}«, men alle virkninger under »Hjem fra sygehuset« øger muligheden for "
            "relationer. Se, hvem der får ansvaret hjemme, når opholdet bliver kortere.",
            en="{label} mentions »{words}«, but all effects under »Home from hospital« raise the possibility of "
            "relations. See who is left with the responsibility at home when the stay gets shorter.",
        ),
    ),
    DraftRule(
        "health.distance",
        DISTANCE_DA,
        DISTANCE_EN,
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Afstand til behandling« er besvaret uden virkning. Se, hvem der "
            "får længere til behandling, og om familien kan komme med.",
            en="{label} mentions »{words}«, but »Distance to treatment« is answered without effect. See who ends "
            "up farther from treatment, and whether family can come along.",
        ),
    ),
    DraftRule(
        "health.distance",
        DISTANCE_DA,
        DISTANCE_EN,
        RAISES,
        "warning",
        Text(
            da="{label} nævner »{words}«, men alle virkninger under »Afstand til behandling« øger muligheden for "
            "relationer. Se, om nogen får længere til behandling end i dag.",
            en="{label} mentions »{words}«, but all effects under »Distance to treatment« raise the possibility "
            "of relations. See if anyone ends up farther from treatment than today.",
        ),
    ),
    DraftRule(
        "health.digital-contact",
        (
            *SCREEN_FOR_VISIT_DA,
            "skærmbesøg*",
            "videobesøg*",
            "videokonsultation*",
            "telemedicin*",
            "hjemmemonitorering*",
        ),
        (*SCREEN_FOR_VISIT_EN, "video consultation*", "telemedicine", "virtual visit*", "remote monitoring"),
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Kontakt over skærm« er besvaret uden virkning. Se, om skærmen "
            "kommer i stedet for et møde eller som noget ekstra.",
            en="{label} mentions »{words}«, but »Contact by screen« is answered without effect. See if the "
            "screen replaces a meeting or comes on top.",
        ),
    ),
    DraftRule(
        "health.digital-contact",
        SCREEN_FOR_VISIT_DA,
        SCREEN_FOR_VISIT_EN,
        RAISES,
        "warning",
        Text(
            da="{label} nævner »{words}«, men alle virkninger under »Kontakt over skærm« øger muligheden for "
            "relationer. Se, om nogen mister et møde ansigt til ansigt, og om de selv vælger.",
            en="{label} mentions »{words}«, but all effects under »Contact by screen« raise the possibility of "
            "relations. See if anyone loses a meeting face to face, and if they choose it themselves.",
        ),
    ),
    DraftRule(
        "health.home-visits",
        (
            *(
                "tilbyde et forebyggende hjemmebesøg",
                "tilbyde forebyggende hjemmebesøg",
                "årligt forebyggende hjemmebesøg",
            ),
            *(
                "tilbud om forebyggende hjemmebesøg",
                "det forebyggende hjemmebesøg",
                "de forebyggende hjemmebesøg afskaffes",
            ),
        ),
        ("offer a preventive home visit", "offer preventive home visits", "offer of a preventive home visit"),
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Forebyggende hjemmebesøg« er besvaret uden virkning. Se, om flere "
            "eller færre får et besøg, og hvor tit.",
            en="{label} mentions »{words}«, but »Preventive home visits« is answered without effect. See if more "
            "or fewer get a visit, and how often.",
        ),
    ),
    DraftRule(
        "health.home-visits",
        ("borgere, der er fyldt", "personer, der er fyldt", "borgere i alderen"),
        ("citizens who have turned", "people who have turned", "citizens aged", "citizens over the age of"),
        RAISES,
        "information",
        Text(
            da="{label} nævner »{words}«, og alle virkninger under »Forebyggende hjemmebesøg« øger muligheden for "
            "relationer. Se, om nogen uden for aldersgrænsen mister et besøg, som de får i dag.",
            en="{label} mentions »{words}«, and all effects under »Preventive home visits« raise the possibility of "
            "relations. See if anyone outside the age limit loses a visit they get today.",
        ),
    ),
    DraftRule(
        "health.service-level",
        LESS_HELP_DA,
        LESS_HELP_EN,
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Tid og samvær i plejen« er besvaret uden virkning. Se, hvem der "
            "får mindre tid sammen med personale eller andre borgere.",
            en="{label} mentions »{words}«, but »Time and company in care« is answered without effect. See who "
            "gets less time with staff or other citizens.",
        ),
    ),
    DraftRule(
        "health.service-level",
        LESS_HELP_DA,
        LESS_HELP_EN,
        RAISES,
        "warning",
        Text(
            da="{label} nævner »{words}«, men alle virkninger under »Tid og samvær i plejen« øger muligheden for "
            "relationer. Se, om nogen får mindre tid sammen med personale eller andre borgere.",
            en="{label} mentions »{words}«, but all effects under »Time and company in care« raise the "
            "possibility of relations. See if anyone gets less time with staff or other citizens.",
        ),
    ),
    DraftRule(
        "health.staff-continuity",
        (
            *(
                "skift af leverandør",
                "leverandørskift*",
                "vikarbureau*",
                "faste team*",
                "fast team",
                "selvstyrende team*",
            ),
            *("fast kontaktperson", "fast læge", "udlicitering*", "helhedspleje*", "de samme medarbejdere"),
        ),
        (
            *("change of provider", "agency staff", "fixed team*", "self-managing team*", "named nurse*"),
            *("named doctor*", "outsourcing of care", "continuity of care", "the same members of staff"),
        ),
        NO_EFFECT,
        "warning",
        Text(
            da="{label} nævner »{words}«, men »De samme ansatte« er besvaret uden virkning. Se, om borgerne "
            "møder flere eller færre forskellige ansatte.",
            en="{label} mentions »{words}«, but »The same few staff« is answered without effect. See if citizens "
            "meet more or fewer different staff.",
        ),
    ),
)


ANSWER_RULES = (
    AnswerRule(
        "health.visiting",
        LOWERS,
        "health.relatives",
        NO_EFFECT,
        Text(
            da="»Besøg og kontakt udadtil« har en virkning, der mindsker muligheden for relationer, men »At være "
            "pårørende« er besvaret uden virkning. Se, om de besøgende er pårørende.",
            en="»Visits and outside contact« has an effect that lowers the possibility of relations, but »Being "
            "a relative« is answered without effect. See if the visitors are relatives.",
        ),
    ),
    AnswerRule(
        "health.home-visits",
        LOWERS,
        "health.noticing-and-referring",
        NO_EFFECT | RAISES,
        Text(
            da="»Forebyggende hjemmebesøg« har en virkning, der mindsker muligheden for relationer, men »At "
            "spørge og vise vej« er besvaret, som om ingen samtaler falder bort. Se, om de to svar passer "
            "sammen.",
            en="»Preventive home visits« has an effect that lowers the possibility of relations, but »Asking and "
            "pointing the way« is answered as if no talks were lost. See if the two answers fit.",
        ),
    ),
    AnswerRule(
        "health.digital-contact",
        LOWERS,
        "common.digital-for-personal",
        NO_EFFECT | RAISES,
        Text(
            da="»Kontakt over skærm« har en virkning, der mindsker muligheden for relationer, men »Møder og "
            "digitale løsninger« er besvaret, som om ingen møder falder bort. Se, om de to svar passer "
            "sammen.",
            en="»Contact by screen« has an effect that lowers the possibility of relations, but »Meetings and "
            "digital solutions« is answered as if no meetings were lost. See if the two answers fit.",
        ),
    ),
)
