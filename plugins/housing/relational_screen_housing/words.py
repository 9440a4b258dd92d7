"""Words of a draft that the rules of the arena look for; a star leaves an end of a word open."""

from relational_screen.api import Words

REHOUSING = Words(
    (
        *(
            "genhus*",
            "erstatningsbolig*",
            "nedrivning af bolig*",
            "nedrivning af familiebolig*",
        ),
        *("nedrivning af * bolig*", "boliger nedrives", "boligerne nedrives", "boligblokke nedrives"),
        *("opsigelse af lejer*", "opsigelse af lejemål*", "opsige lejer*", "lejere opsiges", "lejeren opsiges"),
        *("må fraflytte", "skal fraflytte", "lejekontrakten opsiges", "lejemålet opsiges"),
    ),
    (
        *(
            "rehous*",
            "replacement home*",
            "demolition of dwellings",
            "demolition of * dwellings",
            "demolition of homes",
        ),
        *("homes are demolished", "dwellings are demolished", "termination of the tenancy", "termination of tenancies"),
        *("terminate the tenancy", "notice to quit", "eviction of tenants"),
    ),
)
DEMOLITION = Words(
    (
        *(
            "nedrivning af bebyggelse*",
            "nedrivning af eksisterende",
            "nedrivning af ejendom*",
            "nedrivning af * ejendom*",
        ),
        *("nedrivning af blok*", "nedrivning af etagebyggeri*", "nedrivning af beboelse*", "nedrivning af hus*"),
        *("bebyggelse* nedrives", "bebyggelse* kan nedrives", "bebyggelse* skal nedrives", "ejendom* nedrives"),
        *("bygning* nedrives", "bygning* kan nedrives", "bygning* skal nedrives"),
    ),
    (
        *("demolition of existing", "demolition of the building*", "demolition of buildings", "demolition of blocks"),
        *("buildings are demolished", "building* may be demolished", "building* shall be demolished"),
    ),
)
SALE = Words(
    (
        *("salg af almene*", "salg af bolig*", "salg af familiebolig*", "salg af lejebolig*", "frasalg af bolig*"),
        *(
            "sælge almene*",
            "sælge bolig*",
            "boligerne sælges",
            "boliger sælges",
            "frasælge bolig*",
            "boligerne afhændes",
        ),
        *("afhændelse af almene*", "afhændelse af bolig*", "omdannelse til ejerbolig*", "omdannes til ejerbolig*"),
    ),
    (
        *("sale of social housing", "sale of dwellings", "sale of homes", "sale of rented homes", "dwellings are sold"),
        *("sell dwellings", "sell homes", "homes are sold", "conversion to owner-occup*", "right to buy"),
    ),
)
LESS_SHARED = Words(
    (
        *("nedlæggelse af fælles*", "nedlægge fælles*", "fælleslokale* nedlægges", "fælleslokalerne nedlægges"),
        *("fælleshuset nedlægges", "fællesrum* nedlægges", "fællesareal* nedlægges", "fællesareal* bebygges"),
        *("fælles rum nedlægges", "de fælles rum lukkes", "fælleslokaler lukkes", "reduktion af fælles*"),
        *("mindre fælles opholdsareal*", "mindre fællesareal*", "færre fællesrum", "færre fælleslokaler"),
        *("vaskeriet nedlægges", "vaskerier nedlægges", "nedlæggelse af vaskeri*", "gårdrummet bebygges"),
        *(
            "legepladsen nedlægges",
            "nedlæggelse af legeplads*",
            "nyttehave* i * nedlægges",
            "nyttehave* i * * nedlægges",
            "nyttehaverne nedlægges",
            "nedlæggelse af nyttehave*",
        ),
        *("fællesareal* inddrages", "fælleslokale* inddrages", "fælleslokale* ombygges til bolig*"),
    ),
    (
        *("closure of the common room*", "closure of common rooms", "common rooms are closed", "common room is closed"),
        *("reduction of shared*", "reduction of communal*", "fewer common rooms", "smaller shared area*"),
        *("laundry is closed", "playground is removed", "removal of the playground", "courtyard is built over"),
    ),
)
CLOSED_WAYS = Words(
    (
        *("nedlæggelse af bus*", "nedlægge bus*", "busrute* nedlægges", "busruten nedlægges", "buslinje* nedlægges"),
        *("busforbindelse* nedlægges", "busdriften indstilles", "færre busafgange", "færre afgange"),
        *("stoppested* nedlægges", "nedlæggelse af stoppested*", "lukning af station*", "stationen lukkes"),
        *("stationer lukkes", "togdriften indstilles", "trinbræt* nedlægges", "nedlæggelse af cykelsti*"),
        *("stiforbindelse* nedlægges", "stien nedlægges", "stien lukkes", "stiforbindelsen lukkes", "stien sløjfes"),
        *("nedlæggelse af sti", "nedlæggelse af stien", "nedlæggelse af stier", "nedlæggelse af stiforbindelse*"),
    ),
    (
        *("bus route* is withdrawn", "bus routes are withdrawn", "withdrawal of bus*", "closure of bus*"),
        *("fewer departures", "bus stop* is removed", "bus stops are removed", "closure of the station"),
        *("closure of stations", "station is closed", "closure of the path", "path is closed", "footpath is closed"),
    ),
)
CARE_HOMES = Words(
    (
        *("besøgsrestriktion*", "besøgsforbud*", "besøg på plejehjem*", "besøgende på plejehjem*", "visse besøgende"),
        *("plejehjemsbeboer*", "beboere på plejehjem*", "beboere på plejecent*", "beboere i plejebolig*"),
        *("beboere i * botilbud", "beboere i botilbud", "bor i plejebolig*", "bor på plejehjem*", "bor i botilbud*"),
        *("overnattende gæst*", "magtanvendelse*"),
    ),
    (
        *("care home resident*", "residents of care homes", "residents in care homes", "live in a care home"),
        *("visiting restriction*", "visiting ban*", "ban on visits", "overnight guest*", "use of restraint"),
    ),
)
LESS_ACCESS = Words(
    (
        *("uden elevator", "uden krav om elevator", "krav om elevator bortfalder", "undtages fra krav om elevator"),
        *("ikke krav om elevator", "fravige krav* om tilgængelighed*", "fravige tilgængelighedskrav*"),
        *("dispensation fra tilgængelighedskrav*", "undtages fra krav om niveaufri*", "ikke krav om niveaufri*"),
        *("lempelse af tilgængelighedskrav*", "tilgængelighedskravene lempes", "krav om niveaufri adgang bortfalder"),
    ),
    (
        *("without a lift", "no requirement for a lift", "exempt from accessibility*", "exemption from accessibility*"),
        *("no requirement for step-free", "relaxation of accessibility*", "dispense with accessibility*"),
    ),
)
NO_CARETAKER = Words(
    (
        *("nedlægge ejendomskontor*", "nedlæggelse af ejendomskontor*", "ejendomskontor* nedlægges"),
        *("ejendomskontor* lukkes", "ejendomskontorerne lukkes", "lukning af ejendomskontor*", "færre viceværter"),
        *("nedlæggelse af viceværtstilling*", "viceværtordning* nedlægges", "viceværtordningen ophører"),
        *("fjerne viceværter*", "boligsociale indsats* ophører", "boligsocial* helhedsplan* ophører"),
    ),
    (
        *("closure of estate office*", "close estate office*", "estate office* is closed", "estate offices are closed"),
        *("fewer caretakers", "caretaker* post* is abolished", "abolish the caretaker*"),
    ),
)
ROOMS_CLOSED = Words(
    (
        *("kun anvendes af beboerne", "kun benyttes af beboerne", "alene benyttes af beboerne", "kun for beboere"),
        *("ikke udlejes til foreninger", "ikke udlånes til foreninger", "forbeholdt beboerne", "forbeholdt lejerne"),
        *("forbeholdes beboerne", "ikke stilles til rådighed for foreninger"),
    ),
    (
        *("used by residents only", "residents only", "reserved for residents", "not be let to associations"),
        *("not be available to associations",),
    ),
)
