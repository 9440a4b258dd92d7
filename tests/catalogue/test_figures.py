"""Every figure of the facts and the groups stands in the source text that it names, near its unit."""

import os
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from relational_screen.catalogue.model import document_of
from relational_screen.catalogue.shipped import read_catalogue, shipped_folder

SHARED = Path(__file__).parents[3] / "shared" / "sources"
SOURCES = Path(os.environ.get("RELATIONAL_SCREEN_SOURCES", SHARED))
CATALOGUE = read_catalogue(shipped_folder())
NEAR = 90
"""Letters between a figure and its unit."""

UNITS = {
    "percent": r"pct|procent|%",
    "people": r"person|menneske|borger|danske|unge|børn|ensomme|husstand|over 16|bor alene|frivillig|førtidspension",
    "pupils": r"elev",
    "one_in": r"hver|ud af|blandt",
    "in_ten": r"ud af|til",
    "times": r"gang|dobbelt|så (?:stor|udbredt|almindelig|høj)|forhøjet",
    "dkk": r"kr\b|kroner|mia|milliard",
    "contacts": r"kontakt|konsultation|besøg",
    "days": r"dag",
    "deaths": r"død",
    "admissions": r"indlæg",
    "visits": r"besøg|kontakt",
    "years": r"år",
    "odds_ratio": r"",
    "children_per_adult": r"børn|voksen",
    "hours": r"time",
    "initiatives": r"initiativ",
    "studies": r"stud",
}
WORDS = {
    2: "to|dobbelt|anden|halv",
    3: "tre|tredje|tredjedel",
    4: "fire|fjerde|fjerdedel",
    5: "fem|femte|femtedel",
    6: "seks|sjette",
    7: "syv|syvende",
    8: "otte|ottende",
    10: "ti|tiende",
}


def figures() -> Iterator[tuple[str, Decimal, str, str]]:
    """Yield (id, figure, unit, source) for every figure of the catalogue."""
    for fact in CATALOGUE.facts:
        yield fact.id, fact.figure, fact.unit, fact.source
        if fact.figure_high is not None:
            yield fact.id, fact.figure_high, fact.unit, fact.source
    for group in CATALOGUE.groups:
        if group.prevalence:
            yield group.id, group.prevalence.figure, "percent", group.prevalence.source
            if group.prevalence.average is not None:
                yield group.id, group.prevalence.average, "percent", group.prevalence.source
        if group.odds_ratio:
            yield group.id, group.odds_ratio.figure, "odds_ratio", group.odds_ratio.source


@cache
def text_of(document: str) -> str:
    if not SOURCES.is_dir():
        pytest.skip(f"the sources are not in {SOURCES}; set RELATIONAL_SCREEN_SOURCES to their folder")
    path = SOURCES / CATALOGUE.document(document).file
    return " ".join(re.sub(r"-\n", "", path.read_text(encoding="utf-8")).split())


def spellings(figure: Decimal) -> str:
    """Return a pattern for the ways a source may write a number."""
    plain = f"{figure.normalize():f}".replace(".", ",")
    found = [re.escape(plain), *(re.escape(f"{figure:.{places}f}".replace(".", ",")) for places in (1, 2))]
    if figure == figure.to_integral_value():
        found.append(re.escape(f"{int(figure):,}".replace(",", ".")))
        found.append(WORDS.get(int(figure), "(?!)"))
    if figure == Decimal("0.5"):
        found.append("halvt")
    if figure == 10**6:
        found.append("ene? million")
    for size, word in ((10**6, r"mio|million"), (10**9, r"mia|milliard")):
        part = f"{(figure / size).normalize():f}".replace(".", ",")
        found.append(rf"{re.escape(part)}\s*(?:{word})")
    return rf"(?<![\d,.])(?:{'|'.join(found)})(?!\d|,\d)"


@pytest.mark.parametrize(("name", "figure", "unit", "source"), list(figures()))
def test_the_figure_stands_in_its_source_near_its_unit(name: str, figure: Decimal, unit: str, source: str) -> None:
    text = text_of(document_of(source))
    near = "" if ": tabel" in source else UNITS[unit]  # a table's unit stands in its head
    places = [match.span() for match in re.finditer(spellings(figure), text, re.IGNORECASE)]
    assert places, f"{name}: {figure} does not stand in {source}"
    around = (text[max(start - NEAR, 0) : end + NEAR] for start, end in places)
    assert any(re.search(near, part, re.IGNORECASE) for part in around), f"{name}: {figure} stands far from its unit"


def test_there_are_as_many_facts_as_the_content_map_asks() -> None:
    assert len(CATALOGUE.facts) >= 60
