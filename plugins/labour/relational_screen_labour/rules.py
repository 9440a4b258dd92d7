"""Where the answers of the arena labour do not fit the draft, or each other."""

from relational_screen.api import LOWERS, NO_EFFECT, RAISES, AnswerRule, DraftRule, Text

NOT_EXAMINED = frozenset({"not_examined"})
NOT_LOWERS = NO_EFFECT | RAISES

BENEFIT_CUT_DA = (
    *("kontanthjælpsloft*", "ydelsesloft*", "loft over ydelse*", "loft over den samlede hjælp", "*timersregel*"),
    *("karensperiode*", "karensdag*", "økonomisk* sanktion*", "rådighedssanktion*", "punktsanktion*"),
    *("nedsættelse af hjælpen", "nedsættelse af ydelsen", "nedsættelse af dagpengene", "hjælpen nedsættes"),
    *("ydelsen nedsættes", "dagpengene nedsættes", "nedsætte hjælpen", "nedsætte ydelsen", "trækkes * fra i hjælpen"),
    *("trækkes fra i hjælpen", "hjælpen ophører", "ydelsen ophører", "hjælpen bortfalder", "ydelsen bortfalder"),
    *("mister retten til hjælp*", "mister retten til dagpenge", "mister retten til sygedagpenge"),
)
BENEFIT_CUT_EN = (
    *("benefit cap*", "benefit sanction*", "reduction of benefit*", "reduction of the benefit*", "benefit is reduced"),
    *("benefits are reduced", "suspension of benefit*", "suspension of the benefit*", "loss of benefit*"),
    *("benefit ceases", "cease to be entitled to benefit*", "disqualified from receiving benefit*", "waiting days"),
)

