"""Authorities by name: which spellings are the same one, and whether it is a ministry or a municipality."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from relational_screen.catalogue.model import Kind

Level = Literal["ministry", "municipality", "other"]

_WORD = re.compile(r"[^\W_]+")
_FILLING = frozenset({"og", "and", "for", "of", "the", "kommune", "municipality", "ministry"})
_MINISTRY = re.compile(r"minister(?:iet|ium|iets)?$")
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("ministry", re.compile(r"minister(?:i|ie|iet|ium|iets)\b|\bministry\b|departement", re.IGNORECASE)),
    ("municipality", re.compile(r"kommune\b|\bmunicipality\b|kommunalbestyrelse|byråd", re.IGNORECASE)),
)
_BY_KIND: dict[Kind, Level] = {"bill": "ministry", "executive_order": "ministry", "local_plan": "municipality"}


def plain_words(text: str) -> str:
    """Return a text's words in small letters, with one space between them and aa for å."""
    return " ".join(_WORD.findall(text.casefold().replace("å", "aa")))


def authority_key(name: str) -> str:
    """Return what all spellings of an authority share: »Århus Kommune« is »aarhus«, »Miljøministeriet« is »miljø«."""
    plain = plain_words(name)
    words = (_MINISTRY.sub("", word) for word in plain.split() if word not in _FILLING)
    return " ".join(filter(None, words)) or plain


def level_of(name: str, kind: Kind) -> Level:
    """Return what an authority is by its name, else by the kind of its proposal."""
    if not name:
        return "other"
    return next((level for level, words in _LEVELS if words.search(name)), _BY_KIND.get(kind, "other"))


def usual_spelling(names: Iterable[str]) -> str:
    """Return the commonest of the spellings of a name, the first of those as common, "" for none."""
    counted = Counter(filter(None, names)).most_common(1)
    return counted[0][0] if counted else ""
