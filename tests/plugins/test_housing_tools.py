"""The calculators of the arena housing: examples worked by hand, limits, wrong input and a draft's own figures."""

import pytest
from relational_screen_housing import provide_tools
from relational_screen_housing.tools import TOOLS

from relational_screen.app.examples import FOLDER
from relational_screen.drafts.draft import Draft
from relational_screen.drafts.reading import read_draft
from relational_screen.errors import ScreenError
from relational_screen.screening.tools import Outcome, run_tool
from tests.builders import draft
from tests.plugins.ways import content

AREA, STEP_FREE = TOOLS
AREA_INPUTS = ("area-before", "dwellings-before", "area-after", "dwellings-after")
STEP_INPUTS = ("step-free-before", "steps-before", "step-free-after", "steps-after")
EQUAL = "Tallene er ens før og efter. De taler ikke for, at forslaget har en virkning."


def _area(*numbers: str, about: Draft | None = None) -> Outcome:
    return run_tool(AREA, dict(zip(AREA_INPUTS, numbers, strict=True)), about, "da")


def _step_free(*numbers: str, about: Draft | None = None) -> Outcome:
    return run_tool(STEP_FREE, dict(zip(STEP_INPUTS, numbers, strict=True)), about, "da")


def _figures(outcome: Outcome) -> dict[str, str]:
    return {name: str(figure) for name, figure in outcome.figures.items()}


def test_tools_belong_to_questions_of_their_arena() -> None:
    ours = {question.id for question in content().checklist("housing").questions}
    assert {tool.question for tool in provide_tools()} == {"housing.shared-places", "housing.universal-design"}
    assert {tool.question for tool in TOOLS} <= ours


@pytest.mark.parametrize(
    ("numbers", "figures", "da", "en"),
    [
        # 180 / 40 = 4.5; 1,190 / 340 = 3.5; 3.5 - 4.5 = -1
        (
            ("180", "40", "1190", "340"),
            ("4.5", "3.5", "-1.0"),
            "bliver 3,5 m² mod 4,5 m² i dag (1 m² mindre)",
            "becomes 3.5 m² against 4.5 m² today (1 m² less)",
        ),
        # 100 / 3 = 33.33 -> 33.3; 250,5 / 3 = 83.5; 83.5 - 33.3 = 50.2
        (
            ("100", "3", "250,5", "3"),
            ("33.3", "83.5", "50.2"),
            "bliver 83,5 m² mod 33,3 m² i dag (50,2 m² mere)",
            "becomes 83.5 m² against 33.3 m² today (50.2 m² more)",
        ),
        # 0 / 20 = 0; 25,000 / 20 = 1,250
        (
            ("0", "20", "25000", "20"),
            ("0.0", "1250.0", "1250.0"),
            "bliver 1.250 m² mod 0 m² i dag (1.250 m² mere)",
            "becomes 1,250 m² against 0 m² today (1,250 m² more)",
        ),
        # half a tenth goes up: 0.45 / 1 = 0.45 -> 0.5
        (
            ("1", "1", "0,45", "1"),
            ("1.0", "0.5", "-0.5"),
            "bliver 0,5 m² mod 1 m² i dag (0,5 m² mindre)",
            "becomes 0.5 m² against 1 m² today (0.5 m² less)",
        ),
        # 100 / 30 = 3.333 and 100.2 / 30 = 3.34 are both 3.3
        (
            ("100", "30", "100.2", "30"),
            ("3.3", "3.3", "0.0"),
            "er 3,3 m², omtrent som i dag",
            "is 3.3 m², about as today",
        ),
    ],
)
def test_shared_area_per_dwelling_is_compared(
    numbers: tuple[str, ...], figures: tuple[str, str, str], da: str, en: str
) -> None:
    outcome = _area(*numbers)
    assert _figures(outcome) == dict(zip(("before", "after", "change"), figures, strict=True))
    assert outcome.sentence.da == f"Det fælles areal pr. bolig {da}."
    assert outcome.sentence.en == f"The shared area per dwelling {en}."
    assert outcome.remarks == ()


