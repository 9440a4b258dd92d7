"""The calculator of the arena leisure: what a household pays a year for taking part."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from relational_screen.api import Draft, Input, Outcome, Text, Tool, Values, format_number

Language = Literal["da", "en"]
PARTS = ("fee", "equipment", "transport")


def price_of_taking_part(values: Values, _draft: Draft | None) -> Outcome:
    """Compare the yearly price for a household in whole kroner: fee, equipment and transport for all who take part."""
    before, after = (
        (values["people"] * sum(values[f"{part}-{when}"] for part in PARTS)).quantize(Decimal(1), ROUND_HALF_UP)
        for when in ("before", "after")
    )
    figures = {"before": before, "after": after, "change": after - before}
    if before:
        figures["change-percent"] = ((after - before) / before * 100).quantize(Decimal(1), ROUND_HALF_UP)
    sentence = Text(
        da=_told(before, after, values["people"], "da"),
        en=_told(before, after, values["people"], "en"),
    )
    return Outcome(figures, sentence, (_NO_CHANGE,) if before == after else ())


def _told(before: Decimal, after: Decimal, people: Decimal, language: Language) -> str:
    words = _WORDS[language]
    household = words["one" if people == 1 else "many"].format(format_number(people, language))
    price = _amount(after, language) if after else words["nothing"]
    if before == after:
        return words["same"].format(household=household, price=price)
    return words["changed"].format(
        household=household,
        price=price,
        before=_amount(before, language) if before else words["nothing"],
        change=_amount(abs(after - before), language),
        way=words["more" if after > before else "less"],
    )


def _amount(number: Decimal, language: Language) -> str:
    written = format_number(number, language)
    return f"{written} kr." if language == "da" else f"DKK {written}"


_WORDS = {
    "da": {
        "one": "en husstand, hvor 1 person deltager,",
        "many": "en husstand, hvor {} personer deltager,",
        "nothing": "ingenting",
        "same": "For {household} koster det {price} om året at være med som i dag.",
        "changed": "For {household} vil det koste {price} om året at være med mod {before} i dag ({change} {way}).",
        "more": "mere",
        "less": "mindre",
    },
    "en": {
        "one": "a household in which 1 person takes part",
        "many": "a household in which {} people take part",
        "nothing": "nothing",
        "same": "For {household} it costs {price} a year to take part, as today.",
        "changed": "For {household} it will cost {price} a year to take part against {before} today ({change} {way}).",
        "more": "more",
        "less": "less",
    },
}
_NO_CHANGE = Text(
    da="Tallene er ens før og efter. De taler ikke for, at forslaget har en virkning.",
    en="The numbers are the same before and after. They do not suggest that the proposal has an effect.",
)
_UNIT = Text(da="kr. pr. person om året", en="DKK per person a year")


def _inputs(name: str, label: Text) -> Iterator[Input]:
    """Yield one input for today and one for what the proposal leads to."""
    for when, da, en in (("before", "i dag", "today"), ("after", "efter forslaget", "under the proposal")):
        told = Text(da=f"{label.da} {da}", en=f"{label.en} {en}")
        yield Input(f"{name}-{when}", told, _UNIT, Decimal(0), Decimal(1_000_000))


TOOLS = (
    Tool(
        "leisure.price-of-taking-part",
        "leisure.price",
        Text(da="Husstandens pris for at være med", en="A household's price of taking part"),
        Text(
            da="Skriv udgifterne for én person om året, når fritidspas og anden støtte er trukket fra.",
            en="Write the costs of one person a year, after leisure pass and other support have been deducted.",
        ),
        (
            Input(
                "people",
                Text(da="Personer i husstanden, der deltager", en="People in the household who take part"),
                Text(da="personer", en="people"),
                Decimal(1),
                Decimal(20),
                whole=True,
            ),
            *_inputs("fee", Text(da="Kontingent og gebyrer", en="Fees")),
            *_inputs("equipment", Text(da="Udstyr", en="Equipment")),
            *_inputs("transport", Text(da="Transport", en="Transport")),
        ),
        price_of_taking_part,
    ),
)
