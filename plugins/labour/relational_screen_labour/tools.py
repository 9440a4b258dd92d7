"""Calculators of the arena labour: working evenings and weekends, and how many already live with loneliness."""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from relational_screen.api import Draft, Input, Outcome, Text, Tool, Values, format_number

Language = Literal["da", "en"]

FEWEST_TOLD = 10
"""A result below this is told as »under 10«: a share from a survey says nothing so exact of a few people."""

FEWEST_SEARCHED = 100
"""Smaller numbers of people in a draft are as a rule conditions (»at least 12 tenants«), not how many it concerns."""

MOST_REMARKS = 5
_SPELLED = {
    word: Decimal(number)
    for words in ("to tre fire fem seks syv otte ni ti", "two three four five six seven eight nine ten")
    for number, word in enumerate(words.split(), 2)
}
_TIMES = (
    r"(?<![\w.,])(\d+|" + "|".join(_SPELLED) + r")\s+(?:{})\b(\s+(?:om ugen|pr\. uge|ugentligt|a week|per week)\b)?"
)
_EVENINGS = re.compile(_TIMES.format("aftener|nætter|evenings|nights"), re.IGNORECASE)
_WEEKENDS = re.compile(_TIMES.format("weekender|weekends"), re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,\u00a0 ]\d{3})+|\d+)\s+(?:\w+\s+)?(?:personer|helårspersoner|mennesker|borgere|ledige"
    r"|lønmodtagere|ansatte|sygemeldte|\w*modtagere|\w*pensionister|people|persons|employees|claimants|recipients)\b",
    re.IGNORECASE,
)


def working_evenings(values: Values, draft: Draft | None) -> Outcome:
    """Compare how many evenings and weekends an employee works in four weeks, before and after."""
    tenths = {name: value.quantize(Decimal("0.1"), ROUND_HALF_UP) for name, value in values.items()}
    evenings = tenths["evenings-before"], tenths["evenings-after"]
    weekends = tenths["weekends-before"], tenths["weekends-after"]
    da = [_compared(*evenings, ("aften", "aftener"), "da"), _compared(*weekends, ("weekend", "weekender"), "da")]
    en = [_compared(*evenings, ("evening", "evenings"), "en"), _compared(*weekends, ("weekend", "weekends"), "en")]
    figures = {"evenings-change": evenings[1] - evenings[0], "weekends-change": weekends[1] - weekends[0]}
    sentence = Text(
        da=f"På fire uger arbejder en ansat {' og '.join(da)}.",
        en=f"In four weeks an employee works {' and '.join(en)}.",
    )
    remarks = [*_other_times(draft, _EVENINGS, evenings), *_other_times(draft, _WEEKENDS, weekends)]
    if not any(figures.values()):
        remarks.insert(0, _NO_CHANGE)
    return Outcome(figures, sentence, tuple(remarks[:MOST_REMARKS]))


def people_concerned(values: Values, draft: Draft | None) -> Outcome:
    """Work out how many of the people concerned already live with severe loneliness: context, never a forecast."""
    low, high = sorted((values["people-low"], values["people-high"]))
    share = values["percent"]
    lonely = two_figures(low * share / 100), two_figures(high * share / 100)
    da = (
        f"Hvis {format_number(share, 'da')} pct. af de {_range(low, high, 'da')} mennesker, som forslaget angår, lever "
        f"med svær ensomhed, er det {_lonely(*lonely, 'da')} mennesker. "
        "Tallet beskriver situationen i dag og siger ikke, hvad forslaget fører til."
    )
    en = (
        f"If {format_number(share, 'en')} per cent of the {_range(low, high, 'en')} people whom the proposal concerns "
        f"live with severe loneliness, that is {_lonely(*lonely, 'en')} people. "
        "The figure describes the situation today and does not say what the proposal leads to."
    )
    remarks = [_SOURCE_OF_SHARE, *_other_people(draft, low, high)]
    if low != values["people-low"]:
        remarks.insert(0, _TURNED)
    figures = {"lonely-low": lonely[0], "lonely-high": lonely[1]}
    return Outcome(figures, Text(da=da, en=en), tuple(remarks[:MOST_REMARKS]))


def two_figures(number: Decimal) -> Decimal:
    """Round a number of people to two significant figures, and never to less than whole people."""
    place = max(number.adjusted() - 1, 0)
    return number.scaleb(-place).quantize(Decimal(1), ROUND_HALF_UP).scaleb(place).quantize(Decimal(1))


def _compared(before: Decimal, after: Decimal, noun: tuple[str, str], language: Language) -> str:
    none, same, changed = {
        "da": ("ingen", "{} som i dag", "{} mod {} i dag ({} {})"),
        "en": ("no", "{} as today", "{} against {} today ({} {})"),
    }[language]
    count = f"{format_number(after, language) if after else none} {noun[0] if after == 1 else noun[1]}"
    if after == before:
        return same.format(count)
    change = abs(after - before)
    numbers = [format_number(number, language) for number in (before, change)]
    return changed.format(count, *numbers, _more(after < before, change, language))


