"""The headings of a list of proposals, and which field of a proposal each holds."""

from collections.abc import Sequence

from relational_screen.errors import N_, ScreenError, raise_all
from relational_screen.registry.authorities import plain_words
from relational_screen.registry.coverage.sheets import LOOKED_AT, Sheet, TableRow
from relational_screen.screening.proposal import Value

HEADINGS = {
    "title": "titel,title,plannavn,lovforslagets titel,lovforslag,forslag,proposal,bill,navn,name,emne",
    "authority": "ministerium,ministry,kommunenavn,kommune,municipality,myndighed,authority,ressort,afsender",
    "kind": "type,art,kind,plantype,forslagstype,sagstype,dokumenttype",
    "date": "dato,date,fremsættes,fremsat,fremsættelse,fremsættelsesdato,datoforsl,offentliggjort,datovedt,vedtaget",
    "number": "nummer,nr,number,no,lovforslagsnummer,lovforslagsnr,lovnummer,plannummer,plannr,planid,sagsnummer,id",
}
"""The words that headings name each field with, the likeliest first."""


class Mapping(Value):
    """Which heading holds which field of a proposal; "" where the list has none."""

    title: str = ""
    authority: str = ""
    kind: str = ""
    date: str = ""
    number: str = ""


def headings(sheet: Sheet) -> TableRow:
    """Return the row of headings: of the first rows the one with most words that headings have."""
    return max(sheet.rows[:LOOKED_AT], key=lambda row: len(_guessed(row.cells)))


def guess_mapping(sheet: Sheet) -> Mapping:
    """Return which fields the headings seem to hold, for a person to correct."""
    return Mapping(**_guessed(headings(sheet).cells))


def check_mapping(mapping: Mapping, heads: Sequence[str]) -> None:
    """Check a mapping against the headings that there are.

    Raises:
        ScreenError: it names no title, or headings that the list does not have; all at once.
    """
    problems = [
        ScreenError(N_("The list has no heading {heading}."), N_("Choose another."), heading=name)
        for _, name in mapping
        if name and name not in heads
    ]
    if not mapping.title:
        problems.append(
            ScreenError(N_("It is not said where the titles stand."), N_("Choose the heading that holds them."))
        )
    raise_all(problems)


def _guessed(cells: Sequence[str]) -> dict[str, str]:
    """Return the heading of each field: one that is a word for it, else one that holds such a word."""
    found: dict[str, str] = {}
    for whole in (True, False):
        for field, words in HEADINGS.items():
            free = [cell for cell in cells if cell and cell not in found.values()]
            named = (cell for word in words.split(",") for cell in free if _names(cell, word, whole=whole))
            if field not in found and (heading := next(named, None)):
                found[field] = heading
    return found


def _names(cell: str, word: str, *, whole: bool) -> bool:
    plain, sought = plain_words(cell), plain_words(word)
    return plain == sought if whole else f" {sought} " in f" {plain} "
