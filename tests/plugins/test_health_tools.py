"""The calculators of the arena health: examples worked by hand, limits, wrong input and a draft's own figures."""

from decimal import Decimal

import pytest
from relational_screen_health.tools import TOOLS

from relational_screen.drafts.draft import Draft
from relational_screen.errors import ScreenError
from relational_screen.screening.tools import Outcome, run_tool
from tests.builders import draft
from tests.plugins.ways import content

STAFF, SHIFTS = TOOLS
PLACES_DA, PLACES_EN = "mellem afdelinger, steder eller myndigheder", "between wards, places or authorities"
EQUAL = "Tallene er ens før og efter. De taler ikke for, at forslaget har en virkning."


def _staff(before: str, after: str, about: Draft | None = None) -> Outcome:
    return run_tool(STAFF, {"staff-before": before, "staff-after": after}, about, "da")


def _shifts(before: str, after: str, about: Draft | None = None) -> Outcome:
    return run_tool(SHIFTS, {"shifts-before": before, "shifts-after": after}, about, "da")


def test_tools_belong_to_questions_of_their_arena() -> None:
    ours = {question.id for question in content().checklist("health").questions}
    assert {tool.question for tool in TOOLS} <= ours


@pytest.mark.parametrize(
    ("before", "after", "figures", "da", "en"),
    [
        # 12 - 8 = 4; 4 / 8 = 50 per cent
        ("8", "12", ("4", "50"), "12 {} mod 8 i dag (4 flere)", "12 {} against 8 today (4 more)"),
        # 2.5 - 4 = -1.5; -1.5 / 4 = -37.5 -> -38 per cent (half away from nought)
        ("4", "2,5", ("-1.5", "-38"), "2,5 {} mod 4 i dag (1,5 færre)", "2.5 {} against 4 today (1.5 fewer)"),
        # 3 - 2 = 1; 1 / 2 = 50 per cent
        ("2", "3", ("1", "50"), "3 {} mod 2 i dag (1 mere)", "3 {} against 2 today (1 more)"),
        # the upper limit: 200 - 1 = 199; 199 / 1 = 19,900 per cent
        ("1", "200", ("199", "19900"), "200 {} mod 1 i dag (199 flere)", "200 {} against 1 today (199 more)"),
    ],
)
def test_different_staff_a_month_are_compared(
    before: str, after: str, figures: tuple[str, str], da: str, en: str
) -> None:
    outcome = _staff(before, after)
    assert tuple(outcome.figures.values()) == tuple(map(Decimal, figures))
    da, en = da.format("forskellige ansatte"), en.format("different members of staff")
    assert outcome.sentence.da == f"I løbet af en måned møder den, der får pleje eller behandling, i gennemsnit {da}."
    assert outcome.sentence.en == f"In the course of a month a person who gets care or treatment meets on average {en}."
    assert outcome.remarks == ()


def test_where_nobody_came_before_there_is_no_change_in_per_cent() -> None:
    outcome = _staff("0", "1")
    assert dict(outcome.figures) == {"change": Decimal(1)}
    assert outcome.sentence.da.endswith("i gennemsnit 1 ansat mod 0 i dag (1 mere).")
    assert outcome.sentence.en.endswith("meets on average 1 member of staff against 0 today (1 more).")


def test_where_nobody_comes_afterwards_all_are_gone() -> None:
    # 0 - 3 = -3; -3 / 3 = -100 per cent
    outcome = _staff("3", "0")
    assert tuple(outcome.figures.values()) == (Decimal(-3), Decimal(-100))
    assert outcome.sentence.da.endswith("i gennemsnit ingen ansatte mod 3 i dag (3 færre).")
    assert outcome.sentence.en.endswith("meets on average no staff against 3 today (3 fewer).")


@pytest.mark.parametrize(
    ("before", "after", "figures", "da", "en"),
    [
        # 2 - 3 = -1; -1 / 3 = -33.3 -> -33 per cent
        ("3", "2", ("-1", "-33"), "2 skift {} mod 3 i dag (1 færre)", "2 shifts {} against 3 today (1 fewer)"),
        # 1 - 3 = -2; -2 / 3 = -66.7 -> -67 per cent
        ("3", "1", ("-2", "-67"), "1 skift {} mod 3 i dag (2 færre)", "1 shift {} against 3 today (2 fewer)"),
        ("1", "0", ("-1", "-100"), "ingen skift {} mod 1 i dag (1 færre)", "no shift {} against 1 today (1 fewer)"),
    ],
)
def test_shifts_in_a_course_of_treatment_are_compared(
    before: str, after: str, figures: tuple[str, str], da: str, en: str
) -> None:
    outcome = _shifts(before, after)
    assert tuple(outcome.figures.values()) == tuple(map(Decimal, figures))
    assert outcome.sentence.da == f"Et forløb rummer i gennemsnit {da.format(PLACES_DA)}."
    assert outcome.sentence.en == f"A course of treatment holds on average {en.format(PLACES_EN)}."


@pytest.mark.parametrize(("before", "after"), [("2", "2"), ("2,04", "2"), ("0", "0")])
def test_equal_numbers_do_not_speak_for_an_effect(before: str, after: str) -> None:
    outcome = _shifts(before, after)
    assert outcome.figures["change"] == 0
    assert outcome.sentence.da.endswith(f"{PLACES_DA} som i dag.")
    assert [remark.da for remark in outcome.remarks] == [EQUAL]


def test_figures_of_the_draft_that_differ_are_remarked() -> None:
    about = draft(
        "Borgeren møder højst 8 forskellige medarbejdere.",
        "En borger møder i dag tolv og fremover ti ansatte om måneden, jf. § 9.",
    )
    assert [remark.da for remark in _staff("12", "8", about).remarks] == [
        "§ 2 nævner »ti ansatte«, der ikke svarer til tallene. Se, om det er det samme."
    ]
    assert [remark.en for remark in _shifts("3", "2", draft("There are four transitions and 2 shifts.")).remarks] == [
        "§ 1 mentions »four transitions«, unlike the numbers here. See if it is the same thing."
    ]


def test_a_draft_full_of_numbers_gives_a_few_remarks_only() -> None:
    about = draft(*(f"Her er {number} ansatte." for number in range(20, 60)))
    assert len(_staff("3", "3", about).remarks) == 5


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("200,1", "must lie between 0 and 200 (ansatte pr. borger om måneden)"),
        ("-1", "must lie between 0 and 200 (ansatte pr. borger om måneden)"),
        ("inf", "must lie between 0 and 200 (ansatte pr. borger om måneden)"),
        ("få", "a number is missing (ansatte pr. borger om måneden)"),
    ],
)
def test_an_impossible_number_of_staff_is_refused(number: str, says: str) -> None:
    with pytest.raises(ScreenError) as caught:
        _staff("3", number)
    assert f"Forskellige ansatte efter forslaget: {says}" in str(caught.value).replace("the number ", "")


def test_more_than_fifty_shifts_are_refused() -> None:
    assert _shifts("50", "50").figures["change"] == 0
    with pytest.raises(ScreenError, match=r"Skift i dag: .* between 0 and 50 \(skift pr\. forløb\)"):
        _shifts("51", "50")
