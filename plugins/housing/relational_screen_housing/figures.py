"""Figures that a draft gives itself, for holding an official's own figures against them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from relational_screen.api import Draft, Text, format_number

_NUMBER = r"\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?"
_FIGURE = (
    rf"(?<![\w.,§-])(?<!§\s)(?<!stk\.\s)(?<!nr\.\s)(?P<low>{_NUMBER})(?:\s*(?:-|–|til|to)\s*(?P<high>{_NUMBER}))?\s*"
)
_SHARED = re.compile(r"fælles|gårdrum|opholdsareal|vaskeri|beboerhus|legeplads|shared|common|communal|courtyard")

AREA = re.compile(_FIGURE + r"(?:m²|m2|kvm|kvadratmeter|sq\.? ?m|square metres?)(?!\w)", re.IGNORECASE)
DWELLINGS = re.compile(
    _FIGURE + r"(?:(?:nye|almene|private|new|social)\s+)*(?:boliger|lejligheder|dwellings|homes|flats)(?!\w)",
    re.IGNORECASE,
)
MOST_SHOWN = 5


def differing_area(draft: Draft | None, given: Decimal) -> tuple[Text, ...]:
    """Return a remark when passages on shared places give areas and none of them fits."""
    return _differing(draft, AREA, given, ("m²", "m²"), only_shared=True)


def differing_dwellings(draft: Draft | None, given: Decimal) -> tuple[Text, ...]:
    """Return a remark when the draft gives numbers of dwellings and none of them fits."""
    return _differing(draft, DWELLINGS, given, ("boliger", "dwellings"), only_shared=False)


def _differing(
    draft: Draft | None, pattern: re.Pattern[str], given: Decimal, units: tuple[str, str], *, only_shared: bool
) -> tuple[Text, ...]:
    found = list(_figures(draft, pattern, only_shared=only_shared)) if draft else []
    if not found or any(low <= given <= high for _, low, high in found):
        return ()
    shown = "; ".join(list(dict.fromkeys(words for words, _, _ in found))[:MOST_SHOWN])
    da, en = f"{format_number(given, 'da')} {units[0]}", f"{format_number(given, 'en')} {units[1]}"
    return (
        Text(
            da=f"Udkastet nævner selv {shown}. Ingen af tallene svarer til {da}; kontrollér tallet.",
            en=f"The draft itself gives {shown}. None of these matches {en}; check the number.",
        ),
    )


def _figures(draft: Draft, pattern: re.Pattern[str], *, only_shared: bool) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Yield each figure as it is written, with its label, and its low and high end."""
    for passage in draft.passages:
        if only_shared and not _SHARED.search(passage.text.lower()):
            continue
        for match in pattern.finditer(passage.text):
            low = _number(match["low"])
            words = " ".join(match[0].split())
            yield f"{words} ({passage.label})", low, _number(match["high"]) if match["high"] else low


def _number(text: str) -> Decimal:
    """Read a number as Danish or English drafts write it; three digits after each mark are thousands."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
        return Decimal(re.sub(r"[.,]", "", text))
    return Decimal(text.replace(",", "."))
