"""Who is at elevated risk of loneliness follows from the figures."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from relational_screen.catalogue.groups import Group
from tests.builders import core

FIGURE = {
    "year": 2021,
    "measure": "t_ils_7",
    "population": {"da": "opdigtet", "en": "invented"},
    "source": "strategy: kapitel 5",
}


def _group(*, elevated: bool, **known: Any) -> Group:
    return Group.model_validate(
        {"id": "invented", "label": {"da": "opdigtede", "en": "invented"}, "elevated": elevated, **known}
    )


@pytest.mark.parametrize(
    ("prevalence", "odds", "elevated"),
    [
        (("18.6", "12.4"), None, True),
        (("18.5", "12.4"), None, False),
        (("40", None), None, False),
        (None, "2", True),
        (None, "1.99", False),
        (("10", "12.4"), "3", True),
    ],
)
def test_a_group_is_at_elevated_risk_at_one_and_a_half_times_the_average_or_twice_the_odds(
    prevalence: tuple[str, str | None] | None, odds: str | None, elevated: bool
) -> None:
    known: dict[str, Any] = {}
    if prevalence:
        average = prevalence[1] and Decimal(prevalence[1])
        known["prevalence"] = {**FIGURE, "figure": Decimal(prevalence[0]), "average": average}
    if odds:
        known["odds_ratio"] = {**FIGURE, "figure": Decimal(odds)}
    assert _group(elevated=elevated, **known).elevated == elevated
    with pytest.raises(ValidationError, match="the figures say otherwise"):
        _group(elevated=not elevated, **known)


def test_a_group_without_a_figure_needs_a_note_and_is_not_at_elevated_risk() -> None:
    with pytest.raises(ValidationError, match="a note must say"):
        _group(elevated=False)
    assert _group(elevated=False, note={"da": "Ingen tal.", "en": "No figures."})


@pytest.mark.parametrize("group", core().groups, ids=lambda group: group.id)
def test_the_shipped_groups_say_what_their_figures_say(group: Group) -> None:
    known, odds = group.prevalence, group.odds_ratio
    by_share = known is not None and known.average is not None and 2 * known.figure >= 3 * known.average
    by_odds = odds is not None and odds.figure >= 2
    assert group.elevated == (by_share or by_odds)
