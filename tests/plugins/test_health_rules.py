"""Every rule of the arena health, on invented drafts that break it and on ones that do not."""

from pathlib import Path

import pytest
from relational_screen_health import review_screening
from relational_screen_health.rules import ANSWER_RULES, RULES

from relational_screen.app.files import read_draft
from relational_screen.screening.screening import Screening
from tests.plugins.ways import WAYS, content, screened

NONE = {"no_effect", "not_applicable"}
RAISES = {"raises"}
ORDINARY_DA = "Regionsrådet fastsætter regler om behandling af personoplysninger, og loven træder i kraft i 2028."
ORDINARY_EN = "The council lays down rules on the processing of personal data, and the Act comes into force in 2028."

VISITS = (
    "Lederen kan begrænse visse besøgendes adgang, og et besøgsforbud gælder i højst 6 måneder.",
    "The manager may restrict visits to the home, and a visiting ban applies for at most 6 months.",
    "Kommunen fører tilsynsbesøg, og adgangen til parkering kan begrænses.",
    "The municipality carries out inspection visits, and the access to parking may be restricted.",
)
EARLY = (
    "Hurtigere udskrivning skal sikre, at sengene bruges, og at kortere indlæggelser bliver reglen.",
    "Early discharge is to be the rule, and the discharge plan is made on the day of admission.",
    "Regningen deles mellem regionen og kommunen efter antallet af sengedage og udskrivning af skat.",
    "The bill is shared between the region and the municipality, and the discharge of water is paid for.",
)
FAR = (
    "Behandlingen samles på universitetshospitalet, og planen indebærer lukning af sygehuse i tre byer.",
    "The treatment is centralised at the university hospital, and closure of hospitals in three towns follows.",
    "Sygehuset skifter navn, og nedlæggelse af afdeling B i den almene boligorganisation kræver godkendelse.",
    "The hospital changes its name, and the closure of the department of the housing association is approved.",
)
SCREEN = (
    "Kommunen kan tilbyde en samtale på skærm i stedet for et hjemmebesøg.",
    "The municipality may offer a talk by screen instead of a visit, and the visit is replaced by video.",
    "Afgørelsen sendes med digital post, og skiltet om videoovervågning sættes op ved indgangen.",
    "The decision is sent by digital post, and the sign of the video surveillance is put up by the entrance.",
)
LESS = (
    "Der tildeles færre minutter til personlig pleje, og planen medfører lukning af dagcentre.",
    "There shall be fewer minutes for the personal care, and closure of day centres follows by the plan.",
    "Kommunen fastsætter serviceniveauet mindst én gang om året og fører tilsyn inden for 24 timer.",
    "The municipality lays down the service level once a year, and inspection takes place within 24 hours.",
)

CASES = {
    ("health.visiting", "contradiction"): (NONE, *VISITS),
    ("health.visiting", "warning"): (RAISES, *VISITS),
    ("health.relatives", "warning"): (
        NONE,
        "Retten til afløsning i hjemmet og aflastning af pårørende ophæves.",
        "The right to respite care is repealed, and the involvement of relatives is voluntary.",
        "En ægtefælles indtægt indgår i beregningen, og nærtstående parter oplyses i årsrapporten.",
        "The income of the spouse is part of the calculation, and related parties are listed in the report.",
    ),
    ("health.discharge", "contradiction"): (NONE, *EARLY),
    ("health.discharge", "warning"): (RAISES, *EARLY),
    ("health.distance", "contradiction"): (NONE, *FAR),
    ("health.distance", "warning"): (RAISES, *FAR),
    ("health.digital-contact", "contradiction"): (NONE, *SCREEN),
    ("health.digital-contact", "warning"): (RAISES, *SCREEN),
    ("health.home-visits", "contradiction"): (
        NONE,
        "Kommunalbestyrelsen skal tilbyde et forebyggende hjemmebesøg hvert andet år.",
        "The municipality shall offer preventive home visits to the residents every second year.",
        "Kommunalbestyrelsen kan foretage kontrolbesøg i hjemmet uden retskendelse.",
        "The municipality may make an inspection visit to the home without a court order.",
    ),
    ("health.home-visits", "information"): (
        RAISES,
        "Besøget tilbydes alle borgere, der er fyldt 82 år, og som bor i kommunen.",
        "The visit is offered to all the citizens aged 82 or more of the municipality.",
        "Loven finder anvendelse på sager, der er anlagt efter fristens udløb.",
        "The Act applies to the cases which were brought after the end of the period.",
    ),
    ("health.service-level", "contradiction"): (NONE, *LESS),
    ("health.service-level", "warning"): (RAISES, *LESS),
    ("health.staff-continuity", "warning"): (
        NONE,
        "Hjemmeplejen tilrettelægges i faste team, og et skift af leverandør varsles over for borgeren.",
        "The care is given by fixed teams, and a change of provider is announced to the citizen.",
        "Tilsynspolitikken gælder tilbud, der er omfattet af frit valg af leverandør.",
        "The inspection policy applies to the services under the free choice of provider.",
    ),
}
NOT_LOWERED = NONE | RAISES
PAIRS = {
    ("health.visiting", "health.relatives"): NONE,
    ("health.home-visits", "health.noticing-and-referring"): NOT_LOWERED,
    ("health.digital-contact", "common.digital-for-personal"): NOT_LOWERED,
}