RULES = (
    DraftRule(
        "labour.income-stop",
        BENEFIT_CUT_DA,
        BENEFIT_CUT_EN,
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Nedsat eller stoppet ydelse« er besvaret uden virkning. Se, hvem "
            "der kan få en lavere ydelse eller slet ingen.",
            en="{label} mentions »{words}«, but »Benefit cut or stopped« is answered without effect. See who may "
            "get a lower benefit or none.",
        ),
    ),
    DraftRule(
        "labour.income-stop",
        BENEFIT_CUT_DA,
        BENEFIT_CUT_EN,
        NOT_EXAMINED,
        "warning",
        Text(
            da="{label} nævner »{words}«, og »Nedsat eller stoppet ydelse« er ikke undersøgt. Se, hvem der kan "
            "få en lavere ydelse eller slet ingen.",
            en="{label} mentions »{words}«, and »Benefit cut or stopped« is not examined. See who may get a "
            "lower benefit or none.",
        ),
    ),
    DraftRule(
        "common.household-economy",
        BENEFIT_CUT_DA,
        BENEFIT_CUT_EN,
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Råd til at deltage« er besvaret uden virkning. Se, om de berørte "
            "fortsat kan betale kontingent og transport.",
            en="{label} mentions »{words}«, but »Affording to take part« is answered without effect. See if "
            "those concerned can still pay for fees and transport.",
        ),
    ),
    DraftRule(
        "common.household-economy",
        BENEFIT_CUT_DA,
        BENEFIT_CUT_EN,
        NOT_EXAMINED,
        "warning",
        Text(
            da="{label} nævner »{words}«, og »Råd til at deltage« er ikke undersøgt. Se, om de berørte fortsat "
            "kan betale kontingent og transport.",
            en="{label} mentions »{words}«, and »Affording to take part« is not examined. See if those concerned "
            "can still pay for fees and transport.",
        ),
    ),
    DraftRule(
        "labour.working-time",
        (
            *(
                "natarbejde*",
                "aftenarbejde*",
                "weekendarbejde*",
                "søndagsarbejde*",
                "skifteholdsarbejde*",
                "nattevagt*",
            ),
            *("aftenvagt*", "weekendvagt*", "rådighedsvagt*", "tilkaldevagt*", "døgnvagt*", "delte vagter"),
            *("delt tjeneste", "udvidet åbningstid", "udvidede åbningstider", "søndagsåbent", "arbejde om natten"),
        ),
        (
            *("night work", "night shift*", "evening work", "evening shift*", "weekend work", "sunday work"),
            *("sunday trading", "shift work", "split shift*", "on call duty", "on-call duty", "extended opening hours"),
        ),
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Arbejdstid og fritid« er besvaret uden virkning. Se, om de "
            "ansattes aftener, nætter og weekender ændres.",
            en="{label} mentions »{words}«, but »Working hours and time off« is answered without effect. See if "
            "the employees' evenings, nights and weekends change.",
        ),
    ),
    DraftRule(
        "labour.mobility",
        (
            *("flytning af arbejdspladser", "udflytning af arbejdspladser", "udflytning af statslige arbejdspladser"),
            *("arbejdspladser flyttes", "arbejdspladserne flyttes", "tjenestestedet flyttes", "nyt tjenestested"),
            *("flytning af tjenestested*", "flytning af institution*", "flytning af styrelse*", "geografisk mobilitet"),
            *(
                "lukning af kaserne*",
                "nedlæggelse af kaserne*",
                "pligt til at flytte",
                "udstationeres",
                "transporttid til arbejde*",
            ),
        ),
        (
            *("relocation of jobs", "relocation of the agency", "relocation of offices", "relocation of workplaces"),
            *("workplaces are moved", "new duty station", "change of duty station", "geographical mobility"),
            *("closure of the barracks", "travel time to work", "commuting time"),
        ),
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »At flytte eller pendle« er besvaret uden virkning. Se, hvem der "
            "får længere eller kortere vej til arbejde, familie og venner.",
            en="{label} mentions »{words}«, but »Moving or commuting for work« is answered without effect. See "
            "who ends up farther from or nearer to work, family and friends.",
        ),
    ),
    DraftRule(
        "labour.age-discrimination",
        (
            *("pligtig afgangsalder*", "afgangsalder*", "øvre aldersgrænse*", "aldersgrænse for ansættelse*"),
            *("aldersgrænsen for ansættelse*", "aldersdiskrimin*", "afskediges på grund af alder"),
            *("forskelsbehandling på grund af alder", "ansættelsen ophører ved det fyldte", "fratræder ved det fyldte"),
        ),
        (
            *("mandatory retirement", "compulsory retirement", "upper age limit*", "age discrimination"),
            *("dismissed on grounds of age", "discrimination on grounds of age", "maximum age for employment"),
        ),
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Alder på arbejdsmarkedet« er besvaret uden virkning. Se, om ældre "
            "medarbejdere mister eller beholder job på grund af alderen.",
            en="{label} mentions »{words}«, but »Age in the labour market« is answered without effect. See if "
            "older employees lose or keep jobs because of their age.",
        ),
    ),
    DraftRule(
        "labour.process-when-ill",
        (
            *(
                "indkalde den sygemeldte",
                "indkalder den sygemeldte",
                "indkalde lønmodtageren til",
                "sygemeldte skal møde",
            ),
            *(
                "sygemeldte skal deltage",
                "sygemeldte skal medvirke",
                "den sygemeldtes mødepligt",
                "mødepligt under sygdom",
            ),
            *("pligt til at møde til opfølgningssamtale*", "pligt til at deltage i opfølgningssamtale*"),
            *("anmode den sygemeldte om at bestille tid", "medvirke i den konsultation"),
        ),
        (
            *(
                "must attend interview* while on sick leave",
                "must attend a follow-up interview",
                "duty to attend during",
            ),
            *("claimants on sick leave must", "people on sick leave must", "employees on sick leave must"),
        ),
        NOT_LOWERS,
        "information",
        Text(
            da="{label} nævner »{words}«, men »Krav under sygdom« er besvaret, som om kravene ikke binder nogen "
            "mere. Se, om møder og frister er nye, eller om de gælder i dag.",
            en="{label} mentions »{words}«, but »Requirements during illness« is answered as if nobody is bound "
            "more. See if the meetings and deadlines are new or apply already.",
        ),
    ),
    DraftRule(
        "labour.keeping-the-job",
        (
            *("fastholdelsesfleksjob*", "jobfastholdelse*", "delvis raskmelding", "delvist raskmeldt*", "120-dages*"),
            *("opsigelse på grund af sygdom", "afskedigelse på grund af sygdom", "opsiges under sygdom"),
            *("afskediges under sygdom", "opsigelse under orlov", "ret til at vende tilbage til samme"),
        ),
        (
            *("job retention", "retention flexi-job*", "partial return to work", "gradual return to work"),
            *("dismissal because of illness", "dismissal during sick leave", "right to return to the same job"),
        ),
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »At beholde sit job« er besvaret uden virkning. Se, om flere eller "
            "færre beholder job og kolleger under sygdom og orlov.",
            en="{label} mentions »{words}«, but »Keeping one's job« is answered without effect. See if more or "
            "fewer keep job and colleagues during illness and leave.",
        ),
    ),
    DraftRule(
        "labour.volunteering-on-benefit",
        (
            *("ulønnet arbejde", "ulønnede aktiviteter", "frivilligt ulønnet arbejde", "rådighedspligt*"),
            *("rådighedsforpligtelse*", "timer med frivilligt arbejde", "udfører frivilligt arbejde"),
        ),
        (
            *("unpaid work", "unpaid activit*", "availability requirement*", "volunteers while on benefit*"),
            *("voluntary work while receiving benefit*", "hours of voluntary work"),
        ),
        NO_EFFECT | NOT_EXAMINED,
        "warning",
        Text(
            da="{label} nævner »{words}«, men »Frivillig på offentlig ydelse« har ikke fået en virkning. Se, om "
            "modtagere af ydelser kan være mere eller mindre frivillige.",
            en="{label} mentions »{words}«, but »Volunteering on benefit« has been given no effect. See if "
            "people on benefits can volunteer more or less.",
        ),
    ),
    DraftRule(
        "labour.leaving-work",
        (
            *("forhøjelse af folkepensionsalderen", "folkepensionsalderen forhøjes", "forhøjelse af efterlønsalderen"),
            *("efterlønsalderen forhøjes", "afskaffelse af efterløn*", "efterlønsordningen ophæves"),
            *(
                "retten til tidlig pension",
                "retten til seniorpension",
                "ret til tidlig pension",
                "ret til seniorpension",
            ),
        ),
        (
            *("increase in the pension age", "pension age is raised", "raising the pension age"),
            *("abolition of early retirement", "right to early retirement", "right to a senior pension"),
        ),
        NO_EFFECT,
        "contradiction",
        Text(
            da="{label} nævner »{words}«, men »Fra job til pension« er besvaret uden virkning. Se, om flere "
            "eller færre selv vælger, hvornår de forlader arbejdspladsen.",
            en="{label} mentions »{words}«, but »From work to retirement« is answered without effect. See if "
            "more or fewer choose for themselves when to leave the workplace.",
        ),
    ),
)


