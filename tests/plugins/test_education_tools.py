"""The calculators of the arena education: examples worked by hand, limits and wrong input."""

import pytest
from relational_screen_education import provide_tools
from relational_screen_education.tools import TOOLS

from relational_screen.errors import ScreenError
from relational_screen.screening.tools import Outcome, run_tool
from tests.plugins.ways import content

SHIFTS, ADULTS = TOOLS
EQUAL = "Tallene er ens før og efter. De taler ikke for, at forslaget har en virkning."


def _shifts(*numbers: str) -> Outcome:
    names = ("pupils-before", "shifts-before", "pupils-after", "shifts-after")
    return run_tool(SHIFTS, dict(zip(names, numbers, strict=True)), None, "da")


def _adults(*numbers: str) -> Outcome:
    names = ("children-before", "adults-before", "children-after", "adults-after")
    return run_tool(ADULTS, dict(zip(names, numbers, strict=True)), None, "da")


def _figures(outcome: Outcome) -> dict[str, str]:
    return {name: str(figure) for name, figure in outcome.figures.items()}


def test_tools_belong_to_questions_of_their_arena() -> None:
    ours = {question.id for question in content().checklist("education").questions}
    assert {tool.question for tool in provide_tools()} == {"education.number-of-shifts", "education.time-with-adults"}
    assert {tool.question for tool in TOOLS} <= ours


@pytest.mark.parametrize(
    ("numbers", "figures", "da", "en"),
    [
        # 200 / 240 = 0.8333 -> 0.83; 300 / 240 = 1.25; 1.25 - 0.83 = 0.42
        (
            ("240", "200", "240", "300"),
            ("0.83", "1.25", "0.42"),
            "bliver 1,25 mod 0,83 i dag (0,42 højere)",
            "becomes 1.25 against 0.83 today (0.42 higher)",
        ),
        # 2,400 / 1,200 = 2; 1,200 / 1,200 = 1; 1 - 2 = -1
        (
            ("1200", "2400", "1200", "1200"),
            ("2.00", "1.00", "-1.00"),
            "bliver 1 mod 2 i dag (1 lavere)",
            "becomes 1 against 2 today (1 lower)",
        ),
        # 0 / 50 = 0; 1 / 200 = 0.005 -> 0.01 (half a hundredth goes up)
        (
            ("50", "0", "200", "1"),
            ("0.00", "0.01", "0.01"),
            "bliver 0,01 mod 0 i dag (0,01 højere)",
            "becomes 0.01 against 0 today (0.01 higher)",
        ),
        # 1 / 3 = 0.3333 and 331 / 1000 = 0.331 are both 0.33
        (
            ("3", "1", "1000", "331"),
            ("0.33", "0.33", "0.00"),
            "er 0,33, omtrent som i dag",
            "is 0.33, about as today",
        ),
    ],
)
def test_shifts_per_pupil_are_compared(
    numbers: tuple[str, ...], figures: tuple[str, str, str], da: str, en: str
) -> None:
    outcome = _shifts(*numbers)
    assert _figures(outcome) == dict(zip(("before", "after", "change"), figures, strict=True))
    assert outcome.sentence.da == f"Antallet af skift pr. elev {da}."
    assert outcome.sentence.en == f"The number of shifts per pupil {en}."
    assert outcome.remarks == ()