def test_where_the_area_per_dwelling_is_the_same_it_does_not_speak_for_an_effect() -> None:
    # 200 / 40 = 300 / 60 = 5
    outcome = _area("200", "40", "300", "60")
    assert outcome.sentence.da == "Det fælles areal pr. bolig er 5 m² som i dag."
    assert outcome.sentence.en == "The shared area per dwelling is 5 m² as today."
    assert [remark.da for remark in outcome.remarks] == [EQUAL]


def test_where_there_are_no_dwellings_nothing_is_divided() -> None:
    new, gone, none = _area("0", "0", "300", "60"), _area("300", "60", "0", "0"), _area("0", "0", "0", "0")
    assert [_figures(one) for one in (new, gone, none)] == [{"after": "5.0"}, {"before": "5.0"}, {}]
    assert new.sentence.da == "Det fælles areal pr. bolig bliver 5 m²; i dag er der ingen boliger."
    assert new.sentence.en == "The shared area per dwelling becomes 5 m²; today there are no dwellings."
    assert gone.sentence.da == "I dag er det fælles areal pr. bolig 5 m², men efter forslaget er der ingen boliger."
    assert gone.sentence.en == (
        "Today the shared area per dwelling is 5 m², but under the proposal there are no dwellings."
    )
    assert none.sentence.da == "Der er ingen boliger, hverken i dag eller efter forslaget."
    assert none.remarks == ()


@pytest.mark.parametrize(
    ("numbers", "figures", "da", "en"),
    [
        # 24 of 40 = 60; 36 of 40 = 90; 90 - 60 = 30
        (
            ("24", "16", "36", "4"),
            ("60.0", "90.0", "30.0"),
            "bliver 90 pct. mod 60 pct. i dag (30 procentpoint højere)",
            "becomes 90 per cent against 60 per cent today (30 percentage points higher)",
        ),
        # 1 of 3 = 33.3; 1 of 6 = 16.7; 16.7 - 33.3 = -16.6, as the rounded figures differ
        (
            ("1", "2", "1", "5"),
            ("33.3", "16.7", "-16.6"),
            "bliver 16,7 pct. mod 33,3 pct. i dag (16,6 procentpoint lavere)",
            "becomes 16.7 per cent against 33.3 per cent today (16.6 percentage points lower)",
        ),
        # 0 of 10 = 0; 10 of 10 = 100
        (
            ("0", "10", "10", "0"),
            ("0.0", "100.0", "100.0"),
            "bliver 100 pct. mod 0 pct. i dag (100 procentpoint højere)",
            "becomes 100 per cent against 0 per cent today (100 percentage points higher)",
        ),
    ],
)
def test_the_share_with_step_free_access_is_compared(
    numbers: tuple[str, ...], figures: tuple[str, str, str], da: str, en: str
) -> None:
    outcome = _step_free(*numbers)
    assert _figures(outcome) == dict(zip(("before", "after", "change"), figures, strict=True))
    assert outcome.sentence.da == f"Andelen af boliger med trinfri adgang {da}."
    assert outcome.sentence.en == f"The share of dwellings with step-free access {en}."


def test_the_share_with_step_free_access_needs_dwellings() -> None:
    # 2 of 4 = 4 of 8 = 50 per cent
    same, new = _step_free("2", "2", "4", "4"), _step_free("0", "0", "3", "1")
    assert same.sentence.da == "Andelen af boliger med trinfri adgang er 50 pct. som i dag."
    assert [remark.da for remark in same.remarks] == [EQUAL]
    assert new.sentence.da == "Andelen af boliger med trinfri adgang bliver 75 pct.; i dag er der ingen boliger."
    assert _step_free("0", "0", "0", "0").sentence.en.startswith("There are no dwellings, neither today")
    assert _step_free("3", "1", "0", "0").sentence.da == (
        "I dag er andelen af boliger med trinfri adgang 75 pct., men efter forslaget er der ingen boliger."
    )


