"""Points at the passages of a draft that a question asks about, by the words they hold."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from relational_screen.catalogue.checklist import Signals, Terms
from relational_screen.drafts.draft import Draft

STRONG, WEAK, AGAINST = 3, 1, -3
"""Points for one term; a term counts once per passage."""

THRESHOLD = 3
"""Points from which a passage points: one strong term, or three weak ones."""

_NEVER_POINT = frozenset({"title", "heading", "chapter"})
_STOP_WORDS = {
    "da": frozenset({"og", "der", "af", "som", "til", "ikke", "skal", "den", "det", "efter", "eller", "ved", "på"}),
    "en": frozenset({"and", "the", "of", "which", "to", "not", "shall", "this", "it", "under", "or", "by", "is"}),
}


@dataclass(frozen=True)
class Pointer:
    """A passage that a question should look at, its points, and the words that spoke for it."""

    label: str
    score: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Compiled:
    """A question's terms as patterns: each with its points, and a quick one for lower-case text.

    The quick one finds the letters of any term that speaks for the question, wherever in a word they stand; without
    conditions at its start it runs many times faster and spares most passages the exact ones.
    """

    might_speak: re.Pattern[str]
    each: tuple[tuple[int, re.Pattern[str]], ...]


def point(draft: Draft, signals: Signals, language: Literal["da", "en"] = "da") -> tuple[Pointer, ...]:
    """Return the passages that point at a question, best first and otherwise in the draft's order.

    Titles and headings never point: they cannot be what an answer rests on.
    """
    compiled = _compiled(signals.da if language == "da" else signals.en)
    if compiled is None:
        return ()
    pointers = [
        _pointer(passage.label, passage.text, compiled)
        for passage in draft.passages
        if passage.level not in _NEVER_POINT and compiled.might_speak.search(passage.text.lower())
    ]
    return tuple(sorted((one for one in pointers if one.score >= THRESHOLD), key=lambda one: -one.score))


def language_of(draft: Draft) -> Literal["da", "en"]:
    """Return the language whose commonest words a draft holds more of."""
    words = [word for passage in draft.passages for word in re.findall(r"[^\W\d_]+", passage.text.lower())]
    counts = {language: sum(word in stop for word in words) for language, stop in _STOP_WORDS.items()}
    return "en" if counts["en"] > counts["da"] else "da"


@cache
def _compiled(terms: Terms) -> _Compiled | None:
    weighed = ((STRONG, terms.strong), (WEAK, terms.weak), (AGAINST, terms.against))
    each = tuple((points, _exact(term)) for points, group in weighed for term in dict.fromkeys(group))
    speaking = [*terms.strong, *terms.weak]
    return _Compiled(re.compile("|".join(map(_letters, speaking))), each) if speaking else None


def _exact(term: str) -> re.Pattern[str]:
    """Translate a term: a star leaves an end of a word open, the words of a phrase follow each other."""
    words = (re.escape(word).replace(r"\*", r"\w*") for word in term.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


def _letters(term: str) -> str:
    return r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in term.lower().strip("*").split())


def _pointer(label: str, text: str, compiled: _Compiled) -> Pointer:
    found = [(points, match) for points, pattern in compiled.each if (match := pattern.search(text))]
    words = dict.fromkeys(" ".join(match[0].split()) for points, match in found if points > 0)
    return Pointer(label, sum(points for points, _ in found), tuple(words))
