"""Words of a draft that the rules of the arena look for; a star leaves an end of a word open."""

from relational_screen.api import Words

DEARER = Words(
    (
        *("kontingent* forhøjes", "kontingentet hæves", "højere kontingent*", "forhøjelse af kontingent*"),
        *(
            "deltagerbetaling* forhøjes",
            "deltagerbetalingen hæves",
            "højere deltagerbetaling*",
            "øget deltagerbetaling",
        ),
        *(
            "forhøjelse af deltagerbetaling*",
            "indføre deltagerbetaling",
            "øget brugerbetaling",
            "indføre brugerbetaling",
        ),
        *(
            "fritidspas* afskaffes",
            "fritidspasset ophører",
            "afskaffelse af fritidspas*",
            "fritidspasordningen ophører",
        ),
        *(
            "fripladser afskaffes",
            "afskaffelse af friplads*",
            "fripladstilskud* bortfalder",
            "fripladstilskud* ophæves",
        ),
        *("indføre entré*", "forhøjelse af entré*", "højere billetpris*"),
    ),
    (
        *("membership fee is raised", "fees are raised", "higher membership fee*", "higher participation fee*"),
        *("introduce user charge*", "leisure pass is abolished", "abolition of the leisure pass", "free places end"),
        *("introduce an admission fee", "higher admission fee*"),
    ),
)
LESS_FUNDING = Words(
    (
        *("tilskuddet bortfalder", "tilskuddet ophører", "tilskuddet nedsættes", "tilskuddet udløber"),
        *("grundtilskud* bortfalder", "grundtilskuddet nedsættes", "grundtilskuddet ophæves", "puljen ophører"),
        *("puljen nedlægges", "puljen udløber", "nedsættelse af grundtilskud*", "nedsættelse af driftstilskud*"),
        *("nedsættelse af tilskud* til foreninger", "driftstilskud* bortfalder", "driftstilskuddet ophører"),
        *(
            "driftstilskuddet nedsættes",
            "driftsstøtten bortfalder",
            "driftsstøtten ophører",
            "medlemstilskud* bortfalder",
        ),
        *("aktivitetstilskud* bortfalder", "aktivitetstilskuddet nedsættes", "færre tilskud til foreninger"),
    ),
    (
        *("grant* to associations cease", "funding to associations is reduced", "the grant lapses", "the grant ends"),
        *("reduction of the basic grant", "basic grant is abolished", "the fund is closed", "grants are reduced"),
    ),
)
FEWER_PREMISES = Words(
    (
        *("hallen lukkes", "hallen nedlægges", "idrætshal* nedlægges", "idrætshal* lukkes", "lukning af idræts*"),
        *("nedlæggelse af idræts*", "svømmehal* lukkes", "lukning af svømmehal*", "nedlæggelse af boldbane*"),
        *(
            "boldbane* nedlægges",
            "klubhus* fjernes",
            "klubhus kan fjernes",
            "klubhus* nedlægges",
            "nedrivning af klubhus*",
        ),
        *(
            "klubhus kan nedrives",
            "nedlæggelse af forsamlingshus*",
            "forsamlingshuset lukkes",
            "lokaletilskud* bortfalder",
        ),
        *("lokaletilskuddet nedsættes", "nedsættelse af lokaletilskud*", "gebyr for benyttelse af lokaler"),
        *("gebyr for lokaler", "anvisningspligten bortfalder", "anvisningspligten ophæves", "lukning af ungdomsklub*"),
    ),
    (
        *(
            "hall is closed",
            "closure of the hall",
            "closure of sports*",
            "swimming pool is closed",
            "clubhouse* removed",
        ),
        *("clubhouse may be removed", "demolition of the clubhouse", "closure of the village hall"),
        *("charge for the use of rooms", "premises grant* lapse*", "closure of pitches"),
    ),
)
FEWER_MEETINGS = Words(
    (
        *("lukning af bibliotek*", "nedlæggelse af bibliotek*", "biblioteket lukkes", "biblioteksfilial* nedlægges"),
        *("biblioteksfilial* lukkes", "filialbibliotek* lukkes", "filialbibliotek* nedlægges", "ubemandet bibliotek*"),
        *(
            "ubemandede bibliotek*",
            "bibliotek uden personale",
            "lukning af museum",
            "lukning af museer",
            "museet lukkes",
        ),
        *("nedlæggelse af aftenskole*", "kulturhuset lukkes", "lukning af kulturhus*", "nedlæggelse af højskole*"),
    ),
    (
        *("closure of the library", "closure of libraries", "library closure*", "library is closed"),
        *("unstaffed librar*", "closure of museums", "museum is closed", "closure of evening schools"),
    ),
)
PAPERWORK = Words(
    (
        *("børneattest*", "revisorerklæring*", "revisorpåtegn*", "foreningens regnskab", "foreningernes regnskab*"),
        *("regnskab for tilskud*", "dokumentation for tilskud*", "afrapportering fra forening*"),
        *("foreningen skal indsende", "foreningerne skal indsende", "foreningen skal dokumentere"),
        *("foreningerne skal dokumentere", "registrering af forening*", "registrering af frivillige"),
    ),
    (
        *("background check* on volunteers", "background check* of volunteers", "association shall document"),
        *("associations shall document", "accounts of the association", "auditor's statement", "register volunteers"),
    ),
)
COMPANY = Words(
    (
        *("ledsageordning*", "timers ledsagelse", "ret til ledsagelse", "besøgsven*", "ledsagetime*"),
        *("besøgstjeneste*", "fritidsguide*", "støtte- og kontaktperson*", "borgerstyret personlig assistance"),
    ),
    (
        *("companion scheme*", "escort scheme*", "hours of escort", "hours of companionship", "befriending"),
        *("citizen-controlled personal assistance", "leisure guide*"),
    ),
)
SHORTER_HOURS = Words(
    (
        *("kortere åbningstid*", "færre åbningstimer", "åbningstiden nedsættes", "åbningstiden indskrænkes"),
        *(
            "åbningstiderne indskrænkes",
            "indskrænkning af åbningstid*",
            "reducerede åbningstid*",
            "reduktion af åbningstid*",
        ),
        *(
            "lukket om aftenen",
            "lukket i weekend*",
            "aftenbus* nedlægges",
            "natbus* nedlægges",
            "nedlæggelse af aftenbus*",
        ),
        *("telekørsel* ophører", "nedlæggelse af telekørsel*", "flextur* ophører"),
    ),
    (
        *("shorter opening hours", "reduced opening hours", "opening hours are reduced", "closed in the evening*"),
        *("closed at weekends", "evening bus* is withdrawn", "evening buses are withdrawn"),
    ),
)
