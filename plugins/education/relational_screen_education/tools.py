"""Calculators of the arena education: shifts per pupil, and adults per child."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from relational_screen.api import Draft, Input, Outcome, Text, Tool, Values, format_number

Language = Literal["da", "en"]
Number = Decimal | None
"""A figure per pupil or child; None where there are none."""

_TOLD = {
    "da": {
        "none": "Der er ingen {who}, hverken i dag eller efter forslaget.",
        "gone": "I dag er antallet af {what} {before}, men efter forslaget er der ingen {who}.",
        "new": "Antallet af {what} bliver {after}; i dag er der ingen {who}.",
        "same": "Antallet af {what} er {after} som i dag.",
        "about": "Antallet af {what} er {after}, omtrent som i dag.",
        "changed": "Antallet af {what} bliver {after} mod {before} i dag ({change} {way}).",
    },
    "en": {
        "none": "There are no {who}, neither today nor under the proposal.",
        "gone": "Today the number of {what} is {before}, but under the proposal there are no {who}.",
        "new": "The number of {what} becomes {after}; today there are no {who}.",
        "same": "The number of {what} is {after} as today.",
        "about": "The number of {what} is {after}, about as today.",
        "changed": "The number of {what} becomes {after} against {before} today ({change} {way}).",
    },
}
_WAYS = {"da": ("højere", "lavere"), "en": ("higher", "lower")}


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is counted, among whom, and to how many decimals it is told."""

    what: Text
    who: Text
    step: Decimal

    def outcome(self, before: Number, after: Number, remarks: tuple[Text, ...]) -> Outcome:
        """Compare two figures; the change is that of the rounded ones, so that it adds up."""
        figures = {"before": self._rounded(before), "after": self._rounded(after)}
        known = {name: figure for name, figure in figures.items() if figure is not None}
        if len(known) == len(figures):
            known["change"] = known["after"] - known["before"]
        sentence = Text(da=self._told(before, after, "da"), en=self._told(before, after, "en"))
        same = (_NO_CHANGE,) if before is not None and before == after else ()
        return Outcome(known, sentence, (*same, *remarks))

    def _told(self, before: Number, after: Number, language: Language) -> str:
        shown = {"before": self._rounded(before), "after": self._rounded(after)}
        change = (shown["after"] or Decimal(0)) - (shown["before"] or Decimal(0))
        written = {when: format_number(figure, language) for when, figure in shown.items() if figure is not None}
        return _TOLD[language][_case(before, after, change)].format(
            what=self.what.get(language),
            who=self.who.get(language),
            change=format_number(abs(change), language),
            way=_WAYS[language][change < 0],
            **written,
        )

    def _rounded(self, number: Number) -> Number:
        return None if number is None else number.quantize(self.step, ROUND_HALF_UP)


def shifts_per_pupil(values: Values, _draft: Draft | None) -> Outcome:
    """Compare how often a pupil changes school, class or programme over the whole course, to two decimals."""
    before, after = (_divided(values[f"shifts-{when}"], values[f"pupils-{when}"]) for when in ("before", "after"))
    return _SHIFTS.outcome(before, after, ())


def adults_per_child(values: Values, _draft: Draft | None) -> Outcome:
    """Compare how many adults there are to ten children, to one decimal; posts are counted as full-time ones."""
    before, after = (
        _divided(10 * values[f"adults-{when}"], values[f"children-{when}"]) for when in ("before", "after")
    )
    crowded = any(figure is not None and figure > 10 for figure in (before, after))
    return _ADULTS.outcome(before, after, (_MORE_ADULTS,) if crowded else ())


def _divided(number: Decimal, people: Decimal) -> Number:
    return number / people if people else None


def _case(before: Number, after: Number, change: Decimal) -> str:
    if before is None or after is None:
        return "none" if before == after else "new" if before is None else "gone"
    return "same" if before == after else "changed" if change else "about"


_NO_CHANGE = Text(
    da="Tallene er ens før og efter. De taler ikke for, at forslaget har en virkning.",
    en="The numbers are the same before and after. They do not suggest that the proposal has an effect.",
)
_MORE_ADULTS = Text(
    da="Der er flere voksne end børn. Se, om tallene er byttet om.",
    en="There are more adults than children. See if the numbers were swapped.",
)
_SHIFTS = _Measured(Text(da="skift pr. elev", en="shifts per pupil"), Text(da="elever", en="pupils"), Decimal("0.01"))
_ADULTS = _Measured(
    Text(da="voksne pr. 10 børn", en="adults per 10 children"), Text(da="børn", en="children"), Decimal("0.1")
)


def _inputs(name: str, label: Text, unit: Text, *, whole: bool = True) -> Iterator[Input]:
    """Yield one input for today and one for what the proposal leads to."""
    for when, da, en in (("before", "i dag", "today"), ("after", "efter forslaget", "under the proposal")):
        told = Text(da=f"{label.da} {da}", en=f"{label.en} {en}")
        yield Input(f"{name}-{when}", told, unit, Decimal(0), Decimal(10_000_000), whole)


TOOLS = (
    Tool(
        "education.shifts-per-pupil",
        "education.number-of-shifts",
        Text(da="Skift pr. elev", en="Shifts per pupil"),
        Text(
            da="Tæl hver gang en elev skifter skole, klasse eller uddannelse, fra forløbet begynder, til det slutter.",
            en="Count each time a pupil changes school, class or programme, from the course's beginning to its end.",
        ),
        (
            *_inputs("pupils", Text(da="Elever", en="Pupils"), Text(da="elever", en="pupils")),
            *_inputs("shifts", Text(da="Skift i alt", en="Shifts in all"), Text(da="skift", en="shifts")),
        ),
        shifts_per_pupil,
    ),
    Tool(
        "education.adults-per-child",
        "education.time-with-adults",
        Text(da="Voksne pr. barn", en="Adults per child"),
        Text(
            da="Tæl ansatte, der er sammen med børnene, omregnet til fuld tid, og de børn, der er der samtidig.",
            en="Count staff who are with the children, as full-time posts, and the children there at the same time.",
        ),
        (
            *_inputs("children", Text(da="Børn", en="Children"), Text(da="børn", en="children")),
            *_inputs(
                "adults",
                Text(da="Voksne", en="Adults"),
                Text(da="fuldtidsstillinger", en="full-time posts"),
                whole=False,
            ),
        ),
        adults_per_child,
    ),
)
