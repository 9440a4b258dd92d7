"""What a paragraph of a draft begins with: »§ 4.«, »Stk. 2.«, »3)«, »a)«, »7.1«, »Kapitel 2«, »Bilag 1« …"""

import re
from dataclasses import dataclass
from typing import Literal

MarkKind = Literal[
    "section", "subsection", "item", "letter", "number", "point", "chapter", "annex", "closing", "remarks", "later act"
]

LONGEST_TITLE = 120
"""Characters; headings of Danish acts and plans are shorter, sentences without a full stop seldom are."""

MOST_HEADINGS = 8
"""How many headings may follow each other before a section."""

_LETTERS = "[a-zæøå]"
_ONE = rf"\d{{1,5}}(?: ?{_LETTERS}{{1,2}})?"
_RANGE = re.compile(r"§ ?\d+ ?[-–] ?§ ?\d+ [A-ZÆØÅ]")
_CONTENTS_LINE = re.compile(r"(?:\.{3,}|…) ?\d+$")
_MONTHS = "jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec"
_NO_ITEM = rf"pkt\b|(?:og|eller|-|–) ?\d|(?:{_MONTHS})[a-z]*\b"
"""What makes »1. « the beginning of »1. juli« or »1. pkt.«, not of an item."""

_STARTS = r"(?=[A-ZÆØÅ0-9»\"“(\[§]|$)"


@dataclass(frozen=True)
class Mark:
    """The mark a paragraph begins with and its number as written (»24 a«).

    `bare` says that »§ 1« stands alone on its line, `quoted` that a quotation mark stands before it.
    """

    kind: MarkKind
    number: str
    bare: bool = False
    quoted: bool = False


_PATTERNS: tuple[tuple[MarkKind, re.Pattern[str]], ...] = (
    ("section", re.compile(rf"§ ?(\d{{1,5}}(?:[-.]\d{{1,5}})*(?: ?{_LETTERS}{{1,2}})?)\.(?!\d) ?{_STARTS}")),
    ("section", re.compile(rf"§ ?(?P<bare>{_ONE})$")),
    ("section", re.compile(rf"§ ?(\d{{1,5}}(?:[-.]\d{{1,5}})*(?: {_LETTERS}(?= ))?):? [-–]? ?(?P<title>[A-ZÆØÅ].*)")),
    ("section", re.compile(r"§ ?(\d{1,5}(?:\.\d{1,5})+) (?=[A-ZÆØÅ])")),
    ("section", re.compile(rf"§(§ ?{_ONE} ?(?:[-–]|og) ?(?:{_ONE}|{_LETTERS}))\. ?{_STARTS}")),
    ("subsection", re.compile(rf"Stk\.? ?(\d{{1,5}}(?:(?: ?[-–] ?| og )\d{{1,5}})?)\. ?{_STARTS}")),
    ("item", re.compile(rf"(\d{{1,5}}(?: ?{_LETTERS})?) ?\)(?: |$)")),
    ("letter", re.compile(rf"({_LETTERS})\)(?: |$)")),
    ("point", re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.? (?=[A-ZÆØÅ»\"“(]|\d[\d.,]* [a-zæøå]{2,})")),
    ("number", re.compile(rf"(\d{{1,3}})\. (?!{_NO_ITEM})(?=\S)")),
    (
        "chapter",
        re.compile(
            r"((?:Kapitel|KAPITEL|Kap\.|Afsnit|AFSNIT|Chapter|CHAPTER|Part|PART) "
            rf"(?:\d{{1,5}}(?: ?{_LETTERS})?|[IVXLC]+))(?:\.?$|[.:]? [-–]? ?(?P<title>[A-ZÆØÅ].*))"
        ),
    ),
    (
        "annex",
        re.compile(
            r"((?:Bilag|BILAG|Vedlegg|Annex|ANNEX|Appendix|Schedule|SCHEDULE)(?: (?:\d+|[A-Z]))?)"
            r"(?:$|[.:]? ?[-–]? ?»?(?P<title>[A-ZÆØÅ].*))"
        ),
    ),
    ("closing", re.compile(r"(Under Vor Kongelige Hånd|Givet på |Signed by authority)", re.IGNORECASE)),
    (
        "remarks",
        re.compile(
            r"(Almindelige bemærkninger|(?:Specielle )?bemærkninger til (?:lov)?(?:forslag|udkast)\w*[\w ]*"
            r"|bemærkninger til (?:forslag|udkast)\w* enkelte bestemmelser|redegørelse(?:n)?|explanatory note"
            r"|officielle noter)$",
            re.IGNORECASE,
        ),
    ),
    ("later act", re.compile(r"(Lov nr\. \d+ af \d{1,2}\. \w+ \d{4})\b.* indeholder følgende\b")),
)


def mark_of(text: str) -> Mark | None:
    """Return the mark a paragraph (with evened spaces) begins with, or None."""
    quoted = text[:1] in '»"“„'
    text = text[1:] if quoted else text
    for kind, pattern in _PATTERNS:
        match = pattern.match(text)
        if match is None:
            continue
        named = match.groupdict()
        if named.get("title") is None or is_title(named["title"]):
            number = named.get("bare") or match[1]
            return Mark(kind, number.strip(), bare="bare" in named, quoted=quoted)
    return None


def is_title(text: str) -> bool:
    """Tell whether a paragraph reads like a heading: short, begins with a capital, does not end like a sentence."""
    over_several = _RANGE.match(text) is not None
    if len(text) > LONGEST_TITLE * (1 + over_several) or not (over_several or text[:1].isupper() or text[:1].isdigit()):
        return False
    if _CONTENTS_LINE.search(text):
        return False
    return text[-1] not in ".:;,-–!?" or re.search(r"\b(m\.?v|m\.?m)\.$", text) is not None
