"""Calculators of the arena housing: shared area per dwelling, and dwellings that can be reached without steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from relational_screen.api import Draft, Input, Outcome, Text, Tool, Values, format_number
from relational_screen_housing.figures import differing_area, differing_dwellings

Language = Literal["da", "en"]
Number = Decimal | None
"""A figure per dwelling; None where there are no dwellings."""

_TOLD = {
    "da": {
        "none": "Der er ingen boliger, hverken i dag eller efter forslaget.",
        "gone": "I dag er {name} {before}, men efter forslaget er der ingen boliger.",
        "new": "{Name} bliver {after}; i dag er der ingen boliger.",
        "same": "{Name} er {after} som i dag.",
        "about": "{Name} er {after}, omtrent som i dag.",
        "changed": "{Name} bliver {after} mod {before} i dag ({change} {way}).",
    },
    "en": {
        "none": "There are no dwellings, neither today nor under the proposal.",
        "gone": "Today {name} is {before}, but under the proposal there are no dwellings.",
        "new": "{Name} becomes {after}; today there are no dwellings.",
        "same": "{Name} is {after} as today.",
        "about": "{Name} is {after}, about as today.",
        "changed": "{Name} becomes {after} against {before} today ({change} {way}).",
    },
}


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is compared, its unit, the unit of a change, and how more and less are called."""

    name: Text
    unit: Text
    change: Text
    more: Text
    less: Text

    def outcome(self, before: Number, after: Number, remarks: tuple[Text, ...]) -> Outcome:
        """Compare two figures, rounded to one decimal; the change is that of the rounded ones, so that it adds up."""
        figures = {"before": _rounded(before), "after": _rounded(after)}
        known = {name: figure for name, figure in figures.items() if figure is not None}
        if len(known) == len(figures):
            known["change"] = known["after"] - known["before"]
        sentence = Text(da=self._told(before, after, "da"), en=self._told(before, after, "en"))
        same = (_NO_CHANGE,) if before is not None and before == after else ()
        return Outcome(known, sentence, (*same, *remarks))

    def _told(self, before: Number, after: Number, language: Language) -> str:
        name, shown = self.name.get(language), {"before": _rounded(before), "after": _rounded(after)}
        change = (shown["after"] or Decimal(0)) - (shown["before"] or Decimal(0))
        written = {
            when: f"{format_number(figure, language)} {self.unit.get(language)}"
            for when, figure in shown.items()
            if figure is not None
        }
        return _TOLD[language][_case(before, after, change)].format(
            name=name,
            Name=name[0].upper() + name[1:],
            change=f"{format_number(abs(change), language)} {self.change.get(language)}",
            way=(self.more if change > 0 else self.less).get(language),
            **written,
        )


def shared_area(values: Values, draft: Draft | None) -> Outcome:
    """Compare the shared area per dwelling in m²."""
    before, after = (_divided(values[f"area-{when}"], values[f"dwellings-{when}"]) for when in ("before", "after"))
    remarks = (*differing_area(draft, values["area-after"]), *differing_dwellings(draft, values["dwellings-after"]))
    return _AREA.outcome(before, after, remarks)


def step_free(values: Values, draft: Draft | None) -> Outcome:
    """Compare the share of dwellings with step-free access, in per cent."""
    dwellings = {when: values[f"step-free-{when}"] + values[f"steps-{when}"] for when in ("before", "after")}
    before, after = (_divided(100 * values[f"step-free-{when}"], number) for when, number in dwellings.items())
    return _STEP_FREE.outcome(before, after, differing_dwellings(draft, dwellings["after"]))


def _divided(number: Decimal, dwellings: Decimal) -> Number:
    return number / dwellings if dwellings else None


def _rounded(number: Number) -> Number:
    return None if number is None else number.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _case(before: Number, after: Number, change: Decimal) -> str:
    if before is None or after is None:
        return "none" if before == after else "new" if before is None else "gone"
    return "same" if before == after else "changed" if change else "about"


_NO_CHANGE = Text(
    da="Tallene er ens før og efter. De taler ikke for, at forslaget har en virkning.",
    en="The numbers are the same before and after. They do not suggest that the proposal has an effect.",
)
_AREA = _Measured(
    Text(da="det fælles areal pr. bolig", en="the shared area per dwelling"),
    Text(da="m²", en="m²"),
    Text(da="m²", en="m²"),
    Text(da="mere", en="more"),
    Text(da="mindre", en="less"),
)
_STEP_FREE = _Measured(
    Text(da="andelen af boliger med trinfri adgang", en="the share of dwellings with step-free access"),
    Text(da="pct.", en="per cent"),
    Text(da="procentpoint", en="percentage points"),
    Text(da="højere", en="higher"),
    Text(da="lavere", en="lower"),
)


def _inputs(name: str, label: Text, unit: Text, high: int, *, whole: bool) -> Iterator[Input]:
    """Yield one input for today and one for what the proposal leads to."""
    for when, da, en in (("before", "i dag", "today"), ("after", "efter forslaget", "under the proposal")):
        told = Text(da=f"{label.da} {da}", en=f"{label.en} {en}")
        yield Input(f"{name}-{when}", told, unit, Decimal(0), Decimal(high), whole)


_DWELLINGS = Text(da="boliger", en="dwellings")

TOOLS = (
    Tool(
        "housing.shared-area",
        "housing.shared-places",
        Text(da="Fælles areal pr. bolig", en="Shared area per dwelling"),
        Text(
            da="Læg arealet af fælles rum, gårde og opholdsarealer sammen. Tag kun det med, som beboerne kan bruge.",
            en="Add up the area of common rooms, courtyards and places to stay. Count only what residents can use.",
        ),
        (
            *_inputs(
                "area", Text(da="Fælles areal", en="Shared area"), Text(da="m²", en="m²"), 10_000_000, whole=False
            ),
            *_inputs("dwellings", Text(da="Boliger", en="Dwellings"), _DWELLINGS, 1_000_000, whole=True),
        ),
        shared_area,
    ),
    Tool(
        "housing.step-free-dwellings",
        "housing.universal-design",
        Text(da="Boliger med trinfri adgang", en="Dwellings with step-free access"),
        Text(
            da="Tæl en bolig som trinfri, når man kan komme fra vejen til boligens dør uden trin eller med elevator.",
            en="Count a dwelling as step-free when its door can be reached from the road without steps or by lift.",
        ),
        (
            *_inputs(
                "step-free",
                Text(da="Boliger uden trin", en="Dwellings without steps"),
                _DWELLINGS,
                1_000_000,
                whole=True,
            ),
            *_inputs(
                "steps", Text(da="Boliger med trin", en="Dwellings with steps"), _DWELLINGS, 1_000_000, whole=True
            ),
        ),
        step_free,
    ),
)
