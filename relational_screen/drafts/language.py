"""Tells the language that a draft is written in."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

DraftLanguage = Literal["da", "no", "en"]

_SHARED = frozenset({"og", "til", "som", "ikke", "ved", "eller", "skal"})
_TELLING: dict[DraftLanguage, frozenset[str]] = {
    "da": _SHARED | {"af", "blev", "bliver", "efter", "gælder", "gennem", "mellem", "mere", "noget", "nu", "uden"},
    "no": _SHARED | {"av", "ble", "blir", "etter", "gjelder", "gjennom", "mellom", "mer", "noe", "nå", "uten"},
    "en": frozenset({"the", "of", "and", "in", "which", "this", "with", "not", "or", "shall", "be", "to", "under"}),
}
"""The commonest function words: those that Danish and Norwegian share and those that they write differently."""


def language_told(words: Iterable[str]) -> DraftLanguage:
    """Return the language whose commonest words lower-case words hold more of; what cannot be told is Danish."""
    counted = Counter(words)
    return max(_TELLING, key=lambda language: sum(counted[word] for word in _TELLING[language]))
