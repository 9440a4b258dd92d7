"""Words of a draft that the rules of the arena look for; a star leaves an end of a word open."""

from relational_screen.api import Words

FEWER_SCHOOLS = Words(
    (
        *(
            "skolelukning*",
            "lukning af skole*",
            "lukning af en skole",
            "nedlæggelse af skole",
            "nedlæggelse af en skole",
        ),
        *("nedlægge en skole", "nedlægge skoler", "skolen nedlægges", "skoler nedlægges", "skolerne nedlægges"),
        *("sammenlægning af skole*", "sammenlægge skoler", "skolerne sammenlægges", "skoler sammenlægges"),
        *("nedlæggelse af dagtilbud*", "nedlæggelse af børnehave*", "nedlæggelse af daginstitution*"),
        *("lukning af dagtilbud*", "lukning af daginstitution*", "lukning af børnehave*"),
    ),
    (
        *("school closure*", "closure of the school", "closure of schools", "closing of schools", "school is closed"),
        *("merger of schools", "schools are merged", "schools are closed", "closure of nurseries"),
    ),
)
LESS_TIME = Words(
    (
        *("klasseloft* hæves", "klasseloftet forhøjes", "forhøjelse af klasseloft*", "hævelse af klasseloft*"),
        *(
            "højere klassekvotient*",
            "højere elevtal*",
            "større klasser",
            "større børnegruppe*",
            "flere børn pr. voksen",
        ),
        *("flere elever pr. klasse", "flere elever i klassen", "flere elever i hver klasse"),
        *("normering* nedsættes", "normeringen sænkes", "nedsættelse af normering*", "lempelse af normering*"),
        *("minimumsnormering* ophæves", "minimumsnormeringerne ophæves", "fravige minimumsnormering*"),
        *("færre pædagoger", "færre lærere", "færre ansatte i dagtilbud*"),
    ),
    (
        *("larger classes", "larger groups of children", "more pupils in each class", "more pupils per class"),
        *("more children per adult", "lower staffing ratio*", "reduced staffing ratio*", "fewer teachers"),
        *("class size limit is raised", "raise the class size*"),
    ),
)
EXCLUSION = Words(
    (
        *("bortvisning af elev*", "bortvise elev*", "bortvise en elev", "bortvise eleven", "eleven bortvises"),
        *("elever bortvises", "bortvises fra skole*", "hjemsende elev*", "hjemsendelse af elev*"),
        *("udelukke elev*", "udelukkelse fra undervisning*", "udelukkes fra undervisning*", "udelukkes fra skole*"),
        *("udskrive elev*", "udskrives fra skole*", "overflyttes til specialklasse*", "overflyttes til specialskole*"),
    ),
    (
        *("exclusion of pupils", "exclude a pupil", "exclude pupils", "expulsion from school", "expel a pupil"),
        *("excluded from school", "suspension of pupils", "transferred to a special school"),
    ),
)
LONGER_DAYS = Words(
    (
        *("længere skoledag*", "forlængelse af skoledag*", "skoledagen forlænges", "undervisningstiden forlænges"),
        *("flere undervisningstimer", "undervisningstidens samlede varighed", "mindste varighed af undervisningstid*"),
        *("lektiehjælp og faglig fordybelse", "studiefremdrift*", "fremdriftskrav*", "maksimal studietid"),
        *("mødepligt for elever*", "mødepligt for studerende", "hurtigere gennemførelse af uddannelse*"),
        *("ekstra prøver", "flere prøver", "kortere ferie*"),
    ),
    (
        *("longer school day*", "extended school day*", "more lessons", "study progress", "progress requirement*"),
        *("maximum period of study", "compulsory attendance", "additional tests", "shorter holidays"),
    ),
)
SCREENS = Words(
    (
        *(
            "fjernundervisning*",
            "virtuel undervisning",
            "virtuelt fremmøde",
            "digital undervisning",
            "nødundervisning*",
        ),
        *("onlineundervisning*", "undervisning på afstand", "mobilforbud*", "mobilfri*", "brug af mobiltelefon*"),
        *("smartphone*", "elevers mobiltelefon*", "elevers brug af skærm*", "skærmfri*"),
    ),
    (
        *("remote teaching", "distance learning", "online teaching", "virtual teaching", "mobile phone ban"),
        *("ban on mobile phones", "smartphone*", "pupils' phones", "phone-free"),
    ),
)
PLACED = Words(
    (
        *("anbragte børn", "anbragte elever", "anbragt barn", "børn, der er anbragt", "børn og unge, der er anbragt"),
        *("barnets anbringelse", "anbringelse af børn", "anbringelse uden for hjemmet", "anbragt uden for hjemmet"),
        *("sygeundervisning*", "indlagte elever", "indlagte børn", "intern skole", "interne skoler"),
        *("syge elever", "undervisning under indlæggelse"),
    ),
    (
        *("children in care", "looked-after child*", "placed in care", "foster care", "foster child*"),
        *("hospital teaching", "hospitalised pupils", "pupils in hospital", "pupils who are ill"),
    ),
)
