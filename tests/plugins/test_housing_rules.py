"""Every rule of the arena housing, on invented drafts that break it and on ones that only sound alike."""

from pathlib import Path

import pytest
from relational_screen_housing import review_screening
from relational_screen_housing.measures import CLAIMED
from relational_screen_housing.rules import ANSWER_RULES, RULES

from relational_screen.api import check_rules
from relational_screen.app.application import Application
from relational_screen.app.examples import FOLDER
from relational_screen.drafts.reading import read_draft
from relational_screen.screening.screening import Screening
from tests.builders import answer, draft, effect, measure, state
from tests.plugins.ways import WAYS, content, screened

NONE = {"no_effect", "not_applicable"}
RAISES = {"raises"}
ORDINARY_DA = "Ministeren fastsætter regler om behandling af personoplysninger, og loven træder i kraft i 2028."
ORDINARY_EN = "The minister lays down rules on the processing of personal data, and the Act comes into force in 2028."

CASES = [
    (
        "housing.relocation",
        "contradiction",
        NONE,
        "Lejerne må fraflytte, og kommunen sørger for genhusning et sted i kommunen.",
        "The tenancy ends with the notice to quit, and the tenants are to be rehoused in the municipality.",
        "Aftalen om driften kan opsiges, og udgifter ved fraflytning deles mellem lejer og udlejer.",
        "The agreement on the running of the estate may be terminated, and the costs of moving are shared.",
    ),
    (
        "housing.relocation",
        "warning",
        NONE,
        "Eksisterende bebyggelse nedrives, når byggefeltet bliver udnyttet.",
        "The plan allows the demolition of existing buildings, and the site is cleared by the owner.",
        "Prisen på nedrivningsaffald fastsættes af kommunen, og hegn må ikke rives ned.",
        "The charge for demolition waste is laid down by the municipality, and the fence is not to be torn down.",
    ),
    (
        "housing.relocation",
        "warning",
        NONE,
        "Boligorganisationen kan beslutte salg af almene boliger til en privat ejer.",
        "The housing association may decide on the sale of social housing to the highest bidder.",
        "Salg af fast ejendom tinglyses, og salget af parkeringspladser indgår i regnskabet.",
        "The sale of goods is entered in the books, and the sale of the parking spaces is part of the accounts.",
    ),
    (
        "housing.shared-places",
        "contradiction",
        NONE,
        "Fælleslokalerne nedlægges, og de 12 nyttehaver i delområde B nedlægges, når byggeriet går i gang.",
        "The common rooms are closed, and the playground is removed when the building work of the estate begins.",
        "Fælleslokalerne får nyt tag, og vandværket i delområde B nedlægges, når det nye er bygget.",
        "The common rooms get a new roof, and the waterworks of the area is closed when the new one is built.",
    ),
    (
        "housing.shared-places",
        "warning",
        RAISES,
        "Fælleslokalerne nedlægges, og de 12 nyttehaver i delområde B nedlægges, når byggeriet går i gang.",
        "The common rooms are closed, and the playground is removed when the building work of the estate begins.",
        "Fælleslokalerne får nyt tag, og vandværket i delområde B nedlægges, når det nye er bygget.",
        "The common rooms get a new roof, and the waterworks of the area is closed when the new one is built.",
    ),
    (
        "housing.getting-around",
        "contradiction",
        NONE,
        "Busruterne nedlægges, og stien sløjfes, når den nye vej er anlagt.",
        "The bus routes are withdrawn, and the footpath is closed when the new road is built.",
        "Rutebilstationen får nyt navn, og afgiften på busser nedlægges som selvstændig konto.",
        "The station gets a new name, and the account for the tax on buses is closed by the end of the year.",
    ),
    (
        "housing.getting-around",
        "warning",
        RAISES,
        "Busruterne nedlægges, og stien sløjfes, når den nye vej er anlagt.",
        "The bus routes are withdrawn, and the footpath is closed when the new road is built.",
        "Rutebilstationen får nyt navn, og afgiften på busser nedlægges som selvstændig konto.",
        "The station gets a new name, and the account for the tax on buses is closed by the end of the year.",
    ),
    (
        "housing.homeliness",
        "warning",
        {"not_examined"},
        "Reglerne gælder for beboere på plejehjem, som kan have overnattende gæster.",
        "The rules apply to the residents of care homes, and the overnight guest is entered in the book.",
        "Kommunen køber grunden ved plejehjemmet, og botilbuddet får nyt tag.",
        "The municipality buys the land by the care home, and the roof of the home is to be mended.",
    ),
    (
        "housing.homeliness",
        "contradiction",
        NONE,
        "Lederen kan indføre besøgsforbud, og der kan træffes afgørelse om begrænsning af besøg.",
        "The manager may restrict visits to the home, and the visiting ban is announced by the entrance.",
        "Kommunen aflægger et tilsynsbesøg, og der er forbud mod reklamer ved indgangen.",
        "The municipality pays a visit to the home, and the ban on advertising applies by the entrance.",
    ),
    (
        "housing.universal-design",
        "contradiction",
        NONE,
        "Bebyggelsen kan opføres i fire etager uden elevator, og tilgængelighedskravene lempes.",
        "The building may be built in four storeys without a lift, and a relaxation of accessibility rules applies.",
        "Bebyggelse i mere end to etager skal have elevator, og krav om parkering kan fraviges.",
        "The buildings of more than two storeys shall have a lift, and the requirement for parking may be relaxed.",
    ),
    (
        "housing.universal-design",
        "warning",
        RAISES,
        "Bebyggelsen kan opføres i fire etager uden elevator, og tilgængelighedskravene lempes.",
        "The building may be built in four storeys without a lift, and a relaxation of accessibility rules applies.",
        "Bebyggelse i mere end to etager skal have elevator, og krav om parkering kan fraviges.",
        "The buildings of more than two storeys shall have a lift, and the requirement for parking may be relaxed.",
    ),
    (
        "housing.caretaker-presence",
        "contradiction",
        NONE,
        "Boligorganisationen kan nedlægge ejendomskontorer, når driften bliver samlet.",
        "The association may close estate offices, and the caretaker posts of the estate are moved to another town.",
        "Viceværtens bolig får nyt tag, og ejendomskontoret får nye åbningstider.",
        "The caretaker government lays down the rules of the office, and the estate is sold to the new owner.",
    ),
    (
        "housing.common-rooms-access",
        "warning",
        NONE,
        "Fælleshuset må kun benyttes af beboerne, og lokalerne må ikke udlejes til foreninger.",
        "The common house is reserved for residents, and the rooms shall not be let to associations of the town.",
        "Fælleshuset må benyttes af foreninger, og parkeringskælderen er forbeholdt biler.",
        "The common house is open to associations, and the car park is reserved for cars of the staff.",
    ),
]
"""For each rule, in their order: question, level, ways, and drafts that break it and do not, in Danish and English."""

