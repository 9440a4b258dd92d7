"""Every rule of the arena education, on invented drafts that break it and on ones that only sound alike."""

from pathlib import Path

import pytest
from relational_screen_education import review_screening
from relational_screen_education.rules import ANSWER_RULES, RULES

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
        "education.number-of-shifts",
        "contradiction",
        NONE,
        "Planen medfører sammenlægning af skoler, og en af skolerne nedlægges til sommer.",
        "The plan leads to the merger of schools, and the smallest school is closed by the summer.",
        "Skolebestyrelsen sammenlægger to udvalg, og nedlæggelsen af skolens arkiv kræver godkendelse.",
        "The merger of the two boards of the school is approved, and the account of the school is to be closed.",
    ),
    (
        "education.number-of-shifts",
        "warning",
        RAISES,
        "Planen medfører sammenlægning af skoler, og en af skolerne nedlægges til sommer.",
        "The plan leads to the merger of schools, and the smallest school is closed by the summer.",
        "Skolebestyrelsen sammenlægger to udvalg, og nedlæggelsen af skolens arkiv kræver godkendelse.",
        "The merger of the two boards of the school is approved, and the account of the school is to be closed.",
    ),
    (
        "education.time-with-adults",
        "contradiction",
        NONE,
        "Klasseloftet hæves til 30 elever, og minimumsnormeringerne ophæves.",
        "The class size limit is raised to 30 pupils, and larger classes are allowed by the municipality.",
        "Klasseloftet bevares, og elevtallet indberettes til ministeriet hvert år.",
        "The class size limit is kept, and the number of the pupils is reported to the ministry by the school.",
    ),
    (
        "education.time-with-adults",
        "warning",
        RAISES,
        "Klasseloftet hæves til 30 elever, og minimumsnormeringerne ophæves.",
        "The class size limit is raised to 30 pupils, and larger classes are allowed by the municipality.",
        "Klasseloftet bevares, og elevtallet indberettes til ministeriet hvert år.",
        "The class size limit is kept, and the number of the pupils is reported to the ministry by the school.",
    ),
    (
        "education.inclusive-community",
        "contradiction",
        NONE,
        "Skolens leder kan træffe beslutning om bortvisning af elever i op til to uger.",
        "The head may decide on the exclusion of pupils for up to two weeks, and the parents are to be heard.",
        "Udlejeren kan bortvise uvedkommende, og virksomheder kan udelukkes fra udbuddet.",
        "The exclusion of liability does not apply, and suppliers are to be excluded from the tender by the school.",
    ),
    (
        "education.inclusive-community",
        "warning",
        RAISES,
        "Skolens leder kan træffe beslutning om bortvisning af elever i op til to uger.",
        "The head may decide on the exclusion of pupils for up to two weeks, and the parents are to be heard.",
        "Udlejeren kan bortvise uvedkommende, og virksomheder kan udelukkes fra udbuddet.",
        "The exclusion of liability does not apply, and suppliers are to be excluded from the tender by the school.",
    ),
    (
        "education.study-pressure",
        "warning",
        NONE,
        "Eleverne får en længere skoledag, og der indføres fremdriftskrav for studerende.",
        "The pupils get a longer school day, and the progress requirements of the students are made stricter.",
        "Skoledagen er uændret, og lønnen til studerende i praktik udbetales den sidste dag i måneden.",
        "The school day is unchanged, and the progress of the case is reported to the students by the board.",
    ),
    (
        "education.digital-life",
        "contradiction",
        NONE,
        "Skolen kan gennemføre fjernundervisning, og der gælder et mobilforbud i frikvartererne.",
        "The school may carry out remote teaching, and the mobile phone ban applies to the breaks.",
        "Skolen underretter forældrene med digital post og oplyser et telefonnummer.",
        "The school informs the parents by digital post, and the telephone number is to be given on the page.",
    ),
    (
        "education.placed-children",
        "contradiction",
        {"not_applicable"},
        "Kommunen sikrer undervisning af anbragte børn og sygeundervisning på hospitalet.",
        "The municipality provides teaching for the looked-after children, and hospital teaching is to be free.",
        "Skiltet skal være anbragt synligt, og institutionen anbringer midlerne på en konto.",
        "The sign is to be placed by the entrance, and the funds of the school are placed in the bank.",
    ),
]
"""For each rule, in their order: question, level, ways, and drafts that break it and do not, in Danish and English."""

NAMES = [f"{number}-{case[0]}-{case[1]}" for number, case in enumerate(CASES)]
PAIRS = [
    ("education.number-of-shifts", {"lowers", "both_ways"}, "education.transition-support", NONE),
    ("education.number-of-shifts", {"lowers"}, "education.group-stability", RAISES),
    ("education.time-with-adults", {"lowers"}, "education.noticing", RAISES),
]
"""For each rule between answers, in their order: two questions and the ways in which each speaks against the other."""

SPOKEN_AGAINST = {
    "2013-1640_uddannelse_aendr_laengere_skoledag.txt",
    "2013-1641_uddannelse_aendr_lektiehjaelp.txt",
}
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
    first, first_ways, second, second_ways = PAIRS[-1]
    given = {question: min(ways), first: min(first_ways), second: min(second_ways)}
    assert list(review_screening(screened(given, da, gates={"labour.gate-work": "yes"}))) == []
    assert len(review_screening(screened(given, da, gates={"education.gate-groups": "unsure"}))) == 2


def test_a_screening_that_pins_content_without_the_arena_has_no_finding() -> None:
    whole = screened({PAIRS[0][0]: "lowers", PAIRS[0][2]: "raises"}, CASES[0][3])
    others = tuple(one for one in content().checklists if one.id != "education")
    without = content().model_copy(update={"checklists": others})
    assert list(review_screening(Screening(whole.state, without, whole.draft))) == []


def test_real_drafts_of_other_subjects_are_left_alone(shared_drafts: Path) -> None:
    questions = [question.id for question in content().checklist("education").questions]
    spoken = {
        path.name
        for path in sorted(shared_drafts.glob("*.txt"))
        for way in ("no_effect", "raises", "not_examined")
        if review_screening(Screening(screened(dict.fromkeys(questions, way)).state, content(), read_draft(path)))
    }
    assert spoken == SPOKEN_AGAINST
