"""Every rule of the arena leisure, on invented drafts that break it and on ones that only sound alike."""

from pathlib import Path

import pytest
from relational_screen_leisure import review_screening
from relational_screen_leisure.rules import ANSWER_RULES, RULES

from relational_screen.api import check_rules
from relational_screen.drafts.reading import read_draft
from relational_screen.screening.screening import Screening
from tests.plugins.ways import WAYS, content, screened

NONE = {"no_effect", "not_applicable"}
RAISES = {"raises"}
ORDINARY_DA = "Ministeren fastsætter regler om behandling af personoplysninger, og loven træder i kraft i 2028."
ORDINARY_EN = "The minister lays down rules on the processing of personal data, and the Act comes into force in 2028."

CASES = [
    (
        "leisure.price",
        "contradiction",
        NONE,
        "Kontingentet hæves, og fritidspasset ophører ved årets udgang.",
        "The membership fee is raised, and the leisure pass is abolished by the end of the year.",
        "Kontingentet er uændret, og gebyret for affald hæves ved årets udgang.",
        "The membership fee is unchanged, and the waste charge of the household is raised by the end of the year.",
    ),
    (
        "leisure.price",
        "warning",
        RAISES,
        "Kontingentet hæves, og fritidspasset ophører ved årets udgang.",
        "The membership fee is raised, and the leisure pass is abolished by the end of the year.",
        "Kontingentet er uændret, og gebyret for affald hæves ved årets udgang.",
        "The membership fee is unchanged, and the waste charge of the household is raised by the end of the year.",
    ),
    (
        "leisure.stable-funding",
        "contradiction",
        NONE,
        "Grundtilskuddet nedsættes, og puljen udløber med udgangen af 2028.",
        "The reduction of the basic grant applies from 2028, and the fund is closed by the end of the year.",
        "Grundtilskuddet udbetales hvert kvartal, og fristen for ansøgning udløber den 1. marts.",
        "The basic grant is paid to the associations each quarter, and the period of application ends by March.",
    ),
    (
        "leisure.stable-funding",
        "warning",
        RAISES,
        "Grundtilskuddet nedsættes, og puljen udløber med udgangen af 2028.",
        "The reduction of the basic grant applies from 2028, and the fund is closed by the end of the year.",
        "Grundtilskuddet udbetales hvert kvartal, og fristen for ansøgning udløber den 1. marts.",
        "The basic grant is paid to the associations each quarter, and the period of application ends by March.",
    ),
    (
        "leisure.premises",
        "contradiction",
        NONE,
        "Hallen lukkes, og kommunen kan opkræve gebyr for benyttelse af lokaler.",
        "The closure of the hall follows by the plan, and the charge for the use of rooms is to be paid by the club.",
        "Hallen får nyt gulv, og sagen lukkes, når lokalet er anvist til foreningen.",
        "The hall gets a new floor, and the case is to be closed when the room is given to the association.",
    ),
    (
        "leisure.premises",
        "warning",
        RAISES,
        "Hallen lukkes, og kommunen kan opkræve gebyr for benyttelse af lokaler.",
        "The closure of the hall follows by the plan, and the charge for the use of rooms is to be paid by the club.",
        "Hallen får nyt gulv, og sagen lukkes, når lokalet er anvist til foreningen.",
        "The hall gets a new floor, and the case is to be closed when the room is given to the association.",
    ),
    (
        "leisure.culture-as-place",
        "contradiction",
        NONE,
        "Planen medfører lukning af biblioteker i to byer, og det tredje bliver et ubemandet bibliotek.",
        "The plan leads to the closure of libraries in two towns, and the third is to be an unstaffed library.",
        "Biblioteket får nyt tag, og lukning af vejen foran museets indgang varsles.",
        "The library gets a new roof, and the closure of the road by the museum is announced in the paper.",
    ),
    (
        "leisure.paperwork",
        "warning",
        NONE,
        "Foreningen skal indhente børneattest på alle trænere og aflevere en revisorerklæring.",
        "The associations shall document the use of the grant, and the auditor's statement is to be handed in.",
        "Selskabet skal aflevere årsregnskab, og en lægeattest kan kræves af den ansatte.",
        "The company shall hand in the accounts of the year, and the doctor's certificate is to be kept.",
    ),
    (
        "leisure.company",
        "contradiction",
        {"not_applicable"},
        "Kommunen skal tilbyde 15 timers ledsagelse om måneden.",
        "The municipality shall offer 15 hours of companionship a month to the citizen.",
        "Ansøgningen ledsages af et kort, og lastbilen skal ledsages af en følgebil.",
        "The application is to be accompanied by the map, and the lorry is followed by the police.",
    ),
    (
        "leisure.hours-and-distance",
        "contradiction",
        NONE,
        "Biblioteksbussen får kortere åbningstid, og aftenbusserne nedlægges.",
        "The opening hours are reduced by the municipality, and the evening buses are withdrawn.",
        "Åbningstiden for genbrugspladsen står på skiltet, og busserne får nye farver.",
        "The opening hours of the office are on the sign, and the buses of the town get a new colour.",
    ),
    (
        "leisure.hours-and-distance",
        "warning",
        RAISES,
        "Biblioteksbussen får kortere åbningstid, og aftenbusserne nedlægges.",
        "The opening hours are reduced by the municipality, and the evening buses are withdrawn.",
        "Åbningstiden for genbrugspladsen står på skiltet, og busserne får nye farver.",
        "The opening hours of the office are on the sign, and the buses of the town get a new colour.",
    ),
]
"""For each rule, in their order: question, level, ways, and drafts that break it and do not, in Danish and English."""