def _more(less: bool, change: Decimal, language: Language) -> str:
    if language == "en":
        return "fewer" if less else "more"
    return "færre" if less else "mere" if change == 1 else "flere"


def _range(low: Decimal, high: Decimal, language: Language) -> str:
    ends = [format_number(number, language) for number in dict.fromkeys((low, high))]
    return {"da": "-", "en": " to "}[language].join(ends)


def _lonely(low: Decimal, high: Decimal, language: Language) -> str:
    if high < FEWEST_TOLD:
        return f"under {FEWEST_TOLD}"
    if low < FEWEST_TOLD:
        return {"da": "op til ", "en": "up to "}[language] + format_number(high, language)
    return _range(low, high, language)


def _other_times(draft: Draft | None, pattern: re.Pattern[str], given: Iterable[Decimal]) -> Iterator[Text]:
    for label, found in _found(draft, pattern):
        number = _SPELLED.get(found[1].lower()) or Decimal(found[1])
        if number * (4 if found[2] else 1) not in given:
            yield Text(
                da=f"{label} nævner »{found[0]}«, som ikke svarer til tallene her. Se, om perioden er den samme.",
                en=f"{label} mentions »{found[0]}«, which unlike the numbers here. See if the period is the same.",
            )


def _other_people(draft: Draft | None, low: Decimal, high: Decimal) -> Iterator[Text]:
    for label, found in _found(draft, _PEOPLE):
        number = Decimal(re.sub(r"\D", "", found[1]))
        if number >= FEWEST_SEARCHED and not low <= number <= high:
            yield Text(
                da=f"{label} nævner »{found[0]}«, som ligger uden for tallene her. Se, om det er de samme mennesker.",
                en=f"{label} mentions »{found[0]}«, outside the numbers here. See if they are the same people.",
            )


def _found(draft: Draft | None, pattern: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str]]]:
    for passage in draft.passages if draft else ():
        yield from ((passage.label, found) for found in pattern.finditer(passage.text))


_NO_CHANGE = Text(
    da="Tallene er ens før og efter. De taler ikke for, at forslaget har en virkning.",
    en="The numbers are the same before and after. They do not suggest that the proposal has an effect.",
)
_TURNED = Text(
    da="Det laveste antal var større end det højeste, så de to er byttet om. Se, om begge tal er rigtige.",
    en="The lowest number was larger than the highest, so the two were swapped. See if both are right.",
)
_SOURCE_OF_SHARE = Text(
    da="Skriv i begrundelsen, hvor andelen kommer fra: befolkning, år og mål. Den skal gælde svær ensomhed.",
    en="Write in the reason where the share comes from: population, year and measure. It must be of severe loneliness.",
)


def _times(name: str, when: Text, noun: Text, high: int) -> Input:
    label = Text(da=f"{noun.da.capitalize()} {when.da}", en=f"{noun.en.capitalize()} {when.en}")
    unit = Text(da=f"{noun.da} på fire uger", en=f"{noun.en} in four weeks")
    return Input(name, label, unit, Decimal(0), Decimal(high))


def _people(name: str, da: str, en: str) -> Input:
    unit = Text(da="mennesker", en="people")
    return Input(name, Text(da=da, en=en), unit, Decimal(FEWEST_TOLD), Decimal(6_000_000), whole=True)


_TODAY, _AFTER = Text(da="i dag", en="today"), Text(da="efter forslaget", en="under the proposal")
_EVENING, _WEEKEND = Text(da="aftener", en="evenings"), Text(da="weekender", en="weekends")
_PERCENT = Input(
    "percent",
    Text(da="Andel, der lever med svær ensomhed", en="Share who live with severe loneliness"),
    Text(da="pct.", en="per cent"),
    Decimal("0.1"),
    Decimal(100),
)

TOOLS = (
    Tool(
        "labour.evenings-and-weekends",
        "labour.working-time",
        Text(da="Aftener og weekender på arbejde", en="Evenings and weekends at work"),
        Text(
            da="Tæl aftener med arbejde efter kl. 18 og weekender med arbejde lørdag eller søndag for en typisk ansat.",
            en="Count evenings with work after 6 p.m. and weekends with work on Saturday or Sunday of one employee.",
        ),
        (
            _times("evenings-before", _TODAY, _EVENING, 28),
            _times("evenings-after", _AFTER, _EVENING, 28),
            _times("weekends-before", _TODAY, _WEEKEND, 4),
            _times("weekends-after", _AFTER, _WEEKEND, 4),
        ),
        working_evenings,
    ),
    Tool(
        "labour.people-concerned",
        "labour.income-stop",
        Text(da="Hvor mange lever allerede med svær ensomhed?", en="How many already live with severe loneliness?"),
        Text(
            da="Tag antallet fra forslagets bemærkninger og andelen fra gruppens tal. Resultatet er ingen prognose.",
            en="Take the number from the draft's remarks and the share from the group's figures. It is not a forecast.",
        ),
        (
            _people("people-low", "Berørte, laveste skøn", "People concerned, lowest estimate"),
            _people("people-high", "Berørte, højeste skøn", "People concerned, highest estimate"),
            _PERCENT,
        ),
        people_concerned,
    ),
)