@pytest.mark.parametrize(
    ("numbers", "figures", "da", "en"),
    [
        # 10 x 4 / 25 = 1.6; 10 x 4 / 28 = 1.43 -> 1.4; 1.4 - 1.6 = -0.2
        (
            ("25", "4", "28", "4"),
            ("1.6", "1.4", "-0.2"),
            "bliver 1,4 mod 1,6 i dag (0,2 lavere)",
            "becomes 1.4 against 1.6 today (0.2 lower)",
        ),
        # 10 x 2.5 / 20 = 1.25 -> 1.3 (half a tenth goes up); 10 x 4 / 20 = 2; 2 - 1.3 = 0.7
        (
            ("20", "2,5", "20", "4"),
            ("1.3", "2.0", "0.7"),
            "bliver 2 mod 1,3 i dag (0,7 højere)",
            "becomes 2 against 1.3 today (0.7 higher)",
        ),
        # no adults at all: 10 x 0 / 20 = 0
        (
            ("20", "1", "20", "0"),
            ("0.5", "0.0", "-0.5"),
            "bliver 0 mod 0,5 i dag (0,5 lavere)",
            "becomes 0 against 0.5 today (0.5 lower)",
        ),
    ],
)
def test_adults_per_ten_children_are_compared(
    numbers: tuple[str, ...], figures: tuple[str, str, str], da: str, en: str
) -> None:
    outcome = _adults(*numbers)
    assert _figures(outcome) == dict(zip(("before", "after", "change"), figures, strict=True))
    assert outcome.sentence.da == f"Antallet af voksne pr. 10 børn {da}."
    assert outcome.sentence.en == f"The number of adults per 10 children {en}."
    assert outcome.remarks == ()


def test_equal_figures_do_not_speak_for_an_effect() -> None:
    # 30 / 20 = 45 / 30 = 1.5 and 10 x 3 / 20 = 10 x 6 / 40 = 1.5
    shifts, adults = _shifts("20", "30", "30", "45"), _adults("20", "3", "40", "6")
    assert shifts.sentence.da == "Antallet af skift pr. elev er 1,5 som i dag."
    assert adults.sentence.en == "The number of adults per 10 children is 1.5 as today."
    assert [remark.da for one in (shifts, adults) for remark in one.remarks] == [EQUAL, EQUAL]


def test_where_there_is_nobody_nothing_is_divided() -> None:
    new, gone, none = _adults("0", "0", "20", "3"), _adults("20", "3", "0", "0"), _shifts("0", "0", "0", "0")
    assert [_figures(one) for one in (new, gone, none)] == [{"after": "1.5"}, {"before": "1.5"}, {}]
    assert new.sentence.da == "Antallet af voksne pr. 10 børn bliver 1,5; i dag er der ingen børn."
    assert new.sentence.en == "The number of adults per 10 children becomes 1.5; today there are no children."
    assert gone.sentence.da == "I dag er antallet af voksne pr. 10 børn 1,5, men efter forslaget er der ingen børn."
    assert gone.sentence.en == (
        "Today the number of adults per 10 children is 1.5, but under the proposal there are no children."
    )
    assert none.sentence.da == "Der er ingen elever, hverken i dag eller efter forslaget."
    assert none.sentence.en == "There are no pupils, neither today nor under the proposal."
    assert none.remarks == ()


@pytest.mark.parametrize("numbers", [("20", "21", "20", "3"), ("20", "3", "20", "21")])
def test_more_adults_than_children_are_doubted(numbers: tuple[str, ...]) -> None:
    (remark,) = _adults(*numbers).remarks
    assert remark.da == "Der er flere voksne end børn. Se, om tallene er byttet om."
    assert _adults("20", "3", "20", "20").remarks == ()


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        (("", "30", "30", "45"), "Elever i dag: a number is missing (elever)"),
        (("20", "30,5", "30", "45"), "Skift i alt i dag: a whole number is wanted."),
        (("20", "30", "-1", "45"), "Elever efter forslaget: the number must lie between 0 and 10.000.000 (elever)"),
        (
            ("20", "30", "30", "10000001"),
            "Skift i alt efter forslaget: the number must lie between 0 and 10.000.000 (skift)",
        ),
    ],
)
def test_wrong_input_is_refused_with_a_clear_message(numbers: tuple[str, ...], says: str) -> None:
    with pytest.raises(ScreenError) as caught:
        _shifts(*numbers)
    assert says in str(caught.value)
    assert _shifts("10000000", "10000000", "1", "1").sentence.da.endswith("er 1 som i dag.")