NAMES = [f"{number}-{case[0]}-{case[1]}" for number, case in enumerate(CASES)]
PAIRS = [
    ("leisure.paperwork", {"lowers"}, "leisure.volunteering", RAISES),
    ("leisure.paperwork", {"lowers", "both_ways"}, "common.process-burden", NONE),
    ("leisure.price", {"lowers"}, "common.household-economy", RAISES),
]
"""For each rule between answers, in their order: two questions and the ways in which each speaks against the other."""

SPOKEN_AGAINST: set[str] = set()
"""Of the real drafts, those that hold what a rule of this arena looks for."""


def test_every_rule_has_its_case() -> None:
    assert [(rule.question, rule.level) for rule in RULES] == [(case[0], case[1]) for case in CASES]
    assert [(rule.question, rule.other) for rule in ANSWER_RULES] == [(first, second) for first, _, second, _ in PAIRS]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("number", range(len(CASES)), ids=NAMES)
def test_a_rule_speaks_of_answers_that_the_draft_speaks_against(number: int, language: str, way: str) -> None:
    question, level, ways, da, en, _, _ = CASES[number]
    screening = screened({question: way}, *((ORDINARY_DA, da) if language == "da" else (ORDINARY_EN, en)))
    found = list(check_rules(RULES[number : number + 1], screening))
    assert [(one.level, one.place, one.passages, one.text.da[:12], one.text.en[:14]) for one in found] == (
        [(level, question, ("§ 2",), "§ 2 nævner »", "§ 2 mentions »")] if way in ways else []
    )
    assert [one for one in found if one not in review_screening(screening)] == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("number", range(len(CASES)), ids=NAMES)
def test_rules_keep_silent_about_a_draft_that_only_sounds_alike(number: int, language: str, way: str) -> None:
    question, _, _, _, _, da, en = CASES[number]
    texts = (ORDINARY_DA, da) if language == "da" else (ORDINARY_EN, en)
    assert list(review_screening(screened({question: way}, *texts))) == []


@pytest.mark.parametrize("other_way", WAYS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]}-{pair[2]}")
def test_answers_that_do_not_fit_each_other_are_told(
    pair: tuple[str, set[str], str, set[str]], way: str, other_way: str
) -> None:
    question, ways, other, other_ways = pair
    found = review_screening(screened({question: way, other: other_way}))
    fits = way not in ways or other_way not in other_ways
    assert [(one.level, one.place) for one in found] == ([] if fits else [("information", other)])


def test_rules_call_questions_by_their_titles() -> None:
    titles = {question.id: question.title for one in content().checklists for question in one.questions}
    named = [(rule.question, rule.text) for rule in RULES]
    named += [(name, rule.text) for rule in ANSWER_RULES for name in (rule.question, rule.other)]
    assert [name for name, text in named if f"»{titles[name].da}«" not in text.da] == []
    assert [name for name, text in named if f"»{titles[name].en}«" not in text.en] == []


def test_nothing_is_told_while_no_gate_puts_the_arena_in_scope() -> None:
    question, _, ways, da, _, _, _ = CASES[0]
    first, first_ways, second, second_ways = PAIRS[0]
    given = {question: min(ways), first: min(first_ways), second: min(second_ways)}
    assert list(review_screening(screened(given, da, gates={"labour.gate-work": "yes"}))) == []
    assert len(review_screening(screened(given, da, gates={"leisure.gate-associations": "unsure"}))) == 2


def test_a_screening_that_pins_content_without_the_arena_has_no_finding() -> None:
    whole = screened({PAIRS[0][0]: "lowers", PAIRS[0][2]: "raises"}, CASES[0][3])
    others = tuple(one for one in content().checklists if one.id != "leisure")
    without = content().model_copy(update={"checklists": others})
    assert list(review_screening(Screening(whole.state, without, whole.draft))) == []


def test_real_drafts_of_other_subjects_are_left_alone(shared_drafts: Path) -> None:
    questions = [question.id for question in content().checklist("leisure").questions]
    spoken = {
        path.name
        for path in sorted(shared_drafts.glob("*.txt"))
        for way in ("no_effect", "raises", "not_examined")
        if review_screening(Screening(screened(dict.fromkeys(questions, way)).state, content(), read_draft(path)))
    }
    assert spoken == SPOKEN_AGAINST
