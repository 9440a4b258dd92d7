"""What is taken as a date and as a number of people."""

import pytest
from pydantic import ValidationError

from relational_screen.screening.proposal import GroupChoice, Proposal


@pytest.mark.parametrize("date", ["2026-02-31", "2026-13-40", "20260212", "٢٠٢٦-٠١-٠١", "i dag"])
def test_a_date_that_is_none_is_refused(date: str) -> None:
    with pytest.raises(ValidationError):
        Proposal(date=date)


def test_a_date_or_none_is_taken() -> None:
    assert Proposal(date="2027-03-12").date == "2027-03-12"
    assert Proposal().date == ""


@pytest.mark.parametrize("number", [True, -1, 10**9, "5"])
def test_a_number_of_people_is_a_whole_number_that_can_be(number: object) -> None:
    with pytest.raises(ValidationError):
        GroupChoice.model_validate({"low": number})