SPOKEN_AGAINST = {
    "2011-627_social_aendr_besoegsrestriktioner.txt",
    "2015-1894_sundhed_aendr_forebyggende_hjemmebesoeg_2015.txt",
}
"""Of the real drafts, those that hold what a rule of this arena looks for."""


def test_every_rule_has_its_cases() -> None:
    assert sorted(CASES) == sorted((rule.question, rule.level) for rule in RULES)
    assert [(rule.question, rule.other) for rule in ANSWER_RULES] == list(PAIRS)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_a_rule_speaks_of_answers_that_the_draft_speaks_against(case: tuple[str, str], language: str, way: str) -> None:
    ways, da, en, _, _ = CASES[case]
    texts = (ORDINARY_DA, da) if language == "da" else (ORDINARY_EN, en)
    found = [one for one in review_screening(screened({case[0]: way}, *texts)) if (one.place, one.level) == case]
    assert [(one.passages, one.text.da[:12], one.text.en[:14]) for one in found] == (
        [(("§ 2",), "§ 2 nævner »", "§ 2 mentions »")] if way in ways else []
    )


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_a_rule_keeps_silent_about_a_draft_that_only_sounds_alike(
    case: tuple[str, str], language: str, way: str
) -> None:
    _, _, _, da, en = CASES[case]
    texts = (ORDINARY_DA, da) if language == "da" else (ORDINARY_EN, en)
    assert list(review_screening(screened({case[0]: way}, *texts))) == []


def test_a_finding_says_which_words_of_the_draft_speak_against_the_answer() -> None:
    (found,) = review_screening(
        screened({"health.visiting": "raises"}, "Besøgsrestriktioner kan træffes over for visse besøgende.")
    )
    assert found.text.da == (
        "§ 1 nævner »Besøgsrestriktioner, visse besøgende«, men alle virkninger under »Besøg og kontakt udadtil« øger "
        "muligheden for relationer. Se, om nogen også mister adgang til at komme på besøg."
    )


@pytest.mark.parametrize("other_way", WAYS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_answers_that_do_not_fit_each_other_are_told(pair: tuple[str, str], way: str, other_way: str) -> None:
    found = review_screening(screened({pair[0]: way, pair[1]: other_way}))
    fits = way not in ("lowers", "both_ways") or other_way not in PAIRS[pair]
    assert [(one.level, one.place) for one in found] == ([] if fits else [("information", pair[1])])


def test_nothing_is_told_while_no_gate_puts_the_arena_in_scope() -> None:
    ways = {"health.discharge": "no_effect", "health.visiting": "lowers", "health.relatives": "no_effect"}
    texts = ("Der indføres tidligere udskrivning fra sygehuset.",)
    assert list(review_screening(screened(ways, *texts, gates={"labour.gate-work": "yes"}))) == []
    assert len(review_screening(screened(ways, *texts, gates={"health.gate-visits": "unsure"}))) == 2


def test_rules_call_questions_by_their_titles() -> None:
    titles = {question.id: question.title for one in content().checklists for question in one.questions}
    named = [(rule.question, rule.text) for rule in RULES]
    named += [(name, rule.text) for rule in ANSWER_RULES for name in (rule.question, rule.other)]
    assert [name for name, text in named if f"»{titles[name].da}«" not in text.da] == []
    assert [name for name, text in named if f"»{titles[name].en}«" not in text.en] == []


def test_real_drafts_of_other_subjects_are_left_alone(shared_drafts: Path) -> None:
    questions = [question.id for one in content().checklists for question in one.questions]
    spoken = set()
    for path in sorted(shared_drafts.glob("*.txt")):
        for way in ("no_effect", "raises", "not_examined"):
            state = screened(dict.fromkeys(questions, way)).state
            if review_screening(Screening(state, content(), read_draft(path))):
                spoken.add(path.name)
    assert spoken == SPOKEN_AGAINST
