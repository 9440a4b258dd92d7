"""Calculators read numbers as people write them, and say all that is wrong at once."""

from decimal import Decimal

import pytest

from relational_screen.catalogue.model import Language, Text
from relational_screen.drafts.draft import Draft
from relational_screen.errors import Problems, ScreenError
from relational_screen.screening.tools import Input, Outcome, Tool, Values, parse_number, run_tool

UNIT = Text(da="personer", en="people")


def multiplied(values: Values, _draft: Draft | None) -> Outcome:
    product = values["people"] * values["share"]
    return Outcome({"product": product}, Text(da=f"{product}", en=f"{product}"))


TOOL = Tool(
    id="a.invented",
    question="a.one",
    title=Text(da="Opdigtet", en="Invented"),
    help=Text(da="Opdigtet.", en="Invented."),
    inputs=(
        Input("people", Text(da="Antal", en="Number"), UNIT, Decimal(1), Decimal(50_000), whole=True),
        Input("share", Text(da="Andel", en="Share"), UNIT, Decimal(0), Decimal(1)),
    ),
    calculate=multiplied,
)


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("12.000", "da", "12000"),
        ("12,000", "en", "12000"),
        ("1.234,5", "da", "1234.5"),
        ("1,234.5", "en", "1234.5"),
        ("12,5", "da", "12.5"),
        ("12.5", "da", "12.5"),
        ("12,5", "en", "12.5"),
        (" 7 ", "da", "7"),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(text: str, language: Language, number: str) -> None:
    assert parse_number(text, language) == Decimal(number)


@pytest.mark.parametrize("text", ["", "many", "1.2.3", "--1"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_number(text, "da")


def test_a_tool_gets_its_numbers() -> None:
    assert run_tool(TOOL, {"people": "12.000", "share": "0,25"}, None, "da").figures == {"product": Decimal(3000)}


def test_everything_wrong_with_the_input_is_told_at_once() -> None:
    with pytest.raises(Problems) as caught:
        run_tool(TOOL, {"people": "0", "share": "", "colour": "1"}, None, "en")
    told = str(caught.value)
    assert "no input called colour" in told
    assert "between 1 and 50,000 (people)" in told
    assert "Share: a number is missing" in told


def test_a_whole_number_is_wanted_where_people_are_counted() -> None:
    with pytest.raises(ScreenError, match="whole number"):
        run_tool(TOOL, {"people": "2,5", "share": "1"}, None, "da")