PLAN = draft(
    "Der skal anlægges et fælles opholdsareal på mindst 1.200 m².",
    "Planen giver mulighed for 320-360 nye boliger og et fælleshus på 300 m2.",
    "Butikken må være 900 m², og Stk. 3 boliger er ikke nævnt her.",
)


def test_figures_that_fit_those_of_the_draft_call_for_no_remark() -> None:
    assert _area("1", "1", "1200", "320", about=PLAN).remarks == ()
    assert _area("1", "1", "300", "360", about=PLAN).remarks == ()
    assert _step_free("1", "1", "300", "40", about=PLAN).remarks == ()
    assert _area("1", "1", "5000", "900", about=draft("Loven træder i kraft i 2028.")).remarks == ()


def test_figures_that_differ_from_those_of_the_draft_are_told_to_the_official() -> None:
    area, dwellings = _area("1", "1", "900", "361", about=PLAN).remarks
    assert area.da == (
        "Udkastet nævner selv 1.200 m² (§ 1); 300 m2 (§ 2). Ingen af tallene svarer til 900 m²; kontrollér tallet."
    )
    assert area.en == (
        "The draft itself gives 1.200 m² (§ 1); 300 m2 (§ 2). None of these matches 900 m²; check the number."
    )
    assert dwellings.da.startswith("Udkastet nævner selv 320-360 nye boliger (§ 2). Ingen af tallene svarer til 361 ")
    assert len(_step_free("1", "1", "319", "0", about=PLAN).remarks) == 1


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("et fællesrum på 62,5 m²", "62.5"),
        ("a common room of 62.5 sq m", "62.5"),
        ("a shared courtyard of 1,200 square metres", "1200"),
        ("en fælles gård på 1.200.000 kvm", "1200000"),
        ("et fælles areal på 100 til 200 kvadratmeter", "150"),
    ],
)
def test_areas_are_read_as_danish_and_english_drafts_write_them(words: str, fits: str) -> None:
    assert _area("1", "1", fits, "1", about=draft(words)).remarks == ()
    (remark,) = _area("1", "1", "7", "1", about=draft(words)).remarks
    assert "7 m²" in remark.da


def test_at_most_five_figures_of_a_draft_are_shown() -> None:
    long = draft(*(f"Den fælles gård skal være {number} m²." for number in range(10, 17)))
    (remark,) = _area("1", "1", "7", "1", about=long).remarks
    assert remark.da.count("(§ ") == 5


def test_the_example_plan_is_read() -> None:
    plan = read_draft(FOLDER / "example_local_plan.txt")
    (area,) = _area("180", "40", "1000", "340", about=plan).remarks
    assert area.da.startswith("Udkastet nævner selv 300 m² (pkt. 3.3); 900 m² (pkt. 8.1). ")


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        (("mange", "40", "1190", "340"), "Fælles areal i dag: a number is missing (m²)"),
        (("-1", "40", "1190", "340"), "Fælles areal i dag: the number must lie between 0 and 10.000.000 (m²)"),
        (("180", "40,5", "1190", "340"), "Boliger i dag: a whole number is wanted."),
        (
            ("180", "40", "1190", "1000001"),
            "Boliger efter forslaget: the number must lie between 0 and 1.000.000 (boliger)",
        ),
    ],
)
def test_wrong_input_is_refused_with_a_clear_message(numbers: tuple[str, ...], says: str) -> None:
    with pytest.raises(ScreenError) as caught:
        _area(*numbers)
    assert says in str(caught.value)
    assert _area("10000000", "1000000", "10000000", "1000000").sentence.da.endswith("er 10 m² som i dag.")