NAMES = [f"{number}-{case[0]}-{case[1]}" for number, case in enumerate(CASES)]
PAIRS = [
    ("housing.shared-places", {"lowers"}, "housing.common-rooms-access", RAISES),
    ("housing.use-and-upkeep", {"lowers"}, "housing.shared-places", RAISES),
    ("housing.relocation", {"lowers", "both_ways"}, "housing.age-in-place", NONE),
]
"""For each rule between answers, in their order: two questions and the ways in which each speaks against the other."""

SPOKEN_AGAINST = {
    "2011-627_social_aendr_besoegsrestriktioner.txt",
    "2025-924_bolig_bek_lejerrettigheder_botilbud.txt",
    "2026-207_bolig_lbk_almenboligloven.txt",
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
    first, first_ways, second, second_ways = PAIRS[0]
    given = {question: min(ways), first: min(first_ways), second: min(second_ways)}
    assert list(review_screening(screened(given, da, gates={"labour.gate-work": "yes"}))) == []
    assert len(review_screening(screened(given, da, gates={"housing.gate-moving": "unsure"}))) == 2


def test_a_screening_that_pins_content_without_the_arena_has_no_finding() -> None:
    whole = screened({PAIRS[0][0]: "lowers", PAIRS[0][2]: "raises"}, CASES[0][3])
    others = tuple(one for one in content().checklists if one.id != "housing")
    without = content().model_copy(update={"checklists": others})
    assert list(review_screening(Screening(whole.state, without, whole.draft))) == []


def test_real_drafts_of_other_subjects_are_left_alone(shared_drafts: Path) -> None:
    questions = [question.id for question in content().checklist("housing").questions]
    spoken = {
        path.name
        for path in sorted(shared_drafts.glob("*.txt"))
        for way in ("no_effect", "raises", "not_examined")
        if review_screening(Screening(screened(dict.fromkeys(questions, way)).state, content(), read_draft(path)))
    }
    assert spoken == SPOKEN_AGAINST


NEARBY = "Lejeren skal tilbydes en anden bolig i samme kvarter, og boligorganisationen betaler udgiften til flytning."
ANYWHERE = "Lejeren skal tilbydes en anden bolig et sted i kommunen, og boligorganisationen betaler udgiften."
MEASURES: list[tuple[str, str, str]] = [
    ("rehousing-nearby", NEARBY, ANYWHERE),
    ("return-right", "Lejeren har ret til at vende tilbage, når arbejdet er færdigt.", ANYWHERE),
    ("move-together", "Naboer, der ønsker det, tilbydes boliger nær hinanden.", ANYWHERE),
    ("moving-guide", "En medarbejder følger lejeren, til lejeren er faldet til.", ANYWHERE),
]


def _with_measure(remedy: str, text: str, status: str = "in_draft", label: str = "§ 1") -> Screening:
    """A screening in which moving lowers relations, and a measure against it rests on an invented passage."""
    told = measure(status=status, passages=[label]).model_copy(update={"remedy": remedy})
    lowers = answer(effect("lowers", measures=[told]))
    return Screening(state(content(), {"housing.relocation": lowers}), content(), draft(text))


@pytest.mark.parametrize(("remedy", "carries", "does_not"), MEASURES, ids=[one[0] for one in MEASURES])
def test_a_measure_that_its_passage_does_not_speak_of_is_told(remedy: str, carries: str, does_not: str) -> None:
    assert list(review_screening(_with_measure(remedy, carries))) == []
    (found,) = review_screening(_with_measure(remedy, does_not))
    title = content().remedy(remedy).title
    assert (found.level, found.place, found.passages) == ("warning", "housing.relocation", ("§ 1",))
    assert found.text.da.startswith(f"»{title.da}« står under »Flytning og genhusning« som en del af udkastet")
    assert found.text.en.startswith(f"»{title.en}« stands under »Moving and rehousing« as part of the draft")


def test_only_known_measures_that_are_said_to_be_in_the_draft_are_held_against_it() -> None:
    assert len(review_screening(_with_measure("rehousing-nearby", ANYWHERE))) == 1
    assert list(review_screening(_with_measure("rehousing-nearby", ANYWHERE, status="promised"))) == []
    assert list(review_screening(_with_measure("rehousing-nearby", ANYWHERE, status="idea"))) == []
    assert list(review_screening(_with_measure("rehousing-nearby", ANYWHERE, label="§ 9"))) == []
    assert list(review_screening(_with_measure("an-own-measure", ANYWHERE))) == []


def test_every_remedy_of_the_question_is_known_to_the_rule() -> None:
    assert set(CLAIMED) == set(content().question("housing.relocation").remedies) == {one[0] for one in MEASURES}


@pytest.mark.parametrize("example", ["example_bill", "example_local_plan"])
def test_no_answer_of_the_worked_examples_contradicts_its_draft(example: str, tmp_path: Path) -> None:
    session = Application(tmp_path / "screenings.sqlite").screen(FOLDER / f"{example}.txt", FOLDER / f"{example}.toml")
    assert [one for one in session.review() if one.level in ("contradiction", "warning")] == []
