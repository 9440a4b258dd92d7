"""Every rule of the arena labour, on invented drafts that break it and on ones that do not."""

from pathlib import Path

import pytest
from relational_screen_labour import review_screening
from relational_screen_labour.rules import ANSWER_RULES, RULES

from relational_screen.app.files import read_draft
from relational_screen.screening.screening import Screening
from tests.plugins.ways import WAYS, content, screened

NONE = {"no_effect", "not_applicable"}
ORDINARY_DA = (
    "Ministeren fastsætter regler om indberetning, og fristen er 5 arbejdsdage efter den dag, sagen er modtaget."
)
ORDINARY_EN = (
    "The minister lays down rules on reporting, and the time limit is 5 working days after the case is received."
)

CUT_DA = "Ydelsen nedsættes i 3 måneder, når den, der modtager hjælp, ikke møder til en samtale."
CUT_EN = "The benefit is reduced for 3 months if the person does not come to the interview, under a benefit sanction."
RATE_DA = "Satsen for ydelsen reguleres hvert år efter prisudviklingen, og en virksomhed kan straffes med bøde."
RATE_EN = "The rate of the benefit is adjusted to prices each year, and a business may be punished by a fine."

CASES = {
    ("labour.income-stop", "contradiction"): (NONE, CUT_DA, CUT_EN, RATE_DA, RATE_EN),
    ("labour.income-stop", "warning"): ({"not_examined"}, CUT_DA, CUT_EN, RATE_DA, RATE_EN),
    ("common.household-economy", "contradiction"): (NONE, CUT_DA, CUT_EN, RATE_DA, RATE_EN),
    ("common.household-economy", "warning"): ({"not_examined"}, CUT_DA, CUT_EN, RATE_DA, RATE_EN),
    ("labour.working-time", "contradiction"): (
        NONE,
        "Der kan indføres natarbejde og delte vagter i den kommunale drift.",
        "Night work and split shifts may be introduced in the service of the municipality.",
        "Klagen skal være modtaget senest den tredje arbejdsdag efter afgørelsen.",
        "The complaint must be received by the third working day after the decision, not on a public holiday.",
    ),
    ("labour.mobility", "contradiction"): (
        NONE,
        "Som led i udflytning af statslige arbejdspladser flyttes styrelsen til en anden landsdel.",
        "As part of the relocation of workplaces, the agency moves to another part of the country.",
        "Styrelsen skifter navn, og transport af farligt gods skal anmeldes til den.",
        "The agency changes its name, and the carriage of dangerous goods shall be notified to it.",
    ),
    ("labour.age-discrimination", "contradiction"): (
        NONE,
        "Den pligtige afgangsalder for ansatte i tjenesten er den øvre aldersgrænse, som ministeren fastsætter.",
        "The mandatory retirement of staff is at the upper age limit which the minister lays down.",
        "Aldersgrænsen for at føre fartøj er 18 år, og den, der er under 15 år, må ikke betjene maskinen.",
        "The minimum age to steer the vessel is 18, and a person under the age of 15 may not operate the machine.",
    ),
    ("labour.process-when-ill", "information"): (
        {"no_effect", "not_applicable", "raises"},
        "Kommunen skal indkalde den sygemeldte til den første opfølgningssamtale senest 8 uger efter.",
        "Employees on sick leave must come to the interview which the municipality calls.",
        "Den praktiserende læge sender attesten til kommunen, som betaler for den.",
        "The doctor sends the certificate to the municipality, which pays for it.",
    ),
    ("labour.keeping-the-job", "contradiction"): (
        NONE,
        "Adgangen til fastholdelsesfleksjob ophæves, og reglen om delvis raskmelding ændres.",
        "The right to return to the same job after sick leave is repealed, and gradual return to work is not paid.",
        "Opsigelse af lejemålet skal ske skriftligt til udlejeren.",
        "Dismissal of the complaint shall be in writing, and the tenancy is terminated under the Act.",
    ),
    ("labour.volunteering-on-benefit", "warning"): (
        {"no_effect", "not_applicable", "not_examined"},
        "Ulønnet arbejde medfører fradrag i dagpengene, medmindre rådighedspligten er opfyldt.",
        "Unpaid work leads to a deduction, unless the availability requirement is met by the person.",
        "Frivilligt arbejde i almennyttige foreninger er undtaget fra reglerne om arbejdspladsvurdering.",
        "Voluntary work for the associations is exempt from the rules of the workplace assessment.",
    ),
    ("labour.leaving-work", "contradiction"): (
        NONE,
        "Folkepensionsalderen forhøjes med ét år, og retten til tidlig pension bortfalder.",
        "The pension age is raised by one year, and the right to early retirement is not kept.",
        "Pensionen reguleres hvert år, og seniorpension er nævnt blandt de ydelser, der udbetales.",
        "The pension is adjusted each year, and it is paid by the authority under the Act.",
    ),
}


PAIRS = (
    ("labour.income-stop", "common.household-economy"),
    ("labour.process-when-ill", "common.process-burden"),
    ("labour.mobility", "common.family-ties"),
)

SPOKEN_AGAINST = {"2015-53_social_aendr_samlevers_indtaegter.txt", "2024-1710_arbejde_bek_opfoelgning_sygedagpenge.txt"}
"""Of the real drafts, those that hold what a rule of this arena looks for."""


def test_every_rule_has_its_cases() -> None:
    assert sorted(CASES) == sorted((rule.question, rule.level) for rule in RULES)
    assert tuple((rule.question, rule.other) for rule in ANSWER_RULES) == PAIRS


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
        screened({"labour.working-time": "no_effect"}, "Der indføres delte vagter og natarbejde på stationen.")
    )
    assert found.text.da == (
        "§ 1 nævner »natarbejde, delte vagter«, men »Arbejdstid og fritid« er besvaret uden virkning. "
        "Se, om de ansattes aftener, nætter og weekender ændres."
    )


@pytest.mark.parametrize("other_way", WAYS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_answers_that_do_not_fit_each_other_are_told(pair: tuple[str, str], way: str, other_way: str) -> None:
    found = review_screening(screened({pair[0]: way, pair[1]: other_way}))
    fits = way not in ("lowers", "both_ways") or other_way not in ("no_effect", "not_applicable", "raises")
    assert [(one.level, one.place) for one in found] == ([] if fits else [("information", pair[1])])


def test_nothing_is_told_while_no_gate_puts_the_arena_in_scope() -> None:
    ways = {"labour.working-time": "no_effect", "labour.mobility": "lowers", "common.family-ties": "no_effect"}
    texts = ("Der indføres natarbejde på stationen.",)
    assert list(review_screening(screened(ways, *texts, gates={"health.gate-visits": "yes"}))) == []
    assert len(review_screening(screened(ways, *texts, gates={"labour.gate-work": "unsure"}))) == 2


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