ANSWER_RULES = (
    AnswerRule(
        "labour.income-stop",
        LOWERS,
        "common.household-economy",
        NOT_LOWERS,
        Text(
            da="»Nedsat eller stoppet ydelse« har en virkning, der mindsker muligheden for relationer, men »Råd "
            "til at deltage« er besvaret, som om ingen får færre penge til samvær. Se, om de to svar passer "
            "sammen.",
            en="»Benefit cut or stopped« has an effect that lowers the possibility of relations, but »Affording "
            "to take part« is answered as if nobody had less money for company. See if the two answers fit.",
        ),
    ),
    AnswerRule(
        "labour.process-when-ill",
        LOWERS,
        "common.process-burden",
        NOT_LOWERS,
        Text(
            da="»Krav under sygdom« har en virkning, der mindsker muligheden for relationer, men »Pligter og "
            "kontrol« er besvaret, som om ingen får flere pligter. Se, om de to svar passer sammen.",
            en="»Requirements during illness« has an effect that lowers the possibility of relations, but "
            "»Duties and checks« is answered as if nobody had more duties. See if the two answers fit.",
        ),
    ),
    AnswerRule(
        "labour.mobility",
        LOWERS,
        "common.family-ties",
        NOT_LOWERS,
        Text(
            da="»At flytte eller pendle« har en virkning, der mindsker muligheden for relationer, men »Familie "
            "og nære venner« er besvaret, som om ingen får længere til sine nærmeste. Se, om de to svar "
            "passer sammen.",
            en="»Moving or commuting for work« has an effect that lowers the possibility of relations, but "
            "»Family and close friends« is answered as if nobody ended up farther from them. See if the two "
            "answers fit.",
        ),
    ),
)
