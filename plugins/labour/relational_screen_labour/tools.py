"""Calculators of the arena labour: working evenings and weekends, and how many already live with loneliness."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from relational_screen.api import Draft, Input, Outcome, Text, Tool, Values, format_number

TENTH = Decimal("0.1")
FEWEST_TOLD = 10
"""A result below this is told as »under 10«: the share comes from a survey and says nothing so exact of a few people."""

_WORDS = "et|én|en|to|tre|fire|fem|seks|syv|otte|ni|ti|one|two|three|four|five|six|seven|eight|nine|ten".split("|")
_VALUES = (1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, *range(1, 11))
_SPELLED = dict(zip(_WORDS, _VALUES, strict=True))
_NUMBER = r"(?<![\w.,])(\d+(?:[.,]\d+)?|" + "|".join(_WORDS) + r")\s+"
_EVENINGS = re.compile(_NUMBER + r"(?:aften|aftener|nætter|evenings?|nights?)\b", re.IGNORECASE)
_WEEKENDS = re.compile(_NUMBER + r"weekend(?:er|s)?\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,\u00a0 ]\d{3})+|\d+)\s+(?:\w+\s+)?"
    r"(?:personer|mennesker|borgere|ledige|lønmodtagere|sygemeldte|\w*modtagere|\w*pensionister|helårspersoner"
    r"|people|persons|employees|claimants|recipients|pensioners)\b",
    re.IGNORECASE,
)


def working_evenings(values: Values, draft: Draft | None) -> Outcome:
    """Compare how many evenings and weekends an employee works in four weeks, before and after."""
    before, after = values["evenings-before"], values["evenings-after"]
    weekends_before, weekends_after = values["weekends-before"], values["weekends-after"]
    figures = {
        "evenings-change": _tenths(after - before),
        "weekends-change": _tenths(weekends_after - weekends_before),
        "free-evenings-after": _tenths(28 - after),
        "free-weekends-after": _tenths(4 - weekends_after),
    }
    da = [_evenings_da(before, after), _weekends_da(weekends_before, weekends_after)]
    en = [_evenings_en(before, after), _weekends_en(weekends_before, weekends_after)]
    sentence = Text(
        da=f"På fire uger arbejder en ansat {da[0]} og {da[1]}.",
        en=f"In four weeks an employee works {en[0]} and {en[1]}.",
    )
    return Outcome(figures, sentence, tuple(_working_time_remarks(values, draft)))


def people_concerned(values: Values, draft: Draft | None) -> Outcome:
    """Work out how many of the people concerned already live with severe loneliness; context, never a forecast."""
    low, high = sorted((values["people-low"], values["people-high"]))
    share = values["percent"]
    lonely = [two_figures(number * share / 100) for number in (low, high)]
    figures = {"lonely-low": lonely[0], "lonely-high": lonely[1]}
    da = (
        f"Af de {_range(low, high, 'da')} mennesker, som forslaget angår, lever {_lonely_da(*lonely)} i forvejen med "
        f"svær ensomhed, hvis det gælder {format_number(share, 'da')} pct. af dem. Tallet beskriver situationen i dag "
        "og siger ikke, hvad forslaget fører til."
    )
    en = (
        f"Of the {_range(low, high, 'en')} people the proposal concerns, {_lonely_en(*lonely)} already live with severe "
        f"loneliness, if this holds for {format_number(share, 'en')} per cent of them. The figure describes the "
        "situation today and does not say what the proposal leads to."
    )
    return Outcome(figures, Text(da=da, en=en), tuple(_people_remarks(values, draft)))


def two_figures(number: Decimal) -> Decimal:
    """Round to two significant figures and to whole people."""
    place = max(number.adjusted() - 1, 0)
    rounded = number.scaleb(-place).quantize(Decimal(1), ROUND_HALF_UP)
    return (rounded * 10**place).quantize(Decimal(1))


def _tenths(number: Decimal) -> Decimal:
    return number.quantize(TENTH, ROUND_HALF_UP)


def _evenings_da(before: Decimal, after: Decimal) -> str:
    return _compared_da(before, after, "aften", "aftener")


def _weekends_da(before: Decimal, after: Decimal) -> str:
    return _compared_da(before, after, "weekend", "weekender")


def _evenings_en(before: Decimal, after: Decimal) -> str:
    return _compared_en(before, after, "evening", "evenings")


def _weekends_en(before: Decimal, after: Decimal) -> str:
    return _compared_en(before, after, "weekend", "weekends")


def _compared_da(before: Decimal, after: Decimal, one: str, many: str) -> str:
    count = f"{_count(after, 'ingen', 'da')} {one if after == 1 else many}"
    if after == before:
        return f"{count} som i dag"
    change = abs(after - before)
    more = "færre" if after < before else "mere" if change == 1 else "flere"
    return f"{count} mod {_count(before, 'ingen', 'da')} i dag ({format_number(_tenths(change), 'da')} {more})"


def _compared_en(before: Decimal, after: Decimal, one: str, many: str) -> str:
    count = f"{_count(after, 'no', 'en')} {one if after == 1 else many}"
    if after == before:
        return f"{count}, as today"
    more = "fewer" if after < before else "more"
    change = format_number(_tenths(abs(after - before)), "en")
    return f"{count} against {_count(before, 'none', 'en')} today ({change} {more})"
