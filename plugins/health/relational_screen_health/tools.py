"""Calculators of the arena health: how many different staff a citizen meets, and shifts in a course of treatment."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from relational_screen.api import Draft, Input, Outcome, Text, Tool, Values, format_number

Language = Literal["da", "en"]

MOST_REMARKS = 5
_SPELLED = {
    word: Decimal(number)
    for words in ("to tre fire fem seks syv otte ni ti", "two three four five six seven eight nine ten")
    for number, word in enumerate(words.split(), 2)
}
_COUNT = r"(?<![\w.,])(\d+|" + "|".join(_SPELLED) + r")\s+(?:forskellige\s+|different\s+)?(?:{})\b"
_STAFF = re.compile(_COUNT.format("ansatte|medarbejdere|hjælpere|staff|employees|carers"), re.IGNORECASE)
_SHIFTS = re.compile(_COUNT.format("skift|overgange|overflytninger|shifts|transitions|transfers"), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What is counted before and after, how a sentence calls it, and where a draft may tell it too."""

    name: str
    sentence: Text
    none: Text
    one: Text
    many: Text
    pattern: re.Pattern[str]

    def calculate(self, values: Values, draft: Draft | None) -> Outcome:
        """Compare the two numbers, rounded to one decimal; a change in per cent only where there was something."""
        before, after = (
            values[f"{self.name}-{when}"].quantize(Decimal("0.1"), ROUND_HALF_UP) for when in ("before", "after")
        )
        figures = {"change": after - before}
        if before:
            figures["change-percent"] = ((after - before) / before * 100).quantize(Decimal(1), ROUND_HALF_UP)
        sentence = Text(
            da=self.sentence.da.format(self._told(before, after, "da")),
            en=self.sentence.en.format(self._told(before, after, "en")),
        )
        remarks = [_NO_CHANGE] if after == before else []
        remarks += _other_numbers(draft, self.pattern, (before, after))
        return Outcome(figures, sentence, tuple(remarks[:MOST_REMARKS]))

    def _told(self, before: Decimal, after: Decimal, language: Language) -> str:
        noun = (self.one if after == 1 else self.many).get(language)
        count = f"{format_number(after, language)} {noun}" if after else self.none.get(language)
        if after == before:
            return count + {"da": " som i dag", "en": " as today"}[language]
        against = {"da": "mod {} i dag", "en": "against {} today"}[language].format(format_number(before, language))
        return f"{count} {against} ({_difference(before, after, language)})"


def _difference(before: Decimal, after: Decimal, language: Language) -> str:
    change = abs(after - before)
    number, less = format_number(change, language), after < before
    if language == "en":
        return f"{number} {'fewer' if less else 'more'}"
    return f"{number} {'færre' if less else 'mere' if change == 1 else 'flere'}"


def _other_numbers(draft: Draft | None, pattern: re.Pattern[str], given: tuple[Decimal, ...]) -> Iterator[Text]:
    for passage in draft.passages if draft else ():
        for found in pattern.finditer(passage.text):
            if (_SPELLED.get(found[1].lower()) or Decimal(found[1])) not in given:
                yield Text(
                    da=f"{passage.label} nævner »{found[0]}«, der ikke svarer til tallene. Se, om det er det samme.",
                    en=f"{passage.label} mentions »{found[0]}«, unlike the numbers here. See if it is the same thing.",
                )


_NO_CHANGE = Text(
    da="Tallene er ens før og efter. De taler ikke for, at forslaget har en virkning.",
    en="The numbers are the same before and after. They do not suggest that the proposal has an effect.",
)


def _inputs(name: str, label: Text, unit: Text, high: int) -> tuple[Input, Input]:
    before = Text(da=f"{label.da} i dag", en=f"{label.en} today")
    after = Text(da=f"{label.da} efter forslaget", en=f"{label.en} under the proposal")
    limits = (Decimal(0), Decimal(high))
    return Input(f"{name}-before", before, unit, *limits), Input(f"{name}-after", after, unit, *limits)


_DIFFERENT_STAFF = _Comparison(
    "staff",
    Text(
        da="I løbet af en måned møder den, der får pleje eller behandling, i gennemsnit {}.",
        en="In the course of a month a person who gets care or treatment meets on average {}.",
    ),
    Text(da="ingen ansatte", en="no staff"),
    Text(da="ansat", en="member of staff"),
    Text(da="forskellige ansatte", en="different members of staff"),
    _STAFF,
)
_TRANSITIONS = _Comparison(
    "shifts",
    Text(da="Et forløb rummer i gennemsnit {}.", en="A course of treatment holds on average {}."),
    Text(
        da="ingen skift mellem afdelinger, steder eller myndigheder", en="no shift between wards, places or authorities"
    ),
    Text(da="skift mellem afdelinger, steder eller myndigheder", en="shift between wards, places or authorities"),
    Text(da="skift mellem afdelinger, steder eller myndigheder", en="shifts between wards, places or authorities"),
    _SHIFTS,
)

TOOLS = (
    Tool(
        "health.different-staff",
        "health.staff-continuity",
        Text(da="Forskellige ansatte om måneden", en="Different staff a month"),
        Text(
            da="Tæl de forskellige ansatte, som én borger i gennemsnit møder på en måned, ikke antallet af besøg.",
            en="Count the different staff one citizen meets on average in a month, not the number of visits.",
        ),
        _inputs(
            "staff",
            Text(da="Forskellige ansatte", en="Different staff"),
            Text(da="ansatte pr. borger om måneden", en="staff per citizen a month"),
            200,
        ),
        _DIFFERENT_STAFF.calculate,
    ),
    Tool(
        "health.transitions",
        "health.discharge",
        Text(da="Skift i et forløb", en="Shifts in a course of treatment"),
        Text(
            da="Tæl hver gang en patient får ny afdeling, nyt sted eller ny myndighed, også under opfølgning.",
            en="Count each time a patient gets a new ward, place or authority, follow-up included.",
        ),
        _inputs("shifts", Text(da="Skift", en="Shifts"), Text(da="skift pr. forløb", en="shifts per course"), 50),
        _TRANSITIONS.calculate,
    ),
)
