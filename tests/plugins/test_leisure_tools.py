"""The calculator of the arena leisure: examples worked by hand, limits and wrong input."""

import pytest
from relational_screen_leisure import provide_tools
from relational_screen_leisure.tools import TOOLS

from relational_screen.errors import ScreenError
from relational_screen.screening.tools import Outcome, run_tool
from tests.plugins.ways import content

(PRICE,) = TOOLS
EQUAL = "Tallene er ens før og efter. De taler ikke for, at forslaget har en virkning."


def _price(people: str, before: tuple[str, str, str], after: tuple[str, str, str]) -> Outcome:
    """Run the tool on fee, equipment and transport."""
    names = ("fee", "equipment", "transport")
    given = {f"{name}-before": number for name, number in zip(names, before, strict=True)}
    given |= {f"{name}-after": number for name, number in zip(names, after, strict=True)}
    return run_tool(PRICE, {"people": people, **given}, None, "da")


def test_the_tool_belongs_to_a_question_of_its_arena() -> None:
    ours = {question.id for question in content().checklist("leisure").questions}
    assert [tool.question for tool in provide_tools()] == ["leisure.price"]
    assert PRICE.question in ours


@pytest.mark.parametrize(
    ("people", "before", "after", "figures", "da", "en"),
    [
        # 3 x (1,500 + 600 + 0) = 6,300; 3 x (1,800 + 600 + 412.50) = 8,437.50 -> 8,438;
        # 8,438 - 6,300 = 2,138; 2,138 / 6,300 = 33.9 -> 34 per cent
        (
            "3",
            ("1500", "600", "0"),
            ("1800", "600", "412,50"),
            {"before": "6300", "after": "8438", "change": "2138", "change-percent": "34"},
            "hvor 3 personer deltager, vil det koste 8.438 kr. om året at være med mod 6.300 kr. i dag "
            "(2.138 kr. mere).",
            "in which 3 people take part it will cost DKK 8,438 a year to take part against DKK 6,300 today "
            "(DKK 2,138 more).",
        ),
        # 1,000 + 0 + 200 = 1,200; 700 + 0 + 200 = 900; 900 - 1,200 = -300; -300 / 1,200 = -25 per cent
        (
            "1",
            ("1000", "0", "200"),
            ("700", "0", "200"),
            {"before": "1200", "after": "900", "change": "-300", "change-percent": "-25"},
            "hvor 1 person deltager, vil det koste 900 kr. om året at være med mod 1.200 kr. i dag (300 kr. mindre).",
            "in which 1 person takes part it will cost DKK 900 a year to take part against DKK 1,200 today "
            "(DKK 300 less).",
        ),
        # free before: 2 x (0 + 0 + 450) = 900, and no change in per cent
        (
            "2",
            ("0", "0", "0"),
            ("0", "0", "450"),
            {"before": "0", "after": "900", "change": "900"},
            "hvor 2 personer deltager, vil det koste 900 kr. om året at være med mod ingenting i dag (900 kr. mere).",
            "in which 2 people take part it will cost DKK 900 a year to take part against nothing today "
            "(DKK 900 more).",
        ),
        # free afterwards: 2 x 450 = 900; -900 / 900 = -100 per cent
        (
            "2",
            ("450", "0", "0"),
            ("0", "0", "0"),
            {"before": "900", "after": "0", "change": "-900", "change-percent": "-100"},
            "hvor 2 personer deltager, vil det koste ingenting om året at være med mod 900 kr. i dag (900 kr. mindre).",
            "in which 2 people take part it will cost nothing a year to take part against DKK 900 today "
            "(DKK 900 less).",
        ),
    ],
)
def test_the_yearly_price_for_a_household_is_compared(
    people: str,
    before: tuple[str, str, str],
    after: tuple[str, str, str],
    figures: dict[str, str],
    da: str,
    en: str,
) -> None:
    outcome = _price(people, before, after)
    assert {name: str(figure) for name, figure in outcome.figures.items()} == figures
    assert outcome.sentence.da == f"For en husstand, {da}"
    assert outcome.sentence.en == f"For a household {en}"
    assert outcome.remarks == ()


def test_an_equal_price_does_not_speak_for_an_effect() -> None:
    # 900 + 100 = 1,000; 800 + 200 = 1,000
    outcome = _price("1", ("900", "0", "100"), ("800", "200", "0"))
    assert (
        outcome.sentence.da
        == "For en husstand, hvor 1 person deltager, koster det 1.000 kr. om året at være med som i dag."
    )
    assert outcome.sentence.en == (
        "For a household in which 1 person takes part it costs DKK 1,000 a year to take part, as today."
    )
    assert [remark.da for remark in outcome.remarks] == [EQUAL]


def test_a_difference_of_less_than_half_a_krone_is_none() -> None:
    # 100.00 and 100.40 are both 100
    assert _price("1", ("100", "0", "0"), ("100,40", "0", "0")).figures["change"] == 0


@pytest.mark.parametrize(
    ("people", "fee", "says"),
    [
        ("0", "100", "Personer i husstanden, der deltager: the number must lie between 1 and 20 (personer)"),
        ("21", "100", "Personer i husstanden, der deltager: the number must lie between 1 and 20 (personer)"),
        ("1,5", "100", "Personer i husstanden, der deltager: a whole number is wanted."),
        ("1", "dyrt", "Kontingent og gebyrer i dag: a number is missing (kr. pr. person om året)"),
        (
            "1",
            "-1",
            "Kontingent og gebyrer i dag: the number must lie between 0 and 1.000.000 (kr. pr. person om året)",
        ),
    ],
)
def test_wrong_input_is_refused_with_a_clear_message(people: str, fee: str, says: str) -> None:
    with pytest.raises(ScreenError) as caught:
        _price(people, (fee, "0", "0"), ("100", "0", "0"))
    assert says in str(caught.value)
    # the limits themselves are taken: 20 x 3.000.000 = 60.000.000
    assert _price("20", ("1000000",) * 3, ("0", "0", "0")).figures["before"] == 60_000_000
