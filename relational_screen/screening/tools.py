"""Small calculators that arenas bring: numbers in, a sentence for the note out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from relational_screen.catalogue.model import Language, Text
from relational_screen.drafts.draft import Draft
from relational_screen.errors import N_, ScreenError, raise_all

LOCALES = {"da": "da_DK", "en": "en_GB"}
Values = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Input:
    """A number that a tool asks for, with its unit and limits; `whole` allows no decimals."""

    id: str
    label: Text
    unit: Text
    low: Decimal
    high: Decimal
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tool found: named figures, a sentence that can stand in a reason, and remarks for the official only."""

    figures: Mapping[str, Decimal]
    sentence: Text
    remarks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Tool:
    """A calculator that belongs to a question. `calculate` gets every input as a number, and the draft if any."""

    id: str
    question: str
    title: Text
    help: Text
    inputs: tuple[Input, ...]
    calculate: Callable[[Values, Draft | None], Outcome]


def format_number(number: int | Decimal, language: Language) -> str:
    """Return a number as the language writes it (1.234,5 or 1,234.5), with at most three decimals."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=LOCALES[language])


def parse_number(text: str, language: Language) -> Decimal:
    """Read a number as the language writes it, 1.234,5 or 1,234.5; else with a point or comma before its decimals.

    Raises:
        ValueError: it is no number.
    """
    from babel.numbers import parse_decimal

    try:
        return parse_decimal(text.strip(), locale=LOCALES[language], strict=True)
    except ValueError:
        return _plain_number(text)


def _plain_number(text: str) -> Decimal:
    try:
        return Decimal(text.strip().replace(",", "."))
    except InvalidOperation as error:
        raise ValueError(text) from error


def run_tool(tool: Tool, given: Mapping[str, str], draft: Draft | None, language: Language) -> Outcome:
    """Run a tool on what a user wrote, with numbers as the language writes them.

    Raises:
        ScreenError: everything that is wrong with the input, at once.
    """
    problems = [
        ScreenError(
            N_("The tool {tool} has no input called {name}. See its inputs with tools."), tool=tool.id, name=name
        )
        for name in given
        if name not in {item.id for item in tool.inputs}
    ]
    values: dict[str, Decimal] = {}
    for item in tool.inputs:
        try:
            values[item.id] = _number(item, given.get(item.id, ""), language)
        except ScreenError as error:
            problems.append(error)
    raise_all(problems)
    return tool.calculate(values, draft)


def _number(item: Input, text: str, language: Language) -> Decimal:
    label = item.label.get(language)
    try:
        number = parse_number(text, language)
    except ValueError as error:
        raise ScreenError(
            N_("{label}: a number is missing ({unit}). Write it."), label=label, unit=item.unit.get(language)
        ) from error
    if not number.is_finite() or not item.low <= number <= item.high:
        raise ScreenError(
            N_("{label}: the number must lie between {low} and {high} ({unit}). Correct it."),
            label=label,
            low=format_number(item.low, language),
            high=format_number(item.high, language),
            unit=item.unit.get(language),
        )
    if item.whole and number != number.to_integral_value():
        raise ScreenError(N_("{label}: a whole number is wanted. Correct it."), label=label)
    return number
